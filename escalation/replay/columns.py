"""Stored facts as columns: the same values as `conditions.fact_of` gives, for a whole block of decisions at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from escalation.facts import FORMAT, Attribute

Fact: TypeAlias = tuple[str, str]  # kind and name, as in a comparison
Json: TypeAlias = Mapping[str, Any]
FIRES = "fires"  # the kind under which it is kept whether a signal reached its own threshold
MEASURED = frozenset({"signal", "rise", "confidence", "confidence_share"})  # nearly every row has a value of its own
_TEXTS = ("topic", "channel", "mode", "weekday", "clock")
_BY_NAME = (("count", "counts"), ("customer", "customer"), ("skill", "skill"))
_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, IndexError)


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """A number for each row; NaN where it is not known."""

    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """For each row the place of its value among the values that there are; the last place, which has none: unknown."""

    codes: NDArray[np.int32]
    values: tuple[Attribute, ...]


Column: TypeAlias = Numbers | Choices


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The facts of `size` decisions. What no row knows has no column."""

    size: int
    columns: Mapping[Fact, Column] = field(default_factory=dict)


def block(stored: Iterable[object]) -> tuple[Block, list[int]]:
    """The facts of many decisions as they were stored, and the rows whose facts cannot be read: nothing is known there.

    Takes what `Facts.from_json` takes, without looking at the evidence.
    """
    gathered: defaultdict[Fact, list[Attribute | None]] = defaultdict(list)
    bad: list[int] = []
    size = 0
    for row, facts in enumerate(stored):
        try:
            known = list(_values(facts))  # type: ignore[arg-type]
        except _UNREADABLE:
            known = []
            bad.append(row)
        for fact, value in known:
            column = gathered[fact]
            if len(column) < row:
                column.extend([None] * (row - len(column)))
            column.append(value)
        size = row + 1
    return Block(size, {fact: _column(fact, values, size) for fact, values in gathered.items()}), bad


def _values(facts: Json) -> Iterator[tuple[Fact, Attribute]]:
    """All that is known of one decision."""
    if facts["format"] != FORMAT:
        raise ValueError("facts of another format")
    yield from _heard(facts["signals"], facts["course"])
    confidence, threshold = facts["confidence"], facts["confidence_threshold"]
    if confidence is not None:
        yield ("confidence", ""), confidence
        if threshold:
            yield ("confidence_share", ""), confidence / threshold
    for kind, field_of in _BY_NAME:
        for name, value in facts[field_of].items():
            yield (kind, name), value
    yield ("language", ""), facts["language"]
    yield from _around(facts["circumstances"])


def _heard(signals: Json, courses: Json) -> Iterator[tuple[Fact, Attribute]]:
    for name, signal in signals.items():
        value = signal["value"]
        yield ("signal", name), value
        yield (FIRES, name), value >= signal["threshold"]
    for name, steps in courses.items():
        if name in signals:
            yield ("rise", name), round(signals[name]["value"] - steps[0][1], 6) if len(steps) > 1 else 0.0


def _around(circumstances: Json) -> Iterator[tuple[Fact, Attribute]]:
    for name in _TEXTS:
        if circumstances[name] is not None:
            yield (name, ""), circumstances[name]
    teams = circumstances["open"]
    if teams:
        yield ("hours", ""), any(teams.values())
    for team, is_open in teams.items():
        yield ("hours", team), is_open


def _column(fact: Fact, values: Sequence[Attribute | None], size: int) -> Column:
    if fact[0] in MEASURED:
        numbers = np.full(size, np.nan)
        numbers[: len(values)] = np.array(values, dtype=np.float64)  # None becomes NaN
        return Numbers(numbers)
    places: dict[tuple[type, Attribute], int] = {}  # 1, 1.0 and True are the same to a dictionary, not to a comparison
    codes = [-1 if value is None else places.setdefault((type(value), value), len(places)) for value in values]
    coded = np.full(size, len(places), dtype=np.int32)
    coded[: len(codes)] = codes
    coded[coded < 0] = len(places)
    return Choices(coded, tuple(value for _, value in places))
