"""Invoices, what is open of them, and to whom they go, over REST."""

from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from agents.letters import origin
from agents.rest.asking import parsed, person
from conversations.settings import forms as reading
from conversations.subscribing import details, forms, paying, showing
from conversations.subscribing.views import READS, ManagingView, ReadingView


class PayView(ManagingView):
    """`POST /billing/pay`."""

    def post(self, request: Request) -> Response:
        """Whether what was open is paid; the page of the invoice where the bank wants it to be confirmed."""
        done = paying.pay(by=person(request), actor=actors.of(request))
        return Response({"paid": done.paid, "page": done.page})


class PortalView(ManagingView):
    """`POST /billing/portal`."""

    def post(self, request: Request) -> Response:
        """201 with the address of Stripe's page of the company."""
        return Response({"url": paying.open_portal(actor=actors.of(request), origin=origin(request))}, status=201)


class InvoicesView(ReadingView):
    """`GET /billing/invoices`."""

    scopes = READS

    def get(self, request: Request) -> Response:
        """A page of them, the newest first."""
        told = reading.parsed(forms.InvoicesQuery, request.query_params)
        found, cursor = paying.invoices(**told)
        data = [showing.invoice(one) for one in found]
        return Response({"data": data, "has_more": cursor is not None, "next_cursor": cursor})


class DetailsView(ReadingView):
    """`GET`, `PATCH /billing/details`."""

    scopes = READS

    def get(self, _request: Request) -> Response:
        """To whom invoices go."""
        return Response(showing.details(details.found()))

    def patch(self, request: Request) -> Response:
        """With other values for what the request names."""
        wanted = reading.parsed(forms.DetailsForm, request.data, partial=True)
        return Response(showing.details(details.change(wanted, by=person(request), actor=actors.of(request))))


class TaxIdsView(ManagingView):
    """`POST /billing/tax_ids`."""

    def post(self, request: Request) -> Response:
        """201 with the tax number, which Stripe checks in its own time."""
        told = parsed(forms.TaxIdForm, request)
        return Response(
            showing.tax_id(details.add_tax_id(**told, by=person(request), actor=actors.of(request))), status=201
        )


class TaxIdView(ManagingView):
    """`DELETE /billing/tax_ids/{id}`."""

    def delete(self, request: Request, tax_id: str) -> Response:
        """204; it stands on invoices no longer."""
        details.remove_tax_id(tax_id, by=person(request), actor=actors.of(request))
        return Response(status=204)
