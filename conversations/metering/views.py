"""The ledger over REST: each view parses, makes one call and renders."""

from django.http.response import HttpResponseBase
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from billing import disputes
from conversations import allowance
from conversations.metering import forms, listing, tables, uncounted
from conversations.metering.listing import Asked
from conversations.settings.forms import body, parsed
from conversations.trust.audit import AnyFormat
from conversations.trust.streaming import InParts
from tenants import current
from tenants.openapi.operation import File, operation
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About

READS = {"GET": "billing:read"}  # the scope of tokens


class LinesView(APIView):
    """`GET /billing/usage/lines`; quotes customers, so no token reads it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]

    @operation(Listed[listing.LedgerLine], query=forms.LinesQuery)
    def get(self, request: Request) -> Response:
        """List the resolutions that were counted, the newest first."""
        told = parsed(forms.LinesQuery, request.query_params)
        asked = Asked(told["from"], told["to"], told["state"], told["period"])
        return Response(listing.page(asked, limit=told["limit"], cursor=told["cursor"]))


class LineView(APIView):
    """`GET /billing/usage/lines/{id}`; quotes customers, so no token reads it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]

    @operation(listing.LedgerLine)
    def get(self, request: Request, resolution_id: str) -> Response:
        """Get a resolution, however long ago it was counted."""
        return Response(listing.one(resolution_id))


class DisputeView(APIView):
    """`POST /billing/usage/lines/{id}/dispute`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_BILLING)]

    @operation(listing.LedgerLine, asks=forms.LedgerDisputeForm, status=201, errors=(409,))
    def post(self, request: Request, resolution_id: str) -> Response:
        """Dispute a resolution: say why it was none.

        Gives the line as it is then.
        """
        said = body(request, forms.LedgerDisputeForm)
        disputes.raise_for(resolution_id, reason=said["reason"], actor=actors.of(request))
        allowance.soon()
        return Response(listing.one(resolution_id), status=201)


class UncountedView(APIView):
    """`GET /billing/usage/not_counted`; names customers, so no token reads it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]

    @operation(uncounted.Uncounted, query=forms.ExamplesQuery)
    def get(self, request: Request) -> Response:
        """List examples of what the assistant had alone and is not counted, and why."""
        return Response(uncounted.shown(limit=parsed(forms.ExamplesQuery, request.query_params)["limit"]))


class ExportView(APIView):
    """`GET /billing/usage/export.csv`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_BILLING)]
    content_negotiation_class = AnyFormat
    scopes = READS

    @operation(File("text/csv"), query=forms.DaysQuery)
    def get(self, request: Request) -> HttpResponseBase:
        """Download all lines as a CSV file; that it was taken is in the audit log."""
        told = parsed(forms.DaysQuery, request.query_params)
        days = f"{told['from'] or 'the beginning'} to {told['to'] or 'today'}"
        days = f"the {told['period']} period" if told["period"] else days
        audit.record("usage.exported", actor=actors.of(request), about=About("resolutions", name=days))
        asked = Asked(told["from"], told["to"], period=told["period"])
        name = f"{current.schema_name()}-resolutions.csv"
        return InParts(tables.of_lines(asked), content_type=tables.TYPE, name=name)
