"""Opening hours over REST: of a team, and the holidays of the whole company."""

from datetime import time
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, hours, opening
from agents.hours import Stretch
from agents.models import Team
from agents.permissions import Right, may
from conversations.settings.forms import OneLine, ZoneField, body
from conversations.sla import books
from tenants.errors import NotFoundError

Json = dict[str, Any]
MOST_STRETCHES = 70
MOST_HOLIDAYS = 200
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d\Z"
CLOSING = r"^(([01]\d|2[0-3]):[0-5]\d|24:00)\Z"
WRITTEN: dict[str, Any] = {"invalid": "A time is written like 09:30."}


class StretchForm(serializers.Serializer[None]):
    """A part of a weekday."""

    weekday = serializers.IntegerField(min_value=0, max_value=6)
    opens = serializers.RegexField(CLOCK, error_messages=WRITTEN)
    closes = serializers.RegexField(CLOSING, error_messages=WRITTEN)

    def validate(self, attrs: Json) -> Json:
        """It closes after it opens; work through the night is two parts."""
        if attrs["closes"] <= attrs["opens"]:
            message = "This must be later than the opening. For a night, write one part up to 24:00 and one from 00:00."
            raise serializers.ValidationError({"closes": message})
        return attrs


class HolidayForm(serializers.Serializer[None]):
    """A day off."""

    day = serializers.DateField()
    name = OneLine(max_length=80)


class HolidaysForm(serializers.Serializer[None]):
    """All days off."""

    holidays = serializers.ListField(child=HolidayForm(), max_length=MOST_HOLIDAYS)

    def validate_holidays(self, holidays: list[Json]) -> list[Json]:
        """Each day once."""
        if len({one["day"] for one in holidays}) < len(holidays):
            raise serializers.ValidationError("A day is named twice.")
        return holidays


class HoursForm(HolidaysForm):
    """A team's week and its days off."""

    time_zone = ZoneField(max_length=60, allow_blank=True)
    weekly = serializers.ListField(child=StretchForm(), max_length=MOST_STRETCHES)

    def validate_weekly(self, weekly: list[Json]) -> list[Json]:
        """No two parts of a day lie over each other."""
        ordered = sorted(weekly, key=lambda one: (one["weekday"], one["opens"]))
        for one, following in pairwise(ordered):
            if one["weekday"] == following["weekday"] and following["opens"] < one["closes"]:
                raise serializers.ValidationError("Two parts of a day lie over each other.")
        return ordered


def access_team(team_id: str) -> Team:
    """The team with this id; NotFoundError when there is none."""
    try:
        return Team.objects.get(pk=team_id)
    except (Team.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such team here.", param="team_id") from error


class HoursView(APIView):
    """`GET`, `PUT /teams/{id}/hours`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_PEOPLE, to_change=Right.MANAGE_TEAMS)]

    def get(self, _request: Request, team_id: str) -> Response:
        """When the team is at work."""
        return Response(_shown(access_team(team_id)))

    def put(self, request: Request, team_id: str) -> Response:
        """Give the team these hours in place of those it had."""
        asked = body(request, HoursForm)
        opening.set_hours(
            access_team(team_id),
            time_zone=asked["time_zone"],
            weekly=[_stretch(one) for one in asked["weekly"]],
            holidays=_days(asked["holidays"]),
            actor=actors.of(request),
        )
        books.renew()
        return Response(_shown(access_team(team_id)))


class HolidaysView(APIView):
    """`GET`, `PUT /holidays`: the days off of the whole company."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_PEOPLE, to_change=Right.MANAGE_TEAMS)]

    def get(self, _request: Request) -> Response:
        """All of them, by date."""
        return Response({"holidays": opening.holidays_of(None)})

    def put(self, request: Request) -> Response:
        """These days off in place of those there were."""
        opening.set_holidays(_days(body(request, HolidaysForm)["holidays"]), actor=actors.of(request))
        books.renew()
        return Response({"holidays": opening.holidays_of(None)})


def _shown(team: Team) -> Json:
    return {
        "time_zone": team.time_zone,
        "weekly": opening.weekly_of(team),
        "holidays": opening.holidays_of(team),
    }


def _stretch(one: Json) -> Stretch:
    closes = hours.END_OF_DAY if one["closes"] == "24:00" else time.fromisoformat(one["closes"])
    return Stretch(one["weekday"], time.fromisoformat(one["opens"]), closes)


def _days(holidays: list[Json]) -> list[Any]:
    return [(one["day"], one["name"]) for one in holidays]
