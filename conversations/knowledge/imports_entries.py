"""The entries of an import over REST: what each would do, beside the article as it is."""

from typing import NotRequired

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import Article, EntryAction, ImportEntry, KnowledgeImport
from conversations import places
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed


class EntryArticle(TypedDict):
    """An article that an entry of an import is about, or resembles."""

    id: str
    title: str


class EntryTexts(TypedDict):
    """What an entry of an import can say of an article."""

    title: str
    body: str
    questions: list[str]
    language: str
    tags: list[str]


class EntryChange(TypedDict):
    """An article as an entry would make it; what the source does not tell is left out where the article is new."""

    title: str
    body: NotRequired[str]
    questions: NotRequired[list[str]]
    language: NotRequired[str]
    tags: NotRequired[list[str]]


class ImportEntryRow(TypedDict):
    """One article that an import would bring, change or remove."""

    id: str
    action: EntryAction
    title: str
    where: str
    """Such as a line of a file, or an address."""
    language: str
    chosen: bool
    """It is stored when the import is applied."""
    article: EntryArticle | None
    """The one that it changes or removes."""
    resembles: EntryArticle | None
    """One that says nearly the same."""
    resembles_score: float | None
    applied: bool
    problem: str


class WholeImportEntry(ImportEntryRow):
    """An entry of an import with the article as it is, and as it would be."""

    before: EntryTexts | None
    """Null for a new article."""
    after: EntryChange | None
    """Null where nothing would change, or the article would go."""


def access_entry(row: KnowledgeImport, entry_id: str) -> ImportEntry:
    """The import's entry with this id; NotFoundError when there is none."""
    try:
        return row.entries.select_related("article", "resembles", "of_import").get(pk=entry_id)
    except (ImportEntry.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such entry in this import."), param="entry_id") from error


def page(row: KnowledgeImport, *, action: str, limit: int, cursor: str) -> Listed[ImportEntryRow]:
    """A page of entries in the order of the source; `cursor` is the place of the last one seen."""
    found = row.entries.select_related("article", "resembles").defer("body", "article__body", "resembles__body")
    if action:
        found = found.filter(action=action)
    if cursor:
        found = found.filter(place__gt=places.read(cursor))
    rows = list(found[: limit + 1])
    more = len(rows) > limit
    return {
        "data": [brief(entry) for entry in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].place) if more else None,
    }


def brief(entry: ImportEntry) -> ImportEntryRow:
    """The entry as the list shows it."""
    return {
        "id": entry.id,
        "action": EntryAction(entry.action),
        "title": entry.title,
        "where": entry.where,
        "language": entry.language,
        "chosen": entry.chosen,
        "article": _named(entry.article),
        "resembles": _named(entry.resembles),
        "resembles_score": entry.resembles_score,
        "applied": entry.applied_at is not None,
        "problem": entry.problem,
    }


def whole(entry: ImportEntry) -> WholeImportEntry:
    """The entry with the article as it is, and as it would be; fields that the source does not tell stay."""
    before = _texts(entry.article) if entry.article else None
    after = None if entry.action in (EntryAction.REMOVE, EntryAction.SAME) else _after(entry, before)
    return {**brief(entry), "before": before, "after": after}


def _texts(article: Article) -> EntryTexts:
    return {
        "title": article.title,
        "body": article.body,
        "questions": article.questions,
        "language": article.language,
        "tags": article.tags,
    }


def _after(entry: ImportEntry, before: EntryTexts | None) -> EntryChange:
    after: EntryChange = {**before} if before else {"title": entry.title}
    if entry.body:
        after["body"] = entry.body
    if entry.questions is not None:
        after["questions"] = entry.questions
    if entry.language:
        after["language"] = entry.language
    if entry.tags is not None:
        after["tags"] = entry.tags
    return after


def _named(article: Article | None) -> EntryArticle | None:
    return None if article is None else {"id": article.id, "title": article.title}
