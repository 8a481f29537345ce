"""The connector to the tenant's own service, as the settings show and change it; its secret is told once."""

import time
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from rest_framework import serializers
from typing_extensions import TypedDict

from assistant.connector import calls, exchange, wanted
from assistant.connector.exchange import ConnectorError, Prepared, Reply, Request
from assistant.connector.wanted import OLD_PLACE, PLACE, SUBJECTS, Subject
from assistant.models import Connector, ConnectorCall
from assistant.records import replies
from assistant.skills import awaiting
from assistant.skills.registry import SKILLS
from conversations import wire
from tenants import guard, ids, jobs, sealing, signing
from tenants.errors import ParameterError
from tenants.jobs import Lease
from tenants.trail import audit
from tenants.trail.audit import About, Actor

PLAIN = ("on", "address", "reads", "acts", "seconds")
TIDY = "connector_tidy"
OLD_SECRET_LASTS = timedelta(days=1)
MOST_MINUTES = 60
A_DAY = timedelta(days=1)
ABOUT = About("connector", name="Connector")
TESTS = {
    "orders.find": replies.orders,
    "products.list": lambda _asked: replies.products,
    "tickets.find": replies.tickets,
    "persons.find": replies.persons,
}


class ConnectorSettings(TypedDict):
    """The connector to the company's own service, and how it has fared in the last day."""

    on: bool
    address: str
    reads: list[Subject]
    """What is asked there, of `may_read`."""
    acts: list[str]
    """What is done there, of `may_act`."""
    seconds: int
    """How long an answer may take."""
    has_secret: bool
    old_secret_until: str | None
    """Until when the secret before signs too; null when it does not."""
    keeps_until: str | None
    """Until when the log keeps the bodies of calls; null while it does not."""
    left_alone_seconds: int | None
    """Null unless it failed so often that it is left alone for a while."""
    calls_today: int
    failed_today: int
    may_read: list[Subject]
    may_act: list[str]


class ConnectorSecret(TypedDict):
    """A secret that was just made."""

    secret: str
    """Requests are signed with it; it is told this once."""


class RequestSent(TypedDict):
    """What went out."""

    method: str
    url: str
    headers: dict[str, str]
    body: str


class ReplyReceived(TypedDict):
    """What came back."""

    status: int
    content_type: str
    body: str


class ConnectorTest(TypedDict):
    """One call as it would be made."""

    ok: bool
    why: str | None
    """The kind of failure, for programs; null when it went well."""
    problem: str | None
    """The same in words."""
    found: int
    """How many records came back that can be read."""
    took_ms: int
    request: RequestSent
    reply: ReplyReceived | None
    """Null where nothing came back."""


class ConnectorForm(serializers.Serializer[None]):
    """The connector; a change names some of it."""

    on = serializers.BooleanField()
    address = serializers.CharField(max_length=300, allow_blank=True)
    reads = serializers.ListField(child=serializers.ChoiceField(SUBJECTS), max_length=len(SUBJECTS))
    acts = serializers.ListField(child=serializers.RegexField(r"^[a-z][a-z0-9_]*\Z", max_length=40), max_length=40)
    seconds = serializers.IntegerField(min_value=1, max_value=10)
    keep_minutes = serializers.IntegerField(min_value=0, max_value=MOST_MINUTES)

    def validate_address(self, address: str) -> str:
        """Over plain HTTP anybody on the way could read what customers bought."""
        address = address.strip().rstrip("/")
        if address and not address.startswith("https://") and not settings.BATON_ALLOW_LOOPBACK:
            raise serializers.ValidationError(gettext("must begin with https://."))
        if "?" in address or "#" in address or len(address) > guard.LONGEST_URL:
            raise serializers.ValidationError(gettext("must be an address alone, to which paths are added."))
        return address

    def validate_acts(self, acts: list[str]) -> list[str]:
        """Each once, and one that some skill does."""
        unknown = sorted(set(acts) - set(kinds_of_act()))
        if unknown:
            raise serializers.ValidationError(
                gettext("{unknown} is nothing that a skill does.").format(unknown=unknown[0])
            )
        return sorted(set(acts))

    def validate_reads(self, reads: list[str]) -> list[str]:
        """Each once."""
        return [subject for subject in SUBJECTS if subject in reads]


class ConnectorTestForm(serializers.Serializer[None]):
    """What a test call asks for."""

    kind = serializers.ChoiceField(list(TESTS))
    number = serializers.CharField(max_length=40, required=False, allow_blank=True)
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)


def kinds_of_act() -> list[str]:
    """All that skills do to the business."""
    return sorted({kind for skill in SKILLS.values() for kind in skill.writes})


def shown() -> ConnectorSettings:
    """The connector, and how it has fared in the last day. Five queries."""
    row = wanted.stored()
    alone = calls.left_alone_for()
    lately = ConnectorCall.objects.filter(created_at__gte=timezone.now() - A_DAY)
    now = timezone.now()
    keeps = row.keeps_until is not None and row.keeps_until > now
    old = row.old_until is not None and row.old_until > now
    return {
        "on": row.on,
        "address": row.address,
        "reads": [subject for subject in SUBJECTS if subject in row.reads],
        "acts": row.acts,
        "seconds": row.seconds,
        "has_secret": bool(row.secret),
        "old_secret_until": wire.stamp(row.old_until) if old else None,
        "keeps_until": wire.stamp(row.keeps_until) if keeps else None,
        "left_alone_seconds": round(alone.total_seconds()) if alone else None,
        "calls_today": lately.count(),
        "failed_today": lately.exclude(outcome__in=[calls.ANSWERED, calls.UNDER_WAY]).count(),
        "may_read": list(SUBJECTS),
        "may_act": kinds_of_act(),
    }


@transaction.atomic
def change(fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give what `fields` names new values. ParameterError where it would not hold together."""
    Connector.objects.get_or_create(id=1)
    row = Connector.objects.select_for_update().get()
    new = {name: fields[name] for name in PLAIN if name in fields}
    _check(row, new)
    changes = dict(audit.changed({name: getattr(row, name) for name in new}, new))
    if "keep_minutes" in fields:
        new["keeps_until"] = _keeps_until(fields["keep_minutes"])
        changes["keeps_bodies_for_minutes"] = (None, fields["keep_minutes"])
    if changes:
        Connector.objects.update(**new, updated_at=timezone.now())
        audit.record("connector.changed", actor=actor, about=ABOUT, changes=changes)
        row.refresh_from_db()
        if row.on:
            awaiting.came(*row.reads, actor=actor)


@transaction.atomic
def make_secret(*, actor: Actor) -> str:
    """A new secret, told this once; the one before signs too for a day, so that the service can change over."""
    Connector.objects.get_or_create(id=1)
    row = Connector.objects.select_for_update().get()
    made = signing.secret()
    if row.secret:
        row.old_secret = sealing.seal(sealing.unseal(row.secret, place=PLACE), place=OLD_PLACE)
        row.old_until = timezone.now() + OLD_SECRET_LASTS
    row.secret = sealing.seal(made, place=PLACE)
    row.save()
    audit.record("connector.secret_made", actor=actor, about=ABOUT)
    return made


def tried(asked: Mapping[str, Any]) -> ConnectorTest:
    """One call as it would be made, with all that went out and came back; nothing but the log's line is stored."""
    row = wanted.stored()
    if not row.address or not row.secret:
        missing = "address" if not row.address else "secret"
        raise ParameterError(gettext("{missing}: set this up first.").format(missing=missing), param=missing)
    data = {name: asked[name].strip() for name in ("number", "email") if asked.get(name)}
    _check_question(asked["kind"], data)
    request = Request(asked["kind"], data, ids.encode("req", ids.uuid7()))
    endpoint = wanted.of(row).endpoint
    prepared = exchange.prepare(endpoint, request, at=timezone.now())
    call = calls.begin(request, purpose="test")
    began, reply, failed, found = time.monotonic(), None, None, 0
    try:
        reply = exchange.send(prepared, seconds=endpoint.seconds)
        found = len(TESTS[request.kind](data)(exchange.read(reply)))
    except ConnectorError as error:
        failed = error
    took = round((time.monotonic() - began) * 1000)
    calls.end(call, reply, failed, took_ms=took)
    return _outcome(prepared, reply, failed, took_ms=took, found=found)


def tidy(_held: Lease) -> None:
    """The time is over for which bodies of calls were kept."""
    calls.forget_bodies()


def _outcome(
    prepared: Prepared, reply: Reply | None, failed: ConnectorError | None, *, took_ms: int, found: int
) -> ConnectorTest:
    return {
        "ok": failed is None,
        "why": failed.why.value if failed else None,
        "problem": failed.problem if failed else None,
        "found": found,
        "took_ms": took_ms,
        "request": {
            "method": "POST",
            "url": prepared.url,
            "headers": dict(prepared.headers),
            "body": calls.readable(prepared.body),
        },
        "reply": None
        if reply is None
        else {
            "status": reply.status,
            "content_type": reply.content_type[:120],
            "body": calls.readable(reply.body),
        },
    }


def _check_question(kind: str, data: Mapping[str, str]) -> None:
    if kind == "products.list":
        return
    if kind == "persons.find" and "email" not in data:
        raise ParameterError(gettext("email: a person is found by this."), param="email")
    if len(data) != 1:
        raise ParameterError(gettext("number: give either a number or an e-mail address."), param="number")


def _check(row: Connector, new: Mapping[str, Any]) -> None:
    if not new.get("on", row.on):
        return
    if not new.get("address", row.address):
        raise ParameterError(gettext("address: is needed before it can be switched on."), param="address")
    if not row.secret:
        raise ParameterError(gettext("on: make a secret first, with which requests are signed."), param="on")


def _keeps_until(minutes: int) -> Any:
    """When bodies are no more kept; a job removes them a little later."""
    if not minutes:
        calls.forget_bodies()
        return None
    until = timezone.now() + timedelta(minutes=minutes)
    jobs.write(TIDY, {}, key=TIDY, run_at=until + timedelta(minutes=MOST_MINUTES))
    return until
