"""Leads over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.models import LeadState
from conversations.settings.forms import body, parsed
from conversations.skills import leads


class ListQuery(serializers.Serializer[None]):
    """Which leads."""

    limit = serializers.IntegerField(min_value=1, max_value=100, required=False, default=30)
    cursor = serializers.CharField(max_length=60, required=False, default="")
    state = serializers.ChoiceField(choices=LeadState.choices, required=False, default="")
    good = serializers.BooleanField(required=False, allow_null=True, default=None)


class StateForm(serializers.Serializer[None]):
    """What became of a lead."""

    state = serializers.ChoiceField(choices=LeadState.choices)


class LeadsView(APIView):
    """`GET /leads`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS)]
    scopes = {"GET": "customers:read"}

    def get(self, request: Request) -> Response:
        """A page of leads, the newest first."""
        return Response(leads.page(**parsed(ListQuery, request.query_params)))


class LeadView(APIView):
    """`GET`, `PATCH /leads/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS, to_change=Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": "customers:read"}

    def get(self, _request: Request, lead_id: str) -> Response:
        """The lead."""
        return Response(leads.shown(leads.access_lead(lead_id)))

    def patch(self, request: Request, lead_id: str) -> Response:
        """Say what became of it."""
        lead, state = leads.access_lead(lead_id), body(request, StateForm)["state"]
        return Response(leads.shown(leads.set_state(lead, state, actor=actors.of(request))))
