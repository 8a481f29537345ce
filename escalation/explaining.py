"""Why a decision came out as it did: the rules that held, and those that one close comparison kept from holding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from escalation.book import Book, Rule, Unreadable
from escalation.conditions import (
    Comparison,
    Condition,
    Every,
    Negated,
    Some,
    compare,
    fact_of,
    holds,
    meets,
)
from escalation.facts import Facts
from escalation.order import FLOOR, asked
from escalation.vocabulary import OPPOSITE

CLOSE = 0.15  # of a share or a rise
REACH: Mapping[str, float] = {
    "signal": CLOSE,
    "rise": CLOSE,
    "confidence": CLOSE,
    "confidence_share": CLOSE,
    "count": 1,
}
_OPPOSITE = {**OPPOSITE, "is": "is_not"}


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that held."""

    rule: str
    trigger: str
    does: str


@dataclass(frozen=True, slots=True)
class Lack:
    """One comparison that was nearly met: the fact, what it was, and what was needed of it (at_least 0.7)."""

    fact: str
    was: float
    operator: str
    needed: float


@dataclass(frozen=True, slots=True)
class Nearly:
    """A rule that would have held if one of its lacks, any one, had been met."""

    rule: str
    trigger: str
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Considered:
    """All rules that held and nearly held, in the order in which they were asked."""

    fired: tuple[Fired, ...]
    nearly: tuple[Nearly, ...]

    def to_json(self) -> dict[str, Any]:
        """As a decision stores it: `{"fired": [{rule, trigger, does}], "nearly": [{rule, trigger, lacks}]}`."""
        return {
            "fired": [asdict(one) for one in self.fired],
            "nearly": [{**asdict(one), "lacks": [asdict(lack) for lack in one.lacks]} for one in self.nearly],
        }


def explain(facts: Facts, rules: Book) -> Considered:
    """The rules that held, and those that did not but would have, had one close comparison been met.

    The floor below the protective rules is named only where no rule of the book says the same.
    """
    held: list[Rule] = []
    others: list[Rule] = []
    for rule in asked(rules):
        (held if holds(rule.when, facts) else others).append(rule)
    lacks = [(rule, lacking(rule.when, facts)) for rule in others]
    close = [rule for rule, missing in lacks if missing]
    fired = [Fired(rule.name, rule.trigger, rule.does) for rule in held if not _is_said(rule, held)]
    if isinstance(rules, Unreadable) and not fired:
        fired = [Fired("", "rules_unreadable", "hand_over")]
    nearly = [
        Nearly(rule.name, rule.trigger, missing)
        for rule, missing in lacks
        if missing and not _is_said(rule, [*held, *close])
    ]
    return Considered(tuple(fired), tuple(nearly))


def lacking(condition: Condition, facts: Facts) -> tuple[Lack, ...]:
    """The close comparisons of which any one, were it met, would make a condition hold that does not."""
    return tuple(dict.fromkeys(_lacks(condition, facts, wanted=True)))


def _is_said(rule: Rule, others: Sequence[Rule]) -> bool:
    """Whether it is of the floor, and one of the book's own rules with its trigger stands among the others."""
    if not any(rule is floor for floor in FLOOR):
        return False
    return any(other is not rule and other.trigger == rule.trigger for other in others)


def _lacks(condition: Condition, facts: Facts, *, wanted: bool) -> list[Lack]:
    """What keeps the condition from being true, or from being false, as is wanted."""
    match condition:
        case Comparison():
            lack = _close(condition, facts, wanted=wanted)
            return [] if lack is None else [lack]
        case Negated(part):
            return _lacks(part, facts, wanted=not wanted)
        case Every(parts) | Some(parts):
            missing = [part for part in parts if holds(part, facts) is not wanted]
            if isinstance(condition, Every) is wanted and len(missing) > 1:
                return []  # more than one thing is missing
            return [lack for part in missing for lack in _lacks(part, facts, wanted=wanted)]


def _close(comparison: Comparison, facts: Facts, *, wanted: bool) -> Lack | None:
    """How little a comparison lacks, where its fact is known and within reach of what is needed."""
    fact, reach = fact_of(comparison.kind, comparison.name, facts), REACH.get(comparison.kind)
    if reach is None or not isinstance(fact, int | float) or compare(comparison, facts) is wanted:
        return None
    operator, bound = comparison.operator, comparison.value
    if operator == "fires":
        operator, bound = "at_least", facts.signals[comparison.name].threshold
    moved = (round(fact + reach, 6), round(fact - reach, 6))
    if isinstance(bound, int | float) and any(meets(each, operator, bound) is wanted for each in moved):
        return Lack(comparison.fact, fact, operator if wanted else _OPPOSITE[operator], bound)
    return None
