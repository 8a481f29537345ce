"""Closing and reopening the workspace over REST, for its owners."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, letters
from agents.models import Agent
from agents.permissions import Right, may
from conversations import closing, wire
from conversations.trust import forms
from tenants import workspace
from tenants.models import Tenant
from tenants.openapi.operation import operation


class ClosingMoments(TypedDict):
    """When the company was closed, and when everything in it goes."""

    asked_at: str
    ends_at: str


class WorkspaceClosing(TypedDict):
    """Whether the company is closed."""

    closing: ClosingMoments | None
    """Null while it is open."""


class OwnerView(APIView):
    """A view for owners alone; no token gets in."""

    permission_classes: list[type[BasePermission]] = [may(Right.CLOSE_WORKSPACE)]


class Close(OwnerView):
    """`POST /workspace/close`: close the company, with its name and the owner's password typed by hand."""

    @operation(WorkspaceClosing, asks=forms.CloseForm, errors=(409,))
    def post(self, request: Request) -> Response:
        """Close the workspace, from which everything goes after thirty days."""
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

    @operation(WorkspaceClosing, errors=(409,))
    def post(self, request: Request) -> Response:
        """Open a workspace again that was closed."""
        return Response({"closing": shown(closing.reopen(actor=actors.of(request)))})


def shown(tenant: Tenant) -> ClosingMoments | None:
    """Both moments, or None while it is open."""
    moments = workspace.closing(tenant)
    return None if moments is None else {"asked_at": wire.stamp(moments[0]), "ends_at": wire.stamp(moments[1])}
