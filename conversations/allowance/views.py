"""A company's plan and use over REST: each view parses, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.allowance import days, forms, limits, overview
from conversations.allowance.limits import Limits
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation

READS = {"GET": "billing:read"}  # the scope of tokens


class BillingView(APIView):
    """`GET /billing`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]
    scopes = READS

    @operation(overview.BillingOverview)
    def get(self, request: Request) -> Response:
        """Get the company's plan, its seats, what is used, and the bill so far."""
        return Response(overview.shown())


class DaysView(APIView):
    """`GET /billing/usage/days`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]
    scopes = READS

    @operation(days.UsageDays, query=forms.DaysQuery)
    def get(self, request: Request) -> Response:
        """Get what was counted and credited, day by day.

        Of the period under way, where no days are named.
        """
        asked = parsed(forms.DaysQuery, request.query_params)
        return Response(days.shown(asked["from"], asked["to"]))


class LimitsView(APIView):
    """`PATCH /billing/limits`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_BILLING)]

    @operation(overview.BillingOverview, asks=forms.BillingLimitsForm, errors=(409,))
    def patch(self, request: Request) -> Response:
        """Set whether resolutions beyond the bundle are bought, and for how much at most."""
        wanted = body(request, forms.BillingLimitsForm)
        limits.change(Limits(wanted["overage"], wanted["overage_limit_cents"]), actor=actors.of(request))
        return Response(overview.shown())
