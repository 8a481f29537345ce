"""Measures conversations as they change, and says how far it is; the one writer of episodes.

A conversation is measured whole, from its history, and its episodes are put in place of those that are stored: so it
does not matter how often that happens, nor in which order. One batch is one transaction, under the lock of the row that
says how far the measuring is.
"""

import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from conversations.insights import episodes, gathering, returning
from conversations.metering import counting
from conversations.metering.counting import Measured
from conversations.models import Conversation, Episode, Measuring, ToMeasure
from tenants import current, ids, jobs
from tenants.jobs import Lease

KIND = "measuring"  # the kind of the job
METHOD = 1  # rises with each change of what is measured: then all conversations are measured anew
AT_ONCE = 200  # conversations
LONGEST_GO = 20.0  # seconds; then whatever else is due has its turn
MARGIN = timedelta(minutes=1)  # longer than a change takes from its time stamp to its commit
STORED = [field.name for field in Episode._meta.concrete_fields if field.name not in ("id", "conversation", "number")]

# Both halves of the index by updated_at, each with what makes it one.
CHANGED = """
    SELECT c.id FROM (
        SELECT id, updated_at, channel FROM conversations_conversation
        WHERE updated_at > %(since)s AND status <> 'resolved'
        UNION ALL
        SELECT id, updated_at, channel FROM conversations_conversation
        WHERE updated_at > %(since)s AND status = 'resolved'
    ) c
    WHERE NOT EXISTS (
        SELECT 1 FROM conversations_episode e
        WHERE e.conversation_id = c.id AND e.row_at = c.updated_at
    )
    AND c.channel <> 'import'
    AND EXISTS (SELECT 1 FROM conversations_message m WHERE m.conversation_id = c.id AND m.kind = 'text')
"""
WAITING = f"""
    SELECT count(*) FROM ({CHANGED} UNION SELECT conversation_key FROM conversations_tomeasure) waiting
"""  # noqa: S608  constants alone


class Until(NamedTuple):
    """All that happened before `measured_until` is measured, apart from `waiting` conversations; None: nothing yet."""

    measured_until: datetime | None
    waiting: int


def touch(conversation_id: str) -> None:
    """Let the conversation be measured anew, for a change that its row does not show; in the transaction of the change.

    No lock is taken, and the conversation may be gone already.
    """
    ToMeasure.objects.create(conversation_key=ids.decode("conv", conversation_id))


def touch_all(conversations: QuerySet[Conversation]) -> None:
    """The same for all of these. Two queries."""
    keys = [ids.decode("conv", str(key)) for key in conversations.values_list("pk", flat=True)]
    ToMeasure.objects.bulk_create(ToMeasure(conversation_key=key) for key in keys)


def until() -> Until:
    """How far the measuring is. Two queries."""
    state = Measuring.objects.filter(pk=1).first() or Measuring()
    if state.method != METHOD:
        begun = state.toward == METHOD
        return Until(state.watermark, max(1, state.of - state.done) if begun else Conversation.objects.count())
    now = timezone.now()
    with current.connection.cursor() as cursor:
        cursor.execute(WAITING, {"since": _since(state)})
        waiting = int(cursor.fetchone()[0])
    return Until(state.watermark if waiting else now, waiting)


def work(_held: Lease) -> None:
    """Measure what changed, for a while at a time; the job writes itself anew while something is left."""
    end = time.monotonic() + LONGEST_GO
    while go():
        if time.monotonic() > end:
            jobs.write(KIND, {}, key=KIND)
            return


def catch_up() -> None:
    """Measure all that waits, now."""
    while go():
        pass


@transaction.atomic
def go() -> bool:
    """Measure one batch; False when nothing was left after it."""
    state, now = _locked(), timezone.now()
    if state.method != METHOD:
        _of_all(state, now)
        return True
    told = list(ToMeasure.objects.order_by("pk")[:AT_ONCE])
    found = {row.conversation_key for row in told} | set(_changed(state))
    _measure(sorted(found), now)
    ToMeasure.objects.filter(pk__in=[row.pk for row in told]).delete()
    if len(found) >= AT_ONCE:
        return True
    state.watermark = now
    state.save(update_fields=["watermark"])
    return ToMeasure.objects.exists()


@transaction.atomic
def let_go(conversation: Conversation) -> None:
    """It is removed, in the transaction under way: its episodes are measured once more, and stay without it."""
    _locked()
    key = ids.decode("conv", str(conversation.id))
    _measure([key], timezone.now())
    ToMeasure.objects.filter(conversation_key=key).delete()
    Episode.objects.filter(conversation=conversation).update(conversation=None, customer_key=None)


def _locked() -> Measuring:
    """The row that says how far it is, held: whoever measures or removes is alone with that."""
    Measuring.objects.get_or_create(pk=1)
    return Measuring.objects.select_for_update().get(pk=1)


def _of_all(state: Measuring, now: datetime) -> None:
    """The next batch of all conversations, which are measured by another method than now, or not at all yet."""
    if state.toward != METHOD:
        state.toward, state.after, state.done, state.of = METHOD, None, 0, Conversation.objects.count()
    rows = Conversation.objects.order_by("pk")
    left = rows if state.after is None else rows.filter(pk__gt=state.after)
    keys = [ids.decode("conv", str(key)) for key in left.values_list("pk", flat=True)[:AT_ONCE]]
    _measure(keys, now)
    state.done += len(keys)
    state.after = keys[-1] if keys else None
    if len(keys) < AT_ONCE:
        state.method, state.after = METHOD, None
    state.save()


def _changed(state: Measuring) -> list[UUID]:
    with current.connection.cursor() as cursor:
        cursor.execute(f"{CHANGED} LIMIT %(most)s", {"since": _since(state), "most": AT_ONCE})
        return [key for (key,) in cursor.fetchall()]


def _since(state: Measuring) -> Any:
    return "-infinity" if state.watermark is None else state.watermark - MARGIN


def _measure(keys: Sequence[UUID], now: datetime) -> None:
    """Put the episodes of these conversations in place of those that are stored, and let the ledger follow.

    Seventeen queries while nothing counts.
    """
    if not keys:
        return
    before = list(Episode.objects.filter(conversation__in=keys).only("conversation", "number", "customer_key"))
    told = list(gathering.histories(keys))
    measured = [one for history in told for one in episodes.measure(history, now)]
    Episode.objects.bulk_create(
        measured, update_conflicts=True, unique_fields=["conversation", "number"], update_fields=STORED
    )
    _drop(before, measured)
    customers = {one.customer_key for one in (*before, *measured) if one.customer_key is not None}
    returning.mark(customers)
    counting.follow(Measured(told, measured, customers), now=now)


def _drop(before: Sequence[Episode], measured: Sequence[Episode]) -> None:
    """An episode goes whose beginning was taken back."""
    places = {(one.conversation_id, one.number) for one in measured}
    gone = [one.pk for one in before if (one.conversation_id, one.number) not in places]
    if gone:
        Episode.objects.filter(pk__in=gone).delete()
