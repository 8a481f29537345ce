"""The versions of an article over REST."""

from typing import Any

from assistant.knowledge import history
from assistant.models import Article, ArticleVersion
from conversations import wire
from tenants.errors import NotFoundError

Json = dict[str, Any]


def page(article: Article, *, before: int | None, limit: int) -> Json:
    """The versions, the newest first; `next_cursor` is the number below which the next page begins."""
    rows = history.versions(article, before=before, most=limit + 1)
    more = len(rows) > limit
    return {
        "data": [entry(row) for row in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].number) if more else None,
    }


def whole(article: Article, number: int) -> Json:
    """One version with all of its fields; NotFoundError when there is none."""
    found = history.version(article, number)
    if found is None:
        raise NotFoundError("There is no such version of this article.", param="version")
    fields = history.fields_of(found)
    moments = {name: fields[name] and wire.stamp(fields[name]) for name in history.MOMENTS}
    return {**entry(found), "fields": {**fields, **moments}}


def entry(row: ArticleVersion) -> Json:
    """The version as the list shows it."""
    return {
        "number": row.number,
        "title": row.fields["title"],
        "cause": row.cause,
        "author": row.author,
        "author_id": row.author_id,
        "created_at": wire.stamp(row.created_at),
    }
