"""API tokens: what a program shows instead of a session. Only a digest of the secret is stored."""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents import standing
from agents.models import Agent, ApiToken
from tenants.errors import NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor, Changes

# What a token may be given, in the words in which an admin chooses.
SCOPES: Mapping[str, str] = {
    "conversations:read": gettext_noop("Read conversations, their messages and notes, and follow them live"),
    "conversations:write": gettext_noop(
        "Reply, write notes, tag, resolve and snooze, and work on drafts, tasks and promises"
    ),
    "handover:write": gettext_noop(
        "Take over, hand back, assign and transfer conversations, and move them in the queue"
    ),
    "channels:write": gettext_noop("Write as your customers, from a channel of your own"),
    "customers:read": gettext_noop("Read customers and what is known of them"),
    "customers:write": gettext_noop("Create and change customers, and note what is known of them"),
    "customers:erase": gettext_noop("Erase customers for good"),
    "knowledge:read": gettext_noop("Read knowledge: articles, topics, gaps and proposals"),
    "knowledge:write": gettext_noop("Write, import and delete knowledge: articles, topics, gaps and proposals"),
    "records:read": gettext_noop("Read orders, products, tickets, appointments and what is known of customers"),
    "records:write": gettext_noop(
        "Write, import and delete orders, products, tickets, appointments and what is known of customers"
    ),
    "rules:read": gettext_noop("Read the rules of when a person takes over"),
    "rules:write": gettext_noop("Change, replay, publish and restore the rules of when a person takes over"),
    "skills:read": gettext_noop("Read what the assistant can do by itself, and what it did"),
    "skills:write": gettext_noop("Change what the assistant can do by itself, and its connector"),
    "assistant:read": gettext_noop("Read how the assistant is set up, what it does now, and try it out"),
    "assistant:act": gettext_noop("Answer as the assistant, with an AI of your own"),
    "assistant:write": gettext_noop("Change how the assistant is set up, and steer what it does now"),
    "people:read": gettext_noop("Read the people and teams of the company"),
    "people:write": gettext_noop("Invite, change and switch off people; change teams, skills and hours"),
    "settings:read": gettext_noop("Read the company's settings"),
    "settings:write": gettext_noop("Change the company's settings, surveys and shared texts"),
    "quality:read": gettext_noop("Read reviews of conversations and how handovers were judged"),
    "quality:write": gettext_noop("Review conversations, and judge handovers"),
    "reports:read": gettext_noop("Read the figures of the reports, and export them"),
    "reports:write": gettext_noop("Change report settings, and schedule reports by mail"),
    "webhooks:read": gettext_noop("Read webhooks, and what was delivered to them"),
    "webhooks:write": gettext_noop("Create, change, test and remove webhooks, and deliver again"),
    "audit:read": gettext_noop("Read and export the audit log"),
    "exports:write": gettext_noop("Export the company's data"),
    "billing:read": gettext_noop("Read the plan, what of it is used, and the invoices"),
}
USE_NOTED_EVERY = timedelta(minutes=1)
LONGEST = 100  # characters of a secret that are looked at
PREFIX, BYTES = "baton_", 32


@dataclass(frozen=True)
class Token:
    """A program that came with a token: stands where a person would as `request.user`."""

    id: str
    name: str
    scopes: frozenset[str]
    is_active: bool = True
    is_authenticated: bool = True
    is_anonymous: bool = False

    @property
    def pk(self) -> str:
        """The id, as the framework asks for it."""
        return self.id


def listed() -> QuerySet[ApiToken]:
    """The tokens that are not revoked, the newest first; also those that ran out."""
    return ApiToken.objects.select_related("created_by").filter(revoked_at__isnull=True)


@transaction.atomic
def issue(
    by: Agent, name: str, *, scopes: Collection[str], expires_at: datetime | None, actor: Actor
) -> tuple[ApiToken, str]:
    """A new token and its secret, which is told this once."""
    secret = f"{PREFIX}{secrets.token_urlsafe(BYTES)}"
    made = ApiToken.objects.create(
        name=name,
        scopes=sorted(set(scopes)),
        digest=digest(secret),
        ending=secret[-4:],
        created_by=by,
        expires_at=expires_at,
    )
    _record("token.created", made, actor=actor, changes={"scopes": (None, made.scopes)})
    return made, secret


@transaction.atomic
def revoke(token_id: str, *, actor: Actor) -> None:
    """The token opens nothing from now on, and its open sockets close. NotFoundError when there is none."""
    try:
        found = listed().select_for_update(of=("self",)).filter(pk=token_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such token here."), param="id")
    found.revoked_at = timezone.now()
    found.save(update_fields=["revoked_at"])
    standing.moved(str(found.id))
    _record("token.revoked", found, actor=actor)


def known(secret: str) -> Token | None:
    """The token with this secret in the tenant entered now; None when it is unknown, revoked, or too old."""
    if len(secret) > LONGEST:
        return None
    found, now = good_now().filter(digest=digest(secret)).first(), timezone.now()
    if found is None:
        return None
    if found.last_used_at is None or found.last_used_at < now - USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=found.pk).update(last_used_at=now)
    return _as_known(found)


def good(token_id: str) -> Token | None:
    """The token with this id while it opens anything."""
    found = good_now().filter(pk=token_id).first()
    return None if found is None else _as_known(found)


def good_now() -> QuerySet[ApiToken]:
    """Those that are not revoked and not too old."""
    lasts = Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())
    return ApiToken.objects.filter(lasts, revoked_at__isnull=True)


def _as_known(found: ApiToken) -> Token:
    return Token(id=str(found.id), name=found.name, scopes=frozenset(found.scopes))


def digest(secret: str) -> str:
    """How a secret is stored; it is random enough to need no salt and no slow hash."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _record(action: str, token: ApiToken, *, actor: Actor, changes: Changes = audit.NOTHING) -> None:
    audit.record(action, actor=actor, about=About("token", str(token.id), token.name), changes=changes)
