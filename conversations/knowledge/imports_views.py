"""Imports over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any

from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from assistant.knowledge.importing import reviewing
from conversations.attachments.rest import ROOM_FOR_THE_FORM
from conversations.attachments.uploads import TooLargeError
from conversations.knowledge import imports, imports_entries, imports_forms
from conversations.knowledge.views import KnowledgeView
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class ImportsView(KnowledgeView):
    """`GET`, `POST /knowledge_imports`: articles brought in together.

    A job reads what was sent. The import waits for a review then, unless `apply` is true.
    """

    @operation(Listed[imports.KnowledgeImportRow], query=imports_forms.KnowledgeImportsQuery)
    def get(self, request: Request) -> Response:
        """List the imports of articles, the newest first."""
        return Response(imports.newest(**parsed(imports_forms.KnowledgeImportsQuery, request.query_params)))

    @operation(imports.KnowledgeImportRow, asks=imports_forms.KnowledgeImportForm, status=201)
    def post(self, request: Request) -> Response:
        """Import articles from pasted text, or from the pages of a site."""
        asked, actor = body(request, imports_forms.KnowledgeImportForm), actors.of(request)
        if asked["source"] == "paste":
            made = imports.of_text(asked["text"], title=asked["title"], at_once=asked["apply"], actor=actor)
        else:
            made = imports.of_site(asked["url"], pages=asked["pages"], at_once=asked["apply"], actor=actor)
        return Response(imports.shown(made), status=201)


class FilesView(KnowledgeView):
    """`POST /knowledge_imports/files`: up to five at once, of one kind at a time."""

    parser_classes: list[type[BaseParser]] = [MultiPartParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > imports.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(imports.LARGEST)
        super().initial(request, *args, **kwargs)

    @operation(imports.KnowledgeImportRow, asks={"files": list[bytes], "apply": bool, "drafts": bool}, status=201)
    def post(self, request: Request) -> Response:
        """Import articles from files: CSV, Markdown or text, PDF, Word, HTML, or JSON.

        JSON is what a Zendesk help centre answers for its articles, of which `drafts` come only if they are wanted.
        """
        told = parsed(
            imports_forms.ImportFilesForm, {name: request.data.get(name, False) for name in ("apply", "drafts")}
        )
        files = request.FILES.getlist("files")
        made = imports.of_files(files, at_once=told["apply"], drafts=told["drafts"], actor=actors.of(request))
        return Response(imports.shown(made), status=201)


class ImportView(KnowledgeView):
    """`GET /knowledge_imports/{id}`: one import."""

    @operation(imports.KnowledgeImportRow)
    def get(self, _request: Request, import_id: str) -> Response:
        """Fetch an import of articles, with how far it is."""
        return Response(imports.shown(imports.access_import(import_id)))


class EntriesView(KnowledgeView):
    """`GET /knowledge_imports/{id}/entries`: what an import would do."""

    @operation(Listed[imports_entries.ImportEntryRow], query=imports_forms.ImportEntriesQuery)
    def get(self, request: Request, import_id: str) -> Response:
        """List the entries of an import, in the order of its source."""
        asked = parsed(imports_forms.ImportEntriesQuery, request.query_params)
        return Response(imports_entries.page(imports.access_import(import_id), **asked))


class EntryView(KnowledgeView):
    """`GET`, `PATCH /knowledge_imports/{id}/entries/{id}`: one article that an import would bring, change or remove."""

    @operation(imports_entries.WholeImportEntry)
    def get(self, _request: Request, import_id: str, entry_id: str) -> Response:
        """Fetch an entry of an import, with the article as it is and as it would be."""
        entry = imports_entries.access_entry(imports.access_import(import_id), entry_id)
        return Response(imports_entries.whole(entry))

    @operation(imports_entries.WholeImportEntry, asks=imports_forms.ImportEntryForm, partial=True, errors=(409,))
    def patch(self, request: Request, import_id: str, entry_id: str) -> Response:
        """Choose an entry of an import or leave it out, or let it change the article that it resembles.

        409 when the import does not wait for a review.
        """
        entry = imports_entries.access_entry(imports.access_import(import_id), entry_id)
        reviewing.change(entry, parsed(imports_forms.ImportEntryForm, request.data, partial=True))
        return Response(imports_entries.whole(entry))


class ChoiceView(KnowledgeView):
    """`POST /knowledge_imports/{id}/choose`: many entries at once."""

    @operation(imports.KnowledgeImportRow, asks=imports_forms.ImportChoiceForm, errors=(409,))
    def post(self, request: Request, import_id: str) -> Response:
        """Choose entries of an import, or leave them out, by what they would do.

        409 when the import does not wait for a review.
        """
        row = imports.access_import(import_id)
        reviewing.choose(row, **body(request, imports_forms.ImportChoiceForm))
        return Response(imports.shown(row))


class ApplyView(KnowledgeView):
    """`POST /knowledge_imports/{id}/apply`: the end of a review."""

    @operation(imports.KnowledgeImportRow, errors=(409,))
    def post(self, request: Request, import_id: str) -> Response:
        """Store what was chosen of an import.

        A job does it; 409 when the import does not wait for a review.
        """
        row = imports.access_import(import_id)
        imports.apply(row, actor=actors.of(request))
        return Response(imports.shown(row))


class DismissView(KnowledgeView):
    """`POST /knowledge_imports/{id}/dismiss`: the end of an import that nobody wants."""

    @operation(imports.KnowledgeImportRow, errors=(409,))
    def post(self, request: Request, import_id: str) -> Response:
        """End an import of articles without storing anything.

        409 when it is stored already.
        """
        row = imports.access_import(import_id)
        imports.dismiss(row, actor=actors.of(request))
        return Response(imports.shown(row))
