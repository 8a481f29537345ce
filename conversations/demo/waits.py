"""How long the shop's customers waited for people, what they would have been told, and one promised call."""

from collections.abc import Iterator
from datetime import datetime

import numpy as np

from agents.models import Team
from conversations import log
from conversations.models import Conversation, Ended, Handover, Holder, WaitPromise, WaitsBy
from conversations.waiting import calls, team_times, windows
from conversations.waiting.estimating import Held, Past, Standing, estimate

PHONE = "+493023125014"  # of those that belong to nobody, for films and books
SEATS = 4  # of one person


def load(now: datetime) -> None:
    """Fill in what is missing."""
    if not WaitPromise.objects.exists():
        made = [one for team in Team.objects.all() for one in _of(team, now)]
        WaitPromise.objects.bulk_create(made, ignore_conflicts=True)
    if not Conversation.objects.filter(waits_by=WaitsBy.CALL).exists():
        _promise_a_call(now)


def _of(team: Team, now: datetime) -> Iterator[WaitPromise]:
    """What was told at each handover to the team within its hours, from what was known by then."""
    times, people = team_times.of(team, now), max(1, team.agents.count() // 2)
    taken = Handover.objects.filter(team=team, accepted_at__isnull=False).select_related("conversation")
    known: list[WaitPromise] = []
    for handover in taken.order_by("requested_at"):
        if handover.accepted_at is None or not times.is_open(handover.requested_at):
            continue
        open_then = [one for one in known if one.ended_at is not None and one.ended_at > handover.requested_at]
        one = WaitPromise(
            conversation=handover.conversation,
            team=team,
            epoch=handover.conversation.epoch,
            told_at=handover.requested_at,
            place=len(open_then) + 1,
            at_work=people,
            seats=people * SEATS,
            free=0,
            hour=times.hour_of_week(handover.requested_at),
            ended=Ended.TAKEN,
            ended_at=handover.accepted_at,
            waited=(handover.accepted_at - handover.requested_at).total_seconds(),
        )
        _tell(one, known)
        known.append(one)
        yield one


def _tell(one: WaitPromise, known: list[WaitPromise]) -> None:
    over = [each for each in known if each.ended_at is not None and each.ended_at <= one.told_at]
    past = Past(
        hour=np.array([each.hour for each in over], float),
        ahead=np.array([each.place for each in over], float),
        seats=np.array([each.seats for each in over], float),
        days=np.array([(one.told_at - each.told_at).total_seconds() / 86_400 for each in over], float),
        waited=np.array([each.waited for each in over], float),
        came=np.ones(len(over), bool),
    )
    wait = estimate(past, Standing(one.hour, one.place, one.seats, one.free), _held(over))
    if wait is not None:
        one.low, one.high = wait.low, wait.high


def _held(over: list[WaitPromise]) -> Held:
    told = [
        (each.low, each.waited or 0.0, each.high) for each in over if each.low is not None and each.high is not None
    ]
    early, late = (sum(waited < low for low, waited, _ in told), sum(waited > high for _, waited, high in told))
    return Held(len(told), early, late)


def _promise_a_call(now: datetime) -> None:
    """Somebody who waits asked to be called tomorrow or later."""
    waits = Conversation.objects.filter(holder=Holder.QUEUE, team__isnull=False).order_by("-waiting_since")
    found = waits.select_related("team").first()
    if found is None:
        return
    offered = windows.offered(team_times.of(found.team, now), now)
    if not offered:
        return
    with log.writing(str(found.id)) as conversation:
        conversation.waits_by = WaitsBy.CALL
        calls.promise(conversation, PHONE, offered[min(len(offered) - 1, 8)])
