"""Imports of records over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any

from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from conversations.attachments.rest import ROOM_FOR_THE_FORM
from conversations.attachments.uploads import TooLargeError
from conversations.business import forms, imports
from conversations.business.records import KindName
from conversations.business.views import RecordsView
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import File, operation
from tenants.openapi.shapes import Listed


class ImportsView(RecordsView):
    """`GET`, `POST /record_imports`: CSV files of records."""

    parser_classes: list[type[BaseParser]] = [MultiPartParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > imports.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(imports.LARGEST)
        super().initial(request, *args, **kwargs)

    @operation(Listed[imports.RecordImportBrief], query=forms.RecordImportsQuery)
    def get(self, request: Request) -> Response:
        """List the imports of records, the newest first."""
        return Response(imports.newest(**parsed(forms.RecordImportsQuery, request.query_params)))

    @operation(imports.RecordImportWhole, asks={"kind": KindName, "file": File("text/csv")}, status=201)
    def post(self, request: Request) -> Response:
        """Send a CSV file of records of one kind.

        The answer tells its columns and what they are likely to be; nothing is read before you say how.
        """
        kind = parsed(forms.RecordKindForm, {"kind": request.data.get("kind", "")})["kind"]
        made = imports.begin(request.FILES.get("file"), kind=kind, actor=actors.of(request))
        return Response(made, status=201)


class ImportView(RecordsView):
    """`GET /record_imports/{id}`: one import."""

    @operation(imports.RecordImportWhole)
    def get(self, _request: Request, import_id: str) -> Response:
        """Fetch an import of records, with how far it is."""
        return Response(imports.shown(imports.access_import(import_id)))


class LinesView(RecordsView):
    """`GET /record_imports/{id}/rows`: what its lines would do, or did."""

    @operation(Listed[imports.RecordImportLine], query=forms.RecordLinesQuery)
    def get(self, request: Request, import_id: str) -> Response:
        """List the lines of an import of records, once its file was read."""
        asked = parsed(forms.RecordLinesQuery, request.query_params)
        return Response(imports.page(imports.access_import(import_id), **asked))


class ReadView(RecordsView):
    """`POST /record_imports/{id}/read`: the second step, after the file was sent."""

    @operation(imports.RecordImportWhole, asks=forms.RecordColumnsForm, errors=(409,))
    def post(self, request: Request, import_id: str) -> Response:
        """Read the file of an import of records; nothing is stored yet.

        A job does it; 409 when the import is stored already.
        """
        return Response(imports.read(imports.access_import(import_id), body(request, forms.RecordColumnsForm)))


class ApplyView(RecordsView):
    """`POST /record_imports/{id}/apply`: the last step, after its lines were looked at."""

    @operation(imports.RecordImportWhole, errors=(409,))
    def post(self, request: Request, import_id: str) -> Response:
        """Store every line of an import of records that has no problem.

        A job does it; 409 unless the import waits for that.
        """
        return Response(imports.apply(imports.access_import(import_id), actor=actors.of(request)))


class DismissView(RecordsView):
    """`POST /record_imports/{id}/dismiss`: the end of an import that nobody wants."""

    @operation(imports.RecordImportWhole, errors=(409,))
    def post(self, _request: Request, import_id: str) -> Response:
        """End an import of records without storing anything.

        409 when it is stored already.
        """
        return Response(imports.dismiss(imports.access_import(import_id)))


class UndoView(RecordsView):
    """`POST /record_imports/{id}/undo`: within a week."""

    @operation(imports.RecordImportWhole, errors=(409,))
    def post(self, request: Request, import_id: str) -> Response:
        """Take back what an import of records stored and nobody changed since.

        A job does it; 409 after a week, or when nothing was stored.
        """
        return Response(imports.undo(imports.access_import(import_id), actor=actors.of(request)))
