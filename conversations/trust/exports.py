"""Exports over REST."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.permissions import Right, may
from conversations import rows, wire
from conversations.exporting import handing_out, making
from conversations.models import Customer, Export, ExportKind, ExportState
from conversations.trust import forms
from tenants import cursors
from tenants.errors import NotFoundError, ParameterError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

Json = dict[str, Any]
PREFIX = "exp"


class ExportRow(TypedDict):
    """A copy of the company's data, or of one customer's, as a zip."""

    id: str
    kind: ExportKind
    customer: wire.Named | None
    state: ExportState
    done: int
    """How many steps of `total` are done."""
    total: int
    size: int | None
    """Bytes; null until it is done."""
    url: str | None
    """A signed path on the company's host, good for half an hour; null until it is done."""
    problem: str | None
    """Why it failed, in words."""
    expires_at: str | None
    requested_by: rows.Colleague | None
    created_at: str


class ExportView(APIView):
    """A view of exports, for admins and owners."""

    permission_classes: list[type[BasePermission]] = [may(Right.EXPORT_DATA)]
    scopes = {"GET": "exports:write", "POST": "exports:write"}


class Exports(ExportView):
    """`GET /exports`: the newest ones; `POST /exports`: begin one."""

    @operation(Listed[ExportRow], query=forms.ExportsQuery)
    def get(self, request: Request) -> Response:
        """List the exports, the newest first, each with a link while it can be fetched."""
        asked = forms.parsed(forms.ExportsQuery, request.query_params)
        newest = _exports().order_by("-created_at", "-id")
        page = cursors.newest_first(newest, by="created_at", prefix=PREFIX, **asked)
        return Response(page.of([shown(export) for export in page.rows]))

    @operation(ExportRow, asks=forms.ExportForm, status=202)
    def post(self, request: Request) -> Response:
        """Begin an export of the workspace, or of one customer.

        One of the same that is being made already is given back instead.
        """
        asked = forms.parsed(forms.ExportForm, request.data)
        begun = making.request(customer=_customer(asked), by=actors.agent(request), actor=actors.of(request))
        return Response(shown(begun), status=202)


class OneExport(ExportView):
    """`GET /exports/{id}`: how far it is."""

    @operation(ExportRow)
    def get(self, _request: Request, export_id: str) -> Response:
        """Get an export: how far it is, and a fresh link while it can be fetched."""
        try:
            found = _exports().filter(pk=export_id).first()
        except ValidationError:
            found = None
        if found is None:
            raise NotFoundError(gettext("There is no such export here."), param="export_id")
        return Response(shown(found))


def shown(export: Export) -> ExportRow:
    """An export as it goes over the wire."""
    done = export.state == ExportState.DONE
    return {
        "id": export.id,
        "kind": ExportKind(export.kind),
        "customer": {"id": export.customer.id, "name": export.customer.name} if export.customer else None,
        "state": ExportState(export.state),
        "done": export.done,
        "total": export.total,
        "size": export.size if done else None,
        "url": handing_out.url(export),
        "problem": export.problem or None,
        "expires_at": wire.stamp(export.expires_at) if export.expires_at else None,
        "requested_by": rows.colleague(export.requested_by),
        "created_at": wire.stamp(export.created_at),
    }


def _exports() -> QuerySet[Export]:
    return Export.objects.select_related("customer", "requested_by")


def _customer(asked: Json) -> Customer | None:
    if asked["kind"] == ExportKind.WORKSPACE:
        return None
    try:
        found = Customer.objects.filter(pk=asked["customer_id"]).first()
    except ValidationError:
        found = None
    if found is None:
        raise ParameterError(gettext("customer_id: name a customer of this company."), param="customer_id")
    return found
