"""Records over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.business import forms, records
from conversations.settings.forms import body, parsed


class RecordsView(APIView):
    """A view that everybody reads and supervisors write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RECORDS, to_change=Right.WRITE_RECORDS)]
    scopes = {
        "GET": "records:read",
        "POST": "records:write",
        "PATCH": "records:write",
        "DELETE": "records:write",
    }


class SummaryView(RecordsView):
    """`GET /records`."""

    def get(self, _request: Request) -> Response:
        """How many of each kind, and where they come from."""
        return Response({"data": records.summary()})


class ListView(RecordsView):
    """`GET`, `POST /orders`, `/products`, `/persons`, `/tickets`."""

    def get(self, request: Request, kind: str) -> Response:
        """A page, the newest first; `key` finds a number, SKU or e-mail address."""
        return Response(records.page(records.kind_named(kind), **parsed(forms.ListQuery, request.query_params)))

    def post(self, request: Request, kind: str) -> Response:
        """201 with the new record; 409 when its number, SKU or address is taken."""
        return Response(records.create(records.kind_named(kind), request.data, actor=actors.of(request)), status=201)


class BulkView(RecordsView):
    """`POST /orders/bulk` and the like."""

    def post(self, request: Request, kind: str) -> Response:
        """Write up to five hundred by their keys; each that is wrong is told by its place."""
        told = body(request, forms.ManyForm)["data"]
        return Response(records.put_many(records.kind_named(kind), told, actor=actors.of(request)))


class RecordView(RecordsView):
    """`GET`, `PATCH`, `DELETE /orders/{id}` and the like."""

    def get(self, _request: Request, kind: str, record_id: str) -> Response:
        """The record."""
        found = records.kind_named(kind)
        return Response(found.shown(records.access_record(found, record_id)))

    def patch(self, request: Request, kind: str, record_id: str) -> Response:
        """Change the fields that are named."""
        found = records.kind_named(kind)
        row = records.access_record(found, record_id)
        return Response(records.change(found, row, request.data, actor=actors.of(request)))

    def delete(self, request: Request, kind: str, record_id: str) -> Response:
        """204; it is gone for good."""
        found = records.kind_named(kind)
        records.remove(found, records.access_record(found, record_id), actor=actors.of(request))
        return Response(status=204)
