"""Begins a run, and begins to take it back."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from conversations import desk_acts
from conversations.bulk import running
from conversations.inbox.listing import pages
from conversations.inbox.listing.filters import Filter
from conversations.models import BulkItem, BulkItemState, BulkRun, BulkState, Conversation
from tenants import ids, jobs
from tenants.errors import BatonError, NotFoundError, ParameterError

MOST = 2000  # conversations
AT_ONCE = 20  # are done before the answer; more are a job
KEPT_FOR = timedelta(days=7)
UNDONE_WITHIN = timedelta(hours=1)
TOO_MANY = gettext_noop("{param}: at most {most} conversations at once. Narrow the list with a filter.")


class TooLateError(BatonError):
    """The run is too old to be taken back, or was taken back already."""

    status = 409
    type = "conflict_error"
    code = "not_possible_now"


def of_ids(agent: Agent, acts: Any, given: Sequence[str]) -> BulkRun:
    """Do the acts to these conversations; ParameterError for acts or ids that cannot be read."""
    if len(given) > MOST:
        raise ParameterError(gettext(TOO_MANY).format(param="ids", most=MOST), param="ids")
    for one in given:
        try:
            ids.decode("conv", one)
        except ValueError as error:
            raise ParameterError(gettext("ids: there is no such conversation here."), param="ids") from error
    known = set(Conversation.objects.filter(pk__in=given).values_list("pk", flat=True))
    return _begin(agent, acts, [one for one in dict.fromkeys(given) if one in known], missing=len(known) < len(given))


def of_filter(agent: Agent, acts: Any, *, view: str, wanted: Filter) -> BulkRun:
    """Do the acts to all that the list shows now."""
    found = pages.ids_of(agent, view=view, wanted=wanted, most=MOST + 1)
    if len(found) > MOST:
        raise ParameterError(gettext(TOO_MANY).format(param="filter", most=MOST), param="filter")
    return _begin(agent, acts, found, missing=False)


def undo(run_id: str, agent: Agent) -> BulkRun:
    """Take back what was done so far; NotFoundError unless it is the agent's own, TooLateError after an hour."""
    with transaction.atomic():
        run = of(run_id, agent, lock=True)
        if run.state not in (BulkState.WAITING, BulkState.DONE):
            raise TooLateError(gettext("This was taken back already."))
        if timezone.now() - run.created_at > UNDONE_WITHIN:
            raise TooLateError(gettext("This was more than an hour ago. Change the conversations one by one."))
        run.items.filter(state=BulkItemState.WAITING).update(state=BulkItemState.FAILED, why=running.STOPPED)
        run.state, run.ended_at = BulkState.UNDOING, None
        run.save(update_fields=["state", "ended_at"])
        many = run.items.filter(state=BulkItemState.DONE).count() > AT_ONCE
        if many:
            jobs.write(running.KIND, {"run_id": str(run.id)}, key=str(run.id))
    if not many:
        running.go_on(str(run.id))
    return of(run_id, agent)


def of(run_id: str, agent: Agent, *, lock: bool = False) -> BulkRun:
    """The agent's own run; NotFoundError otherwise."""
    try:
        key = ids.decode("blk", run_id)
    except ValueError as error:
        raise NotFoundError(gettext("There is no such run of yours."), param="run_id") from error
    rows = BulkRun.objects.select_for_update() if lock else BulkRun.objects.all()
    found = rows.filter(pk=key, agent=agent).first()
    if found is None:
        raise NotFoundError(gettext("There is no such run of yours."), param="run_id")
    return found


def _begin(agent: Agent, acts: Any, found: Sequence[str], *, missing: bool) -> BulkRun:
    read = desk_acts.parse(acts)
    if not found or missing:
        message = "there is no such conversation here." if missing else "nothing is chosen."
        raise ParameterError(f"ids: {message}", param="ids")
    with transaction.atomic():
        BulkRun.objects.filter(agent=agent, ended_at__lt=timezone.now() - KEPT_FOR).delete()
        run = BulkRun.objects.create(agent=agent, acts=desk_acts.as_json(read), total=len(found))
        BulkItem.objects.bulk_create(
            BulkItem(run=run, conversation_id=one, place=place) for place, one in enumerate(found)
        )
        if len(found) > AT_ONCE:
            jobs.write(running.KIND, {"run_id": str(run.id)}, key=str(run.id))
    if len(found) <= AT_ONCE:
        running.go_on(str(run.id))
    run.refresh_from_db()
    return run
