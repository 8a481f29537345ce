"""The entries of an import over REST: what each would do, beside the article as it is."""

from typing import Any

from django.core.exceptions import ValidationError

from assistant.models import Article, EntryAction, ImportEntry, KnowledgeImport
from tenants.errors import NotFoundError

Json = dict[str, Any]
COMPARED = ("title", "body", "questions", "language", "tags")


def access_entry(row: KnowledgeImport, entry_id: str) -> ImportEntry:
    """The import's entry with this id; NotFoundError when there is none."""
    try:
        return row.entries.select_related("article", "resembles", "of_import").get(pk=entry_id)
    except (ImportEntry.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such entry in this import.", param="entry_id") from error


def page(row: KnowledgeImport, *, action: str, limit: int, cursor: int | None) -> Json:
    """A page of entries in the order of the source; `cursor` is the place of the last one seen."""
    found = row.entries.select_related("article", "resembles").defer("body", "article__body", "resembles__body")
    if action:
        found = found.filter(action=action)
    if cursor is not None:
        found = found.filter(place__gt=cursor)
    rows = list(found[: limit + 1])
    more = len(rows) > limit
    return {
        "data": [brief(entry) for entry in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].place) if more else None,
    }


def brief(entry: ImportEntry) -> Json:
    """The entry as the list shows it."""
    return {
        "id": entry.id,
        "action": entry.action,
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


def whole(entry: ImportEntry) -> Json:
    """The entry with the article as it is, and as it would be; fields that the source does not tell stay."""
    before = {name: getattr(entry.article, name) for name in COMPARED} if entry.article else None
    if entry.action in (EntryAction.REMOVE, EntryAction.SAME):
        return {**brief(entry), "before": before, "after": None}
    told = {name: getattr(entry, name) for name in COMPARED}
    after = {name: value for name, value in told.items() if value is not None and value != ""}
    if before:
        after = {**before, **after, "title": before["title"]}
    return {**brief(entry), "before": before, "after": after}


def _named(article: Article | None) -> Json | None:
    return None if article is None else {"id": article.id, "title": article.title}
