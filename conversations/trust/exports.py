"""Exports over REST."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations import rows, wire
from conversations.exporting import handing_out, making
from conversations.models import Customer, Export, ExportKind, ExportState
from conversations.trust import forms
from tenants.errors import NotFoundError, ParameterError

Json = dict[str, Any]
MOST_LISTED = 50


class ExportView(APIView):
    """A view of exports, for admins and owners."""

    permission_classes: list[type[BasePermission]] = [may(Right.EXPORT_DATA)]
    scopes = {"GET": "exports:write", "POST": "exports:write"}


class Exports(ExportView):
    """`GET /exports`: the newest ones; `POST /exports`: begin one."""

    def get(self, _request: Request) -> Response:
        """Each with how far it is, and a link while it can be fetched."""
        return Response({"data": [shown(export) for export in _exports()[:MOST_LISTED]]})

    def post(self, request: Request) -> Response:
        """202; one of the same that is being made already is given back instead."""
        asked = forms.parsed(forms.ExportForm, request.data)
        who: object = request.user
        begun = making.request(
            customer=_customer(asked), by=who if isinstance(who, Agent) else None, actor=actors.of(request)
        )
        return Response(shown(begun), status=202)


class OneExport(ExportView):
    """`GET /exports/{id}`: how far it is."""

    def get(self, _request: Request, export_id: str) -> Response:
        """With a fresh link while it can be fetched."""
        try:
            found = _exports().filter(pk=export_id).first()
        except ValidationError:
            found = None
        if found is None:
            raise NotFoundError("There is no such export here.", param="export_id")
        return Response(shown(found))


def shown(export: Export) -> Json:
    """An export as it goes over the wire."""
    done = export.state == ExportState.DONE
    return {
        "id": export.id,
        "kind": export.kind,
        "customer": {"id": export.customer.id, "name": export.customer.name} if export.customer else None,
        "state": export.state,
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
        raise ParameterError("customer_id: name a customer of this company.", param="customer_id")
    return found
