"""Alerts over REST, everybody's own: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Right, may
from conversations.alerts import raising, showing
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation


class AlertsQuery(serializers.Serializer[None]):
    """Which page."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class AlertSeenForm(serializers.Serializer[None]):
    """Somebody saw it, which cannot be taken back."""

    seen = serializers.BooleanField()

    def validate_seen(self, seen: bool) -> bool:  # noqa: FBT001  the framework's signature
        """What was seen stays seen."""
        if not seen:
            raise serializers.ValidationError(gettext("must be true; what was seen stays seen."))
        return seen


class AlertsView(APIView):
    """`GET /alerts`: what one should know soon."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    @operation(showing.AlertsPage, query=AlertsQuery)
    def get(self, request: Request) -> Response:
        """List one's own alerts, the newest first."""
        return Response(showing.page(_me(request), **parsed(AlertsQuery, request.query_params)))


class AlertView(APIView):
    """`PUT /alerts/{id}`: one has seen it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    @operation(showing.AlertRow, asks=AlertSeenForm)
    def put(self, request: Request, alert_id: str) -> Response:
        """Say that one has seen an alert."""
        agent = _me(request)
        body(request, AlertSeenForm)
        alert = showing.access_alert(agent, alert_id)
        raising.see(alert)
        alert.refresh_from_db()
        return Response(showing.shown(alert))


class AlertsSeen(TypedDict):
    """How many alerts were not seen before."""

    seen: int


class AllSeenView(APIView):
    """`POST /alerts/seen`: one has seen all of them."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    @operation(AlertsSeen)
    def post(self, request: Request) -> Response:
        """Say that one has seen all alerts."""
        return Response({"seen": raising.see_all(_me(request))})


def _me(request: Request) -> Agent:
    return cast("Agent", request.user)
