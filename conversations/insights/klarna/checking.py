"""The whole check of a company: what is counted, weighed, and said of each topic in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from django.utils import timezone
from typing_extensions import TypedDict

from conversations.insights import asking, pricing, showing
from conversations.insights.asking import Asked
from conversations.insights.klarna import counting, moving, weighing, wording
from conversations.insights.klarna.counting import Counted, Supervised
from conversations.insights.klarna.moving import Amount, Move
from conversations.insights.klarna.weighing import MEASURES, Sample, Side, Verdict, Weighed
from conversations.insights.metric import Better, Unit
from conversations.insights.metrics import METRICS
from conversations.insights.showing import Freshness, ReportPeriod, ReportPoint

WAITS = 8  # days: what ended on the last one is a week old, so that it is known whether its customer came again
RANK = (Verdict.COSTS, Verdict.WATCH, Verdict.UNCLEAR, Verdict.TOO_FEW, Verdict.WORKS, Verdict.PEOPLE)
FEWEST_DRAFTS, SURE = 20, 0.8  # drafts that people decided about, and the share that must have been right as it was


class KlarnaAmount(TypedDict):
    """A number with its interval."""

    value: float
    low: float
    high: float


class KlarnaShare(KlarnaAmount):
    """The part of a topic's conversations that the assistant has alone, and of how many in all."""

    of: int


class KlarnaDifference(KlarnaAmount):
    """The assistant's less the others'; `worse` says that it is to the worse beyond doubt."""

    worse: bool


class KlarnaMeasure(TypedDict):
    """One way to hold the assistant against people."""

    key: str
    name: str
    unit: Unit
    better: Better | None
    alone: ReportPoint | None
    """With the assistant alone."""
    against: ReportPoint | None
    """With people, or on all other topics."""
    difference: KlarnaDifference | None


class KlarnaMove(TypedDict):
    """What a month of the topic with people would come to."""

    conversations: float
    hours: KlarnaAmount
    seats: KlarnaAmount
    cost: KlarnaAmount | None
    repeats_spared: KlarnaAmount | None
    """Contacts that would not come again; null unless there would certainly be fewer."""


class KlarnaChance(TypedDict):
    """What speaks for giving a topic to the assistant: of so many drafts, so many were sent as they were."""

    as_it_was: int
    of: int
    says: str


class KlarnaTopic(TypedDict):
    """What can be said of a topic."""

    topic: str
    verdict: Verdict
    headline: str
    says: list[str]
    """Why it is so and how sure that is, in sentences."""
    share: KlarnaShare
    alone: int
    """Conversations that the assistant had alone."""
    people: int
    """Conversations in which people had a part."""
    against: Literal["people", "company"]
    """What it is held against: people on the topic, or all other topics where those are too few."""
    needed: int | None
    """How many conversations of the assistant would be enough to tell."""
    measures: list[KlarnaMeasure]
    move: KlarnaMove | None
    could: KlarnaChance | None


class KlarnaCounts(TypedDict):
    """How many topics there are of each verdict."""

    costs_trust: int
    watch: int
    works: int
    unclear: int
    too_few: int
    people: int


class KlarnaCheck(Freshness):
    """Where automation costs trust: each topic with its verdict, the gravest first."""

    period: ReportPeriod
    days: int
    currency: str
    agent_hour: float | None
    """What an hour of an agent costs, as the company says it."""
    seat_hours: int
    """Hours that one person has for customers in a month."""
    counts: KlarnaCounts
    data: list[KlarnaTopic]


@dataclass(frozen=True)
class Found:
    """A topic with what moving it to people would come to, or what speaks for giving it to the assistant."""

    weighed: Weighed
    move: Move | None
    supervised: Supervised | None

    @property
    def could(self) -> bool:
        """People have it, and nearly all that the assistant would have said they sent as it was."""
        told = self.supervised
        if told is None or told.of < FEWEST_DRAFTS or self.weighed.topic.share >= weighing.HIGH:
            return False
        rate = told.as_it_was / told.of
        return weighing.limits(Sample(told.of, rate, rate * (1 - rate)))[0] >= SURE


def question(*, days: int) -> Asked:
    """The company's episodes of so many whole days, all of which are settled."""
    last = timezone.now().astimezone(asking.zone()).date() - timedelta(days=WAITS)
    return asking.asked(first=last - timedelta(days=days - 1), last=last, rates=pricing.rates())


def check(asked: Asked) -> KlarnaCheck:
    """What can be said of each topic, the gravest first. Four queries."""
    found = sorted(_found(asked), key=_rank)
    verdicts = [one.weighed.verdict for one in found]
    return {
        "period": showing.period(asked.period),
        "days": asked.period.days,
        **showing.freshness(),
        "currency": asked.rates.currency,
        "agent_hour": asked.rates.hour,
        "seat_hours": moving.HOURS_OF_A_SEAT,
        "counts": {
            "costs_trust": verdicts.count(Verdict.COSTS),
            "watch": verdicts.count(Verdict.WATCH),
            "works": verdicts.count(Verdict.WORKS),
            "unclear": verdicts.count(Verdict.UNCLEAR),
            "too_few": verdicts.count(Verdict.TOO_FEW),
            "people": verdicts.count(Verdict.PEOPLE),
        },
        "data": [_shown(one, asked) for one in found],
    }


def _found(asked: Asked) -> Iterator[Found]:
    counted = counting.count(asked)
    for one in weighing.weigh(counted.topics):
        name = one.topic.name
        yield Found(one, _move(one, counted, asked), counted.supervised.get(name))


def _move(one: Weighed, counted: Counted, asked: Asked) -> Move | None:
    if one.verdict == Verdict.PEOPLE:
        return None
    handling = counted.handling.get(one.topic.name)
    if handling is None or handling.count < weighing.FEWEST:
        handling = counted.handling_of_all
    return moving.move(one.topic, handling, days=asked.period.days, an_hour=asked.rates.hour)


def _rank(one: Found) -> tuple[int, bool, int]:
    return RANK.index(one.weighed.verdict), not one.could, -one.weighed.topic.alone.count


def _shown(one: Found, asked: Asked) -> KlarnaTopic:
    topic = one.weighed.topic
    total = topic.alone.count + topic.people.count
    low, high = weighing.limits(Sample(total, topic.share, 0.0))
    return {
        "topic": topic.name,
        "verdict": one.weighed.verdict,
        "headline": wording.headline(one.weighed),
        "says": wording.sentences(one.weighed, asked.period.days),
        "share": {"value": topic.share, "low": low, "high": high, "of": total},
        "alone": topic.alone.count,
        "people": topic.people.count,
        "against": "people" if topic.against_people else "company",
        "needed": one.weighed.needed,
        "measures": [_measure(one.weighed, key) for key in (measure.key for measure in MEASURES)],
        "move": None if one.move is None else _move_shown(one.move),
        "could": _could(one),
    }


def _measure(one: Weighed, key: str) -> KlarnaMeasure:
    metric = METRICS[key]
    difference = next((each for each in one.differences if each.key == key), None)
    return {
        "key": key,
        "name": metric.name,
        "unit": metric.unit,
        "better": metric.better,
        "alone": _sample(one.topic.alone, key),
        "against": _sample(one.topic.against, key),
        "difference": None
        if difference is None
        else {"value": difference.value, "low": difference.low, "high": difference.high, "worse": difference.clear},
    }


def _sample(side: Side, key: str) -> ReportPoint | None:
    sample = side.samples.get(key)
    if sample is None or sample.count == 0:
        return None
    if sample.count == 1 and not sample.share:
        return {"value": sample.mean, "low": None, "high": None, "of": 1}
    low, high = weighing.limits(sample)
    return {"value": sample.mean, "low": low, "high": high, "of": sample.count}


def _move_shown(move: Move) -> KlarnaMove:
    return {
        "conversations": move.conversations,
        "hours": _amount(move.hours),
        "seats": _amount(move.seats),
        "cost": None if move.cost is None else _amount(move.cost),
        "repeats_spared": None if move.repeats_spared is None else _amount(move.repeats_spared),
    }


def _amount(one: Amount) -> KlarnaAmount:
    return {"value": one.value, "low": one.low, "high": one.high}


def _could(one: Found) -> KlarnaChance | None:
    if not one.could or one.supervised is None:
        return None
    told = one.supervised
    return {
        "as_it_was": told.as_it_was,
        "of": told.of,
        "says": wording.could(told.as_it_was, told.of),
    }
