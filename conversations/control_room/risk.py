"""How grave a live conversation stands: each reason weighs on its own, and together they make a number up to 100. Pure.

Reasons are taken as independent chances that it goes wrong (a noisy or): two of .3 make .51, and none is lost. The
weights are judgement, not measurement: they put what the rules would soon hand over before what is only unusual.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Self

from django.utils.translation import gettext, gettext_noop, ngettext

from conversations import labels
from conversations.models import Tier
from escalation.facts import Course, Facts, Signal

Json = dict[str, Any]

# What a signal weighs at its full value; what is left out, such as a chance to sell, is no risk.
GRAVITY: Mapping[str, float] = {
    "distress": 0.9,
    "billing_legal": 0.8,
    "public_escalation": 0.8,
    "anger": 0.75,
    "churn_risk": 0.7,
    "loop": 0.6,
    "intent_missed": 0.6,
    "policy_exception": 0.5,
    "asks_human": 0.5,
    "cross_department": 0.35,
}
NEAR_FROM = 0.5  # share of the threshold from which a signal counts
AT_THRESHOLD = 0.7  # share of its weight that it has there
ROSE_FROM = 0.15  # how much a mood has to grow worse to be told
MISSES: Mapping[int, float] = {1: 0.15, 2: 0.4}
MANY_MISSES = 0.6
BARELY_SURE = 0.15  # above what is needed, the assistant is sure only just
WORTH_FROM = 0.5
MOST_REASONS = 5
OWED_FROM, OWED_LONG = timedelta(seconds=30), timedelta(minutes=3)
PROMISE_SOON = timedelta(hours=2)


@dataclass(frozen=True)
class Reason:
    """Why a conversation is risky, in plain words; `value` and `threshold` lie within 0..1 where it is measured."""

    kind: str
    label: str
    weight: float
    value: float | None = None
    threshold: float | None = None
    text: str = ""  # what the customer wrote, as evidence
    seq: int = 0

    def to_json(self) -> Json:
        """As it is stored."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The reason that was stored."""
        return cls(**stored)


@dataclass(frozen=True)
class Risk:
    """How grave it stands, 0 to 100, and why: the weightiest reason first."""

    score: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Stakes:
    """What is known of a turn beside its facts."""

    money: str = ""  # what would be done, such as "A refund of 49.00 EUR"
    task: str = ""  # the money task that is under way
    worth: float = 0.0  # of the customer, from -0.5 to 1
    promise: str = ""  # the promise that is due next
    promise_due: datetime | None = None
    unfollowed: str = ""  # why the last guidance could not be followed
    now: datetime | None = field(default=None)


def assess(facts: Facts, stakes: Stakes) -> Risk:
    """The risk of a conversation whose turn measured `facts`."""
    found = [
        *_signals(facts.signals),
        *_moods(facts),
        *_misses(facts.counts),
        *_doubt(facts.confidence, facts.confidence_threshold),
        *_at_stake(stakes),
    ]
    return combined(found)


def combined(reasons: Iterable[Reason]) -> Risk:
    """All of them together."""
    sorted_ones = sorted(reasons, key=lambda one: -one.weight)
    safe = 1.0
    for one in sorted_ones:
        safe *= 1.0 - one.weight
    return Risk(round(100 * (1.0 - safe)), tuple(sorted_ones[:MOST_REASONS]))


def with_silence(known: Risk, owed_since: datetime | None, now: datetime) -> Risk:
    """The same now that the customer has waited for an answer for a while."""
    if owed_since is None or now - owed_since < OWED_FROM:
        return known
    waited = now - owed_since
    share = min(waited / OWED_LONG, 1.0)
    reason = Reason(
        "silence",
        gettext("Waits for an answer for {time}").format(time=_minutes(waited)),
        round(0.15 + 0.25 * share, 3),
    )
    added = combined([*known.reasons, reason])
    score = round(100 * (1.0 - (1.0 - known.score / 100) * (1.0 - reason.weight)))
    return replace(added, score=score)


def tier_of(score: int, *, raised_from: int, high_from: int) -> Tier:
    """Which of the three steps a score is on."""
    if score >= high_from:
        return Tier.HIGH
    return Tier.RAISED if score >= raised_from else Tier.LOW


def in_words(one: Reason) -> str:
    """The reason as it is said now: it is kept in English, and formed anew where what it rests on is kept too."""
    if one.value is not None and one.threshold is not None:
        if one.kind in GRAVITY:
            return _heard(one.kind, one.value, one.threshold)
        if one.kind == "confidence":
            return _doubted(one.value, one.threshold)
    return gettext(one.label) if one.label else ""


def _heard(name: str, value: float, threshold: float) -> str:
    words = f"{labels.signal(name)} {percent(value)}"
    if value >= threshold:
        return words
    return gettext("{signal}, counts from {share}").format(signal=words, share=percent(threshold))


def _doubted(confidence: float, needed: float) -> str:
    told = gettext("Only just sure of the answer: {share}, sent from {needed}")
    return told.format(share=percent(confidence), needed=percent(needed))


def _signals(signals: Mapping[str, Signal]) -> list[Reason]:
    """Those over their threshold, or near it."""
    found = []
    for name, gravity in GRAVITY.items():
        signal = signals.get(name)
        if signal is None or signal.value < NEAR_FROM * signal.threshold:
            continue
        said = signal.evidence[0] if signal.evidence else None
        found.append(
            Reason(
                name,
                _heard(name, signal.value, signal.threshold),
                round(gravity * _strength(signal), 3),
                value=signal.value,
                threshold=signal.threshold,
                text="" if said is None else said.text,
                seq=0 if said is None else said.seq,
            )
        )
    return found


def _strength(signal: Signal) -> float:
    """Within 0..1: from 0 at NEAR_FROM of the threshold to AT_THRESHOLD there, and on to 1 at the highest value."""
    if signal.value >= signal.threshold:
        above = (signal.value - signal.threshold) / (1.0 - signal.threshold) if signal.threshold < 1.0 else 1.0
        return AT_THRESHOLD + (1.0 - AT_THRESHOLD) * above
    near = (signal.value / signal.threshold - NEAR_FROM) / (1.0 - NEAR_FROM)
    return AT_THRESHOLD * near


def _moods(facts: Facts) -> list[Reason]:
    """A mood that grew worse since the first line that nobody has dealt with; of several the worst."""
    rises = [(rise, name) for name in facts.course if (rise := facts.rise(name)) is not None and rise >= ROSE_FROM]
    if not rises:
        return []
    rise, name = max(rises)
    first = _first(facts.course[name])
    now = facts.signals[name].value
    label = f"{labels.signal(name)} rose from {percent(first)} to {percent(now)}"
    return [Reason("mood", label, round(min(0.5 * rise, 0.4), 3), value=now)]


def percent(share: float) -> str:
    """A share as people read it."""
    return f"{round(100 * share)}%"


def _first(course: Course) -> float:
    return course[0][1]


def _misses(counts: Mapping[str, int]) -> list[Reason]:
    row = counts.get("unsure_in_a_row", 0)
    if row == 0:
        return []
    label = (
        gettext_noop("The assistant did not know the last answer")
        if row == 1
        else f"{row} answers in a row that it did not know"
    )
    return [Reason("misses", label, MISSES.get(row, MANY_MISSES))]


def _doubt(confidence: float | None, needed: float | None) -> list[Reason]:
    """An answer that was said, though only just sure; one below the threshold is a miss."""
    if confidence is None or needed is None or not needed <= confidence < needed + BARELY_SURE:
        return []
    return [Reason("confidence", _doubted(confidence, needed), 0.2, value=confidence, threshold=needed)]


def _at_stake(stakes: Stakes) -> Sequence[Reason]:
    found = []
    if stakes.money:
        found.append(Reason("money", stakes.money, 0.35))
    elif stakes.task:
        found.append(Reason("money", stakes.task, 0.2))
    if stakes.worth >= WORTH_FROM:
        found.append(Reason("value", gettext_noop("A customer of high value"), 0.15))
    if stakes.promise and stakes.promise_due is not None and stakes.now is not None:
        late = stakes.promise_due <= stakes.now
        words = "A promise is overdue" if late else "A promise is due soon"
        found.append(Reason("promise", f"{words}: {stakes.promise}", 0.4 if late else 0.25))
    if stakes.unfollowed:
        found.append(Reason("guidance", stakes.unfollowed, 0.35))
    return found


def _minutes(waited: timedelta) -> str:
    seconds = int(waited.total_seconds())
    if seconds < 60:
        return gettext("{seconds} seconds").format(seconds=seconds)
    minutes = seconds // 60
    return ngettext("a minute", "{minutes} minutes", minutes).format(minutes=minutes)
