"""Carries out the chosen entries of an import, each for itself."""

from collections.abc import Sequence

from django.utils.translation import gettext, gettext_noop

from assistant.knowledge import articles
from assistant.knowledge.articles import Draft, Merged
from assistant.knowledge.history import By, Cause
from assistant.models import Article, EntryAction, ImportEntry, KnowledgeImport
from tenants.errors import BatonError

CHANGED_SINCE = gettext_noop("Somebody changed this article after the import was read; import it again to see both.")
GONE = gettext_noop("The article was removed meanwhile.")


class NotAppliedError(BatonError):
    """The article is not as the review showed it."""


def waiting(row: KnowledgeImport, most: int) -> Sequence[ImportEntry]:
    """The next entries to carry out."""
    open_ones = row.entries.filter(chosen=True, applied_at=None, problem="").exclude(action=EntryAction.SAME)
    return list(open_ones.select_related("article")[:most])


def apply(entry: ImportEntry, *, by: By) -> Merged | None:
    """Do what the entry says; what became of it, None for a removal. Raises BatonError with the reason why not."""
    by = by.because(Cause.IMPORT)
    match EntryAction(entry.action):
        case EntryAction.CREATE:
            entry.article = articles.create(draft_of(entry).told(), by=by)
            return Merged.CREATED
        case EntryAction.REMOVE:
            articles.remove(_untouched(entry), by=by)
            return None
        case _:
            fields = {name: value for name, value in draft_of(entry).told().items() if name != "title"}
            articles.change(_untouched(entry), fields, by=by, seen=entry.version)
            return Merged.UPDATED


def draft_of(entry: ImportEntry) -> Draft:
    """The article that the entry holds."""
    return Draft(
        entry.title,
        entry.body,
        questions=None if entry.questions is None else tuple(entry.questions),
        language=entry.language or None,
        tags=None if entry.tags is None else tuple(entry.tags),
        where=entry.where,
    )


def _untouched(entry: ImportEntry) -> Article:
    if entry.article is None or entry.article.removed_at is not None:
        raise NotAppliedError(gettext(GONE))
    if entry.article.version != entry.version:
        raise NotAppliedError(gettext(CHANGED_SINCE))
    return entry.article
