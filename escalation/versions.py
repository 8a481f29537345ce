"""The rule book in force, and its publication: each version is kept for ever.

Whoever decides reads what is in force from the database, so that a publication counts from the very next turn on, in
every process.
"""

import logging
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from escalation import rules
from escalation.models import RuleBookVersion, RuleDraft
from escalation.rules import Book, RuleBook, Unreadable
from tenants.trail import audit
from tenants.trail.audit import About, Actor, Changes

logger = logging.getLogger(__name__)


def published() -> Book:
    """The rule book in force in the tenant entered now; Unreadable when it is missing or cannot be read."""
    newest = RuleBookVersion.objects.first()
    if newest is None:
        book: Book = Unreadable("no rules were ever published")
    else:
        book = rules.read(newest.document, version=newest.number)
    if isinstance(book, Unreadable):
        logger.error("The rules cannot be read, so every customer gets a person. version=%s", book.version)
    return book


@transaction.atomic
def publish(document: Any, *, by: str | Actor, note: str = "", restored_from: int | None = None) -> RuleBook:
    """Put a new version in force; RuleError when the document is not a rule book.

    `by` is who does it; a name alone stands for Baton itself, in that name.
    """
    held()
    number = newest_number() + 1
    book = rules.parse(document, version=number)
    actor = audit.by_system(by) if isinstance(by, str) else by
    RuleBookVersion.objects.create(
        number=number,
        document=document,
        note=note,
        restored_from=restored_from,
        published_at=timezone.now(),
        published_by=actor.name[:80],
    )
    changes: dict[str, Any] = {"version": (number - 1, number)}
    if note:
        changes["note"] = (None, note)
    if restored_from is not None:
        changes["restored_from"] = (None, restored_from)
    _record("rules.published", number, actor=actor, changes=changes)
    return book


@transaction.atomic
def restore(stored: RuleBookVersion, *, note: str, actor: Actor) -> RuleBook:
    """Put the rules of an older version in force again, as a new one. RuleError when they cannot be read any more."""
    draft = held()
    book = publish(stored.document, by=actor, note=note, restored_from=stored.number)
    if draft.document is not None:  # whoever works on it has not seen against what it stands now
        draft.revision += 1
        draft.changed_at, draft.changed_by, draft.changed_by_id = timezone.now(), actor.name[:80], actor.id
        draft.save()
    return book


def newest_number() -> int:
    """The number of the version in force, 0 for none."""
    return RuleBookVersion.objects.aggregate(newest=Max("number"))["newest"] or 0


def held() -> RuleDraft:
    """The row of the draft, locked: whoever changes the rules of a tenant does so one after the other."""
    RuleDraft.objects.get_or_create(id=1)
    return RuleDraft.objects.select_for_update().get()


def _record(action: str, number: int, *, actor: Actor, changes: Changes) -> None:
    audit.record(action, actor=actor, about=About("rules", str(number), f"Version {number}"), changes=changes)
