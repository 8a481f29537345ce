"""The knowledge and the settings as they would be with a change that is not published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from assistant import conduct
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from assistant.models import Article, AssistantSettings, Audience

NEW = "art_new"  # stands for an article that has no id yet
SETTINGS = ("threshold", "tone")  # what can be tried of the settings
TOLD = ("title", "body", "questions", "audience", "valid_from", "valid_until")  # what decides what is quoted


@dataclass(frozen=True)
class Change:
    """What is tried: `fields` of an article, a new one without `article_id`; its removal; other settings."""

    article_id: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    removed: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As it is stored with the run; {} for nothing."""
        told = {
            "article_id": self.article_id,
            "fields": dict(self.fields),
            "removed": self.removed,
            "settings": dict(self.settings),
        }
        return {name: value for name, value in told.items() if value}


def from_json(stored: Mapping[str, Any]) -> Change:
    """The change that was stored with a run."""
    return Change(**stored)


def index_with(current: Index, change: Change) -> Index:
    """The index as the change would leave it; its threshold is drawn anew, and only new texts are encoded."""
    if not change.fields and not change.removed:
        return current
    others = [article for article in current.articles if article.id != change.article_id]
    told = None if change.removed else _as_told(change)
    known = current.views.known() if current.views else {}
    return build([*others, *([told] if told else [])], known=known)


def settings_with(change: Change) -> AssistantSettings:
    """The tenant's settings with those of the change; nothing is stored."""
    settings = conduct.wanted()
    for name, value in change.settings.items():
        setattr(settings, name, value)
    return settings


def _as_told(change: Change) -> ArticleText | None:
    """The article as the change would leave it; None where customers would not be answered from it."""
    stored = Article.objects.filter(pk=change.article_id).first() if change.article_id else None
    before = {name: getattr(stored, name) for name in TOLD} if stored else {}
    fields = {"body": "", "questions": [], "title": "", **before, **change.fields}
    if fields.get("audience", Audience.EVERYONE) != Audience.EVERYONE or not _is_valid(fields):
        return None
    return ArticleText(change.article_id or NEW, fields["title"], fields["body"], tuple(fields["questions"]))


def _is_valid(fields: Mapping[str, Any]) -> bool:
    now = timezone.now()
    begins, ends = _moment(fields.get("valid_from")), _moment(fields.get("valid_until"))
    return (begins is None or begins <= now) and (ends is None or now < ends)


def _moment(value: Any) -> datetime | None:
    return parse_datetime(value) if isinstance(value, str) else value
