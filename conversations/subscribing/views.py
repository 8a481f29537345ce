"""Subscribing over REST: each view parses, makes one call and renders."""

from typing import Any, Literal

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.letters import origin
from agents.permissions import Right, may
from agents.rest.asking import parsed, person
from billing.models import Standing
from conversations.subscribing import beginning, forms, leaving, moving, paying, showing
from tenants.openapi.operation import operation

READS = {"GET": "billing:read"}  # the scope of tokens
AT_STRIPE = (402, 404, 409)  # what may come of whatever Stripe is asked


class StripePage(TypedDict):
    """A page of Stripe's, where the browser goes."""

    url: str


class CheckoutOutcome(TypedDict):
    """What came of a page on which a plan is paid."""

    state: Literal["open", "complete", "expired"]
    standing: Standing


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

    @operation(showing.PlanOffers)
    def get(self, _request: Request) -> Response:
        """List all plans, the smallest first, and how every company begins."""
        return Response(showing.plans())


class CheckoutsView(ManagingView):
    """`POST /billing/checkout`."""

    @operation(StripePage, asks=forms.CheckoutForm, status=201, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Open a page of Stripe's on which a plan is paid.

        Pages that were open before are closed; the answer has the address of the new one.
        """
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

    @operation(CheckoutOutcome, errors=AT_STRIPE)
    def get(self, _request: Request, page_id: str) -> Response:
        """Get what came of a page on which a plan is paid."""
        found, row = beginning.outcome(page_id)
        return Response({"state": found.status, "standing": "trial" if row is None else row.standing})


class PreviewView(ReadingView):
    """`POST /billing/preview`."""

    @operation(showing.PlanPreview, asks=forms.PlanPreviewForm, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Preview what another plan would cost and take away; nothing changes."""
        return Response(showing.preview(moving.told(forms.wanted(parsed(forms.PlanPreviewForm, request)))))


class ChangeView(ManagingView):
    """`POST /billing/change`."""

    @operation(showing.ChangedSubscription, asks=forms.PlanChangeForm, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Change the plan, the interval or the seats.

        Prorated as of `at`, the moment of a preview. 402 where what is more could not be paid; then nothing changed.
        """
        told = parsed(forms.PlanChangeForm, request)
        row = moving.change(
            forms.wanted(told), at=told["at"], accepts=told["accepts"], by=person(request), actor=actors.of(request)
        )
        page = paying.page_of_owed() if row.unpaid_since is not None else None
        return Response({**showing.subscription(row), "page": page})


class CancelView(ManagingView):
    """`POST /billing/cancel`."""

    @operation(showing.SubscriptionRow, asks=forms.PlanCancelForm, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Cancel the subscription with the end of what is paid for."""
        told: dict[str, Any] = parsed(forms.PlanCancelForm, request)
        return Response(showing.subscription(leaving.cancel(**told, by=person(request), actor=actors.of(request))))


class ResumeView(ManagingView):
    """`POST /billing/resume`."""

    @operation(showing.SubscriptionRow, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Let a cancelled subscription go on after all."""
        return Response(showing.subscription(leaving.resume(by=person(request), actor=actors.of(request))))
