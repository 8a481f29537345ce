"""The engine that makes the answers, as the settings show and change it; the key goes in and never comes out."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from rest_framework import serializers
from typing_extensions import TypedDict

from assistant import conduct
from assistant.bench import soon
from assistant.engines import breaker, budgets, calls, connecting, failures, wishes
from assistant.engines.budgets import Budgets
from assistant.engines.charging import Charged
from assistant.engines.exchange import PATIENCE, Endpoint
from assistant.models import AssistantSettings, Engine, ModelCall
from assistant.translating import translating
from conversations import wire
from conversations.outside import asking
from tenants import sealing
from tenants.trail import audit
from tenants.trail.audit import About, Actor

PLAIN = (
    "engine", "model_address", "model_name", "tokens_per_day", "tokens_per_conversation", "tokens_per_visitor",
    "outside_seconds", "translates",
)  # fmt: skip
LAST_FAILURES = 8
DAY = timedelta(days=1)


class ModelFailure(TypedDict):
    """A call of the language model that failed."""

    id: str
    at: str
    why: str
    """The kind of failure, for programs."""
    says: str
    """The same in words."""
    conversation_id: str | None


class EngineSettings(TypedDict):
    """What makes the answers, what it may cost, and how it fares."""

    engine: Engine
    model_address: str
    model_name: str
    has_key: bool
    """The key itself is never told again."""
    tokens_per_day: int
    """0: without a limit."""
    tokens_per_conversation: int
    tokens_per_visitor: int
    used_today: int
    """Tokens."""
    day_ends_at: str
    calls_today: int
    left_alone_seconds: int | None
    """Null unless it failed so often that it is left alone for a while."""
    failures: list[ModelFailure]
    translates: bool
    """Whether the language model translates between customer and agent; never while another engine answers."""
    outside_seconds: int
    """How long an AI of your own may take; then Baton answers."""
    outside_tokens: int
    """How many tokens may act as the assistant; without one, nobody is asked."""
    outside_heard_at: str | None
    """When your own AI last gave a reply that was taken."""
    outside_heard_by: str | None
    """The name of the token with which it came."""


class ModelTest(TypedDict):
    """Whether a language model answers."""

    ok: bool
    why: str
    """The kind of failure, for programs; empty when it answered."""
    problem: str | None
    """The same in words; null when it answered."""
    took_ms: int


class EngineForm(serializers.Serializer[None]):
    """The engine; a change names some of it, and a key that is not named stays."""

    engine = serializers.ChoiceField(choices=Engine.choices)
    model_address = serializers.URLField(max_length=300, allow_blank=True)
    model_name = serializers.CharField(max_length=120, allow_blank=True)
    model_key = serializers.CharField(max_length=500, allow_blank=True, write_only=True)
    tokens_per_day = serializers.IntegerField(min_value=0, max_value=1_000_000_000)
    tokens_per_conversation = serializers.IntegerField(min_value=0, max_value=1_000_000_000)
    tokens_per_visitor = serializers.IntegerField(min_value=0, max_value=1_000_000_000)
    outside_seconds = serializers.IntegerField(min_value=5, max_value=45)
    translates = serializers.BooleanField()

    def validate_model_address(self, address: str) -> str:
        """Over plain HTTP anybody on the way could read what customers write."""
        if address and not address.startswith("https://") and not settings.BATON_ALLOW_LOOPBACK:
            raise serializers.ValidationError(gettext("must begin with https://."))
        return address.rstrip("/")

    def validate_model_key(self, key: str) -> str:
        """A key goes into a header, which takes no other signs."""
        if not (key.isascii() and key.isprintable()):
            raise serializers.ValidationError(gettext("This has signs that no key has."))
        return key


def shown() -> EngineSettings:
    """The engine, the budgets with what is used today, and how the model has fared."""
    wanted = conduct.wanted()
    is_outside = wanted.engine == Engine.OUTSIDE
    alone = asking.left_alone_for(timezone.now()) if is_outside else breaker.closed_for()
    heard = asking.last_heard()
    failed = calls.failures(LAST_FAILURES)
    return {
        "engine": Engine(wanted.engine),
        "model_address": wanted.model_address,
        "model_name": wanted.model_name,
        "tokens_per_day": wanted.tokens_per_day,
        "tokens_per_conversation": wanted.tokens_per_conversation,
        "tokens_per_visitor": wanted.tokens_per_visitor,
        "has_key": bool(wanted.model_key),
        "used_today": budgets.used().tenant,
        "day_ends_at": wire.stamp(budgets.day_began() + DAY),
        "calls_today": ModelCall.objects.filter(created_at__gte=budgets.day_began()).count(),
        "left_alone_seconds": round(alone.total_seconds()) if alone else None,
        "failures": [_failure(call) for call in failed],
        "translates": translating.offered(wanted),
        "outside_seconds": wanted.outside_seconds,
        "outside_tokens": asking.tokens_that_may().count(),
        "outside_heard_at": None if heard is None or heard.ended_at is None else wire.stamp(heard.ended_at),
        "outside_heard_by": None if heard is None else heard.token_name,
    }


@transaction.atomic
def change(fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give the settings that `fields` names new values; a key belongs to its address and goes nowhere else."""
    AssistantSettings.objects.get_or_create(id=1)
    before = AssistantSettings.objects.select_for_update().get()
    new = {name: fields[name] for name in PLAIN if name in fields}
    _check(before, new, fields.get("model_key"))
    changes = dict(audit.changed({name: getattr(before, name) for name in new}, new))
    key = fields.get("model_key")
    if key is not None and (key or before.model_key):
        new["model_key"] = sealing.seal(key, place=wishes.PLACE) if key else ""
        changes["model_secret"] = (None, None)  # told to have changed, never shown
    if changes:
        AssistantSettings.objects.update(**new, engine_alerted_at=None)
        audit.record("assistant.changed", actor=actor, about=About("assistant", name="Assistant"), changes=changes)
        soon.after_change(soon.SETTINGS)


def tried(fields: Mapping[str, Any]) -> ModelTest:
    """Whether the model answers, with what `fields` names in place of what is stored; nothing is stored."""
    wanted = conduct.wanted()
    address = fields.get("model_address", wanted.model_address)
    name = fields.get("model_name", wanted.model_name)
    if not address or not name:
        missing = "model_name" if address else "model_address"
        raise serializers.ValidationError({missing: gettext("Enter this first.")})
    key = fields.get("model_key")
    if key is None:
        same = address == wanted.model_address
        key = wishes.charged(wanted).endpoint.key if same else ""
    found = connecting.try_out(Charged(Endpoint(address, name, key), Budgets.of(wanted), PATIENCE))
    problem = failures.says(found.why) if found.why else None
    return {"ok": problem is None, "why": found.why, "problem": problem, "took_ms": found.took_ms}


def _check(before: AssistantSettings, new: Mapping[str, Any], key: str | None) -> None:
    """ValidationError where the settings would not hold together."""
    address = new.get("model_address", before.model_address)
    if address != before.model_address and before.model_key and key is None:
        raise serializers.ValidationError(
            {"model_key": gettext("is needed for another address; it belongs to the old one.")}
        )
    if new.get("engine", before.engine) != Engine.LANGUAGE_MODEL:
        if new.get("translates"):
            raise serializers.ValidationError({"translates": gettext("needs a language model as the engine.")})
        return
    for field in ("model_address", "model_name"):
        if not new.get(field, getattr(before, field)):
            raise serializers.ValidationError({field: gettext("is needed for a language model.")})


def _failure(call: ModelCall) -> ModelFailure:
    return {
        "id": str(call.id),
        "at": wire.stamp(call.created_at),
        "why": call.outcome,
        "says": failures.says(call.outcome),
        "conversation_id": call.conversation or None,
    }
