"""The one writer of articles; each change keeps a version, and raises the number by which an index knows its age."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import F, Min
from django.utils import timezone
from django.utils.translation import gettext

from assistant.bench import soon
from assistant.knowledge import comparing, history
from assistant.knowledge.history import NOBODY, By, Cause
from assistant.models import Article, KnowledgeVersion
from tenants import jobs, taken
from tenants.errors import BatonError, NotFoundError, ParameterError
from tenants.jobs import Lease

LONGEST_TITLE, LONGEST_BODY = 200, 50_000
LONGEST_QUESTION, MOST_QUESTIONS = 300, 30
LONGEST_TAG, MOST_TAGS = 40, 20
PURGE = "article_purge"
KEPT_FOR = timedelta(days=30)  # after its removal; until then it can be brought back


class Merged(StrEnum):
    """What became of an article that was brought in."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


class TitleTakenError(ParameterError):
    """Another article has this title."""

    status = 409
    code = "title_taken"


class ArticleChangedError(BatonError):
    """Somebody else changed the article since it was looked at."""

    status = 409
    code = "article_changed"


@dataclass(frozen=True)
class Draft:
    """An article before it is stored; the parts that are None are not told by its source."""

    title: str
    body: str
    questions: tuple[str, ...] | None = None
    language: str | None = None
    tags: tuple[str, ...] | None = None
    where: str = field(default="", compare=False)  # such as "line 7", for whoever reads about a problem with it

    def told(self) -> dict[str, Any]:
        """The fields that its source told."""
        fields = {name: value for name, value in asdict(self).items() if name != "where" and value is not None}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def renew() -> None:
    """Let every index be built anew, the bench be asked soon, and the articles be held against each other."""
    soon.after_change(soon.KNOWLEDGE)
    comparing.after_change()
    if not KnowledgeVersion.objects.update(number=F("number") + 1):
        KnowledgeVersion.objects.get_or_create(id=1, defaults={"number": 1})


@transaction.atomic
def create(fields: Mapping[str, Any], *, by: By = NOBODY) -> Article:
    """Store a new article. Raises TitleTakenError, and ParameterError where it ends before it begins."""
    made = Article(**fields)
    _save(made)
    history.keep(made, by=by)
    renew()
    return made


@transaction.atomic
def change(article: Article, fields: Mapping[str, Any], *, by: By = NOBODY, seen: int | None = None) -> None:
    """Give fields of the article new values; with `seen`, only if that is still its newest version.

    Raises ArticleChangedError, TitleTakenError, ParameterError, and NotFoundError when it was removed meanwhile.
    """
    _lock(article)
    if article.removed_at is not None:
        raise NotFoundError(gettext("This article was removed."), param="article_id")
    if seen is not None and seen != article.version:
        raise _changed(article)
    _write(article, fields, by=by)


@transaction.atomic
def remove(article: Article, *, by: By = NOBODY) -> None:
    """Take the article away; until KEPT_FOR is over it can be brought back."""
    _lock(article)
    if article.removed_at is None:
        article.removed_at = timezone.now()
        _write(article, {}, by=by.because(Cause.REMOVED))
        _purge_later()


@transaction.atomic
def restore(article: Article, *, version: int | None = None, by: By = NOBODY) -> None:
    """Bring a removed article back, and with `version` let it stand as it did then.

    Raises NotFoundError for a version that is not there, and TitleTakenError.
    """
    _lock(article)
    fields: Mapping[str, Any] = {}
    if version is not None:
        then = history.version(article, version)
        if then is None:
            raise NotFoundError(gettext("There is no such version of this article."), param="version")
        fields = history.fields_of(then)
    if article.removed_at is None and all(getattr(article, name) == value for name, value in fields.items()):
        return
    article.removed_at = None
    _write(article, fields, by=by.because(Cause.RESTORED))


@transaction.atomic
def purge(_held: Lease) -> None:
    """Forget the articles that were removed so long ago, and write the job for those that come next."""
    Article.everything.filter(removed_at__lte=timezone.now() - KEPT_FOR).delete()
    _purge_later()


def merge(draft: Draft, *, by: By = NOBODY) -> Merged:
    """Store the draft under its title: anew, over what stands there, or not at all when nothing differs."""
    fields = draft.told()
    with transaction.atomic():
        found = Article.objects.select_for_update().filter(title=draft.title).first()
        if found is None:
            create(fields, by=by)
            return Merged.CREATED
        if all(getattr(found, name) == value for name, value in fields.items()):
            return Merged.UNCHANGED
        change(found, fields, by=by)
        return Merged.UPDATED


def _lock(article: Article) -> None:
    """Let nobody else change it, and look at it as it stands now."""
    article.refresh_from_db(from_queryset=Article.everything.select_for_update())
    history.keep_unrecorded(article)


def _write(article: Article, fields: Mapping[str, Any], *, by: By) -> None:
    for name, value in fields.items():
        setattr(article, name, value)
    article.updated_at = timezone.now()
    article.version += 1
    _save(article)
    history.keep(article, by=by)
    renew()


def _save(article: Article) -> None:
    begins, ends = article.valid_from, article.valid_until
    if begins is not None and ends is not None and ends <= begins:
        raise ParameterError(gettext("valid_until: choose a time after the beginning."), param="valid_until")
    with taken.refused_as(TitleTakenError(gettext("title: another article has this title."), param="title")):
        article.save()


def _changed(article: Article) -> ArticleChangedError:
    last = history.version(article, article.version)
    who = last.author if last and last.author else "Somebody"
    return ArticleChangedError(
        gettext("{who} changed this article while you were writing.").format(who=who), param="version"
    )


def _purge_later() -> None:
    """Let one job wait for the article that was removed first."""
    first = Article.everything.aggregate(first=Min("removed_at"))["first"]
    if first is not None:
        jobs.write(PURGE, {}, key=PURGE, run_at=first + KEPT_FOR)
