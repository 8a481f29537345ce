"""People over REST: who works here, and what admins change about them."""

from typing import Any

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, people, roster, seats, shifts
from agents.hours import Stretch, WeekPart
from agents.models import Agent, Presence, Role, SkillLevel
from agents.permissions import Acting, Right, may
from agents.rest.asking import TeamName, parsed, person, stamp, team_name
from agents.rest.week import Json, WeekField, ZoneField, stretch
from agents.seats import Seats
from tenants.openapi.operation import operation

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"


class SkillLevelForm(serializers.Serializer[None]):
    """A skill and how well somebody has it: 1 (learning) to 5 (expert)."""

    skill_id = serializers.CharField(max_length=40)
    level = serializers.IntegerField(min_value=1, max_value=5)


class AgentForm(serializers.Serializer[None]):
    """What may be changed about a person; what is left out stays."""

    name = serializers.CharField(max_length=80, required=False)
    role = serializers.ChoiceField(choices=Role.choices, required=False)
    team_ids = serializers.ListField(child=serializers.CharField(max_length=40), max_length=100, required=False)
    capacity = serializers.IntegerField(min_value=0, max_value=100, required=False)
    languages = serializers.ListField(child=serializers.RegexField(LANGUAGE), max_length=20, required=False)
    skills = serializers.ListField(child=SkillLevelForm(), max_length=100, required=False)
    shifts = WeekField(required=False)
    time_zone = ZoneField(max_length=60, allow_blank=True, required=False)

    def validate_shifts(self, weekly: list[Json]) -> list[Stretch]:
        """The week, as it is asked about."""
        return [stretch(one) for one in weekly]


class AgentSkill(TypedDict):
    """A skill that somebody has, and how well: 1 (learning) to 5 (expert)."""

    id: str
    name: str
    level: int


class AgentRow(TypedDict):
    """Somebody who works here."""

    id: str
    name: str
    email: str
    role: Role
    teams: list[TeamName]
    languages: list[str]
    capacity: int
    """How many conversations they may hold at once."""
    skills: list[AgentSkill]
    shifts: list[WeekPart]
    """Their week; without any they work whenever they are here."""
    time_zone: str
    """Of the shifts; the company's when empty."""
    active: bool
    totp_on: bool
    """They sign in with a second factor."""
    presence: Presence
    seen_at: str | None
    you: bool
    """Whether it is who asks, or for whom a program asks."""


class AgentList(TypedDict):
    """Everybody who works here, with the seats of the plan."""

    data: list[AgentRow]
    has_more: bool
    next_cursor: str | None
    seats: Seats | None
    """Null where the plan has no limit."""


class People(APIView):
    """`GET /people`: everybody, also those who are switched off."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_PEOPLE)]
    scopes = {"GET": "people:read"}

    @operation(AgentList)
    def get(self, request: Request) -> Response:
        """List the people who work here, by name."""
        told: AgentList = {
            "data": [shown(one, you=request.user) for one in roster.everybody()],
            "has_more": False,
            "next_cursor": None,
            "seats": seats.shown(),
        }
        return Response(told)


class ManageView(APIView):
    """A view that changes a person."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_PEOPLE)]
    scopes = {"PATCH": Acting("people:write"), "POST": Acting("people:write")}


class OnePerson(ManageView):
    """`PATCH /people/{id}`: role, teams, capacity, languages, skills, shifts, name."""

    @operation(AgentRow, asks=AgentForm, errors=(409,))
    def patch(self, request: Request, agent_id: str) -> Response:
        """Change a person.

        409 `last_owner` when the company would have no owner; 403 above one's own role, and where no seat is left.
        """
        wanted = parsed(AgentForm, request)
        changed = roster.change(person(request), agent_id, wanted, actor=actors.of(request))
        return Response(shown(changed, you=request.user))


class Deactivate(ManageView):
    """`POST /people/{id}/deactivate`: switch a person off."""

    @operation(AgentRow, errors=(409,))
    def post(self, request: Request, agent_id: str) -> Response:
        """Switch a person off.

        Their sessions end, and what they did stays. 409 for oneself and for the last owner.
        """
        done = roster.deactivate(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


class Reactivate(ManageView):
    """`POST /people/{id}/reactivate`: let a person in again."""

    @operation(AgentRow)
    def post(self, request: Request, agent_id: str) -> Response:
        """Let a person in again, with the role that they had.

        403 where no seat is left.
        """
        done = roster.reactivate(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


class SignOut(ManageView):
    """`POST /people/{id}/sign_out`: end all sessions of a person."""

    @operation(AgentRow)
    def post(self, request: Request, agent_id: str) -> Response:
        """Sign a person out of every browser.

        They may sign in again.
        """
        done = roster.sign_out(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


class ResetSecondFactor(ManageView):
    """`POST /people/{id}/reset_second_factor`: for a person who lost their app and their recovery codes."""

    @operation(AgentRow, errors=(409,))
    def post(self, request: Request, agent_id: str) -> Response:
        """Switch off the second factor of a person.

        Their sessions end, and they are told by mail; 409 without a second factor, and for oneself.
        """
        done = roster.reset_second_factor(person(request), agent_id, actor=actors.of(request))
        return Response(shown(done, you=request.user))


def shown(one: Agent, *, you: Any) -> AgentRow:
    """A person as colleagues see them."""
    return {
        "id": one.id,
        "name": one.name,
        "email": one.email,
        "role": Role(one.role),
        "teams": [team_name(team) for team in one.teams.all()],
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


def _skill(level: SkillLevel) -> AgentSkill:
    return {"id": level.skill.id, "name": level.skill.name, "level": level.level}
