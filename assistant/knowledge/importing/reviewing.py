"""What an import would do, as entries that a person looks through before anything of it happens."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from assistant.knowledge import overlaps, store
from assistant.knowledge.articles import Draft
from assistant.knowledge.overlaps import Resemblance
from assistant.knowledge.passages import ArticleText
from assistant.models import Article, EntryAction, ImportEntry, ImportState, KnowledgeImport
from tenants import current
from tenants.errors import BatonError, ParameterError

CHANGES = (EntryAction.CREATE, EntryAction.UPDATE, EntryAction.REMOVE)
SHOWN_OF_TITLE = 200


class NotUnderReviewError(BatonError):
    """The import does not wait for a review."""

    status = 409
    code = "not_under_review"

    def __init__(self) -> None:
        super().__init__(gettext("This import does not wait for a review, so nothing of it can be chosen."))


def resemblances(drafts: Sequence[Draft]) -> list[Resemblance | None]:
    """The article that each draft nearly repeats; encodes, so it is called outside of transactions."""
    told = [ArticleText("", draft.title, draft.body, draft.questions or ()) for draft in drafts]
    return overlaps.resembling(told, store.current_index(current.schema_name()))


def enter(row: KnowledgeImport, drafts: Sequence[Draft], near: Sequence[Resemblance | None]) -> None:
    """Write down what each draft would do."""
    place = row.entries.count()
    found = {article.title: article for article in Article.objects.filter(title__in=[one.title for one in drafts])}
    made = [
        _entry(row, draft, place + number, found.get(draft.title), like)
        for number, (draft, like) in enumerate(zip(drafts, near, strict=True))
    ]
    ImportEntry.objects.bulk_create(made)
    row.unchanged += sum(entry.action == EntryAction.SAME for entry in made)


def enter_removals(row: KnowledgeImport) -> None:
    """Offer to remove what the same source brought before and holds no more; chosen by nobody but a person."""
    if row.at_once:
        return
    before = KnowledgeImport.objects.filter(source=row.source, name=row.name, state=ImportState.DONE)
    still = row.entries.exclude(article=None).values("article")
    brought = ImportEntry.objects.filter(of_import__in=before, article__removed_at=None).exclude(article=None)
    unread = {str(problem["where"]) for problem in row.problems}
    by_article = {entry.article_id: entry for entry in brought.exclude(article__in=still).select_related("article")}
    gone = [entry for entry in by_article.values() if entry.where not in unread]
    place = row.entries.count()
    ImportEntry.objects.bulk_create(
        ImportEntry(
            of_import=row,
            place=place + number,
            action=EntryAction.REMOVE,
            article=entry.article,
            version=entry.article.version if entry.article else None,
            title=entry.article.title if entry.article else entry.title,
            where=entry.where,
            chosen=False,
        )
        for number, entry in enumerate(gone)
    )


def choose(row: KnowledgeImport, *, chosen: bool, actions: Iterable[str]) -> None:
    """Choose, or leave out, all entries that would do one of `actions`. Raises NotUnderReviewError."""
    _check(row)
    row.entries.filter(action__in=[action for action in actions if action in CHANGES]).update(chosen=chosen)


def change(entry: ImportEntry, fields: Mapping[str, Any]) -> None:
    """Choose the entry or leave it out by `chosen`; let it change the article that it resembles by `into`.

    `into` None makes it a new article again. Raises NotUnderReviewError and ParameterError.
    """
    _check(entry.of_import)
    if entry.action == EntryAction.SAME:
        raise ParameterError(gettext("chosen: this entry holds nothing new."), param="chosen")
    if "into" in fields:
        _aim(entry, fields["into"])
    entry.chosen = fields.get("chosen", entry.chosen)
    entry.save(update_fields=["chosen", "action", "article", "version"])


def _aim(entry: ImportEntry, into: str | None) -> None:
    if entry.resembles is None or entry.action == EntryAction.REMOVE:
        raise ParameterError(gettext("into: this entry resembles no article."), param="into")
    if into is not None and into != str(entry.resembles.id):
        raise ParameterError(gettext("into: only the article that it resembles can be changed by it."), param="into")
    entry.article = entry.resembles if into else None
    entry.version = entry.resembles.version if into else None
    entry.action = EntryAction.UPDATE if into else EntryAction.CREATE


def _entry(
    row: KnowledgeImport, draft: Draft, place: int, article: Article | None, like: Resemblance | None
) -> ImportEntry:
    fields = draft.told()
    same = article is not None and all(getattr(article, name) == value for name, value in fields.items())
    action = EntryAction.UPDATE if article else EntryAction.CREATE
    new = article is None and like is not None
    return ImportEntry(
        of_import=row,
        place=place,
        action=EntryAction.SAME if same else action,
        article=article,
        version=article.version if article else None,
        where=draft.where[:300],
        resembles_id=like.article_id if new and like else None,
        resembles_score=like.score if new and like else None,
        chosen=not same,
        **({"title": draft.title} if same else fields),
    )


def _check(row: KnowledgeImport) -> None:
    if row.state != ImportState.REVIEW:
        raise NotUnderReviewError
