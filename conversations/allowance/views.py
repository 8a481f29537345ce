"""A company's plan and use over REST: each view parses, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.permissions import Right, may
from conversations.allowance import overview

READS = {"GET": "billing:read"}  # the scope of tokens


class BillingView(APIView):
    """`GET /billing`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """The plan, the seats, what is used and the bill so far."""
        return Response(overview.shown())
