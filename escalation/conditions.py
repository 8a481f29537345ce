"""Conditions over facts: all, any, not, and comparisons; three-valued when asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from escalation.facts import Attribute, Facts

Known: TypeAlias = bool | None  # None: not measured, so neither the condition nor its negation holds
Operand: TypeAlias = Attribute | tuple[Attribute, ...] | None

_NUMERIC: Mapping[str, Callable[[float, float], bool]] = {
    "at_least": lambda fact, bound: fact >= bound,
    "at_most": lambda fact, bound: fact <= bound,
    "above": lambda fact, bound: fact > bound,
    "below": lambda fact, bound: fact < bound,
}


@dataclass(frozen=True, slots=True)
class Every:
    """Holds when all parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Holds when at least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Negated:
    """Holds when its part does not."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact against one value; `name` is the signal, count, customer attribute or team, empty for the others."""

    kind: str
    name: str
    operator: str
    value: Operand

    @property
    def fact(self) -> str:
        """The fact as documents write it, such as `signal.anger`."""
        return f"{self.kind}.{self.name}" if self.name else self.kind


Condition: TypeAlias = Every | Some | Negated | Comparison


def holds(condition: Condition, facts: Facts) -> Known:
    """Whether the condition holds; None when it hangs on something that is not measured yet."""
    match condition:
        case Every(parts):
            answers = [holds(part, facts) for part in parts]
            return False if False in answers else None if None in answers else True
        case Some(parts):
            answers = [holds(part, facts) for part in parts]
            return True if True in answers else None if None in answers else False
        case Negated(part):
            inner = holds(part, facts)
            return None if inner is None else not inner
        case Comparison():
            return compare(condition, facts)


def compare(comparison: Comparison, facts: Facts) -> Known:
    """Whether one comparison is met."""
    if comparison.operator == "fires":
        signal = facts.signals.get(comparison.name)
        return None if signal is None else signal.fired
    return answer(comparison, fact_of(comparison.kind, comparison.name, facts))


def answer(comparison: Comparison, fact: Attribute | None) -> Known:
    """Whether a value of the fact, None where it is not known, meets the comparison.

    What a customer lacks is known: it meets no comparison but that it is unknown.
    """
    if comparison.operator == "known":
        return (fact is not None) is comparison.value
    if fact is None:
        return False if comparison.kind == "customer" else None
    return meets(fact, comparison.operator, comparison.value)


def fact_of(kind: str, name: str, facts: Facts) -> Attribute | None:
    """The value of a fact; None when it is not known."""
    return _FACTS[kind](facts, name)


def meets(fact: Attribute, operator: str, value: Operand) -> bool:
    """Whether a known value meets a comparison; a text is never above a number, nor is true the same as 1."""
    match operator:
        case "is":
            return _same(fact, value)
        case "one_of":
            return isinstance(value, tuple) and any(_same(fact, each) for each in value)
        case "between":
            return isinstance(value, tuple) and _between(str(fact), str(value[0]), str(value[1]))
        case _:
            left, right = number_of(fact), number_of(value)
            return left is not None and right is not None and _NUMERIC[operator](left, right)


def number_of(value: object) -> float | None:
    """The value as a finite number; None for truth values, texts, and whole numbers that are too long for one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def document_of(condition: Condition) -> dict[str, object]:
    """The JSON from which `read_condition` makes an equal condition."""
    match condition:
        case Every(parts):
            return {"all": [document_of(part) for part in parts]}
        case Some(parts):
            return {"any": [document_of(part) for part in parts]}
        case Negated(part):
            return {"not": document_of(part)}
        case Comparison(operator="fires"):
            return {"fact": condition.fact, "operator": "fires"}
        case Comparison(value=value):
            plain = list(value) if isinstance(value, tuple) else value
            return {"fact": condition.fact, "operator": condition.operator, "value": plain}


def comparisons(condition: Condition) -> list[Comparison]:
    """All comparisons of a condition, in the order of its document."""
    match condition:
        case Every(parts) | Some(parts):
            return [comparison for part in parts for comparison in comparisons(part)]
        case Negated(part):
            return comparisons(part)
        case Comparison():
            return [condition]


def _signal_value(facts: Facts, name: str) -> float | None:
    signal = facts.signals.get(name)
    return None if signal is None else signal.value


def _confidence_share(facts: Facts, _: str) -> float | None:
    if facts.confidence is None or not facts.confidence_threshold:
        return None
    return facts.confidence / facts.confidence_threshold


_FACTS: Mapping[str, Callable[[Facts, str], Attribute | None]] = {
    "signal": _signal_value,
    "rise": lambda facts, name: facts.rise(name),
    "confidence": lambda facts, _: facts.confidence,
    "confidence_share": _confidence_share,
    "count": lambda facts, name: facts.counts.get(name),
    "customer": lambda facts, name: facts.customer.get(name),
    "skill": lambda facts, name: facts.skill.get(name, ""),  # that no skill took it is known too
    "language": lambda facts, _: facts.language,
    "topic": lambda facts, _: facts.circumstances.topic,
    "channel": lambda facts, _: facts.circumstances.channel,
    "mode": lambda facts, _: facts.circumstances.mode,
    "weekday": lambda facts, _: facts.circumstances.weekday,
    "clock": lambda facts, _: facts.circumstances.clock,
    "hours": lambda facts, team: facts.circumstances.is_open(team),
}


def _between(clock: str, begins: str, ends: str) -> bool:
    """Whether a time lies in a stretch of the day, its end left out; one that ends before it begins wraps midnight."""
    if begins < ends:
        return begins <= clock < ends
    return clock >= begins or clock < ends


def _same(fact: Attribute, value: Operand) -> bool:
    if isinstance(fact, str) and isinstance(value, str):
        return fact.casefold() == value.casefold()
    return isinstance(fact, bool) == isinstance(value, bool) and fact == value
