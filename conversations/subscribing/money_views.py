"""Invoices, what is open of them, and to whom they go, over REST."""

from rest_framework.request import Request
from rest_framework.response import Response
from typing_extensions import TypedDict

from agents import actors
from agents.letters import origin
from agents.rest.asking import parsed, person
from conversations.settings import forms as reading
from conversations.subscribing import details, forms, paying, showing
from conversations.subscribing.views import AT_STRIPE, READS, ManagingView, ReadingView, StripePage
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class PaidInvoice(TypedDict):
    """What came of a try to pay."""

    paid: bool
    page: str | None
    """Where somebody can do something about it."""


class PayView(ManagingView):
    """`POST /billing/pay`."""

    @operation(PaidInvoice, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Try to pay the open invoice now.

        Where the bank wants it to be confirmed, the answer has the page of the invoice.
        """
        done = paying.pay(by=person(request), actor=actors.of(request))
        return Response({"paid": done.paid, "page": done.page})


class PortalView(ManagingView):
    """`POST /billing/portal`."""

    @operation(StripePage, status=201, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Open Stripe's page of the company: its cards and old invoices."""
        return Response({"url": paying.open_portal(actor=actors.of(request), origin=origin(request))}, status=201)


class InvoicesView(ReadingView):
    """`GET /billing/invoices`."""

    scopes = READS

    @operation(Listed[showing.InvoiceRow], query=forms.InvoicesQuery, errors=AT_STRIPE)
    def get(self, request: Request) -> Response:
        """List invoices, the newest first."""
        told = reading.parsed(forms.InvoicesQuery, request.query_params)
        found, cursor = paying.invoices(**told)
        data = [showing.invoice(one) for one in found]
        return Response({"data": data, "has_more": cursor is not None, "next_cursor": cursor})


class DetailsView(ReadingView):
    """`GET`, `PATCH /billing/details`."""

    scopes = READS

    @operation(showing.BillingAddress, errors=AT_STRIPE)
    def get(self, _request: Request) -> Response:
        """Get to whom invoices go."""
        return Response(showing.details(details.found()))

    @operation(showing.BillingAddress, asks=forms.BillingAddressForm, partial=True, errors=AT_STRIPE)
    def patch(self, request: Request) -> Response:
        """Change the named fields of to whom invoices go."""
        wanted = reading.parsed(forms.BillingAddressForm, request.data, partial=True)
        return Response(showing.details(details.change(wanted, by=person(request), actor=actors.of(request))))


class TaxIdsView(ManagingView):
    """`POST /billing/tax_ids`."""

    @operation(showing.TaxIdRow, asks=forms.TaxIdForm, status=201, errors=AT_STRIPE)
    def post(self, request: Request) -> Response:
        """Add a tax number to invoices; Stripe checks it in its own time."""
        told = parsed(forms.TaxIdForm, request)
        return Response(
            showing.tax_id(details.add_tax_id(**told, by=person(request), actor=actors.of(request))), status=201
        )


class TaxIdView(ManagingView):
    """`DELETE /billing/tax_ids/{id}`."""

    @operation(errors=AT_STRIPE)
    def delete(self, request: Request, tax_id: str) -> Response:
        """Remove a tax number from invoices."""
        details.remove_tax_id(tax_id, by=person(request), actor=actors.of(request))
        return Response(status=204)
