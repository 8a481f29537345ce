"""Customers over REST: find them, write down one, and erase them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import acting, actors
from agents.permissions import Right, may
from conversations import wire
from conversations.channels import naming
from conversations.channels.forms import CustomerForm, told
from conversations.erasing import customers
from conversations.merging import persons
from conversations.models import Customer
from conversations.trust import forms
from tenants import cursors
from tenants.cursors import Page
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

PREFIX = "cus"
EXACT = ("email", "external_id")


class CustomerRow(TypedDict):
    """A customer in the list."""

    id: str
    name: str
    email: str | None
    external_id: str | None
    """Your own id for the customer, as your server said it."""
    created_at: str
    merged_into: str | None
    """The record of the same person under which the desk looks."""
    conversations: int


class ErasureBegun(TypedDict):
    """That a customer is being erased."""

    id: str
    requested_at: str


class Customers(APIView):
    """`GET`, `POST /customers`: those who are known, the newest first, and one more."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS, to_change=Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": "customers:read", "POST": "customers:write"}

    @operation(Listed[CustomerRow], query=forms.CustomersQuery)
    def get(self, request: Request) -> Response:
        """List the customers, the newest first.

        `search` narrows them to those whose name or e-mail address has the words in it, or whose id it is; `email` and
        `external_id` to those who have just that one.
        """
        asked = forms.parsed(forms.CustomersQuery, request.query_params)
        exact = {f"{name}__iexact" if name == "email" else name: asked[name] for name in EXACT if asked[name]}
        found = _matching(asked["search"].strip()).filter(**exact).annotate(threads=Count("conversations"))
        page: Page[Any] = cursors.newest_first(
            found, by="created_at", prefix=PREFIX, limit=asked["limit"], cursor=asked["cursor"]
        )
        return Response(page.of([_shown(row, row.threads) for row in page.rows]))

    @operation({200: CustomerRow, 201: CustomerRow}, asks=CustomerForm)
    def post(self, request: Request) -> Response:
        """Create a customer, or change the one with this `external_id`.

        What is left out stays as it is. Only a token may say an `external_id`: it is how your system knows its
        customer. Without one a new record is made each time; the desk can merge those of one person.
        """
        said = told(forms.parsed(CustomerForm, request.data))
        if acting.token_of(request) is None:
            naming.check_desk(said)
        kept = naming.write_down(said, actor=actors.of(request))
        shown = _shown(kept.customer, kept.customer.conversations.count())
        return Response(shown, status=201 if kept.made else 200)


class Erase(APIView):
    """`POST /customers/{id}/erase`: remove all that is kept of one, for good."""

    permission_classes: list[type[BasePermission]] = [may(Right.ERASE_CUSTOMERS)]
    scopes = {"POST": "customers:erase"}

    @operation(ErasureBegun, asks=forms.EraseForm, status=202)
    def post(self, request: Request, customer_id: str) -> Response:
        """Erase a customer and all that is kept of them, for good.

        It begins now and is done soon. `confirm` is their name, e-mail address or id.
        """
        asked = forms.parsed(forms.EraseForm, request.data)
        begun = customers.request(persons.access(customer_id), confirm=asked["confirm"], actor=actors.of(request))
        return Response({"id": begun.id, "requested_at": wire.stamp(begun.requested_at)}, status=202)


def _matching(words: str) -> QuerySet[Customer]:
    ordered = Customer.objects.order_by("-created_at", "-id")
    if not words:
        return ordered
    if words.startswith(f"{PREFIX}_"):
        try:
            return ordered.filter(pk=words)
        except ValidationError:
            return ordered.none()
    return ordered.filter(Q(name__icontains=words) | Q(email__icontains=words))


def _shown(customer: Customer, conversations: int) -> CustomerRow:
    return {
        "id": customer.id,
        "name": customer.name,
        "email": customer.email or None,
        "external_id": customer.external_id or None,
        "created_at": wire.stamp(customer.created_at),
        "merged_into": customer.merged_into_id,
        "conversations": conversations,
    }
