"""The audit log over REST."""

from collections.abc import Iterator
from typing import Any

from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from conversations.trust import forms
from conversations.trust.streaming import InParts
from tenants import current
from tenants.openapi.operation import File, operation
from tenants.openapi.shapes import Listed
from tenants.trail import audit, files, reading
from tenants.trail.audit import About


class AuditView(APIView):
    """A view of the audit log, for admins and owners."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_AUDIT)]
    scopes = {"GET": "audit:read"}


class Entries(AuditView):
    """`GET /audit`: what was done, the newest first."""

    @operation(Listed[reading.AuditEntryRow], query=forms.AuditQuery)
    def get(self, request: Request) -> Response:
        """List the entries of the audit log that match, the newest first."""
        asked = forms.parsed(forms.AuditQuery, request.query_params)
        rows, cursor = reading.page(_filter(asked), limit=asked["limit"], cursor=asked["cursor"])
        data = [reading.shown(entry) for entry in rows]
        return Response({"data": data, "has_more": cursor is not None, "next_cursor": cursor})


class Actions(AuditView):
    """`GET /audit/actions`: what one can filter by."""

    @operation(Listed[str])
    def get(self, _request: Request) -> Response:
        """List every action that was ever written down here, by name."""
        return Response(all_of(reading.actions()))


class AnyFormat(BaseContentNegotiation):
    """Leaves `format` to the view: here it says which file is wanted."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """The first one."""
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        """The first one, for errors."""
        return renderers[0], renderers[0].media_type


class Download(AuditView):
    """`GET /audit/export`: all that match, as CSV or JSON lines."""

    content_negotiation_class = AnyFormat

    @operation(File("text/csv", "application/x-ndjson"), query=forms.AuditFileQuery)
    def get(self, request: Request) -> InParts:
        """Export the entries of the audit log that match, as CSV or as lines of JSON.

        The file is made while it leaves; that it was taken is an entry of its own.
        """
        asked = forms.parsed(forms.AuditFileQuery, request.query_params)
        kind = str(asked["format"])
        about = About("audit", name=f"Audit log as {kind}")
        audit.record("audit.exported", actor=actors.of(request), about=about)
        name = f"{current.schema_name()}-audit.{kind}"
        return InParts(_parts(_filter(asked), kind), content_type=files.TYPES[kind], name=name)


def _parts(asked: reading.Asked, kind: str) -> Iterator[str]:
    yield files.HEADINGS[kind]
    for entries in reading.pages(asked):
        yield files.WRITERS[kind](entries)


def _filter(asked: forms.Json) -> reading.Asked:
    return reading.Asked(
        actor=asked["actor"],
        action=asked["action"],
        about=asked["object"],
        since=asked["since"],
        until=asked["until"],
    )
