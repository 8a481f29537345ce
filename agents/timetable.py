"""When every team of a company is at work, read at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from agents import hours
from agents.hours import Hours, Stretch
from agents.models import Holiday, OpeningTime, Team
from tenants import current

Json = dict[str, Any]


@dataclass(frozen=True)
class Timetable:
    """The hours of each team by its name, and the days off of the whole company by their date, where it has teams."""

    teams: Mapping[str, Hours]
    days_off: Mapping[date, str]

    def open_at(self, moment: datetime) -> Mapping[str, bool]:
        """Which teams are at work at a moment with a zone."""
        return {name: hours.at_work(one, moment) for name, one in self.teams.items()}


def of_company() -> Timetable:
    """The timetable of the tenant entered now. One query."""
    companys = current.tenant().time_zone
    teams: dict[str, Hours] = {}
    days_off: dict[date, str] = {}
    for team in _teams():
        off = [(date.fromisoformat(one["day"]), one) for one in team["off"]]
        days_off |= {day: one["name"] for day, one in off if one["team"] is None}
        weekly = tuple(_stretch(one) for one in team["week"])
        zone = ZoneInfo(team["time_zone"] or companys)
        teams[team["name"]] = Hours(zone, weekly, frozenset(day for day, _ in off))
    return Timetable(teams, days_off)


def _teams() -> QuerySet[Team, Json]:
    week = OpeningTime.objects.filter(team=OuterRef("pk")).order_by("weekday", "opens")
    off = Holiday.objects.filter(Q(team=OuterRef("pk")) | Q(team__isnull=True)).order_by("day")
    return (
        Team.objects.annotate(
            week=ArraySubquery(week.values(told=JSONObject(weekday="weekday", opens="opens", closes="closes"))),
            off=ArraySubquery(off.values(told=JSONObject(day="day", name="name", team=F("team_id")))),
        )
        .order_by("name")
        .values("name", "time_zone", "week", "off")
    )


def _stretch(told: Json) -> Stretch:
    return Stretch(told["weekday"], time.fromisoformat(told["opens"]), time.fromisoformat(told["closes"]))
