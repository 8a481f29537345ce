"""The company's policies: the one writer, and how well they were kept of late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents import people
from agents.models import Team
from conversations.models import Priority, SlaBook, SlaHours, SlaKind, SlaOutcome, SlaPolicy
from conversations.sla import books
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

LATELY = timedelta(days=30)
PROMISES = ("first_reply", "next_reply", "resolution")


class SlaPolicyRow(TypedDict):
    """What is promised for one team or all, and one priority or all, in minutes of the time that counts."""

    id: str
    team_id: str | None
    """Null for every team."""
    priority: Priority | None
    """Null for every priority."""
    hours: SlaHours
    first_reply: int | None
    """Null for no promise."""
    next_reply: int | None
    resolution: int | None


class SlaKept(TypedDict):
    """How one promise was kept within 30 days."""

    kind: SlaKind
    ended: int
    """How many clocks ended or ran out."""
    late: int


class SlaPolicies(TypedDict):
    """What the company promises, the most general first, and how it was kept of late."""

    policies: list[SlaPolicyRow]
    lately: list[SlaKept]


@dataclass(frozen=True)
class Wish:
    """A policy as somebody wants it; minutes."""

    team_id: str | None
    priority: str
    hours: str
    first_reply: int | None
    next_reply: int | None
    resolution: int | None


def shown() -> SlaPolicies:
    """All policies, the most general first, and how each promise was kept within 30 days. Two queries."""
    rows = SlaPolicy.objects.select_related("team").order_by("team__name", "priority")
    ordered = sorted(rows, key=lambda row: (row.team is not None, row.priority != ""))
    return {"policies": [_shown(row) for row in ordered], "lately": lately()}


def lately() -> list[SlaKept]:
    """Of each promise, how many clocks ended or ran out within 30 days, and how many were late. One query."""
    since = timezone.now() - LATELY
    counted = (
        SlaOutcome.objects.filter(began_at__gt=since)
        .order_by()
        .values("kind")
        .annotate(all=Count("id"), late=Count("id", filter=Q(breached_at__isnull=False)))
    )
    found = {row["kind"]: row for row in counted}
    none = {"all": 0, "late": 0}
    return [
        {
            "kind": kind,
            "ended": found.get(kind, none)["all"],
            "late": found.get(kind, none)["late"],
        }
        for kind in SlaKind
    ]


@transaction.atomic
def replace(wishes: Sequence[Wish], *, actor: Actor) -> None:
    """These policies in place of those there were; ParameterError for a team that is not there, or one named twice.

    All clocks that run follow soon.
    """
    SlaBook.objects.select_for_update().first()
    before = {_key(row.team_id, row.priority): row for row in SlaPolicy.objects.select_for_update()}
    told = {name: _words(row) for name, row in before.items()}
    kept: dict[tuple[str, str], SlaPolicy] = {}
    for number, wish in enumerate(wishes):
        key = _key(wish.team_id, wish.priority)
        if key in kept:
            raise ParameterError(
                gettext("There is a line for this team and priority already."), param=f"policies.{number}"
            )
        kept[key] = _written(before.get(key), wish, number)
    SlaPolicy.objects.exclude(pk__in=[row.pk for row in kept.values()]).delete()
    now = {**dict.fromkeys(told), **{name: _words(row) for name, row in kept.items()}}
    changes = audit.changed(_named(told), _named(now))
    if changes:
        audit.record("sla.changed", actor=actor, about=About("sla"), changes=changes)
        books.renew()


def _written(row: SlaPolicy | None, wish: Wish, number: int) -> SlaPolicy:
    team = _team(wish.team_id, number)
    row = row or SlaPolicy(team=team, priority=wish.priority)
    row.hours = wish.hours
    row.first_reply, row.next_reply, row.resolution = wish.first_reply, wish.next_reply, wish.resolution
    row.save()
    return row


def _team(team_id: str | None, number: int) -> Team | None:
    if team_id is None:
        return None
    try:
        return people.team(team_id)
    except ParameterError as error:
        raise ParameterError(gettext("There is no such team any more."), param=f"policies.{number}.team_id") from error


def _key(team_id: object, priority: str) -> tuple[str, str]:
    return ("" if team_id is None else str(team_id), priority)


def _words(row: SlaPolicy) -> str:
    said = [f"{name.replace('_', ' ')} {getattr(row, name)} min" for name in PROMISES if getattr(row, name)]
    return f"{', '.join(said)}, {row.get_hours_display().lower()}"


def _named(told: Mapping[tuple[str, str], str | None]) -> dict[str, str | None]:
    return {f"{team or 'all teams'}, {priority or 'every priority'}": words for (team, priority), words in told.items()}


def _shown(row: SlaPolicy) -> SlaPolicyRow:
    return {
        "id": row.id,
        "team_id": row.team_id,
        "priority": Priority(row.priority) if row.priority else None,
        "hours": SlaHours(row.hours),
        "first_reply": row.first_reply,
        "next_reply": row.next_reply,
        "resolution": row.resolution,
    }
