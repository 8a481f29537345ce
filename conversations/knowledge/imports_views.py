"""Imports over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any

from rest_framework.parsers import BaseParser, JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from assistant.knowledge.importing import reviewing
from assistant.models import KnowledgeImport
from conversations.attachments.rest import ROOM_FOR_THE_FORM
from conversations.attachments.uploads import TooLargeError
from conversations.knowledge import imports, imports_entries, imports_forms
from conversations.knowledge.views import KnowledgeView
from conversations.settings.forms import body, parsed


class ImportsView(KnowledgeView):
    """`GET`, `POST /knowledge_imports`: pasted text or a site as JSON, files as multipart in the field `files`."""

    parser_classes: list[type[BaseParser]] = [JSONParser, MultiPartParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > imports.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(imports.LARGEST)
        super().initial(request, *args, **kwargs)

    def get(self, _request: Request) -> Response:
        """The last imports, the newest first."""
        return Response({"data": imports.newest()})

    def post(self, request: Request) -> Response:
        """201 with the import, which a job reads; it waits for a review then, unless `apply` is true."""
        return Response(imports.shown(_begun(request)), status=201)


class ImportView(KnowledgeView):
    """`GET /knowledge_imports/{id}`."""

    def get(self, _request: Request, import_id: str) -> Response:
        """How far the import is."""
        return Response(imports.shown(imports.access_import(import_id)))


class EntriesView(KnowledgeView):
    """`GET /knowledge_imports/{id}/entries`."""

    def get(self, request: Request, import_id: str) -> Response:
        """A page of what the import would do."""
        asked = parsed(imports_forms.EntriesQuery, request.query_params)
        return Response(imports_entries.page(imports.access_import(import_id), **asked))


class EntryView(KnowledgeView):
    """`GET`, `PATCH /knowledge_imports/{id}/entries/{id}`."""

    def get(self, _request: Request, import_id: str, entry_id: str) -> Response:
        """The entry, with the article as it is and as it would be."""
        entry = imports_entries.access_entry(imports.access_import(import_id), entry_id)
        return Response(imports_entries.whole(entry))

    def patch(self, request: Request, import_id: str, entry_id: str) -> Response:
        """Choose the entry or leave it out, or let it change the article that it resembles."""
        entry = imports_entries.access_entry(imports.access_import(import_id), entry_id)
        reviewing.change(entry, parsed(imports_forms.EntryForm, request.data, partial=True))
        return Response(imports_entries.whole(entry))


class ChoiceView(KnowledgeView):
    """`POST /knowledge_imports/{id}/choose`."""

    def post(self, request: Request, import_id: str) -> Response:
        """Choose entries, or leave them out, by what they would do."""
        row = imports.access_import(import_id)
        reviewing.choose(row, **body(request, imports_forms.ChoiceForm))
        return Response(imports.shown(row))


class ApplyView(KnowledgeView):
    """`POST /knowledge_imports/{id}/apply`."""

    def post(self, request: Request, import_id: str) -> Response:
        """Store what was chosen, as a job; 409 when the import does not wait for a review."""
        row = imports.access_import(import_id)
        imports.apply(row, actor=actors.of(request))
        return Response(imports.shown(row))


class DismissView(KnowledgeView):
    """`POST /knowledge_imports/{id}/dismiss`."""

    def post(self, request: Request, import_id: str) -> Response:
        """Store nothing of it; 409 when it is stored already."""
        row = imports.access_import(import_id)
        imports.dismiss(row, actor=actors.of(request))
        return Response(imports.shown(row))


def _begun(request: Request) -> KnowledgeImport:
    actor = actors.of(request)
    if "multipart/form-data" in str(request.content_type):
        told = parsed(imports_forms.AtOnceForm, {"apply": request.data.get("apply", False)})
        return imports.of_files(request.FILES.getlist("files"), at_once=told["apply"], actor=actor)
    asked = body(request, imports_forms.ImportForm)
    if asked["source"] == "paste":
        return imports.of_text(asked["text"], title=asked["title"], at_once=asked["apply"], actor=actor)
    return imports.of_site(asked["url"], pages=asked["pages"], at_once=asked["apply"], actor=actor)
