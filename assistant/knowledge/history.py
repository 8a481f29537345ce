"""The versions of articles: what each change left behind, who made it and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from assistant.models import Article, ArticleVersion

FIELDS = ("title", "body", "questions", "language", "tags", "audience", "valid_from", "valid_until")
MOMENTS = ("valid_from", "valid_until")
LONGEST_AUTHOR = 120


class Cause(StrEnum):
    """Why an article changed."""

    WRITTEN = "written"
    IMPORT = "import"
    GAP = "gap"
    CORRECTION = "correction"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True)
class By:
    """Who changes an article, by name and public id, and why."""

    name: str = ""
    id: str = ""
    cause: Cause = Cause.WRITTEN

    def because(self, cause: Cause) -> "By":
        """The same person with another reason."""
        return By(self.name, self.id, cause)


NOBODY = By()


def keep(article: Article, *, by: By) -> ArticleVersion:
    """Store how the article stands now as its newest version."""
    made = _as_it_stands(article, by=by)
    made.save()
    return made


def keep_unrecorded(article: Article) -> None:
    """Store how the article stood before, where it came into being without a version, such as with the demo."""
    if not ArticleVersion.objects.filter(article=article, number=article.version).exists():
        _unrecorded(article).save()


def versions(article: Article, *, before: int | None, most: int) -> Sequence[ArticleVersion]:
    """The versions of the article, the newest first, from below the number `before`."""
    found = article.versions.all() if before is None else article.versions.filter(number__lt=before)
    rows = list(found[:most])
    if before is None and (not rows or rows[0].number < article.version):
        return [_unrecorded(article), *rows][:most]
    return rows


def version(article: Article, number: int) -> ArticleVersion | None:
    """The article's version with this number, or None."""
    found = ArticleVersion.objects.filter(article=article, number=number).first()
    return _unrecorded(article) if found is None and number == article.version else found


def fields_of(stored: ArticleVersion) -> dict[str, Any]:
    """The values of the version as the article takes them."""
    fields = {name: stored.fields[name] for name in FIELDS if name in stored.fields}
    return {**fields, **{name: datetime.fromisoformat(fields[name]) for name in MOMENTS if fields.get(name)}}


def _as_it_stands(article: Article, *, by: By) -> ArticleVersion:
    fields = {name: getattr(article, name) for name in FIELDS}
    moments = {name: fields[name] and fields[name].isoformat() for name in MOMENTS}
    return ArticleVersion(
        article=article,
        number=article.version,
        fields={**fields, **moments},
        cause=by.cause.value,
        author=by.name[:LONGEST_AUTHOR],
        author_id=by.id,
        created_at=article.updated_at,
    )


def _unrecorded(article: Article) -> ArticleVersion:
    return _as_it_stands(article, by=NOBODY)
