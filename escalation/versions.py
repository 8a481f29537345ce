"""The rule book in force, and its publication: each version is kept for ever."""

import logging
from typing import Any

from django.db import transaction
from django.db.models import Max

from escalation import rules
from escalation.models import RuleBookVersion
from escalation.rules import Book, RuleBook, Unreadable
from tenants.trail import audit
from tenants.trail.audit import About

logger = logging.getLogger(__name__)


def published() -> Book:
    """The rule book in force in the tenant entered now; Unreadable when it is missing or cannot be read."""
    newest = RuleBookVersion.objects.first()
    if newest is None:
        book: Book = Unreadable("no rules were ever published")
    else:
        book = rules.read(newest.document, version=newest.number)
    if isinstance(book, Unreadable):
        logger.error(
            "The rules cannot be read, so every customer gets a person. version=%s: %s", book.version, book.problem
        )
    return book


@transaction.atomic
def publish(document: Any, *, by: str) -> RuleBook:
    """Put a new version in force; RuleError when the document is not a rule book."""
    number = (RuleBookVersion.objects.aggregate(newest=Max("number"))["newest"] or 0) + 1
    book = rules.parse(document, version=number)
    RuleBookVersion.objects.create(number=number, document=document, published_by=by)
    about = About("rules", str(number), f"Version {number}")
    audit.record("rules.published", actor=audit.by_system(by), about=about, changes={"version": (number - 1, number)})
    return book
