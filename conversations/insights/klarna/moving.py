"""What it would take to give a topic to people, in their hours and seats, and what it might spare; pure."""

from dataclasses import dataclass

from conversations.insights.klarna import weighing
from conversations.insights.klarna.weighing import REPEAT, Sample, Topic

A_MONTH = 365.25 / 12  # days
HOURS_OF_A_SEAT = 120  # that one person has for customers in a month: 160 less leave, breaks, meetings and idling


@dataclass(frozen=True)
class Amount:
    """A number with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Move:
    """A month of the topic with people: conversations, hours, seats, cost, and the repeats that would not happen."""

    conversations: float
    hours: Amount
    seats: Amount
    cost: Amount | None
    repeats_spared: Amount | None


def move(topic: Topic, handling: Sample, *, days: float, an_hour: float | None) -> Move | None:
    """What moving all that the assistant has alone would come to; None where nobody knows how long people take.

    `handling` is people's time for one such conversation in seconds; `days` those in which the topic was counted.
    """
    if handling.count == 0 or days <= 0:
        return None
    monthly = topic.alone.count / days * A_MONTH
    low, high = weighing.limits(handling) if handling.count > 1 else (handling.mean, handling.mean)
    hours = Amount(*(monthly * max(0.0, seconds) / 3600 for seconds in (handling.mean, low, high)))
    return Move(
        conversations=monthly,
        hours=hours,
        seats=_times(hours, 1 / HOURS_OF_A_SEAT),
        cost=None if an_hour is None else _times(hours, an_hour),
        repeats_spared=_spared(topic, monthly),
    )


def _spared(topic: Topic, monthly: float) -> Amount | None:
    """Fewer repeat contacts in a month if people's share held for all; None unless there would certainly be fewer."""
    ours, theirs = (side.samples.get(REPEAT.key) for side in (topic.alone, topic.people))
    if ours is None or theirs is None or min(ours.count, theirs.count) < weighing.FEWEST:
        return None
    low, high = weighing.apart(ours, theirs)
    if low <= 0:
        return None
    return _times(Amount(ours.mean - theirs.mean, low, high), monthly)


def _times(one: Amount, factor: float) -> Amount:
    return Amount(one.value * factor, one.low * factor, one.high * factor)
