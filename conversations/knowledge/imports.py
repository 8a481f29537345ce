"""Imports of knowledge over REST: what was sent becomes an import, checked as far as that goes at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from assistant.knowledge.history import By
from assistant.knowledge.importing import apart, pages, pdf, running, texts, word
from assistant.knowledge.importing.texts import NoTextError
from assistant.models import EntryAction, ImportEntry, ImportSource, ImportState, KnowledgeImport
from conversations import wire
from conversations.attachments.uploads import TooLargeError
from tenants import cursors, guard
from tenants.errors import NotFoundError, ParameterError
from tenants.guard import GuardError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
LARGEST = 10 * 1024 * 1024  # bytes of all files together
MOST_FILES = 5
ENDINGS = {
    ".csv": ImportSource.CSV,
    ".tsv": ImportSource.CSV,
    ".md": ImportSource.MARKDOWN,
    ".markdown": ImportSource.MARKDOWN,
    ".txt": ImportSource.MARKDOWN,
    ".pdf": ImportSource.PDF,
    ".docx": ImportSource.WORD,
    ".html": ImportSource.HTML,
    ".htm": ImportSource.HTML,
    ".json": ImportSource.ZENDESK,
}
UNKNOWN = gettext_noop(
    "files: send CSV files (.csv), Markdown and text (.md, .txt), PDFs (.pdf), Word documents (.docx), "
    "web pages (.html), or articles of Zendesk (.json)."
)
OLD_WORD = gettext_noop("files: {file} is of a Word before 2007. Save it as .docx and send that.")
MIXED = gettext_noop("files: send files of one kind at a time: CSV, Markdown and text, PDF, Word, HTML, or JSON.")


class ImportReview(TypedDict):
    """How many entries would do what, while an import waits for a review."""

    create: int
    update: int
    same: int
    remove: int
    chosen: int


class ImportProblem(TypedDict):
    """A part of the source that could not be read or stored."""

    where: str
    """Such as a line of a file, or an address."""
    message: str


class KnowledgeImportRow(TypedDict):
    """An import of articles, with how far it is."""

    id: str
    source: ImportSource
    name: str
    """File names or an address."""
    state: ImportState
    total: int
    """Of what is read, then of what is stored."""
    done: int
    created: int
    updated: int
    unchanged: int
    removed: int
    review: ImportReview | None
    """Null unless it waits for a review and has entries."""
    problems: list[ImportProblem]
    requested_by: str
    created_at: str


def of_text(text: str, *, title: str, at_once: bool, actor: Actor) -> KnowledgeImport:
    """Import pasted text."""
    content = [{"name": title, "text": texts.clean(text)}]
    return _ask(ImportSource.PASTE, name=title or "Pasted text", content=content, at_once=at_once, actor=actor)


def of_site(url: str, *, pages: int, at_once: bool, actor: Actor) -> KnowledgeImport:
    """Import a site's pages from an address; ParameterError when that may not be asked."""
    whole = url if "://" in url else f"https://{url}"
    try:
        target = guard.check(whole.strip())
    except GuardError as error:
        raise ParameterError(f"url: {error}", param="url") from error
    content = [{"url": target.url, "pages": pages}]
    return _ask(ImportSource.WEB, name=target.url, content=content, at_once=at_once, actor=actor)


def of_files(files: Sequence[UploadedFile], *, at_once: bool, drafts: bool, actor: Actor) -> KnowledgeImport:
    """Import files of one kind (ENDINGS); of the articles of Zendesk also `drafts`, if they are wanted.

    Raises ParameterError and TooLargeError.
    """
    if not 1 <= len(files) <= MOST_FILES:
        raise ParameterError(
            gettext("files: send one to {most_files} files, as multipart/form-data.").format(most_files=MOST_FILES),
            param="files",
        )
    if sum(file.size or 0 for file in files) > LARGEST:
        raise TooLargeError(LARGEST)
    sources = {_source(file.name or "") for file in files}
    if len(sources) > 1:
        raise ParameterError(gettext(MIXED), param="files")
    source = sources.pop()
    content = [_part(source, file) for file in files]
    if source == ImportSource.ZENDESK:
        content = [{**part, "drafts": drafts} for part in content]
    names = ", ".join(part["name"] for part in content)
    return _ask(source, name=names, content=content, at_once=at_once, actor=actor)


def apply(row: KnowledgeImport, *, actor: Actor) -> None:
    """Begin to store what was chosen. Raises NotUnderReviewError."""
    with transaction.atomic():
        running.apply(row)
        audit.record("knowledge.import_applied", actor=actor, about=_about(row))


def dismiss(row: KnowledgeImport, *, actor: Actor) -> None:
    """End the import without storing anything. Raises NotUnderReviewError."""
    with transaction.atomic():
        running.dismiss(row)
        audit.record("knowledge.import_dismissed", actor=actor, about=_about(row))


def access_import(import_id: str) -> KnowledgeImport:
    """The import with this id; NotFoundError when there is none."""
    try:
        return KnowledgeImport.objects.defer("content").get(pk=import_id)
    except (KnowledgeImport.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such import here."), param="import_id") from error


def newest(*, limit: int, cursor: str) -> Listed[KnowledgeImportRow]:
    """A page of imports, the newest first. Two queries."""
    found = KnowledgeImport.objects.defer("content").order_by("-created_at", "-id")
    listed = cursors.newest_first(found, by="created_at", prefix="imp", limit=limit, cursor=cursor)
    reviews = _reviews(listed.rows)
    return listed.of([_shown(row, reviews.get(str(row.id))) for row in listed.rows])


def shown(row: KnowledgeImport) -> KnowledgeImportRow:
    """The import as its page shows it."""
    return _shown(row, _reviews([row]).get(str(row.id)))


def _shown(row: KnowledgeImport, review: ImportReview | None) -> KnowledgeImportRow:
    return {
        "id": row.id,
        "source": ImportSource(row.source),
        "name": row.name,
        "state": ImportState(row.state),
        "total": row.total,
        "done": row.done,
        "created": row.created,
        "updated": row.updated,
        "unchanged": row.unchanged,
        "removed": row.removed,
        "review": review,
        "problems": row.problems,
        "requested_by": row.requested_name,
        "created_at": wire.stamp(row.created_at),
    }


def _reviews(rows: Sequence[KnowledgeImport]) -> Mapping[str, ImportReview]:
    """How many entries of each action the imports under review have, and how many are chosen, by id of the import."""
    under_review = [row.pk for row in rows if row.state == ImportState.REVIEW]
    if not under_review:
        return {}
    counts = {action.value: Count("pk", filter=Q(action=action)) for action in EntryAction}
    grouped = ImportEntry.objects.filter(of_import__in=under_review).order_by().values("of_import")
    found = grouped.annotate(**counts, chosen=Count("pk", filter=Q(chosen=True)))
    return {
        str(row["of_import"]): {
            "create": row["create"],
            "update": row["update"],
            "same": row["same"],
            "remove": row["remove"],
            "chosen": row["chosen"],
        }
        for row in found
    }


def _ask(source: ImportSource, *, name: str, content: Sequence[Json], at_once: bool, actor: Actor) -> KnowledgeImport:
    with transaction.atomic():
        by = By(actor.name, actor.id)
        made = running.ask(source, name=name, content=content, by=by, at_once=at_once)
        audit.record("knowledge.imported", actor=actor, about=_about(made))
    return made


def _about(row: KnowledgeImport) -> About:
    return About("import", str(row.id), row.name)


def _source(name: str) -> ImportSource:
    ending = "." + name.lower().rpartition(".")[2]
    if ending == ".doc":
        raise ParameterError(gettext(OLD_WORD).format(file=name[:120]), param="files")
    if ending not in ENDINGS:
        raise ParameterError(gettext(UNKNOWN), param="files")
    return ENDINGS[ending]


def _part(source: ImportSource, file: UploadedFile) -> Json:
    """The file as the import keeps it; what only a child process may open is packed."""
    name, content = texts.clean(file.name or "file").replace("\n", " ")[:120], file.read()
    match source:
        case ImportSource.PDF if not pdf.is_pdf(content):
            raise ParameterError(gettext("files: {file} is no PDF.").format(file=name), param="files")
        case ImportSource.WORD if not word.is_word(content):
            raise ParameterError(gettext("files: {file} is no Word document.").format(file=name), param="files")
        case ImportSource.PDF | ImportSource.WORD:
            return {"name": name, "packed": apart.packed(content)}
    try:
        text = texts.decode(content)
    except NoTextError as error:
        raise ParameterError(gettext("files: {file} is no text.").format(file=name), param="files") from error
    return {"name": name, "text": pages.decoded(content) if source == ImportSource.HTML else text}
