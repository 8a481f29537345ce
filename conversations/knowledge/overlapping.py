"""Articles that repeat or contradict each other, over REST: two by two, with the sentences that show it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import Article, Overlap, OverlapKind
from conversations import places, wire
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor


class OverlapSide(TypedDict):
    """One of two articles that overlap."""

    id: str
    title: str
    quote: str
    """The sentence that shows what is the matter."""


class ArticleOverlap(TypedDict):
    """Two articles that say the same, or contradict each other."""

    id: str
    kind: OverlapKind
    score: float
    """How sure it is, within 0..1."""
    first: OverlapSide
    second: OverlapSide
    found_at: str
    dismissed: bool


def page(*, limit: int, cursor: str) -> Listed[ArticleOverlap]:
    """A page of what nobody has dismissed, what is surest first. One query."""
    begin = places.read(cursor)
    found = _standing().filter(dismissed_at=None).defer("first__body", "second__body")
    rows = list(found[begin : begin + limit + 1])
    more = len(rows) > limit
    return {
        "data": [shown(row) for row in rows[:limit]],
        "has_more": more,
        "next_cursor": str(begin + limit) if more else None,
    }


def access_overlap(overlap_id: str) -> Overlap:
    """The overlap with this id, both of whose articles are there; NotFoundError when there is none."""
    try:
        return _standing().get(pk=overlap_id)
    except (Overlap.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such overlap here."), param="overlap_id") from error


def dismiss(row: Overlap, *, actor: Actor) -> None:
    """It is none, says a person; it comes back when one of the sentences changes."""
    _mark(row, dismissed=True, actor=actor)


def reopen(row: Overlap, *, actor: Actor) -> None:
    """Take the dismissal back."""
    _mark(row, dismissed=False, actor=actor)


def shown(row: Overlap) -> ArticleOverlap:
    """The overlap as the list shows it."""
    return {
        "id": row.id,
        "kind": OverlapKind(row.kind),
        "score": round(row.score, 3),
        "first": _side(row.first, row.first_quote),
        "second": _side(row.second, row.second_quote),
        "found_at": wire.stamp(row.found_at),
        "dismissed": row.dismissed_at is not None,
    }


def _standing() -> QuerySet[Overlap]:
    rows = Overlap.objects.filter(first__removed_at=None, second__removed_at=None)
    return rows.select_related("first", "second").order_by("kind", "-score", "id")


def _side(article: Article, quote: str) -> OverlapSide:
    return {"id": article.id, "title": article.title, "quote": quote}


def _mark(row: Overlap, *, dismissed: bool, actor: Actor) -> None:
    row.dismissed_at = timezone.now() if dismissed else None
    action = "overlap.dismissed" if dismissed else "overlap.reopened"
    with transaction.atomic():
        row.save(update_fields=["dismissed_at"])
        audit.record(
            action, actor=actor, about=About("overlap", str(row.id), f"{row.first.title} / {row.second.title}")
        )
