"""Customers over REST: find them, and erase them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations import wire
from conversations.erasing import customers
from conversations.merging import persons
from conversations.models import Customer
from conversations.trust import forms
from tenants import cursors

Json = dict[str, Any]
PREFIX = "cus"


class Customers(APIView):
    """`GET /customers`: those who wrote, the newest first."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CUSTOMERS)]
    scopes = {"GET": "customers:read"}

    def get(self, request: Request) -> Response:
        """A page of those whose name or e-mail address has the words in it, or whose id it is."""
        asked = forms.parsed(forms.CustomersQuery, request.query_params)
        found = _after(_matching(asked["search"].strip()), asked["cursor"])
        rows = list(found.annotate(threads=Count("conversations"))[: asked["limit"] + 1])
        page, more = rows[: asked["limit"]], len(rows) > asked["limit"]
        cursor = cursors.pack(page[-1].created_at, str(page[-1].id)) if more else None
        data = [{**_shown(row), "conversations": row.threads} for row in page]
        return Response({"data": data, "has_more": more, "next_cursor": cursor})


class Erase(APIView):
    """`POST /customers/{id}/erase`: remove all that is kept of one, for good."""

    permission_classes: list[type[BasePermission]] = [may(Right.ERASE_CUSTOMERS)]
    scopes = {"POST": "customers:erase"}

    def post(self, request: Request, customer_id: str) -> Response:
        """202: it begins now and is done soon; it needs their name, e-mail address or id typed by hand."""
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


def _after(rows: QuerySet[Customer], cursor: str) -> QuerySet[Customer]:
    if not cursor:
        return rows
    at, key = cursors.unpack(cursor, prefix=PREFIX)
    return rows.filter(Q(created_at__lt=at) | Q(created_at=at, pk__lt=key))


def _shown(customer: Customer) -> Json:
    return {
        "id": customer.id,
        "name": customer.name,
        "email": customer.email or None,
        "created_at": wire.stamp(customer.created_at),
        "merged_into": customer.merged_into_id,
    }
