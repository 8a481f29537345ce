"""Imports of knowledge over REST: what was sent becomes an import, checked as far as that goes at once."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from assistant.knowledge.importing import running, texts
from assistant.knowledge.importing.texts import NoTextError
from assistant.models import ImportSource, KnowledgeImport
from conversations import wire
from conversations.attachments.uploads import TooLargeError
from tenants import guard
from tenants.errors import NotFoundError, ParameterError
from tenants.guard import GuardError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
LARGEST = 5 * 1024 * 1024  # bytes of all files together
MOST_FILES = 5
MOST_SHOWN = 50
ENDINGS = {
    ".csv": ImportSource.CSV,
    ".tsv": ImportSource.CSV,
    ".md": ImportSource.MARKDOWN,
    ".markdown": ImportSource.MARKDOWN,
    ".txt": ImportSource.MARKDOWN,
}
UNKNOWN = "files: send CSV files (.csv), or Markdown and text files (.md, .txt)."
MIXED = "files: send CSV files and Markdown files one kind after the other."


def of_text(text: str, *, title: str, actor: Actor) -> KnowledgeImport:
    """Import pasted text."""
    content = [{"name": title, "text": texts.clean(text)}]
    return _ask(ImportSource.PASTE, name=title or "Pasted text", content=content, actor=actor)


def of_site(url: str, *, pages: int, actor: Actor) -> KnowledgeImport:
    """Import a site's pages from an address; ParameterError when that may not be asked."""
    whole = url if "://" in url else f"https://{url}"
    try:
        target = guard.check(whole.strip())
    except GuardError as error:
        raise ParameterError(f"url: {error}", param="url") from error
    return _ask(ImportSource.WEB, name=target.url, content=[{"url": target.url, "pages": pages}], actor=actor)


def of_files(files: Sequence[UploadedFile], *, actor: Actor) -> KnowledgeImport:
    """Import CSV files, or Markdown files. Raises ParameterError and TooLargeError."""
    if not 1 <= len(files) <= MOST_FILES:
        raise ParameterError(f"files: send one to {MOST_FILES} files, as multipart/form-data.", param="files")
    if sum(file.size or 0 for file in files) > LARGEST:
        raise TooLargeError(LARGEST)
    sources = {_source(file.name or "") for file in files}
    if len(sources) > 1:
        raise ParameterError(MIXED, param="files")
    content = [{"name": _name(file), "text": _text(file)} for file in files]
    names = ", ".join(part["name"] for part in content)
    return _ask(sources.pop(), name=names, content=content, actor=actor)


def access_import(import_id: str) -> KnowledgeImport:
    """The import with this id; NotFoundError when there is none."""
    try:
        return KnowledgeImport.objects.defer("content").get(pk=import_id)
    except (KnowledgeImport.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such import here.", param="import_id") from error


def newest() -> list[Json]:
    """The last imports, the newest first."""
    return [shown(row) for row in KnowledgeImport.objects.defer("content")[:MOST_SHOWN]]


def shown(row: KnowledgeImport) -> Json:
    """The import as its page shows it."""
    return {
        "id": row.id,
        "source": row.source,
        "name": row.name,
        "state": row.state,
        "total": row.total,
        "done": row.done,
        "created": row.created,
        "updated": row.updated,
        "unchanged": row.unchanged,
        "problems": row.problems,
        "created_at": wire.stamp(row.created_at),
    }


def _ask(source: ImportSource, *, name: str, content: Sequence[Json], actor: Actor) -> KnowledgeImport:
    with transaction.atomic():
        made = running.ask(source, name=name, content=content, requested_by=actor.id)
        audit.record("knowledge.imported", actor=actor, about=About("import", str(made.id), made.name))
    return made


def _source(name: str) -> ImportSource:
    ending = "." + name.lower().rpartition(".")[2]
    if ending not in ENDINGS:
        raise ParameterError(UNKNOWN, param="files")
    return ENDINGS[ending]


def _name(file: UploadedFile) -> str:
    return texts.clean(file.name or "file").replace("\n", " ")[:120]


def _text(file: UploadedFile) -> str:
    try:
        return texts.decode(file.read())
    except NoTextError as error:
        raise ParameterError(f"files: {_name(file)} is no text.", param="files") from error
