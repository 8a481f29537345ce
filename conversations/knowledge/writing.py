"""Changes of articles by people and programs, with their entries in the audit log."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from assistant.knowledge import articles
from assistant.knowledge.history import By, Cause
from assistant.models import Article
from tenants.trail import audit
from tenants.trail.audit import About, Actor


def create(fields: Mapping[str, Any], *, actor: Actor) -> Article:
    """Store a new article. Raises TitleTakenError and ParameterError."""
    with transaction.atomic():
        made = articles.create(fields, by=_by(actor))
        audit.record("article.created", actor=actor, about=_about(made))
    return made


def change(article: Article, fields: Mapping[str, Any], *, seen: int | None, actor: Actor) -> None:
    """Give fields of the article new values. Raises ArticleChangedError, TitleTakenError and ParameterError."""
    with transaction.atomic():
        article.refresh_from_db(from_queryset=Article.everything.select_for_update())
        changes = audit.changed({name: getattr(article, name) for name in fields}, fields)
        if changes:
            articles.change(article, fields, by=_by(actor), seen=seen)
            audit.record("article.changed", actor=actor, about=_about(article), changes=changes)


def remove(article: Article, *, actor: Actor) -> None:
    """Take the article away; it can be brought back for a time."""
    with transaction.atomic():
        articles.remove(article, by=_by(actor))
        audit.record("article.removed", actor=actor, about=_about(article))


def restore(article: Article, *, version: int | None, actor: Actor) -> None:
    """Bring the article back, or back to a version. Raises NotFoundError and TitleTakenError."""
    before = article.version
    with transaction.atomic():
        articles.restore(article, version=version, by=_by(actor))
        if article.version != before:
            changes = {} if version is None else {"version": (before, version)}
            audit.record("article.restored", actor=actor, about=_about(article), changes=changes)


def _by(actor: Actor) -> By:
    return By(actor.name, actor.id, Cause.WRITTEN)


def _about(article: Article) -> About:
    return About("article", str(article.id), article.title)
