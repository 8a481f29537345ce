"""The one writer of articles; each change raises the number by which an index knows that it is old."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from assistant.models import Article, KnowledgeVersion
from tenants.errors import ParameterError

LONGEST_TITLE, LONGEST_BODY = 200, 50_000
LONGEST_QUESTION, MOST_QUESTIONS = 300, 30
LONGEST_TAG, MOST_TAGS = 40, 20

Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")


class Merged(StrEnum):
    """What became of an article that was brought in."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


class TitleTakenError(ParameterError):
    """Another article has this title."""

    status = 409
    code = "title_taken"


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


def _raising_the_version(write: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
    @wraps(write)
    def raising(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
        with transaction.atomic():
            made = write(*args, **kwargs)
            renew()
        return made

    return raising


def renew() -> None:
    """Let every index be built anew."""
    if not KnowledgeVersion.objects.update(number=F("number") + 1):
        KnowledgeVersion.objects.get_or_create(id=1, defaults={"number": 1})


@_raising_the_version
def create(fields: Mapping[str, Any]) -> Article:
    """Store a new article. Raises TitleTakenError."""
    made = Article(**fields)
    _save(made)
    return made


@_raising_the_version
def change(article: Article, fields: Mapping[str, Any]) -> None:
    """Give fields of the article new values. Raises TitleTakenError."""
    for name, value in fields.items():
        setattr(article, name, value)
    article.updated_at = timezone.now()
    _save(article)


@_raising_the_version
def remove(article: Article) -> None:
    """Forget the article."""
    article.delete()


def merge(draft: Draft) -> Merged:
    """Store the draft under its title: anew, over what stands there, or not at all when nothing differs."""
    fields = draft.told()
    with transaction.atomic():
        found = Article.objects.select_for_update().filter(title=draft.title).first()
        if found is None:
            create(fields)
            return Merged.CREATED
        if all(getattr(found, name) == value for name, value in fields.items()):
            return Merged.UNCHANGED
        change(found, fields)
        return Merged.UPDATED


def _save(article: Article) -> None:
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError as error:
        raise TitleTakenError("title: another article has this title.", param="title") from error
