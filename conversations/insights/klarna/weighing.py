"""Weighs a topic that the assistant has alone against people's work on it; pure.

Differences of shares have Newcombe's interval from both Wilson intervals (Statistics in Medicine 17, 1998), those of
means the normal one. Each topic is looked at in several ways and there are many topics, so that a difference to the
worse counts as clear only with Bonferroni's quantile over all that was looked at: where nothing differs, fewer than one
check in twenty accuses anything.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from conversations.insights import intervals
from conversations.insights.intervals import Z

HIGH = 0.5  # the share of a topic's conversations from which on the assistant is the one who has it
FEWEST = 5  # conversations of the assistant alone; below, people have the topic
FEWEST_OF_PEOPLE = 20  # below, the rest of the company stands for them


class Verdict(StrEnum):
    """What can be said of a topic."""

    COSTS = "costs_trust"
    WATCH = "watch"
    WORKS = "works"
    UNCLEAR = "unclear"
    TOO_FEW = "too_few"
    PEOPLE = "people"


@dataclass(frozen=True)
class Measure:
    """A way to look at it: which direction is worse, and how much worse would still be as good as alike."""

    key: str
    worse: int  # +1: more is worse
    margin: float


REPEAT = Measure("repeat_contact", 1, 0.10)
QUALITY = Measure("resolution_quality", -1, 0.12)
CSAT = Measure("csat", -1, 0.15)
MOOD = Measure("mood_change", -1, 0.25)
MEASURES = (REPEAT, CSAT, MOOD, QUALITY)
NEEDED = (REPEAT, QUALITY)  # must be as good for "works"; ratings and moods must only not be clearly worse


@dataclass(frozen=True)
class Sample:
    """So many cases with their mean and the variance of one case; a share's is p (1 - p)."""

    count: int
    mean: float
    variance: float
    share: bool = True


@dataclass(frozen=True)
class Side:
    """Conversations of one kind: how many, and a sample for each measure."""

    count: int
    samples: Mapping[str, Sample]


@dataclass(frozen=True)
class Topic:
    """A topic: what the assistant had alone, what people had a part in, and everything on other topics."""

    name: str
    alone: Side
    people: Side
    others: Side

    @property
    def share(self) -> float:
        """The part that the assistant had alone, 0..1."""
        total = self.alone.count + self.people.count
        return self.alone.count / total if total else 0.0

    @property
    def against(self) -> Side:
        """What it is held against: people on the topic, or everything else where those are too few."""
        return self.people if self.people.count >= FEWEST_OF_PEOPLE else self.others

    @property
    def against_people(self) -> bool:
        """Whether people on the same topic are what it is held against."""
        return self.people.count >= FEWEST_OF_PEOPLE


@dataclass(frozen=True)
class Difference:
    """The assistant's less the others', with its 95% interval; `clear` says that it is worse beyond doubt."""

    key: str
    value: float
    low: float
    high: float
    clear: bool
    alike: bool  # certainly not worse by more than its margin


@dataclass(frozen=True)
class Weighed:
    """What was found of a topic; `needed` conversations of the assistant would be enough to tell."""

    topic: Topic
    verdict: Verdict
    differences: tuple[Difference, ...]
    needed: int | None

    @property
    def worse(self) -> tuple[Difference, ...]:
        """What is clearly worse."""
        return tuple(one for one in self.differences if one.clear)


def weigh(topics: Sequence[Topic]) -> list[Weighed]:
    """Weigh all topics together, so that their number is taken into account."""
    looks = sum(1 for topic in topics for one in MEASURES if _comparable(topic, one)) or 1
    strict = NormalDist().inv_cdf(1 - 0.025 / looks)
    return [_weighed(topic, strict) for topic in topics]


def limits(sample: Sample, z: float = Z) -> tuple[float, float]:
    """The interval of a sample's mean: Wilson's of a share, else the normal one."""
    n = sample.count
    if sample.share:
        middle = (sample.mean + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(sample.mean * (1 - sample.mean) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)
    half = z * math.sqrt(sample.variance / n)
    return sample.mean - half, sample.mean + half


def apart(one: Sample, other: Sample, z: float = Z) -> tuple[float, float]:
    """The interval of `one` less `other`."""
    return intervals.difference((one.mean, *limits(one, z)), (other.mean, *limits(other, z)))


def _weighed(topic: Topic, strict: float) -> Weighed:
    found = tuple(_difference(topic, one, strict) for one in MEASURES if _comparable(topic, one))
    return Weighed(topic, _verdict(topic, found), found, _needed(topic))


def _verdict(topic: Topic, found: tuple[Difference, ...]) -> Verdict:
    if topic.alone.count < FEWEST <= topic.people.count and topic.share < HIGH:
        return Verdict.PEOPLE
    if any(one.clear for one in found):
        return Verdict.COSTS if topic.share >= HIGH else Verdict.WATCH
    alike = {one.key for one in found if one.alike}
    if {one.key for one in NEEDED} <= alike:
        return Verdict.WORKS
    needed = _needed(topic)
    return Verdict.TOO_FEW if needed is None or topic.alone.count < needed else Verdict.UNCLEAR


def _difference(topic: Topic, measure: Measure, strict: float) -> Difference:
    ours, theirs = topic.alone.samples[measure.key], topic.against.samples[measure.key]
    low, high = apart(ours, theirs)
    strictly_low, strictly_high = apart(ours, theirs, strict)
    worse_at_least = strictly_low if measure.worse > 0 else -strictly_high
    if measure is MOOD:  # who comes to a person is often in a worse mood and has more room: it must really have sunk
        worse_at_least = min(worse_at_least, -limits(ours, strict)[1])
    worse_at_most = high if measure.worse > 0 else -low
    return Difference(
        measure.key,
        ours.mean - theirs.mean,
        low,
        high,
        clear=worse_at_least > 0,
        alike=worse_at_most < measure.margin,
    )


def _comparable(topic: Topic, measure: Measure) -> bool:
    """Both sides have cases enough for an interval that means something."""
    sides = (topic.alone.samples.get(measure.key), topic.against.samples.get(measure.key))
    return all(one is not None and one.count >= FEWEST for one in sides)


def _needed(topic: Topic) -> int | None:
    """How many the assistant would need so that, were they alike, the interval would stay within the margins.

    None where there is too little to hold them against, however many there were.
    """
    most = 0
    for measure in NEEDED:
        theirs = topic.against.samples.get(measure.key)
        if theirs is None or theirs.count == 0:
            return None
        spread = Z * Z * max(theirs.mean * (1 - theirs.mean), 0.05)
        room = measure.margin**2 - spread / theirs.count
        if room <= 0:
            return None
        most = max(most, math.ceil(spread / room))
    return most
