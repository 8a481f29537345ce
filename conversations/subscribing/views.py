"""Subscribing over REST: each view parses, makes one call and renders."""

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.letters import origin
from agents.permissions import Right, may
from agents.rest.asking import parsed, person
from conversations.subscribing import beginning, forms, leaving, moving, paying, showing

READS = {"GET": "billing:read"}  # the scope of tokens


class ReadingView(APIView):
    """A view for those who may look at money; only people who may spend it change anything."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING, to_change=Right.MANAGE_BILLING)]
    scopes: dict[str, str] = {}


class ManagingView(APIView):
    """A view for those who may spend money; no token does."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_BILLING)]


class PlansView(ReadingView):
    """`GET /billing/plans`."""

    scopes = READS

    def get(self, _request: Request) -> Response:
        """All plans, the smallest first."""
        return Response(showing.plans())


class CheckoutsView(ManagingView):
    """`POST /billing/checkout`."""

    def post(self, request: Request) -> Response:
        """201 with the address of the page to pay on."""
        told = parsed(forms.CheckoutForm, request)
        url = beginning.open_page(
            forms.wanted(told),
            accepts=told["accepts"],
            by=person(request),
            actor=actors.of(request),
            origin=origin(request),
        )
        return Response({"url": url}, status=201)


class CheckoutView(ReadingView):
    """`GET /billing/checkout/{id}`."""

    def get(self, _request: Request, page_id: str) -> Response:
        """What came of it, asked of Stripe itself."""
        found, row = beginning.outcome(page_id)
        return Response({"state": found.status, "standing": "trial" if row is None else row.standing})


class PreviewView(ReadingView):
    """`POST /billing/preview`."""

    def post(self, request: Request) -> Response:
        """What another plan would cost, and take away; nothing changes."""
        return Response(showing.preview(moving.told(forms.wanted(parsed(forms.PreviewForm, request)))))


class ChangeView(ManagingView):
    """`POST /billing/change`."""

    def post(self, request: Request) -> Response:
        """How it stands now; with the page of an invoice that the bank wants to be confirmed."""
        told = parsed(forms.ChangeForm, request)
        row = moving.change(
            forms.wanted(told), at=told["at"], accepts=told["accepts"], by=person(request), actor=actors.of(request)
        )
        page = paying.page_of_owed() if row.unpaid_since is not None else None
        return Response({**showing.subscription(row), "page": page})


class CancelView(ManagingView):
    """`POST /billing/cancel`."""

    def post(self, request: Request) -> Response:
        """How it stands now, and when it ends."""
        told: dict[str, Any] = parsed(forms.CancelForm, request)
        return Response(showing.subscription(leaving.cancel(**told, by=person(request), actor=actors.of(request))))


class ResumeView(ManagingView):
    """`POST /billing/resume`."""

    def post(self, request: Request) -> Response:
        """How it stands now."""
        return Response(showing.subscription(leaving.resume(by=person(request), actor=actors.of(request))))
