"""Articles over REST: as lists show them, whole, and in pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from assistant.models import Article
from conversations import wire
from tenants import cursors
from tenants.errors import NotFoundError

Json = dict[str, Any]


def access_article(article_id: str) -> Article:
    """The article with this id; NotFoundError when there is none."""
    try:
        return Article.objects.get(pk=article_id)
    except (Article.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such article here.", param="article_id") from error


def page(*, search: str, limit: int, cursor: str) -> Json:
    """A page of articles, the one changed last first."""
    found = Article.objects.order_by("-updated_at", "-id")
    if search.strip():
        words = search.strip()
        found = found.filter(Q(title__icontains=words) | Q(body__icontains=words))
    if cursor:
        moment, key = cursors.unpack(cursor, prefix="art")
        found = found.filter(Q(updated_at__lt=moment) | Q(updated_at=moment, pk__lt=key))
    rows = list(found.defer("body")[: limit + 1])
    more = len(rows) > limit
    last = rows[limit - 1] if more else None
    return {
        "data": [entry(row) for row in rows[:limit]],
        "has_more": more,
        "next_cursor": cursors.pack(last.updated_at, str(last.id)) if last else None,
    }


def entry(article: Article) -> Json:
    """The article as lists show it."""
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "tags": article.tags,
        "updated_at": wire.stamp(article.updated_at),
        "questions": article.questions,
    }


def whole(article: Article) -> Json:
    """The article with its text."""
    return {**entry(article), "body": article.body}
