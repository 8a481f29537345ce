"""The skills of people over REST: whoever works at the desk looks at them, admins make, rename and remove them."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, skills
from agents.permissions import Right, may
from agents.rest.asking import all_of, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class SkillNameForm(serializers.Serializer[None]):
    """The name of something that people know how to handle."""

    name = serializers.CharField(max_length=80)


class AgentSkillRow(TypedDict):
    """Something that people of the desk know how to handle, such as e-bikes or refunds."""

    id: str
    name: str
    people: int
    """How many have it."""


class Skills(APIView):
    """`GET`, `POST /agent_skills`: what people know how to handle."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.MANAGE_TEAMS)]
    scopes = {"GET": "people:read", "POST": "people:write"}

    @operation(Listed[AgentSkillRow])
    def get(self, request: Request) -> Response:
        """List the skills of people, by name."""
        return Response(all_of(_all()))

    @operation(AgentSkillRow, asks=SkillNameForm, status=201)
    def post(self, request: Request) -> Response:
        """Make a skill, which nobody has yet."""
        made = skills.make(parsed(SkillNameForm, request)["name"], actor=actors.of(request))
        told: AgentSkillRow = {"id": made.id, "name": made.name, "people": 0}
        return Response(told, status=201)


class OneSkill(APIView):
    """`PATCH`, `DELETE /agent_skills/{id}`: one skill of people."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_TEAMS)]
    scopes = {"PATCH": "people:write", "DELETE": "people:write"}

    @operation(AgentSkillRow, asks=SkillNameForm)
    def patch(self, request: Request, skill_id: str) -> Response:
        """Rename a skill of people.

        Rules that ask for the old name ask for nothing any more.
        """
        skills.rename(skill_id, parsed(SkillNameForm, request)["name"], actor=actors.of(request))
        return Response(next(one for one in _all() if one["id"] == skill_id))

    @operation()
    def delete(self, request: Request, skill_id: str) -> Response:
        """Remove a skill, from those who have it too."""
        skills.remove(skill_id, actor=actors.of(request))
        return Response(status=204)


def _all() -> list[AgentSkillRow]:
    return [{"id": one.id, "name": one.name, "people": count} for one, count in skills.listed()]
