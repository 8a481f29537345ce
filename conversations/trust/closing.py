"""Closing and reopening the workspace over REST, for its owners."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, letters
from agents.models import Agent
from agents.permissions import Right, may
from conversations import closing, wire
from conversations.trust import forms
from tenants import workspace
from tenants.models import Tenant


class OwnerView(APIView):
    """A view for owners alone; no token gets in."""

    permission_classes: list[type[BasePermission]] = [may(Right.CLOSE_WORKSPACE)]


class Close(OwnerView):
    """`POST /workspace/close`: close the company, with its name and the owner's password typed by hand."""

    def post(self, request: Request) -> Response:
        """When it was closed, and when everything in it goes."""
        asked = forms.parsed(forms.CloseForm, request.data)
        closed = closing.close(
            cast("Agent", request.user),
            name=asked["name"],
            password=asked["password"],
            actor=actors.of(request),
            origin=letters.origin(request),
        )
        return Response({"closing": shown(closed)})


class Reopen(OwnerView):
    """`POST /workspace/reopen`: open it again, within the thirty days."""

    def post(self, request: Request) -> Response:
        """All is as it was."""
        return Response({"closing": shown(closing.reopen(actor=actors.of(request)))})


def shown(tenant: Tenant) -> dict[str, str] | None:
    """Both moments, or None while it is open."""
    moments = workspace.closing(tenant)
    return None if moments is None else {"asked_at": wire.stamp(moments[0]), "ends_at": wire.stamp(moments[1])}
