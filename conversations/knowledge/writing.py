"""Changes of articles by people and programs, with their entries in the audit log."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from assistant.knowledge import articles
from assistant.models import Article
from tenants.trail import audit
from tenants.trail.audit import About, Actor


def create(fields: Mapping[str, Any], *, actor: Actor) -> Article:
    """Store a new article. Raises TitleTakenError."""
    with transaction.atomic():
        made = articles.create(fields)
        audit.record("article.created", actor=actor, about=_about(made))
    return made


def change(article: Article, fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give fields of the article new values. Raises TitleTakenError."""
    changes = audit.changed({name: getattr(article, name) for name in fields}, fields)
    if not changes:
        return
    with transaction.atomic():
        articles.change(article, fields)
        audit.record("article.changed", actor=actor, about=_about(article), changes=changes)


def remove(article: Article, *, actor: Actor) -> None:
    """Forget the article."""
    about = _about(article)
    with transaction.atomic():
        articles.remove(article)
        audit.record("article.removed", actor=actor, about=about)


def _about(article: Article) -> About:
    return About("article", str(article.id), article.title)
