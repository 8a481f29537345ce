"""The one writer of opening times and holidays."""

from calendar import day_name
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from typing_extensions import TypedDict

from agents import hours
from agents.hours import Stretch, WeekPart
from agents.models import Holiday, OpeningTime, Team
from tenants import current
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Days = Sequence[tuple[date, str]]


class DayOff(TypedDict):
    """A day on which nobody is at work."""

    day: str
    """`YYYY-MM-DD`."""
    name: str


@transaction.atomic
def set_hours(team: Team, *, time_zone: str, weekly: Sequence[Stretch], holidays: Days, actor: Actor) -> None:
    """Give the team these hours and days off in place of those it had."""
    team = Team.objects.select_for_update().get(pk=team.pk)
    before = {"time_zone": team.time_zone, "weekly": _week(team), "holidays": _days(team)}
    Team.objects.filter(pk=team.pk).update(time_zone=time_zone)
    OpeningTime.objects.filter(team=team).delete()
    OpeningTime.objects.bulk_create(
        OpeningTime(team=team, weekday=one.weekday, opens=one.opens, closes=one.closes) for one in weekly
    )
    _replace(team, holidays)
    after = {"time_zone": time_zone, "weekly": _week(team), "holidays": _days(team)}
    changes = audit.changed(before, after)
    if changes:
        audit.record("team.hours_changed", actor=actor, about=About("team", str(team.id), team.name), changes=changes)


@transaction.atomic
def set_holidays(holidays: Days, *, actor: Actor) -> None:
    """Give the whole company these days off in place of those it had."""
    before = {"holidays": _days(None)}
    _replace(None, holidays)
    changes = audit.changed(before, {"holidays": _days(None)})
    if changes:
        audit.record("workspace.holidays_changed", actor=actor, about=About("workspace"), changes=changes)


def holidays_of(team: Team | None) -> list[DayOff]:
    """The days off of the team, or of the whole company, by date."""
    own = Holiday.objects.filter(team=team).values_list("day", "name")
    return [{"day": day.isoformat(), "name": name} for day, name in own]


def weekly_of(team: Team) -> list[WeekPart]:
    """The team's week, as it is shown and sent."""
    rows = OpeningTime.objects.filter(team=team)
    return [{"weekday": row.weekday, "opens": f"{row.opens:%H:%M}", "closes": _shown(row)} for row in rows]


def in_words() -> str:
    """The hours of all teams that have some, and the days off of the whole company, in English; "" without any."""
    teams: dict[str, list[str]] = {}
    for row in OpeningTime.objects.select_related("team").order_by("team__name", "weekday", "opens"):
        zone = row.team.time_zone or current.tenant().time_zone
        times = f"{day_name[row.weekday]} {row.opens:%H:%M} to {_shown(row)}"
        teams.setdefault(f"{row.team.name} ({zone})", []).append(times)
    told = [f"{team}: {', '.join(times)}." for team, times in teams.items()]
    off = [f"{one['day']} {one['name']}".strip() for one in holidays_of(None)]
    return "\n".join([*told, *([f"Closed on {', '.join(off)}."] if off else [])])


def _shown(row: OpeningTime) -> str:
    return "24:00" if row.closes == hours.END_OF_DAY else f"{row.closes:%H:%M}"


def _replace(team: Team | None, holidays: Days) -> None:
    Holiday.objects.filter(team=team).delete()
    Holiday.objects.bulk_create(Holiday(team=team, day=day, name=name) for day, name in holidays)


def _week(team: Team) -> list[str]:
    return [f"{one['weekday']} {one['opens']}-{one['closes']}" for one in weekly_of(team)]


def _days(team: Team | None) -> list[str]:
    return [f"{one['day']} {one['name']}".strip() for one in holidays_of(team)]
