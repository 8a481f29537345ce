"""The skills of people over REST: whoever works at the desk looks at them, admins make, rename and remove them."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, skills
from agents.permissions import Right, may
from agents.rest.asking import Json, parsed
from agents.rest.teams import Named


class Skills(APIView):
    """`GET`, `POST /agent_skills`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.MANAGE_TEAMS)]
    scopes = {"GET": "people:read"}

    def get(self, request: Request) -> Response:
        """All, by name, each with how many people have it."""
        return Response({"data": _all(), "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with the new skill, which nobody has yet."""
        made = skills.make(parsed(Named, request)["name"], actor=actors.of(request))
        return Response({"id": made.id, "name": made.name, "people": 0}, status=201)


class OneSkill(APIView):
    """`PATCH`, `DELETE /agent_skills/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_TEAMS)]

    def patch(self, request: Request, skill_id: str) -> Response:
        """The skill with its new name."""
        skills.rename(skill_id, parsed(Named, request)["name"], actor=actors.of(request))
        return Response(next(one for one in _all() if one["id"] == skill_id))

    def delete(self, request: Request, skill_id: str) -> Response:
        """204; nobody has it any more."""
        skills.remove(skill_id, actor=actors.of(request))
        return Response(status=204)


def _all() -> list[Json]:
    return [{"id": one.id, "name": one.name, "people": count} for one, count in skills.listed()]
