"""Invitations over REST."""

from django.db import transaction
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, invitations, letters
from agents.invitations import State
from agents.models import Invitation, Role
from agents.permissions import Acting, Right, may
from agents.rest.asking import AgentName, TeamName, agent_name, parsed, person, queried, stamp, team_name
from tenants import cursors
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

PREFIX = "inv"


class InvitationsQuery(serializers.Serializer[None]):
    """Which invitations; `pending` ones were neither accepted nor revoked."""

    pending = serializers.BooleanField(default=False)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=100)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")


class InvitationForm(serializers.Serializer[None]):
    """Whom to invite as what."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    role = serializers.ChoiceField(choices=Role.choices, default=Role.AGENT)
    team_ids = serializers.ListField(child=serializers.CharField(max_length=40), max_length=100, default=list)


class InvitationRow(TypedDict):
    """Somebody was asked by mail to join."""

    id: str
    email: str
    name: str
    role: Role
    teams: list[TeamName]
    invited_by: AgentName | None
    """Null for one who is no longer here."""
    created_at: str
    sent_at: str | None
    """When the letter left; null until then."""
    expires_at: str
    state: State


class InvitationView(APIView):
    """A view for those who manage people."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_PEOPLE)]
    scopes = {
        "GET": "people:read",
        "POST": Acting("people:write"),
        "DELETE": Acting("people:write"),
    }


class Invitations(InvitationView):
    """`GET`, `POST /invitations`: asking people to join by mail."""

    @operation(Listed[InvitationRow], query=InvitationsQuery)
    def get(self, request: Request) -> Response:
        """List the invitations, the newest first."""
        asked = queried(InvitationsQuery, request)
        rows = invitations.pending() if asked["pending"] else invitations.listed()
        page = cursors.newest_first(rows, by="created_at", prefix=PREFIX, limit=asked["limit"], cursor=asked["cursor"])
        return Response(page.of([_shown(one) for one in page.rows]))

    @operation(InvitationRow, asks=InvitationForm, status=201)
    @transaction.atomic
    def post(self, request: Request) -> Response:
        """Invite somebody by mail.

        The letter leaves soon. 403 for a role above one's own, and where no seat is left.
        """
        asked = parsed(InvitationForm, request)
        made = invitations.make(
            person(request),
            asked["email"],
            name=asked["name"],
            role=Role(asked["role"]),
            team_ids=asked["team_ids"],
            actor=actors.of(request),
        )
        letters.write_invitation(made, origin=letters.origin(request))
        return Response(_shown(made), status=201)


class OneInvitation(InvitationView):
    """`DELETE /invitations/{id}`: one invitation."""

    @operation(errors=(409,))
    def delete(self, request: Request, invitation_id: str) -> Response:
        """Revoke an invitation.

        Its link opens nothing any more; 409 when it was accepted or revoked before.
        """
        invitations.revoke(person(request), invitation_id, actor=actors.of(request))
        return Response(status=204)


class Resend(InvitationView):
    """`POST /invitations/{id}/resend`: another letter, with another link."""

    @operation(InvitationRow, errors=(409,))
    @transaction.atomic
    def post(self, request: Request, invitation_id: str) -> Response:
        """Send an invitation again.

        The link of the letter before opens nothing any more; 409 when it was accepted or revoked.
        """
        renewed = invitations.renew(person(request), invitation_id, actor=actors.of(request))
        letters.write_invitation(renewed, origin=letters.origin(request))
        return Response(_shown(renewed))


def _shown(one: Invitation) -> InvitationRow:
    return {
        "id": one.id,
        "email": one.email,
        "name": one.name,
        "role": Role(one.role),
        "teams": [team_name(team) for team in one.teams.all()],
        "invited_by": agent_name(one.invited_by),
        "created_at": stamp(one.created_at),
        "sent_at": stamp(one.sent_at),
        "expires_at": stamp(one.expires_at),
        "state": invitations.state(one),
    }
