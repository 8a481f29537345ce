"""How far back the company's plan shows resolved conversations. Older ones are kept, exported and erased as ever.

What is not resolved is always shown, and so is a resolved conversation that somebody wrote in, tagged or merged since.
"""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext, gettext_noop

from agents import entitled
from billing.errors import NotInPlanError
from conversations.models import Conversation, Status

OLDER = gettext_noop(
    "This conversation was resolved longer ago than your plan shows. It is kept, and is in every export; with another "
    "plan you see it again."
)


def begins() -> datetime | None:
    """Since when resolved conversations are shown; None where all are. At most one query."""
    return entitled.shown_since()


def shown(since: datetime) -> Q:
    """What a conversation must be to be shown."""
    return ~Q(status=Status.RESOLVED) | Q(updated_at__gte=since)


def within(rows: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Those that the plan shows. At most one query."""
    since = begins()
    return rows if since is None else rows.filter(shown(since))


def check(status: str, updated_at: datetime) -> None:
    """NotInPlanError for a conversation that the plan does not show. One query at most, of resolved ones alone."""
    if status != Status.RESOLVED:
        return
    since = begins()
    if since is not None and updated_at < since:
        raise NotInPlanError(gettext(OLDER), param="conversation_id")
