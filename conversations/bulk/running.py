"""Goes through the conversations of a run, a few seconds at a time, each in a transaction of its own."""

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from typing_extensions import TypedDict

from conversations import desk_acts
from conversations.models import BulkItem, BulkItemState, BulkRun, BulkState, Conversation
from tenants import ids, jobs
from tenants.errors import BatonError
from tenants.jobs import Lease

Json = dict[str, Any]


class BulkFailure(TypedDict):
    """A conversation with which it could not be done, and why."""

    id: str
    why: str


class BulkRunRow(TypedDict):
    """How far acts on many conversations are."""

    id: str
    state: BulkState
    total: int
    done: int
    undone: int
    waiting: int
    failed_count: int
    failed: list[BulkFailure]
    """The first hundred."""


KIND = "bulk"
A_GO = 4.0  # seconds
STOPPED = "Nothing was done: it was taken back before."
GONE = "This conversation is gone."
MOST_TOLD = 100  # of those that failed
TOLD_AS: Mapping[str, str] = {BulkItemState.FAILED: "failed", BulkItemState.KEPT: "failed"}


def work(held: Lease) -> None:
    """Do a part of the run, and write the job for the rest."""
    run_id = str(held.ids["run_id"])
    if not go_on(run_id, until=time.monotonic() + A_GO):
        jobs.write(KIND, {"run_id": run_id}, key=run_id)


def go_on(run_id: str, *, until: float = float("inf")) -> bool:
    """Do, or take back, what is left of it until then; gives whether nothing is."""
    while time.monotonic() < until:
        with transaction.atomic():
            run = BulkRun.objects.select_for_update().select_related("agent").filter(pk=run_id).first()
            if run is None or not _step(run):
                return True
    return False


def shown(run: BulkRun) -> BulkRunRow:
    """How far it is: counts, and those that could not be done with why."""
    counted = dict(run.items.order_by().values_list("state").annotate(Count("pk")))
    failed = run.items.filter(state__in=list(TOLD_AS))[:MOST_TOLD]
    return {
        "id": run.id,
        "state": BulkState(run.state),
        "total": run.total,
        "done": counted.get(BulkItemState.DONE, 0),
        "undone": counted.get(BulkItemState.UNDONE, 0),
        "waiting": counted.get(BulkItemState.WAITING, 0),
        "failed_count": sum(counted.get(state, 0) for state in TOLD_AS),
        "failed": [{"id": item.conversation_id, "why": item.why} for item in failed],
    }


def _step(run: BulkRun) -> bool:
    """The next conversation; False, with the run ended, when there is none."""
    undoing = run.state == BulkState.UNDOING
    if run.state not in (BulkState.WAITING, BulkState.UNDOING):
        return False
    item = run.items.filter(state=BulkItemState.DONE if undoing else BulkItemState.WAITING).first()
    if item is None:
        run.state, run.ended_at = BulkState.UNDONE if undoing else BulkState.DONE, timezone.now()
        run.save(update_fields=["state", "ended_at"])
        return False
    item.state, item.why, item.undo = _undone(run, item) if undoing else _done(run, item)
    item.save(update_fields=["state", "why", "undo"])
    return True


def _done(run: BulkRun, item: BulkItem) -> tuple[BulkItemState, str, Json | None]:
    key = uuid5(_uuid(run), "bulk")
    try:
        with transaction.atomic():
            applied = desk_acts.apply(desk_acts.parse(run.acts), str(item.conversation_id), run.agent, key=key)
    except BatonError as error:
        return BulkItemState.FAILED, error.message[:300], None
    except Conversation.DoesNotExist:
        return BulkItemState.FAILED, GONE, None
    return BulkItemState.DONE, "", applied.undo


def _undone(run: BulkRun, item: BulkItem) -> tuple[BulkItemState, str, Json | None]:
    try:
        with transaction.atomic():
            desk_acts.undo(item.undo or {}, str(item.conversation_id), run.agent)
    except BatonError as error:
        return BulkItemState.KEPT, error.message[:300], item.undo
    except Conversation.DoesNotExist:
        return BulkItemState.KEPT, GONE, item.undo
    return BulkItemState.UNDONE, "", item.undo


def _uuid(run: BulkRun) -> UUID:
    return ids.decode("blk", str(run.id))
