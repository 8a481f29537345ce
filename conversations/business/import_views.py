"""Imports of records over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any

from rest_framework import serializers
from rest_framework.parsers import BaseParser, JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from assistant.models import RowAction
from assistant.records.importing.lines import DATES
from assistant.records.kinds import KINDS
from conversations.attachments.rest import ROOM_FOR_THE_FORM
from conversations.attachments.uploads import TooLargeError
from conversations.business import imports
from conversations.business.views import RecordsView
from conversations.settings.forms import body, parsed


class KindForm(serializers.Serializer[None]):
    """What a file holds."""

    kind = serializers.ChoiceField(list(KINDS))


class WayForm(serializers.Serializer[None]):
    """How a file is to be read."""

    mapping = serializers.DictField(child=serializers.CharField(max_length=80, trim_whitespace=False))
    attributes = serializers.ListField(child=serializers.CharField(max_length=80), max_length=100, default=list)
    dates = serializers.ChoiceField(list(DATES), default="iso")


class RowsQuery(serializers.Serializer[None]):
    """Which part of a file's lines."""

    action = serializers.ChoiceField(RowAction.choices, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.IntegerField(min_value=0, max_value=2_000_000_000, required=False, default=None)


class ImportsView(RecordsView):
    """`GET`, `POST /record_imports`: one CSV file as multipart in the field `file`, with its `kind`."""

    parser_classes: list[type[BaseParser]] = [MultiPartParser, JSONParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > imports.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(imports.LARGEST)
        super().initial(request, *args, **kwargs)

    def get(self, _request: Request) -> Response:
        """The last imports, the newest first."""
        return Response({"data": imports.newest()})

    def post(self, request: Request) -> Response:
        """201 with the import, its columns and what they are likely to be; nothing is read yet."""
        kind = parsed(KindForm, {"kind": request.data.get("kind", "")})["kind"]
        made = imports.begin(request.FILES.get("file"), kind=kind, actor=actors.of(request))
        return Response(made, status=201)


class ImportView(RecordsView):
    """`GET /record_imports/{id}`."""

    def get(self, _request: Request, import_id: str) -> Response:
        """How far it is."""
        return Response(imports.shown(imports.access_import(import_id)))


class RowsView(RecordsView):
    """`GET /record_imports/{id}/rows`."""

    def get(self, request: Request, import_id: str) -> Response:
        """A page of what its lines would do, or did."""
        asked = parsed(RowsQuery, request.query_params)
        return Response(imports.page(imports.access_import(import_id), **asked))


class ReadView(RecordsView):
    """`POST /record_imports/{id}/read`."""

    def post(self, request: Request, import_id: str) -> Response:
        """Read the file with these columns, as a job; 409 when it is stored already."""
        return Response(imports.read(imports.access_import(import_id), body(request, WayForm)))


class ApplyView(RecordsView):
    """`POST /record_imports/{id}/apply`."""

    def post(self, request: Request, import_id: str) -> Response:
        """Store every line without a problem, as a job; 409 unless it waits for that."""
        return Response(imports.apply(imports.access_import(import_id), actor=actors.of(request)))


class DismissView(RecordsView):
    """`POST /record_imports/{id}/dismiss`."""

    def post(self, _request: Request, import_id: str) -> Response:
        """Store nothing; 409 when it is stored already."""
        return Response(imports.dismiss(imports.access_import(import_id)))


class UndoView(RecordsView):
    """`POST /record_imports/{id}/undo`."""

    def post(self, request: Request, import_id: str) -> Response:
        """Take back what it stored and nobody changed since, as a job; 409 after a week."""
        return Response(imports.undo(imports.access_import(import_id), actor=actors.of(request)))
