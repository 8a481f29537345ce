"""The waits behind each number of the report on the queue, and the calls that were promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from conversations import rows, wire
from conversations.models import Callback, CallState, Ended, WaitPromise
from conversations.waiting import moves, phones
from tenants import cursors

Json = dict[str, Any]
OVER = ~Q(ended="")
CAME = Q(ended=Ended.TAKEN, waited__isnull=False)
RANGED = Q(low__isnull=False)
KINDS: Mapping[str, Q] = {
    "waits": Q(first=True),
    "taken": Q(first=True, ended=Ended.TAKEN),
    "left": Q(first=True, ended=Ended.LEFT),
    "called": Q(first=True, ended=Ended.RESTED),
    "no_range": Q(first=True, low__isnull=True),
    "told": CAME & RANGED,
    "held": CAME & RANGED & Q(waited__gte=F("low"), waited__lte=F("high")),
    "early": CAME & RANGED & Q(waited__lt=F("low")),
    "late": CAME & RANGED & Q(waited__gt=F("high")),
}


@dataclass(frozen=True)
class Asked:
    """Which waits: told since then, of one team or of all."""

    since: datetime
    team_id: str = ""


def told(asked: Asked) -> QuerySet[WaitPromise]:
    """All that was told."""
    found = WaitPromise.objects.filter(told_at__gte=asked.since)
    if asked.team_id == moves.WHOLE_DESK:
        return found.filter(team__isnull=True)
    return found.filter(team_id=asked.team_id) if asked.team_id else found


def page(kind: str, asked: Asked, *, limit: int, cursor: str) -> Json:
    """A page of what stands behind the number of this kind, the newest first."""
    found = told(asked).filter(KINDS[kind]).select_related("conversation__customer", "team").order_by("-id")
    listed = cursors.newest_ids_first(found, limit=limit, cursor=cursor)
    return listed.of([_wait(one) for one in listed.rows])


def calls(*, state: str, conversation_id: str, limit: int, cursor: str) -> Json:
    """A page of calls: those that are promised with the next one first, or those that are over, newest first."""
    found = Callback.objects.select_related("conversation__customer", "team", "owner", "ended_by")
    if conversation_id:
        found = found.filter(conversation_id=conversation_id)
    if state == "promised":
        open_calls = found.filter(state=CallState.PROMISED).order_by("begins_at", "id")[:limit]
        return {"data": [call(one) for one in open_calls], "has_more": False, "next_cursor": None}
    listed = cursors.newest_ids_first(
        found.exclude(state=CallState.PROMISED).order_by("-id"), limit=limit, cursor=cursor
    )
    return listed.of([call(one) for one in listed.rows])


def loaded(call_id: str) -> Callback:
    """The call with all that is shown of it."""
    return Callback.objects.select_related("conversation__customer", "team", "owner", "ended_by").get(pk=call_id)


def call(one: Callback) -> Json:
    """A call as the desk sees it; needs conversation, customer, team and people loaded."""
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "customer": rows.customer(one.conversation),
        "team": wire.team(one.team),
        "owner": rows.colleague(one.owner),
        "phone": {"e164": one.phone, "text": phones.readable(one.phone)},
        "begins_at": wire.stamp(one.begins_at),
        "ends_at": wire.stamp(one.ends_at),
        "state": one.state,
        "tries": one.tries,
        "kept": one.kept,
        "late": one.overdue_at is not None,
        "ended_at": wire.stamp(one.ended_at) if one.ended_at else None,
        "ended_by": rows.colleague(one.ended_by),
    }


def _wait(one: WaitPromise) -> Json:
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "customer": rows.customer(one.conversation),
        "team": wire.team(one.team),
        "told_at": wire.stamp(one.told_at),
        "place": one.place,
        "at_work": one.at_work,
        "wait": None if one.low is None else {"low": one.low, "high": one.high},
        "waited": one.waited,
        "ended": one.ended or None,
    }
