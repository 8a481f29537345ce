"""How long the shop's customers waited for people, what they would have been told, and one promised call."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import numpy as np

from agents.models import Agent, Team
from conversations import log
from conversations.demo import clock
from conversations.models import Conversation, Ended, Handover, Holder, Message, WaitPromise, WaitsBy
from conversations.waiting import calls, team_times, windows
from conversations.waiting.estimating import Held, Past, Standing
from conversations.waiting.promises import History

PHONE = "+493023125014"  # of those that belong to nobody, for films and books


def load(now: datetime) -> None:
    """Fill in what is missing."""
    if not WaitPromise.objects.exists():
        made = [one for team in Team.objects.all() for one in _of(team, now)]
        WaitPromise.objects.bulk_create(made, ignore_conflicts=True)
    if not Conversation.objects.filter(waits_by=WaitsBy.CALL).exists():
        _promise_a_call(now)


def _of(team: Team, now: datetime) -> Iterator[WaitPromise]:
    """What was told at each handover to the team while its people were there, from what was known by then."""
    times = team_times.of(team, now)
    taken = Handover.objects.filter(team=team, accepted_at__isnull=False).select_related("conversation", "accepted_by")
    rows = list(taken.order_by("requested_at"))
    crews, known = _crews(rows), list[WaitPromise]()
    for handover in rows:
        asked, accepted = handover.requested_at, handover.accepted_at
        if accepted is None or not clock.is_open("people", asked):
            continue
        there = crews[_day(asked)]
        seats = sum(one.capacity for one in there)
        held = [one for one in rows if one.accepted_at and one.accepted_at <= asked < one.conversation.updated_at]
        one = WaitPromise(
            conversation=handover.conversation,
            team=team,
            epoch=handover.conversation.epoch,
            told_at=asked,
            place=1 + sum(before.ended_at is not None and before.ended_at > asked for before in known),
            at_work=len(there),
            seats=seats,
            free=max(0, seats - len(held)),
            hour=times.hour_of_week(asked),
            ended=Ended.TAKEN,
            ended_at=accepted,
            waited=times.work.between(asked, accepted),
        )
        _tell(one, known)
        known.append(one)
        yield one


def _crews(rows: Sequence[Handover]) -> dict[date, set[Agent]]:
    """Who was at work on each day, as far as one can tell: everybody who took what had been asked or was taken then."""
    crews: dict[date, set[Agent]] = defaultdict(set)
    for one in rows:
        if one.accepted_by is not None and one.accepted_at is not None:
            crews[_day(one.requested_at)].add(one.accepted_by)
            crews[_day(one.accepted_at)].add(one.accepted_by)
    return crews


def _day(at: datetime) -> date:
    return at.astimezone(clock.zone()).date()


def _tell(one: WaitPromise, known: Sequence[WaitPromise]) -> None:
    over = [each for each in known if each.ended_at is not None and each.ended_at <= one.told_at]
    past = Past(
        hour=np.array([each.hour for each in over], float),
        ahead=np.array([_ahead(each) for each in over], float),
        seats=np.array([each.seats for each in over], float),
        days=np.array([(one.told_at - each.told_at).total_seconds() / 86_400 for each in over], float),
        waited=np.array([each.waited for each in over], float),
        came=np.ones(len(over), bool),
    )
    at_once, in_line = (_held([each for each in over if (_ahead(each) == 0) == free]) for free in (True, False))
    wait = History(past, at_once, in_line).estimate(Standing(one.hour, one.place, one.seats, one.free))
    if wait is not None:
        one.low, one.high = wait.low, wait.high


def _ahead(one: WaitPromise) -> int:
    return max(0, one.place - one.free)


def _held(over: Sequence[WaitPromise]) -> Held:
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
    told = Message.objects.filter(conversation=conversation, seq=conversation.seq)
    told.update(created_at=now)  # the log stamps the present, and the past that is told ends at `now`
