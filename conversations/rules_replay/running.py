"""Replays as jobs: a few seconds at a time, so that whatever else is due has its turn, and customers first."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from conversations.models import ReplayedConversation, ReplayState, RuleReplay
from conversations.rules_replay import arriving, effects, judging, keeping, reading, tallying
from conversations.rules_replay.arriving import Arriving
from conversations.rules_replay.effects import ReplayEffects
from conversations.rules_replay.tallying import RulesTally, Tally
from escalation import rules
from escalation.models import RuleBookVersion
from escalation.replay.comparing import Change
from tenants import current, jobs
from tenants.errors import BatonError, RateLimitedError
from tenants.jobs import Lease
from tenants.trail.audit import Actor

Json = dict[str, Any]
KIND = "rule_replay"
A_GO = 4.0  # seconds
TRIES = 3
MOST_UNDER_WAY = 2  # of a tenant
MOST_KEPT = 20
UNDER_WAY = (ReplayState.WAITING, ReplayState.RUNNING)
TOO_MANY = gettext_noop("Other replays are still under way. Start this one when they are done, or cancel one.")
FAILED = "The replay broke off. Try again; if that does not help, tell us the time of this one."


class ReplayChanges(TypedDict):
    """How many conversations each change befalls."""

    newly: int
    no_longer: int
    earlier: int
    later: int
    target: int
    """To another team, skill or priority."""
    approval_added: int
    approval_gone: int


class ReplayCounts(RulesTally):
    """All that a replay counts."""

    changes: ReplayChanges


class ReplayResult(ReplayCounts, ReplayEffects):
    """What other rules would have changed in a time, and what that would mean for the desk."""


class EndedError(BatonError):
    """A replay that ended already cannot be cancelled."""

    status = 409
    code = "replay_ended"

    def __init__(self) -> None:
        super().__init__(gettext("This replay ended already."))


@transaction.atomic
def ask(document: Any, *, since: datetime, until: datetime, assumed: Json, by: Actor) -> RuleReplay:
    """Write a replay of the document against the published rules down, with the job that does it.

    `assumed` may give handling_minutes, hourly_cost and agents. RuleError when the document is no rule book,
    RateLimitedError while too many are under way. The oldest of many that ended go.
    """
    rules.parse(document)
    if RuleReplay.objects.filter(state__in=UNDER_WAY).count() >= MOST_UNDER_WAY:
        raise RateLimitedError(gettext(TOO_MANY), retry_after=20)
    published = RuleBookVersion.objects.first()
    made = RuleReplay.objects.create(
        document=document,
        against=None if published is None else published.document,
        against_version=0 if published is None else published.number,
        since=since,
        until=until,
        total=reading.count(since, until),
        requested_by=by.id,
        requested_name=by.name[:120],
        **assumed,
    )
    kept = RuleReplay.objects.values_list("pk", flat=True)[:MOST_KEPT]
    RuleReplay.objects.exclude(pk__in=list(kept)).exclude(state__in=UNDER_WAY).delete()
    jobs.write(KIND, {"replay_id": str(made.id)}, key=str(made.id))
    return made


def cancel(row: RuleReplay) -> None:
    """End it before its time; what it found so far goes. Raises EndedError."""
    with transaction.atomic():
        locked = RuleReplay.objects.select_for_update().get(pk=row.pk)
        if locked.state not in UNDER_WAY:
            raise EndedError
        _end(locked, ReplayState.CANCELLED)
    row.refresh_from_db()


def work(held: Lease) -> None:
    """Look at the next conversations for a while; what is left then is another job's."""
    row = RuleReplay.objects.filter(pk=str(held.ids["replay_id"]), state__in=UNDER_WAY).first()
    if row is None:
        return
    if held.attempt > TRIES:
        with transaction.atomic():
            locked = RuleReplay.objects.select_for_update().get(pk=row.pk)
            locked.problem = FAILED
            _end(locked, ReplayState.FAILED)
        return
    until = time.monotonic() + A_GO
    while time.monotonic() < until:
        if not _page(str(row.id)):
            return
    jobs.write(KIND, {"replay_id": str(row.id)}, key=str(row.id))


def _page(replay_id: str) -> bool:
    """Look at one page of decisions and write down what came of it; False when there is nothing left to do."""
    row = RuleReplay.objects.get(pk=replay_id)
    rows, last = reading.page(row.since, row.until, after=row.last_conversation or reading.NOTHING)
    order = judging.ordered([rows])
    before = rules.read(row.against, version=row.against_version)
    judged = judging.judge([rows], order, before=before, after=rules.parse(row.document))
    zone = ZoneInfo(current.tenant().time_zone)
    tally = Tally.from_json(row.tally) + tallying.tally(judged, zone=zone, unreadable=rows.unreadable)
    comes = Arriving.from_bytes(bytes(row.arrivals)) + arriving.arriving(judged)
    result: ReplayResult | None = {**shown(tally), **effects.effects(row, comes)} if last is None else None
    with transaction.atomic():
        locked = RuleReplay.objects.select_for_update().get(pk=replay_id)
        if locked.state not in UNDER_WAY or locked.last_conversation != row.last_conversation:
            return False  # it was cancelled, or another worker did this page
        ReplayedConversation.objects.bulk_create(keeping.rows(locked, judged, zone=zone), batch_size=1000)
        locked.state, locked.last_conversation = ReplayState.RUNNING, last
        locked.done = min(locked.done + len(rows), locked.total)
        locked.tally, locked.arrivals = tally.to_json(), comes.to_bytes()
        if result is not None:
            locked.result, locked.done = result, locked.total
            _end(locked, ReplayState.DONE)
        locked.save()
    return result is None


def shown(tally: Tally) -> ReplayCounts:
    """The counts as a result tells them."""
    number = tally.changes
    changes: ReplayChanges = {
        "newly": number[Change.NEWLY],
        "no_longer": number[Change.NO_LONGER],
        "earlier": number[Change.EARLIER],
        "later": number[Change.LATER],
        "target": number[Change.TARGET],
        "approval_added": number[Change.APPROVAL_ADDED],
        "approval_gone": number[Change.APPROVAL_GONE],
    }
    return {**tally.shown(), "changes": changes}


def _end(row: RuleReplay, state: ReplayState) -> None:
    """Write down how it ended; one that was not done keeps nothing."""
    row.state, row.finished_at = state, timezone.now()
    row.tally, row.arrivals = {}, b""
    if state != ReplayState.DONE:
        row.conversations.all().delete()
    row.save()
