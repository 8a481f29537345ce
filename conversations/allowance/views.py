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

READS = {"GET": "billing:read"}  # the scope of tokens


class BillingView(APIView):
    """`GET /billing`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """The plan, the seats, what is used and the bill so far."""
        return Response(overview.shown())


class DaysView(APIView):
    """`GET /billing/usage/days`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """What was counted and credited, day by day."""
        asked = parsed(forms.DaysQuery, request.query_params)
        return Response(days.shown(asked["from"], asked["to"]))


class LimitsView(APIView):
    """`PATCH /billing/limits`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_BILLING)]

    def patch(self, request: Request) -> Response:
        """Buy beyond the bundle up to a limit, or no more; gives the overview as it is then."""
        wanted = body(request, forms.LimitsForm)
        limits.change(Limits(wanted["overage"], wanted["overage_limit_cents"]), actor=actors.of(request))
        return Response(overview.shown())
