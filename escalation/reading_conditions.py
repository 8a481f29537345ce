"""Reads conditions from JSON, strictly; all that is wrong is told, each with its place."""

from __future__ import annotations

import math
from collections.abc import Mapping

from escalation.circumstances import CLOCK
from escalation.conditions import Comparison, Condition, Every, Negated, Operand, Some, number_of
from escalation.facts import Attribute
from escalation.vocabulary import BARE, CHOICES, FREELY_NAMED, NAMED, NUMERIC, OPERATORS, WITHIN

DEEPEST = 12
WIDEST = 50
LONGEST_TEXT = 200


class RuleError(ValueError):
    """A rule document cannot be read; `place` says where, as in `rules[2].when.all[0].value`."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place = place
        self.problem = problem


def read_condition(document: object, place: str) -> Condition:
    """The condition that a JSON value describes; raises RuleError naming the first place that is wrong."""
    wrong: list[RuleError] = []
    condition = look(document, place, wrong=wrong)
    if condition is None:
        raise wrong[0]
    return condition


def look(document: object, place: str, *, wrong: list[RuleError], depth: int = 0) -> Condition | None:
    """The condition, or None where something is wrong with it: all of that is added to `wrong`."""
    try:
        return _look(document, place, wrong, depth)
    except RuleError as error:
        wrong.append(error)
        return None


def _look(document: object, place: str, wrong: list[RuleError], depth: int) -> Condition | None:
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
        part = look(inner, f"{place}.not", wrong=wrong, depth=depth + 1)
        return None if part is None else Negated(part)
    if not isinstance(inner, list) or not 1 <= len(inner) <= WIDEST:
        raise RuleError(f"{place}.{word}", f"must have 1 to {WIDEST} conditions")
    found = [look(one, f"{place}.{word}[{i}]", wrong=wrong, depth=depth + 1) for i, one in enumerate(inner)]
    parts = tuple(part for part in found if part is not None)
    if len(parts) < len(found):
        return None
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
    if not isinstance(fact, str) or len(fact) > LONGEST_TEXT:
        raise RuleError(place, "must be the name of a fact")
    if fact in BARE:
        return fact, ""
    kind, _, name = fact.partition(".")
    if name and (kind in FREELY_NAMED or name in NAMED.get(kind, ())):
        return kind, name
    choices = [f"{kind}.{each}" for kind, names in NAMED.items() for each in names]
    free = [f"{kind}.…" for kind in FREELY_NAMED]
    raise RuleError(place, f"{fact!r} is not a fact; known are {', '.join([*choices, *free, *BARE])}")


def _read_value(value: object, kind: str, operator: str, place: str) -> Operand:
    if operator in NUMERIC or kind == "count":
        return _read_number(value, kind, place)
    if operator == "known" or kind == "hours":
        if not isinstance(value, bool):
            raise RuleError(place, "must be true or false")
        return value
    if operator == "between":
        return _read_stretch(value, place)
    if operator == "one_of":
        if not isinstance(value, list) or not 1 <= len(value) <= WIDEST:
            raise RuleError(place, f"must have 1 to {WIDEST} values")
        return tuple(_read_plain(each, kind, f"{place}[{i}]") for i, each in enumerate(value))
    return _read_plain(value, kind, place)


def _read_number(value: object, kind: str, place: str) -> float:
    if not isinstance(value, int | float) or number_of(value) is None:
        raise RuleError(place, "must be a number")
    least, most = WITHIN.get(kind, (-math.inf, math.inf))
    if not least <= value <= most:
        raise RuleError(place, f"must lie between {least * 100:g}% and {most * 100:g}%")
    return value


def _read_stretch(value: object, place: str) -> tuple[Attribute, ...]:
    if not isinstance(value, list) or len(value) != 2:
        raise RuleError(place, "must be two times, from and to")
    for i, clock in enumerate(value):
        if not isinstance(clock, str) or not CLOCK.fullmatch(clock):
            raise RuleError(f"{place}[{i}]", "must be a time such as 08:30")
    if value[0] == value[1]:
        raise RuleError(place, "must be two different times")
    return tuple(value)


def _read_plain(value: object, kind: str, place: str) -> Attribute:
    if kind in CHOICES:
        if not isinstance(value, str) or value not in CHOICES[kind]:
            raise RuleError(place, f"must be one of {', '.join(CHOICES[kind])}")
        return value
    if kind == "customer":
        return _read_attribute(value, place)
    if kind == "language" and not (isinstance(value, str) and value):
        raise RuleError(place, "must be a language code such as en")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise RuleError(place, f"must have at most {LONGEST_TEXT} characters")
    return value


def _read_attribute(value: object, place: str) -> Attribute:
    if isinstance(value, int | float) and not isinstance(value, bool) and number_of(value) is None:
        raise RuleError(place, "must be a number")
    if not isinstance(value, str | int | float | bool):
        raise RuleError(place, "must be a text, a number, true or false")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise RuleError(place, f"must have at most {LONGEST_TEXT} characters")
    return value
