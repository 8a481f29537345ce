"""Alerts over REST, everybody's own: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Right, may
from conversations.alerts import raising, showing
from conversations.settings.forms import body, parsed


class PageQuery(serializers.Serializer[None]):
    """Which page."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class SeenForm(serializers.Serializer[None]):
    """Somebody saw it, which cannot be taken back."""

    seen = serializers.BooleanField()

    def validate_seen(self, seen: bool) -> bool:  # noqa: FBT001  the framework's signature
        """What was seen stays seen."""
        if not seen:
            raise serializers.ValidationError("must be true; what was seen stays seen.")
        return seen


class AlertsView(APIView):
    """`GET /alerts`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request) -> Response:
        """One's own alerts, the newest first."""
        return Response(showing.page(_me(request), **parsed(PageQuery, request.query_params)))


class AlertView(APIView):
    """`PUT /alerts/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def put(self, request: Request, alert_id: str) -> Response:
        """One has seen it."""
        agent = _me(request)
        body(request, SeenForm)
        alert = showing.access_alert(agent, alert_id)
        raising.see(alert)
        alert.refresh_from_db()
        return Response(showing.shown(alert))


class AllSeenView(APIView):
    """`POST /alerts/seen`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def post(self, request: Request) -> Response:
        """One has seen all of them."""
        return Response({"seen": raising.see_all(_me(request))})


def _me(request: Request) -> Agent:
    return cast("Agent", request.user)
