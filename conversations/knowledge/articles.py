"""Articles over REST: as lists show them, whole, and in pages."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, get_args

from django.core.exceptions import ValidationError
from django.db.models import Count, F, Func, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import Article, Audience
from conversations import wire
from conversations.knowledge import health
from conversations.knowledge.health import NEVER_QUOTED, Health
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

ArticleState = Literal["valid", "scheduled", "expired", "removed"]
STATES: tuple[ArticleState, ...] = get_args(ArticleState)


class ArticleRow(TypedDict):
    """An article, as lists show it."""

    id: str
    title: str
    questions: list[str]
    """Ways in which customers ask for it."""
    language: str
    tags: list[str]
    audience: Audience
    valid_from: str | None
    valid_until: str | None
    state: ArticleState
    version: int
    updated_at: str
    removed_at: str | None
    used: int
    """Answers of the last thirty days that quoted it."""
    helped: int
    """So many of those needed no person afterwards."""


class WholeArticle(ArticleRow):
    """An article with its text."""

    body: str
    """Markdown."""


class ArticleStateCounts(TypedDict):
    """How many articles are in which state."""

    valid: int
    scheduled: int
    expired: int
    removed: int


class FacetCount(TypedDict):
    """How many articles have this value."""

    value: str
    count: int


class ArticleFacets(TypedDict):
    """What the list of articles can be narrowed to, with how many there are of each."""

    states: ArticleStateCounts
    languages: list[FacetCount]
    audiences: list[FacetCount]
    tags: list[FacetCount]


def access_article(article_id: str) -> Article:
    """The article with this id; NotFoundError when there is none, or none any more."""
    return _access(Article.objects.all(), article_id)


def access_any_article(article_id: str) -> Article:
    """The article with this id, also when it was removed; NotFoundError when there is none."""
    return _access(Article.everything.all(), article_id)


def page(*, limit: int, cursor: str, search: str, state: str, **only: str) -> Listed[ArticleRow]:
    """A page of articles, the one changed last first; `only` may name tag, language and audience."""
    found = _chosen(state=state, **only).order_by("-updated_at", "-id")
    if words := search.strip():
        found = found.filter(Q(title__icontains=words) | Q(body__icontains=words) | Q(questions__icontains=words))
    listed = cursors.newest_first(found.defer("body"), by="updated_at", prefix="art", limit=limit, cursor=cursor)
    known = health.of(str(row.id) for row in listed.rows)
    return listed.of([entry(row, known.get(str(row.id), NEVER_QUOTED)) for row in listed.rows])


def facets() -> ArticleFacets:
    """What the list can be narrowed to: how many articles each state, language, audience and tag has."""
    now = timezone.now()
    counts = {state: Count("pk", filter=_in_state(state, now)) for state in STATES}
    states = Article.everything.aggregate(**counts)
    return {
        "states": {
            "valid": states["valid"],
            "scheduled": states["scheduled"],
            "expired": states["expired"],
            "removed": states["removed"],
        },
        "languages": _counted(F("language")),
        "audiences": _counted(F("audience")),
        "tags": _counted(Func(F("tags"), function="unnest")),
    }


def entry(article: Article, known: Health) -> ArticleRow:
    """The article as lists show it."""
    return {
        "id": article.id,
        "title": article.title,
        "questions": article.questions,
        "language": article.language,
        "tags": article.tags,
        "audience": Audience(article.audience),
        "valid_from": wire.stamp(article.valid_from) if article.valid_from else None,
        "valid_until": wire.stamp(article.valid_until) if article.valid_until else None,
        "state": state_of(article, timezone.now()),
        "version": article.version,
        "updated_at": wire.stamp(article.updated_at),
        "removed_at": wire.stamp(article.removed_at) if article.removed_at else None,
        "used": known.used,
        "helped": known.helped,
    }


def whole(article: Article) -> WholeArticle:
    """The article with its text."""
    known = health.of([str(article.id)])
    return {**entry(article, known.get(str(article.id), NEVER_QUOTED)), "body": article.body}


def state_of(article: Article, now: datetime) -> ArticleState:
    """Which of STATES the article is in."""
    if article.removed_at is not None:
        return "removed"
    if article.valid_from is not None and article.valid_from > now:
        return "scheduled"
    return "expired" if article.valid_until is not None and article.valid_until <= now else "valid"


def _access(articles: QuerySet[Article], article_id: str) -> Article:
    try:
        return articles.get(pk=article_id)
    except (Article.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such article here."), param="article_id") from error


def _chosen(*, state: str, tag: str = "", language: str = "", audience: str = "") -> QuerySet[Article]:
    found = Article.everything.filter(_in_state(state, timezone.now()) if state else Q(removed_at__isnull=True))
    wanted: Mapping[str, Any] = {"tags__contains": tag and [tag], "language": language, "audience": audience}
    return found.filter(**{name: value for name, value in wanted.items() if value})


def _in_state(state: str, now: datetime) -> Q:
    kept = Q(removed_at__isnull=True)
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=now)
    match state:
        case "removed":
            return ~kept
        case "scheduled":
            return kept & Q(valid_from__gt=now)
        case "expired":
            return kept & begun & Q(valid_until__lte=now)
        case _:
            return kept & begun & (Q(valid_until__isnull=True) | Q(valid_until__gt=now))


def _counted(of: F | Func) -> list[FacetCount]:
    rows = Article.objects.order_by().values(value=of).annotate(count=Count("pk")).order_by("-count", "value")
    return [{"value": row["value"], "count": row["count"]} for row in rows]
