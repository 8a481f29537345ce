"""People over REST: who works here, and what admins change about them."""

from typing import Any

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, people, roster, seats, shifts
from agents.hours import Stretch
from agents.models import Agent, Role, SkillLevel
from agents.permissions import Right, may
from agents.rest.asking import Json, named, parsed, person, stamp
from agents.rest.week import WeekField, ZoneField, stretch

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"


class SkillForm(serializers.Serializer[None]):
    """A skill and how well somebody has it: 1 (learning) to 5 (expert)."""

    skill_id = serializers.CharField(max_length=40)
    level = serializers.IntegerField(min_value=1, max_value=5)


class Change(serializers.Serializer[None]):
    """What may be changed about a person; what is left out stays."""

    name = serializers.CharField(max_length=80, required=False)
    role = serializers.ChoiceField(choices=Role.choices, required=False)
    team_ids = serializers.ListField(child=serializers.CharField(max_length=40), max_length=100, required=False)
    capacity = serializers.IntegerField(min_value=0, max_value=100, required=False)
    languages = serializers.ListField(child=serializers.RegexField(LANGUAGE), max_length=20, required=False)
    skills = serializers.ListField(child=SkillForm(), max_length=100, required=False)
    shifts = WeekField(required=False)
    time_zone = ZoneField(max_length=60, allow_blank=True, required=False)

    def validate_shifts(self, weekly: list[Json]) -> list[Stretch]:
        """The week, as it is asked about."""
        return [stretch(one) for one in weekly]


class People(APIView):
    """`GET /people`: everybody, also those who are switched off."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_PEOPLE)]
    scopes = {"GET": "people:read"}

    def get(self, request: Request) -> Response:
        """By name; with how many of the plan's seats are taken, or null where it has no limit."""
        found = list(roster.everybody())
        return Response({"data": [shown(one, you=request.user) for one in found], "seats": seats.shown()})


class ManageView(APIView):
    """A view that changes a person."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_PEOPLE)]


class OnePerson(ManageView):
    """`PATCH /people/{id}`: role, teams, capacity, languages, skills, shifts, name."""

    def patch(self, request: Request, agent_id: str) -> Response:
        """409 `last_owner` when nobody would be left; 403 above one's own role."""
        wanted = parsed(Change, request)
        changed = roster.change(person(request), agent_id, wanted, actor=actors.of(request))
        return Response(shown(changed, you=request.user))


class Deactivate(ManageView):
    """`POST /people/{id}/deactivate`: switch a person off."""

    def post(self, request: Request, agent_id: str) -> Response:
        """Their sessions end; what they did stays."""
        done = roster.deactivate(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


class Reactivate(ManageView):
    """`POST /people/{id}/reactivate`: let a person in again."""

    def post(self, request: Request, agent_id: str) -> Response:
        """With the role that they had."""
        done = roster.reactivate(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


class SignOut(ManageView):
    """`POST /people/{id}/sign_out`: end all sessions of a person."""

    def post(self, request: Request, agent_id: str) -> Response:
        """They may sign in again."""
        done = roster.sign_out(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


class ResetSecondFactor(ManageView):
    """`POST /people/{id}/reset_second_factor`: for a person who lost their app and their recovery codes."""

    def post(self, request: Request, agent_id: str) -> Response:
        """Their sessions end, and they are told by mail; 409 without a second factor, and for oneself."""
        done = roster.reset_second_factor(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


def shown(one: Agent, *, you: Any) -> Json:
    """A person as colleagues see them."""
    return {
        "id": one.id,
        "name": one.name,
        "email": one.email,
        "role": one.role,
        "teams": [named(team) for team in one.teams.all()],
        "languages": one.languages,
        "capacity": one.capacity,
        "skills": [_skill(level) for level in sorted(one.levels.all(), key=lambda level: level.skill.name)],
        "shifts": shifts.shown(one.shifts.all()),
        "time_zone": one.time_zone,
        "active": one.is_active,
        "totp_on": one.second_factor_at is not None,
        "presence": people.presence(one),
        "seen_at": stamp(one.seen_at),
        "you": one == you,
    }


def _skill(level: SkillLevel) -> Json:
    return {"id": level.skill.id, "name": level.skill.name, "level": level.level}
