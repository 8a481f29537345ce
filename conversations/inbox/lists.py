"""The conversation list: its views, its search, and pages by cursor."""

import base64
import json
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from agents.models import Agent
from agents.tokens import Token
from conversations import log, queue
from conversations.access import Reader
from conversations.models import Conversation, Holder, Kind, Message, Status
from tenants import cursors
from tenants.errors import ParameterError

VIEWS: dict[str, Q] = {
    "waiting": Q(holder=Holder.QUEUE),
    "mine": Q(holder=Holder.AGENT, status=Status.OPEN),
    "held": Q(draft_due_at__isnull=False),
    "assistant": Q(holder=Holder.ASSISTANT, status=Status.OPEN),
    "team": Q(status=Status.OPEN),
    "snoozed": Q(status=Status.SNOOZED),
    "all": ~Q(status=Status.RESOLVED),
    "resolved": Q(status=Status.RESOLVED),
}
OF_A_PERSON = {"mine", "team"}


def page(reader: Reader, *, view: str, search: str, limit: int, cursor: str) -> tuple[list[Conversation], str | None]:
    """A page of at most `limit` conversations and the cursor of the next page, or None at the end.

    Waiting conversations come in the order in which they should be taken, all others newest first.
    """
    found = _matching(_in_view(reader, view), search).select_related(*log.LOADED)
    after = _read_cursor(cursor)
    ordered = _waiting_after(found, after) if view == "waiting" else _newest_after(found, after)
    rows = list(ordered[: limit + 1])
    more = len(rows) > limit
    return rows[:limit], _cursor(rows[limit - 1], view) if more else None


def counts(agent: Agent) -> dict[str, int]:
    """How many conversations each view holds, in one query."""
    mine = VIEWS["mine"] & Q(agent=agent)
    wanted = {name: mine if name == "mine" else VIEWS[name] for name in VIEWS if name != "team"}
    return Conversation.objects.aggregate(**{name: Count("pk", filter=q) for name, q in wanted.items()})


def _in_view(reader: Reader, view: str) -> QuerySet[Conversation]:
    rows = Conversation.objects.filter(VIEWS[view])
    if view not in OF_A_PERSON:
        return rows
    if isinstance(reader, Token):
        raise ParameterError("view: a token has no conversations or teams of its own.", param="view")
    if view == "mine":
        return rows.filter(agent=reader)
    return rows.filter(team__in=reader.teams.all())


def _matching(rows: QuerySet[Conversation], search: str) -> QuerySet[Conversation]:
    words = search.strip()
    if not words:
        return rows
    said = Message.objects.filter(conversation=OuterRef("pk"), kind=Kind.TEXT, text__icontains=words)
    return rows.filter(Q(customer__name__icontains=words) | Q(customer__email__icontains=words) | Exists(said))


def _waiting_after(rows: QuerySet[Conversation], after: list[Any] | None) -> QuerySet[Conversation]:
    ranked = rows.annotate(rank=queue.RANK)
    if after is not None:
        rank, since, key = after
        ranked = ranked.filter(
            Q(rank__gt=rank) | Q(rank=rank, waiting_since__gt=since) | Q(rank=rank, waiting_since=since, pk__gt=key)
        )
    return ranked.order_by("rank", "waiting_since", "id")


def _newest_after(rows: QuerySet[Conversation], after: list[Any] | None) -> QuerySet[Conversation]:
    if after is not None:
        _, since, key = after
        rows = rows.filter(Q(updated_at__lt=since) | Q(updated_at=since, pk__lt=key))
    return rows.order_by(F("updated_at").desc(), "-id")


def _cursor(row: Conversation, view: str) -> str:
    moment = row.waiting_since if view == "waiting" else row.updated_at
    rank = getattr(row, "rank") if view == "waiting" else 0  # noqa: B009  annotated by _waiting_after
    packed = json.dumps([rank, moment.isoformat() if moment else None, row.id])
    return base64.urlsafe_b64encode(packed.encode()).decode()


def _read_cursor(cursor: str) -> list[Any] | None:
    if not cursor:
        return None
    try:
        rank, moment, key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        return [int(rank), datetime.fromisoformat(moment), str(key)]
    except (ValueError, TypeError) as error:
        raise ParameterError(cursors.NOT_OURS, param="cursor") from error
