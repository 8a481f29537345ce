"""The workspace as its people see and change it: one form over the tenant's row, the assistant's and the widget's."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from typing_extensions import TypedDict

from assistant import conduct
from assistant.models import AssistantSettings, Tone
from conversations import wire
from conversations.insights.sending import schedules
from conversations.models import WidgetSettings
from conversations.sla import books
from conversations.trust import closing
from conversations.trust.closing import ClosingMoments
from conversations.widget.welcome import GREETING
from tenants import branding, origins, workspace
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About, Actor

FIRST = ("greeting", "quick_replies", "first_words")  # of the widget's settings


class AccentContrast(TypedDict):
    """How well white or black text is read on the colour, as a ratio."""

    given: float
    used: float


class WidgetPlace(TypedDict):
    """What a company puts into its pages, and where it was last seen there."""

    snippet: str
    seen_at: str | None
    """Null until a page showed it."""
    seen_on: str


class FirstWords(TypedDict):
    """With what the widget begins; what is empty here is as it is for everybody."""

    greeting: str
    quick_replies: list[str]


class Said(TypedDict):
    """How the assistant sounds, and with what the widget begins."""

    tone: Tone
    greeting: str
    """For all readers whose language has none of its own among `first_words`."""
    quick_replies: list[str]
    first_words: dict[str, FirstWords]
    """By language, what its readers find instead."""


class Workspace(Said):
    """The company's settings."""

    name: str
    assistant_name: str
    """What customers call the assistant, beside the label that it is an AI; empty for "Assistant" in their language."""
    privacy_url: str
    """Of the company's page on what becomes of people's words, linked in the widget; may be empty."""
    host: str
    """The host name under which the company is found."""
    accent: str
    """`#rrggbb`, as it was chosen."""
    accent_used: str
    """The same, darker or lighter where text on it could not be read."""
    accent_text: str
    contrast: AccentContrast
    logo_url: str | None
    time_zone: str
    languages: list[str]
    """The first one is spoken where nothing is known."""
    allowed_sites: list[str]
    """Origins on which the widget may stand; any when empty."""
    retention_days: int | None
    """Null keeps conversations for ever."""
    requires_totp: bool
    """Owners and admins need a second factor."""
    widget: WidgetPlace
    closing: ClosingMoments | None
    """Null while it is open."""
    created_at: str


def shown(*, seen_from: str) -> Workspace:
    """The workspace; `seen_from` is an origin of this Baton, for the addresses in it."""
    tenant = workspace.fresh()
    accent = branding.accent(tenant.accent)
    origin = origins.of_tenant(tenant, seen_from=seen_from)
    return {
        "name": tenant.name,
        "assistant_name": tenant.assistant_name,
        "privacy_url": tenant.privacy_url,
        "host": origin.partition("://")[2],
        "accent": accent.given,
        "accent_used": accent.used,
        "accent_text": accent.text,
        "contrast": {"given": accent.contrast_given, "used": accent.contrast_used},
        "logo_url": branding.logo_path(tenant),
        "time_zone": tenant.time_zone,
        "languages": tenant.languages,
        "allowed_sites": tenant.allowed_sites,
        "retention_days": tenant.retention_days,
        "requires_totp": tenant.requires_totp,
        **_words(),
        "widget": widget(tenant, origin),
        "closing": closing.shown(tenant),
        "created_at": wire.stamp(tenant.created_at),
    }


def change(fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give the settings that `fields` names new values; the audit log gets what really changed."""
    with transaction.atomic():
        changes = workspace.change(fields)
        if "tone" in fields:
            changes |= _choose_tone(fields["tone"])
        changes |= _change_widget({name: fields[name] for name in FIRST if name in fields})
        if changes:
            record(actor, changes)
        if "time_zone" in changes:
            books.renew()
            schedules.renew()


def record(actor: Actor, changes: audit.Changes) -> None:
    """Write into the audit log that the workspace's settings changed."""
    tenant = workspace.fresh()
    audit.record("workspace.changed", actor=actor, about=About("workspace", name=tenant.name), changes=changes)


def widget(tenant: Tenant, origin: str) -> WidgetPlace:
    """What a company puts into its pages, and where it was last seen there."""
    return {
        "snippet": f'<script async src="{origin}/widget.js"></script>',
        "seen_at": wire.stamp(tenant.widget_seen_at) if tenant.widget_seen_at else None,
        "seen_on": tenant.widget_seen_on,
    }


def _words() -> Said:
    said = WidgetSettings.objects.first() or WidgetSettings(greeting=GREETING)
    manner = conduct.wanted()
    return {
        "tone": Tone(manner.tone),
        "greeting": said.greeting,
        "quick_replies": said.quick_replies,
        "first_words": said.first_words,
    }


def _choose_tone(tone: str) -> dict[str, tuple[Any, Any]]:
    """Choosing the tone that it was is a choice too: the first-run guide wants one."""
    manner, _ = AssistantSettings.objects.get_or_create(id=1)
    before = manner.tone
    AssistantSettings.objects.update(tone=tone, tone_chosen_at=timezone.now())
    return audit.changed({"tone": before}, {"tone": tone})


def _change_widget(fields: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    if not fields:
        return {}
    said, _ = WidgetSettings.objects.get_or_create(id=1, defaults={"greeting": GREETING})
    changes = audit.changed({name: getattr(said, name) for name in fields}, fields)
    WidgetSettings.objects.update(**fields)
    return changes
