"""Teams over REST: whoever passes a conversation on looks at them, admins make, rename and dissolve them."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, teams
from agents.models import Team
from agents.permissions import Right, may
from agents.rest.asking import all_of, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class TeamNameForm(serializers.Serializer[None]):
    """A team's name."""

    name = serializers.CharField(max_length=80)


class TeamRow(TypedDict):
    """A team, and how many are there."""

    id: str
    name: str
    online: int
    """How many of its people are online."""
    agents: int
    """How many people it has."""


class Teams(APIView):
    """`GET`, `POST /teams`: the teams of the company."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.MANAGE_TEAMS)]
    scopes = {"GET": "people:read", "POST": "people:write"}

    @operation(Listed[TeamRow])
    def get(self, request: Request) -> Response:
        """List the teams, by name."""
        return Response(all_of([_shown(team) for team in teams.listed()]))

    @operation(TeamRow, asks=TeamNameForm, status=201)
    def post(self, request: Request) -> Response:
        """Make a team, which has nobody yet."""
        made = teams.make(parsed(TeamNameForm, request)["name"], actor=actors.of(request))
        return Response(_shown(made), status=201)


class OneTeam(APIView):
    """`PATCH`, `DELETE /teams/{id}`: one team."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_TEAMS)]
    scopes = {"PATCH": "people:write", "DELETE": "people:write"}

    @operation(TeamRow, asks=TeamNameForm)
    def patch(self, request: Request, team_id: str) -> Response:
        """Rename a team."""
        renamed = teams.rename(team_id, parsed(TeamNameForm, request)["name"], actor=actors.of(request))
        return Response(_shown(renamed))

    @operation()
    def delete(self, request: Request, team_id: str) -> Response:
        """Dissolve a team.

        Its people and conversations stay.
        """
        teams.dissolve(team_id, actor=actors.of(request))
        return Response(status=204)


def _shown(team: Team) -> TeamRow:
    return {"id": team.id, "name": team.name, "online": teams.online(team), "agents": len(teams.at_work(team))}
