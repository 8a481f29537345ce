"""The versions of an article over REST."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.knowledge import history
from assistant.knowledge.history import Cause
from assistant.models import Article, ArticleVersion, Audience
from conversations import places, wire
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed


class ArticleVersionRow(TypedDict):
    """An article as it stood after one change, as the list shows it."""

    number: int
    title: str
    cause: Cause
    author: str
    """Empty for what was done by itself."""
    author_id: str
    created_at: str


class ArticleFields(TypedDict):
    """What a person writes of an article."""

    title: str
    body: str
    questions: list[str]
    language: str
    tags: list[str]
    audience: Audience
    valid_from: str | None
    valid_until: str | None


class WholeArticleVersion(ArticleVersionRow):
    """An article as it stood after one change."""

    fields: ArticleFields


def page(article: Article, *, limit: int, cursor: str) -> Listed[ArticleVersionRow]:
    """The versions, the newest first; `next_cursor` is the number below which the next page begins."""
    rows = history.versions(article, before=places.read(cursor) or None, most=limit + 1)
    more = len(rows) > limit
    return {
        "data": [entry(row) for row in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].number) if more else None,
    }


def whole(article: Article, number: int) -> WholeArticleVersion:
    """One version with all of its fields; NotFoundError when there is none."""
    found = history.version(article, number)
    if found is None:
        raise NotFoundError(gettext("There is no such version of this article."), param="version")
    return {**entry(found), "fields": _fields(history.fields_of(found))}


def entry(row: ArticleVersion) -> ArticleVersionRow:
    """The version as the list shows it."""
    return {
        "number": row.number,
        "title": row.fields["title"],
        "cause": Cause(row.cause),
        "author": row.author,
        "author_id": row.author_id,
        "created_at": wire.stamp(row.created_at),
    }


def _fields(told: Mapping[str, Any]) -> ArticleFields:
    return {
        "title": told["title"],
        "body": told["body"],
        "questions": told["questions"],
        "language": told["language"],
        "tags": told["tags"],
        "audience": Audience(told["audience"]),
        "valid_from": wire.stamp(told["valid_from"]) if told["valid_from"] else None,
        "valid_until": wire.stamp(told["valid_until"]) if told["valid_until"] else None,
    }
