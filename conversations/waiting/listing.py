"""The waits behind each number of the report on the queue, and the calls that were promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from typing_extensions import TypedDict

from conversations import rows, wire
from conversations.models import Callback, CallState, Ended, WaitPromise
from conversations.waiting import moves, phones
from conversations.waiting.showing import WaitRange
from tenants import cursors
from tenants.openapi.shapes import Listed

PREFIX, PROMISED = "cbk", "callbacks.promised"
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


class PhoneNumber(TypedDict):
    """A number, for machines and for people."""

    e164: str
    text: str


class CallbackRow(TypedDict):
    """A call that a customer was promised."""

    id: str
    conversation_id: str
    customer: rows.CustomerBrief
    team: wire.Named | None
    owner: rows.Colleague | None
    """Who calls."""
    phone: PhoneNumber
    begins_at: str
    ends_at: str
    state: CallState
    tries: int
    kept: bool | None
    """Whether it was in time; null while that is not known."""
    late: bool
    ended_at: str | None
    ended_by: rows.Colleague | None


class WaitRow(TypedDict):
    """A wait, as it was told and as it was."""

    id: str
    conversation_id: str
    customer: rows.CustomerBrief
    team: wire.Named | None
    told_at: str
    place: int
    at_work: int
    """How many people of the team were at work."""
    wait: WaitRange | None
    """What was told; null where no range was known."""
    waited: float | None
    """Seconds."""
    ended: Ended | None
    """Null while it goes on."""


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


def page(kind: str, asked: Asked, *, limit: int, cursor: str) -> Listed[WaitRow]:
    """A page of what stands behind the number of this kind, the newest first."""
    found = told(asked).filter(KINDS[kind]).select_related("conversation__customer", "team").order_by("-id")
    listed = cursors.newest_ids_first(found, limit=limit, cursor=cursor)
    return listed.of([_wait(one) for one in listed.rows])


def calls(*, state: str, conversation_id: str, limit: int, cursor: str) -> Listed[CallbackRow]:
    """A page of calls: those that are promised with the next one first, or those that are over, newest first."""
    found = Callback.objects.select_related("conversation__customer", "team", "owner", "ended_by")
    if conversation_id:
        found = found.filter(conversation_id=conversation_id)
    if state == "promised":
        return _promised(found.filter(state=CallState.PROMISED), limit=limit, cursor=cursor)
    listed = cursors.newest_ids_first(
        found.exclude(state=CallState.PROMISED).order_by("-id"), limit=limit, cursor=cursor
    )
    return listed.of([call(one) for one in listed.rows])


def _promised(found: QuerySet[Callback], *, limit: int, cursor: str) -> Listed[CallbackRow]:
    """The next one first."""
    if cursor:
        at, key = cursors.unpack(cursor, prefix=PREFIX, of=PROMISED)
        found = found.filter(Q(begins_at__gt=at) | Q(begins_at=at, pk__gt=key))
    read = list(found.order_by("begins_at", "id")[: limit + 1])
    shown = read[:limit]
    last = cursors.pack(shown[-1].begins_at, str(shown[-1].id), of=PROMISED) if len(read) > limit else None
    return cursors.Page(shown, last).of([call(one) for one in shown])


def loaded(call_id: str) -> Callback:
    """The call with all that is shown of it."""
    return Callback.objects.select_related("conversation__customer", "team", "owner", "ended_by").get(pk=call_id)


def call(one: Callback) -> CallbackRow:
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
        "state": CallState(one.state),
        "tries": one.tries,
        "kept": one.kept,
        "late": one.overdue_at is not None,
        "ended_at": wire.stamp(one.ended_at) if one.ended_at else None,
        "ended_by": rows.colleague(one.ended_by),
    }


def _wait(one: WaitPromise) -> WaitRow:
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "customer": rows.customer(one.conversation),
        "team": wire.team(one.team),
        "told_at": wire.stamp(one.told_at),
        "place": one.place,
        "at_work": one.at_work,
        "wait": None if one.low is None or one.high is None else {"low": one.low, "high": one.high},
        "waited": one.waited,
        "ended": Ended(one.ended) if one.ended else None,
    }
