"""Opening hours over REST: of a team, and the holidays of the whole company."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, opening
from agents.hours import WeekPart
from agents.models import Team
from agents.opening import DayOff
from agents.permissions import Right, may
from agents.rest.week import WeekField, ZoneField, stretch
from conversations.settings.forms import OneLine, body
from conversations.sla import books
from tenants.errors import NotFoundError
from tenants.openapi.operation import operation

Json = dict[str, Any]
MOST_HOLIDAYS = 200


class DayOffForm(serializers.Serializer[None]):
    """A day off."""

    day = serializers.DateField()
    name = OneLine(max_length=80)


class HolidaysForm(serializers.Serializer[None]):
    """All days off."""

    holidays = serializers.ListField(child=DayOffForm(), max_length=MOST_HOLIDAYS)

    def validate_holidays(self, holidays: list[Json]) -> list[Json]:
        """Each day once."""
        if len({one["day"] for one in holidays}) < len(holidays):
            raise serializers.ValidationError(gettext("A day is named twice."))
        return holidays


class TeamHoursForm(HolidaysForm):
    """A team's week and its days off."""

    time_zone = ZoneField(max_length=60, allow_blank=True)
    weekly = WeekField()


class TeamHours(TypedDict):
    """When a team is at work."""

    time_zone: str
    """The company's when empty."""
    weekly: list[WeekPart]
    """Always at work when empty."""
    holidays: list[DayOff]


class Holidays(TypedDict):
    """The days off of the whole company."""

    holidays: list[DayOff]


def access_team(team_id: str) -> Team:
    """The team with this id; NotFoundError when there is none."""
    try:
        return Team.objects.get(pk=team_id)
    except (Team.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such team here."), param="team_id") from error


class HoursView(APIView):
    """`GET`, `PUT /teams/{id}/hours`: when a team is at work."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_PEOPLE, to_change=Right.MANAGE_TEAMS)]
    scopes = {"GET": "people:read", "PUT": "people:write"}

    @operation(TeamHours)
    def get(self, _request: Request, team_id: str) -> Response:
        """Get when a team is at work."""
        return Response(_shown(access_team(team_id)))

    @operation(TeamHours, asks=TeamHoursForm)
    def put(self, request: Request, team_id: str) -> Response:
        """Set when a team is at work, in place of the hours and days off that it had."""
        asked = body(request, TeamHoursForm)
        opening.set_hours(
            access_team(team_id),
            time_zone=asked["time_zone"],
            weekly=[stretch(one) for one in asked["weekly"]],
            holidays=_days(asked["holidays"]),
            actor=actors.of(request),
        )
        books.renew()
        return Response(_shown(access_team(team_id)))


class HolidaysView(APIView):
    """`GET`, `PUT /holidays`: the days off of the whole company."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_PEOPLE, to_change=Right.MANAGE_TEAMS)]
    scopes = {"GET": "people:read", "PUT": "people:write"}

    @operation(Holidays)
    def get(self, _request: Request) -> Response:
        """Get the days off of the whole company, by date."""
        return Response(_companys())

    @operation(Holidays, asks=HolidaysForm)
    def put(self, request: Request) -> Response:
        """Set the days off of the whole company, in place of those that it had."""
        opening.set_holidays(_days(body(request, HolidaysForm)["holidays"]), actor=actors.of(request))
        books.renew()
        return Response(_companys())


def _companys() -> Holidays:
    return {"holidays": opening.holidays_of(None)}


def _shown(team: Team) -> TeamHours:
    return {
        "time_zone": team.time_zone,
        "weekly": opening.weekly_of(team),
        "holidays": opening.holidays_of(team),
    }


def _days(holidays: list[Json]) -> list[Any]:
    return [(one["day"], one["name"]) for one in holidays]
