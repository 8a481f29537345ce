"""Teams over REST: whoever passes a conversation on looks at them, admins make, rename and dissolve them."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, teams
from agents.models import Team
from agents.permissions import Right, may
from agents.rest.asking import Json, parsed


class Named(serializers.Serializer[None]):
    """A team's name."""

    name = serializers.CharField(max_length=80)


class Teams(APIView):
    """`GET`, `POST /teams`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.MANAGE_TEAMS)]
    scopes = {"GET": "people:read"}

    def get(self, request: Request) -> Response:
        """All, by name."""
        return Response({"data": [_shown(team) for team in teams.listed()], "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with the new team."""
        return Response(_shown(teams.make(parsed(Named, request)["name"], actor=actors.of(request))), status=201)


class OneTeam(APIView):
    """`PATCH`, `DELETE /teams/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_TEAMS)]

    def patch(self, request: Request, team_id: str) -> Response:
        """The team with its new name."""
        return Response(_shown(teams.rename(team_id, parsed(Named, request)["name"], actor=actors.of(request))))

    def delete(self, request: Request, team_id: str) -> Response:
        """204; its people and conversations stay."""
        teams.dissolve(team_id, actor=actors.of(request))
        return Response(status=204)


def _shown(team: Team) -> Json:
    return {"id": team.id, "name": team.name, "online": teams.online(team), "agents": len(teams.at_work(team))}
