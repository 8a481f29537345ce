"""What the change would mean for the desk: how long customers wait, and what the work costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import TypedDict

from conversations.models import RuleReplay
from conversations.rules_replay import measuring, reading, waiting
from conversations.rules_replay.arriving import Arriving, Side
from conversations.rules_replay.measuring import Desk, Handled
from conversations.rules_replay.waiting import Arrivals, Waited
from tenants import current

FEWEST = 10  # handovers that were measured, below which nothing is drawn from them
LUCK = np.uint64(1 << 32)
NOBODY = "Nobody at the desk wrote in this time. Give a number of agents to see how long customers would wait."
TOO_FEW = (
    f"People handled fewer than {FEWEST} conversations in this time. Give the minutes that one takes to see how long "
    "customers would wait."
)


class ReplayWaits(TypedDict):
    """How long customers would wait."""

    median: float | None
    """Seconds; null where nobody came."""
    p90: float | None
    never: int
    """Conversations for which nobody was left."""


class ReplayWaiting(TypedDict):
    """How long customers would wait with either book."""

    why_not: str
    """Why it cannot be said; else empty."""
    before: ReplayWaits | None
    after: ReplayWaits | None


class ReplayWork(TypedDict):
    """What comes to people, and what that costs."""

    to_people: int
    hours: float | None
    cost: float | None


class ReplayCost(TypedDict):
    """The work with either book."""

    handling_minutes: float | None
    hourly_cost: float | None
    before: ReplayWork
    after: ReplayWork


class MeasuredWaits(TypedDict):
    """Seconds until somebody took a conversation."""

    median: float | None
    p90: float | None


class ReplayMeasured(TypedDict):
    """What the desk really did in that time."""

    handovers: int
    handled: int
    handling_minutes: float | None
    """Of work."""
    held_minutes: float | None
    """In somebody's hands."""
    people: float | None
    """On average, in the hours in which anybody was there."""
    waited: MeasuredWaits


class ReplayEffects(TypedDict):
    """What the change would mean for the desk."""

    waiting: ReplayWaiting
    cost: ReplayCost
    measured: ReplayMeasured


@dataclass(frozen=True, slots=True, eq=False)
class Assumed:
    """What the play goes by, measured or given: seconds in hand and of work, and the places of each hour."""

    held: NDArray[np.float64]
    worked: float | None
    slots: NDArray[np.int64]
    people: NDArray[np.int64]


def effects(row: RuleReplay, arriving: Arriving) -> ReplayEffects:
    """Waiting and work with either book, and what they were measured from."""
    handled = measuring.handled(row.since, row.until)
    desk = measuring.desk(row.since, row.until, zone=current.tenant().time_zone)
    assumed = _assumed(row, handled, desk)
    return {
        "waiting": _waiting(arriving, handled, desk, assumed),
        "cost": _cost(row, arriving, assumed),
        "measured": {
            "handovers": len(handled.waited),
            "handled": len(handled.worked),
            "handling_minutes": _minutes(_mean(handled.worked)),
            "held_minutes": _minutes(_middle(handled.held)),
            "people": _mean_where(desk.people),
            "waited": {"median": _middle(handled.waited), "p90": _slow(handled.waited)},
        },
    }


def _assumed(row: RuleReplay, handled: Handled, desk: Desk) -> Assumed:
    """What was measured, but for what was given instead: conversations then take as much longer as their work does."""
    worked = _mean(handled.worked) if len(handled.worked) >= FEWEST else None
    held = handled.held if len(handled.held) >= FEWEST else np.zeros(0)
    if row.handling_minutes is not None:
        given = row.handling_minutes * 60
        held = held * (given / worked) if worked and len(held) else np.array([given])
        worked = given
    slots, people = desk.slots, desk.people
    if row.agents is not None:
        each = slots.sum() / people.sum() if people.sum() else 1.0
        there = people > 0 if people.any() else np.ones(len(people), dtype=bool)
        people = np.where(there, row.agents, 0)
        slots = np.round(people * each).astype(np.int64)
    return Assumed(held, worked, slots, people)


def _waiting(arriving: Arriving, handled: Handled, desk: Desk, assumed: Assumed) -> ReplayWaiting:
    if not assumed.slots.any():
        return {"why_not": NOBODY, "before": None, "after": None}
    if not len(assumed.held):
        return {"why_not": TOO_FEW, "before": None, "after": None}
    own = np.array([handled.own.get(reading.uuid_of(one), np.nan) for one in arriving.talks], dtype=np.float64)
    scale = assumed.held.mean() / handled.held.mean() if len(handled.held) else 1.0
    luck = (arriving.talks[:, 1] % LUCK) / float(LUCK)  # of the id, so that both sides have the same
    held = waiting.drawn(assumed.held, own * scale, luck)
    sides = (_played(side, held, desk.begins, assumed.slots) for side in (arriving.before, arriving.after))
    before, after = (_waits(side) for side in sides)
    return {"why_not": "", "before": before, "after": after}


def _waits(side: Waited) -> ReplayWaits:
    return {"median": side.median, "p90": side.p90, "never": side.never}


def _played(side: Side, held: NDArray[np.float64], begins: float, slots: NDArray[np.int64]) -> Waited:
    comes = ~np.isnan(side.at)
    arrivals = Arrivals(side.at[comes], side.rank[comes].astype(np.int64), held[comes])
    return waiting.play(arrivals, begins=begins, slots=slots)


def _cost(row: RuleReplay, arriving: Arriving, assumed: Assumed) -> ReplayCost:
    """Hours of work for all that comes to the desk, and their price where an hour has one."""
    return {
        "handling_minutes": _minutes(assumed.worked),
        "hourly_cost": row.hourly_cost,
        "before": _work(arriving.before, assumed.worked, row.hourly_cost),
        "after": _work(arriving.after, assumed.worked, row.hourly_cost),
    }


def _work(side: Side, worked: float | None, price: float | None) -> ReplayWork:
    handed = int(np.count_nonzero(~np.isnan(side.at)))
    hours = None if worked is None else handed * worked / 3600
    return {"to_people": handed, "hours": hours, "cost": None if hours is None or price is None else hours * price}


def _mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if len(values) else None


def _middle(values: NDArray[np.float64]) -> float | None:
    return float(np.median(values)) if len(values) else None


def _slow(values: NDArray[np.float64]) -> float | None:
    return float(np.quantile(values, 0.9)) if len(values) else None


def _mean_where(people: NDArray[np.int64]) -> float | None:
    """How many there are on average in the hours in which there is anybody."""
    there = people[people > 0]
    return float(there.mean()) if len(there) else None


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60
