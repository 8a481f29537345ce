"""The one writer of what waiting customers are told: what to say at each place, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from django.db.models import F
from django.utils import timezone

from agents.models import Team
from conversations.models import Conversation, Ended, WaitPromise
from conversations.waiting import estimating, team_times
from conversations.waiting.estimating import Held, Past, Range, Standing
from conversations.waiting.team_times import Crew, Times

REMEMBERED = 1500  # waits of a team
FOR_DAYS = 90
LATELY = 200  # promises whose holding moves the next ones
OPEN_FOR = timedelta(hours=12)  # a wait that is open for longer says nothing about the pace of today
MARKS = frozenset({1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 130, 160, 200, 250, 320, 400, 500})
COLUMNS = ("hour", "place", "seats", "free", "told_at", "ended_at", "ended", "waited", "low", "high")


@dataclass(frozen=True)
class Told:
    """Where somebody stands, and how long it takes where that is known."""

    place: int
    wait: Range | None


@dataclass(frozen=True)
class History:
    """The waits of a team, and of the promises made to those who came at once, and to those who stood in line."""

    past: Past
    at_once: Held
    in_line: Held

    def estimate(self, standing: Standing) -> Range | None:
        """The range for somebody who stands so."""
        held = self.at_once if standing.ahead == 0 else self.in_line
        return estimating.estimate(self.past, standing, held)


def tell(team: Team | None, line: Sequence[Conversation], *, times: Times, now: datetime) -> dict[str, Told]:
    """What each in the team's line is told now, by id; new ranges are kept, and outside of the hours there is none."""
    if not times.is_open(now):
        return {str(one.id): Told(place, None) for place, one in enumerate(line, 1)}
    settle(team, times)
    crew = team_times.crew(team, team_times.everybody())
    told = _newest(line)
    hour, history, made = times.hour_of_week(now), None, []
    for place, conversation in enumerate(line, 1):
        before = told.get(str(conversation.id))
        if crew.seats == 0 or not _is_due(before, place):
            continue
        history = history or load(team, times, now)
        wait = _before_closing(history.estimate(Standing(hour, place, crew.seats, crew.free)), times, now)
        one = _row(conversation, place, crew, wait, first=before is None)
        one.team, one.told_at, one.hour = team, now, hour
        made.append(one)
        told[str(conversation.id)] = one
    WaitPromise.objects.bulk_create(made, ignore_conflicts=True)
    return {
        str(one.id): Told(place, None if crew.seats == 0 else left(told.get(str(one.id)), now))
        for place, one in enumerate(line, 1)
    }


def left(promise: WaitPromise | None, now: datetime) -> Range | None:
    """What is left of the range that was told; None where none was, or all of it is gone."""
    if promise is None or promise.low is None or promise.high is None:
        return None
    return estimating.left_of(Range(promise.low, promise.high), (now - promise.told_at).total_seconds())


def newest(conversation: Conversation) -> WaitPromise | None:
    """What the customer was told last in this wait."""
    told = conversation.wait_promises.filter(epoch=conversation.epoch, ended="")
    return told.order_by("-told_at", "-id").first()


def end(conversation: Conversation, how: Ended) -> None:
    """The conversation, which is locked, waits no more: all that was told of this wait has its end."""
    told = WaitPromise.objects.filter(conversation=conversation, ended="")
    told.update(ended=how, ended_at=timezone.now())


def settle(team: Team | None, times: Times) -> None:
    """Count the working seconds of the team's waits that ended since."""
    ended = list(WaitPromise.objects.filter(team=team, ended_at__isnull=False, waited__isnull=True))
    for one in ended:
        if one.ended_at is not None:
            one.waited = times.work.between(one.told_at, one.ended_at)
    if ended:
        WaitPromise.objects.bulk_update(ended, ["waited"])


def load(team: Team | None, times: Times, now: datetime) -> History:
    """The newest waits of the team. One query."""
    recent = WaitPromise.objects.filter(team=team, told_at__gt=now - timedelta(days=FOR_DAYS))
    rows = recent.order_by("-told_at").values_list(*COLUMNS)[:REMEMBERED]
    told = [row for row in rows if row[6] or now - row[4] < OPEN_FOR]
    columns = list(zip(*told, strict=True)) if told else [()] * len(COLUMNS)
    place, seats, free = (np.array(columns[number], float) for number in (1, 2, 3))
    waited = [
        row[7] if row[7] is not None else times.work.between(row[4], row[5] or now)
        for row in told
    ]  # fmt: skip
    came = np.array([ended == Ended.TAKEN for ended in columns[6]], bool)
    ranges = [(row[8], row[9]) for row in told]
    past = Past(
        hour=np.array(columns[0], float),
        ahead=np.maximum(0.0, place - free),
        seats=seats,
        days=np.array([(now - at).total_seconds() / 86_400 for at in columns[4]], float),
        waited=np.array(waited, float),
        came=came,
    )
    return History(past, _held(past, ranges, at_once=True), _held(past, ranges, at_once=False))


def _held(past: Past, ranges: Sequence[tuple[int | None, int | None]], *, at_once: bool) -> Held:
    of_these = np.flatnonzero(past.came & ((past.ahead == 0) == at_once)).tolist()
    told = [(float(past.waited[place]), *ranges[place]) for place in of_these if ranges[place][0] is not None][:LATELY]
    early = sum(low is not None and waited < low for waited, low, _ in told)
    late = sum(high is not None and waited > high for waited, _, high in told)
    return Held(len(told), early, late)


def _newest(line: Sequence[Conversation]) -> dict[str, WaitPromise]:
    told = WaitPromise.objects.filter(conversation__in=line, ended="", epoch=F("conversation__epoch"))
    return {str(one.conversation_id): one for one in told.order_by("told_at", "id")}


def _is_due(before: WaitPromise | None, place: int) -> bool:
    """Whether a range is worked out anew: at the beginning, at a mark ahead, and when others came before."""
    if before is None:
        return True
    return before.place != place and (place in MARKS or place > before.place)


def _row(conversation: Conversation, place: int, crew: Crew, wait: Range | None, *, first: bool) -> WaitPromise:
    return WaitPromise(
        conversation=conversation,
        epoch=conversation.epoch,
        first=first,
        place=place,
        at_work=crew.at_work,
        seats=crew.seats,
        free=crew.free,
        low=None if wait is None else wait.low,
        high=None if wait is None else wait.high,
    )


def _before_closing(wait: Range | None, times: Times, now: datetime) -> Range | None:
    """No range that reaches past the end of the team's day."""
    closes = times.closes_at(now)
    if wait is None or closes is None:
        return wait
    return wait if now + timedelta(seconds=wait.high) <= closes else None
