"""Invitations over REST."""

from django.db import transaction
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, invitations, letters
from agents.models import Invitation, Role
from agents.permissions import Right, may
from agents.rest.asking import Json, named, parsed, person, stamp


class Invited(serializers.Serializer[None]):
    """Whom to invite as what."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    role = serializers.ChoiceField(choices=Role.choices, default=Role.AGENT)
    team_ids = serializers.ListField(child=serializers.CharField(max_length=40), max_length=100, default=list)


class InvitationView(APIView):
    """A view for those who manage people."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_PEOPLE)]


class Invitations(InvitationView):
    """`GET`, `POST /invitations`."""

    def get(self, request: Request) -> Response:
        """All, the newest first."""
        return Response({"data": [_shown(one) for one in invitations.listed()[:500]]})

    @transaction.atomic
    def post(self, request: Request) -> Response:
        """201; the letter leaves soon."""
        asked = parsed(Invited, request)
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
    """`DELETE /invitations/{id}`."""

    def delete(self, request: Request, invitation_id: str) -> Response:
        """204; its link opens nothing any more."""
        invitations.revoke(person(request), invitation_id, actor=actors.of(request))
        return Response(status=204)


class Resend(InvitationView):
    """`POST /invitations/{id}/resend`: another letter, with another link."""

    @transaction.atomic
    def post(self, request: Request, invitation_id: str) -> Response:
        """The link of the letter before opens nothing any more."""
        renewed = invitations.renew(person(request), invitation_id, actor=actors.of(request))
        letters.write_invitation(renewed, origin=letters.origin(request))
        return Response(_shown(renewed))


def _shown(one: Invitation) -> Json:
    return {
        "id": one.id,
        "email": one.email,
        "name": one.name,
        "role": one.role,
        "teams": [named(team) for team in one.teams.all()],
        "invited_by": named(one.invited_by),
        "created_at": stamp(one.created_at),
        "sent_at": stamp(one.sent_at),
        "expires_at": stamp(one.expires_at),
        "state": invitations.state(one),
    }
