"""How the company's conversations find people: read by routing, changed on the settings page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import RoutingSettings, Team
from agents.routing import LADDER, Ask, Rung
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
NUMBERS = ("accept_seconds", "least_level", "idle_seconds", "grace_seconds")


class LadderStep(TypedDict):
    """What a conversation that waits asks of people no more, and after how long."""

    drops: Ask
    after_seconds: int


class TeamTimer(TypedDict):
    """How long an offer stands in a team."""

    id: str
    name: str
    accept_seconds: int | None
    """Null: as long as in the whole company."""


class Routing(TypedDict):
    """How conversations find people."""

    accept_seconds: int
    """How long an offer stands."""
    least_level: int
    """The level of a skill that is asked for at first, 1 to 5."""
    idle_seconds: int
    """After so long without a touch, who is online counts as away."""
    grace_seconds: int
    """So long after the last sign of life somebody counts as there."""
    ladder: list[LadderStep]
    teams: list[TeamTimer]


@dataclass(frozen=True)
class Dispatching:
    """How long offers stand, which level of a skill is asked for at first, and the ladder of a wait."""

    accept: timedelta
    least_level: int
    ladder: tuple[Rung, ...]
    idle: timedelta
    grace: timedelta

    def accept_of(self, team: Team | None) -> timedelta:
        """How long an offer stands in this team."""
        own = None if team is None else team.accept_seconds
        return self.accept if own is None else timedelta(seconds=own)


def of_company() -> Dispatching:
    """As it is set for the tenant entered now. One query."""
    return _read(RoutingSettings.objects.first() or RoutingSettings())


def grace() -> timedelta:
    """How long after the last sign of life somebody counts as present. One query."""
    seconds = RoutingSettings.objects.values_list("grace_seconds", flat=True).first()
    return timedelta(seconds=RoutingSettings().grace_seconds if seconds is None else seconds)


def shown() -> Routing:
    """All of it, as it is shown and sent."""
    row = RoutingSettings.objects.first() or RoutingSettings()
    return {
        "accept_seconds": row.accept_seconds,
        "least_level": row.least_level,
        "idle_seconds": row.idle_seconds,
        "grace_seconds": row.grace_seconds,
        "ladder": [_rung_json(rung) for rung in _read(row).ladder],
        "teams": [
            {"id": team.id, "name": team.name, "accept_seconds": team.accept_seconds} for team in Team.objects.all()
        ],
    }


@transaction.atomic
def change(wanted: Mapping[str, Any], *, actor: Actor) -> Routing:
    """Set what is `wanted` of the numbers, the `ladder`, and `accept_seconds` of `teams` by id; gives all of it.

    Raises ParameterError for a ladder that lets go of something twice, and for a team that there is not.
    """
    before = shown()
    row, _ = RoutingSettings.objects.select_for_update().get_or_create(id=1)
    for name in NUMBERS:
        setattr(row, name, wanted.get(name, getattr(row, name)))
    if "ladder" in wanted:
        row.ladder = _checked(wanted["ladder"])
    row.save()
    for team in wanted.get("teams", ()):
        _set_team(team["id"], team["accept_seconds"])
    after = shown()
    changes = audit.changed(_flat(before), _flat(after))
    if changes:
        audit.record("routing.changed", actor=actor, about=About("workspace"), changes=changes)
    return after


def _set_team(team_id: str, seconds: int | None) -> None:
    try:
        found = Team.objects.filter(pk=team_id).update(accept_seconds=seconds)
    except ValidationError:
        found = 0
    if not found:
        raise ParameterError(gettext("teams: there is no such team."), param="teams")


def _checked(ladder: Sequence[Mapping[str, Any]]) -> list[Json]:
    """The ladder with the rung first that comes first."""
    drops = [rung["drops"] for rung in ladder]
    if len(set(drops)) != len(drops):
        raise ParameterError(gettext("ladder: each step can be there once."), param="ladder")
    order = [rung.drops.value for rung in LADDER]
    return [
        {"drops": str(rung["drops"]), "after_seconds": int(rung["after_seconds"])}
        for rung in sorted(ladder, key=lambda rung: (rung["after_seconds"], order.index(rung["drops"])))
    ]


def _read(row: RoutingSettings) -> Dispatching:
    stored = LADDER if row.ladder is None else [_rung(rung) for rung in row.ladder]
    return Dispatching(
        accept=timedelta(seconds=row.accept_seconds),
        least_level=row.least_level,
        ladder=tuple(stored),
        idle=timedelta(seconds=row.idle_seconds),
        grace=timedelta(seconds=row.grace_seconds),
    )


def _rung(stored: Mapping[str, Any]) -> Rung:
    return Rung(Ask(stored["drops"]), timedelta(seconds=stored["after_seconds"]))


def _rung_json(rung: Rung) -> LadderStep:
    return {"drops": rung.drops, "after_seconds": int(rung.after.total_seconds())}


def _flat(told: Routing) -> Json:
    """What the audit log shows: words and numbers."""
    ladder = ", ".join(f"{rung['drops']} after {rung['after_seconds']} s" for rung in told["ladder"])
    teams = {f"accept_seconds of {team['name']}": team["accept_seconds"] for team in told["teams"]}
    plain = {name: value for name, value in told.items() if name in NUMBERS}
    return {**plain, "ladder": ladder, **teams}
