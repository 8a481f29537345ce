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
from conversations.skills.leads import LeadRow
from tenants import cursors
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class LeadsQuery(serializers.Serializer[None]):
    """Which leads."""

    limit = serializers.IntegerField(min_value=1, max_value=100, required=False, default=30)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, default="")
    state = serializers.ChoiceField(choices=LeadState.choices, required=False, default="")
    good = serializers.BooleanField(required=False, allow_null=True, default=None)


class LeadStateForm(serializers.Serializer[None]):
    """What became of a lead."""

    state = serializers.ChoiceField(choices=LeadState.choices)


class LeadsView(APIView):
    """`GET /leads`: who may become a customer, as the assistant was told."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS)]
    scopes = {"GET": "customers:read"}

    @operation(Listed[LeadRow], query=LeadsQuery)
    def get(self, request: Request) -> Response:
        """List the leads, the newest first."""
        return Response(leads.page(**parsed(LeadsQuery, request.query_params)))


class LeadView(APIView):
    """`GET`, `PATCH /leads/{id}`: one lead."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS, to_change=Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": "customers:read", "PATCH": "customers:write"}

    @operation(LeadRow)
    def get(self, _request: Request, lead_id: str) -> Response:
        """Get a lead."""
        return Response(leads.shown(leads.access_lead(lead_id)))

    @operation(LeadRow, asks=LeadStateForm)
    def patch(self, request: Request, lead_id: str) -> Response:
        """Say what became of a lead."""
        lead, state = leads.access_lead(lead_id), body(request, LeadStateForm)["state"]
        return Response(leads.shown(leads.set_state(lead, state, actor=actors.of(request))))
