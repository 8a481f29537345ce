"""Conditions over facts: all, any, not, and comparisons; strict when read, three-valued when asked."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from escalation.facts import Attribute, Facts
from escalation.signals import NAMES

Known: TypeAlias = bool | None  # None: not measured yet, so neither the condition nor its negation holds
Operand: TypeAlias = Attribute | tuple[Attribute, ...] | None

SIGNAL_NAMES = (*NAMES, "low_confidence")
SKILL_FACTS = ("name", "outcome")
COUNT_NAMES = ("customer_messages", "assistant_messages", "agent_messages", "unsure", "unsure_in_a_row")
DEEPEST = 12
WIDEST = 50

_NUMERIC: Mapping[str, Callable[[float, float], bool]] = {
    "at_least": lambda fact, bound: fact >= bound,
    "at_most": lambda fact, bound: fact <= bound,
    "above": lambda fact, bound: fact > bound,
    "below": lambda fact, bound: fact < bound,
}
_PLAIN = ("is", "one_of")
OPERATORS: Mapping[str, tuple[str, ...]] = {
    "signal": ("fires", *_NUMERIC),
    "confidence": tuple(_NUMERIC),
    "confidence_share": tuple(_NUMERIC),
    "count": (*_NUMERIC, "is"),
    "customer": (*_NUMERIC, *_PLAIN, "known"),
    "language": _PLAIN,
    "skill": _PLAIN,
}


class RuleError(ValueError):
    """A rule document cannot be read; `place` says where, as in `rules[2].when.all[0].value`."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


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
    """One fact against one value; `name` is the signal, count or customer attribute, empty for the others."""

    kind: str
    name: str
    operator: str
    value: Operand


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
            return _compare(condition, facts)


def _compare(comparison: Comparison, facts: Facts) -> Known:
    name, operator, value = comparison.name, comparison.operator, comparison.value
    if comparison.kind == "customer":
        known = name in facts.customer
        return known is value if operator == "known" else known and _meets(facts.customer[name], operator, value)
    if comparison.kind == "signal":
        signal = facts.signals.get(name)
        if signal is None:
            return None
        return signal.fired if operator == "fires" else _meets(signal.value, operator, value)
    fact = _plain_fact(comparison, facts)
    return None if fact is None else _meets(fact, operator, value)


def _plain_fact(comparison: Comparison, facts: Facts) -> Attribute | None:
    match comparison.kind:
        case "confidence":
            return facts.confidence
        case "confidence_share":
            if facts.confidence is None or not facts.confidence_threshold:
                return None
            return facts.confidence / facts.confidence_threshold
        case "count":
            return facts.counts.get(comparison.name)
        case "skill":
            return facts.skill.get(comparison.name, "")  # that no skill took it is known too
        case _:
            return facts.language


def _meets(fact: Attribute, operator: str, value: Operand) -> bool:
    if operator == "is":
        return _same(fact, value)
    if operator == "one_of":
        return isinstance(value, tuple) and any(_same(fact, each) for each in value)
    both = _is_number(fact) and _is_number(value)
    return both and _NUMERIC[operator](float(fact), float(value))  # type: ignore[arg-type]


def _same(fact: Attribute, value: Operand) -> bool:
    if isinstance(fact, str) and isinstance(value, str):
        return fact.casefold() == value.casefold()
    return isinstance(fact, bool) == isinstance(value, bool) and fact == value


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def read_condition(document: object, place: str, depth: int = 0) -> Condition:
    """The condition that a JSON value describes; raises RuleError naming the place."""
    if depth > DEEPEST:
        raise RuleError(place, f"conditions may be nested {DEEPEST} deep at most")
    if not isinstance(document, dict):
        raise RuleError(place, "a condition must be an object")
    if "fact" in document:
        return _read_comparison(document, place)
    if len(document) != 1 or not document.keys() <= {"all", "any", "not"}:
        raise RuleError(place, "a condition has exactly one of all, any, not, or a fact with its operator")
    (word, inner) = next(iter(document.items()))
    if word == "not":
        return Negated(read_condition(inner, f"{place}.not", depth + 1))
    if not isinstance(inner, list) or not 1 <= len(inner) <= WIDEST:
        raise RuleError(f"{place}.{word}", f"must be a list of 1 to {WIDEST} conditions")
    parts = tuple(read_condition(part, f"{place}.{word}[{i}]", depth + 1) for i, part in enumerate(inner))
    return Every(parts) if word == "all" else Some(parts)


def _read_comparison(document: Mapping[str, object], place: str) -> Comparison:
    kind, name = _read_fact_name(document["fact"], f"{place}.fact")
    operator = document.get("operator")
    if not isinstance(operator, str) or operator not in OPERATORS[kind]:
        raise RuleError(f"{place}.operator", f"must be one of {', '.join(OPERATORS[kind])}")
    expected = {"fact", "operator"} if operator == "fires" else {"fact", "operator", "value"}
    if document.keys() != expected:
        raise RuleError(place, f"must have exactly {', '.join(sorted(expected))}")
    value = None if operator == "fires" else _read_value(document["value"], kind, operator, f"{place}.value")
    return Comparison(kind, name, operator, value)


def _read_fact_name(fact: object, place: str) -> tuple[str, str]:
    if not isinstance(fact, str):
        raise RuleError(place, "must be the name of a fact")
    kind, _, name = fact.partition(".")
    named: Mapping[str, tuple[str, ...]] = {"signal": SIGNAL_NAMES, "count": COUNT_NAMES, "skill": SKILL_FACTS}
    if kind in named and name in named[kind]:
        return kind, name
    if kind == "customer" and name:
        return kind, name
    if fact in ("confidence", "confidence_share", "language"):
        return fact, ""
    choices = [f"{kind}.{each}" for kind, names in named.items() for each in names]
    raise RuleError(
        place,
        f"{fact!r} is not a fact; known are {', '.join(choices)}, customer.…, confidence, confidence_share, language",
    )


def _read_value(value: object, kind: str, operator: str, place: str) -> Operand:
    if operator in _NUMERIC or kind == "count":
        return _read_number(value, kind, place)
    if operator == "known":
        if not isinstance(value, bool):
            raise RuleError(place, "must be true or false")
        return value
    if operator == "one_of":
        if not isinstance(value, list) or not 1 <= len(value) <= WIDEST:
            raise RuleError(place, f"must be a list of 1 to {WIDEST} values")
        return tuple(_read_plain(each, kind, f"{place}[{i}]") for i, each in enumerate(value))
    return _read_plain(value, kind, place)


def _read_number(value: object, kind: str, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise RuleError(place, "must be a number")
    if kind in ("signal", "confidence") and not 0 <= value <= 1:
        raise RuleError(place, "must lie within 0 and 1")
    return value


def _read_plain(value: object, kind: str, place: str) -> Attribute:
    if kind == "language" and not (isinstance(value, str) and value):
        raise RuleError(place, "must be a language code such as en")
    if (isinstance(value, float) and not math.isfinite(value)) or not isinstance(value, str | int | float | bool):
        raise RuleError(place, "must be a text, a number, true or false")
    return value
