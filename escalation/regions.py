"""Where conditions are true: exact sets of facts, compared with each other to warn of rules that are never reached.

Every comparison splits the values of its fact into a few cells that it cannot tell apart. One value stands for each
cell, so a set of values is the bits of a number, and what a comparison allows is asked of the comparison itself. A
condition is true in a union of boxes, each with a set of values for each fact: its disjunctive normal form. As facts
are taken to be independent of each other, what is found here is true of all facts, also of those that can never be.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from escalation.conditions import (
    Comparison,
    Condition,
    Every,
    Negated,
    Some,
    answer,
    comparisons,
    number_of,
)
from escalation.facts import Attribute
from escalation.signals.sensing import THRESHOLD
from escalation.vocabulary import CHOICES, WITHIN

MOST_BOXES = 64  # of one condition; nothing is said about one with more
PATIENCE = 400  # boxes cut into pieces before a question is left without an answer
UNKNOWN = 1  # the bit of a fact that is not known, or of what a customer lacks
_TEXTS = ("language", "topic", "channel", "mode", "weekday", "skill")
_ANOTHER = "\x00"  # a text that no rule names
_ALWAYS_KNOWN = ("language", "skill")

Box: TypeAlias = Mapping[str, int]  # the bits of the allowed values, by fact; all are allowed of a fact without


@dataclass(frozen=True, slots=True)
class Region:
    """Where a condition is true: in any of the boxes. `clashing`: facts of which it asks what excludes each other."""

    boxes: tuple[Box, ...]
    clashing: tuple[str, ...] = ()


class Space:
    """The facts that some conditions look at, each with a value for every cell of values."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        found: dict[str, list[Comparison]] = {}
        for condition in conditions:
            for comparison in comparisons(condition):
                found.setdefault(comparison.fact, []).append(comparison)
        self.values = {fact: _values(asked) for fact, asked in found.items()}
        self.whole = {fact: (1 << len(values)) - 1 for fact, values in self.values.items()}
        self.known = {fact: _known(asked[0].kind, self.whole[fact]) for fact, asked in found.items()}

    def region(self, condition: Condition) -> Region | None:
        """Where the condition is true; None when that takes too many boxes to tell."""
        clashing: dict[str, None] = {}
        boxes = self._boxes(condition, clashing, wanted=True)
        return None if boxes is None else Region(tuple(boxes), tuple(clashing))

    def is_everything(self, region: Region) -> bool:
        """Whether it is true whatever the facts are, once they are all known."""
        return self._covered(self.known, region.boxes)

    def is_within(self, region: Region, others: Sequence[Region]) -> bool:
        """Whether at least one of the others is true wherever the region is; False also where that takes too long."""
        boxes = [box for other in others for box in other.boxes]
        return all(self._covered(box, boxes) for box in region.boxes)

    def _boxes(self, condition: Condition, clashing: dict[str, None], *, wanted: bool) -> list[Box] | None:
        match condition:
            case Comparison():
                bits = self._allowed(condition, wanted=wanted)
                clashing.update({} if bits else {condition.fact: None})
                return [{condition.fact: bits}] if bits else []
            case Negated(part):
                return self._boxes(part, clashing, wanted=not wanted)
            case Every(parts) | Some(parts):
                found = [self._boxes(part, clashing, wanted=wanted) for part in parts]
                known = [boxes for boxes in found if boxes is not None]
                if len(known) < len(found):
                    return None
                if isinstance(condition, Every) is wanted:
                    return self._crossed(known, clashing)
                united = [box for boxes in known for box in boxes]
                return united if len(united) <= MOST_BOXES else None

    def _crossed(self, parts: Sequence[list[Box]], clashing: dict[str, None]) -> list[Box] | None:
        """The boxes that lie within one box of each part."""
        crossed: list[Box] = [{}]
        for boxes in parts:
            met = [self._meeting(one, other, clashing) for one, other in product(crossed, boxes)]
            crossed = [box for box in met if box is not None]
            if len(crossed) > MOST_BOXES:
                return None
        return crossed

    def _meeting(self, one: Box, other: Box, clashing: dict[str, None]) -> Box | None:
        met = {**one, **{fact: bits & one.get(fact, bits) for fact, bits in other.items()}}
        empty = [fact for fact, bits in met.items() if not bits]
        clashing.update(dict.fromkeys(empty))
        return None if empty else met

    def _allowed(self, comparison: Comparison, *, wanted: bool) -> int:
        asked = _by_number(comparison)
        bits = [answer(asked, value) is wanted for value in self.values[comparison.fact]]
        return sum(1 << place for place, allowed in enumerate(bits) if allowed)

    def _covered(self, box: Box, boxes: Sequence[Box]) -> bool:
        """Whether the box lies within the union of the boxes: what lies outside of the first must lie in the others."""
        patience = PATIENCE
        left = [(box, list(boxes))]
        while left:
            patience -= 1
            if not patience:
                return False
            piece, others = left.pop()
            near = [other for other in others if self._touch(piece, other)]
            if not near:
                return False
            if any(not self._outside(piece, other) for other in near):
                continue
            left += [(rest, near[1:]) for rest in self._outside(piece, near[0])]
        return True

    def _touch(self, one: Box, other: Box) -> bool:
        return all(bits & one.get(fact, self.whole[fact]) for fact, bits in other.items())

    def _outside(self, box: Box, other: Box) -> list[Box]:
        """Pieces that together are what of the box lies outside of the other."""
        pieces: list[Box] = []
        rest = dict(box)
        for fact, bits in other.items():
            mine = rest.get(fact, self.whole[fact])
            if mine & ~bits:
                pieces.append({**rest, fact: mine & ~bits})
            rest[fact] = mine & bits
        return pieces


def _by_number(comparison: Comparison) -> Comparison:
    """That a signal fires is that its value reaches the threshold that all of them have."""
    if comparison.operator != "fires":
        return comparison
    return Comparison(comparison.kind, comparison.name, "at_least", THRESHOLD)


def _known(kind: str, whole: int) -> int:
    """What may be so once everything is known: a customer may lack something even then."""
    return whole if kind == "customer" or kind in _ALWAYS_KNOWN else whole & ~UNKNOWN


def _values(asked: Sequence[Comparison]) -> tuple[Attribute | None, ...]:
    """One value for each cell that the comparisons of a fact can tell apart; None, not known, is the first of most."""
    kind = asked[0].kind
    operands = [_by_number(comparison).value for comparison in asked]
    constants = [one for each in operands for one in (each if isinstance(each, tuple) else (each,))]
    values: list[Attribute]
    if kind == "hours":
        values = [True, False]
    elif kind == "clock":
        values = sorted({"00:00", *map(str, constants)})  # each begins a stretch in which nothing changes
    elif kind in _TEXTS:
        values = [*CHOICES[kind]] if kind in CHOICES else _texts(constants)
    elif kind == "customer":
        values = [True, False, *_texts(constants), *_numbers(kind, constants)]
    else:
        values = _numbers(kind, constants)
    return tuple(values) if kind in _ALWAYS_KNOWN else (None, *values)


def _texts(constants: Iterable[object]) -> list[Attribute]:
    named = {one.casefold() for one in constants if isinstance(one, str)}
    return [*sorted(named), _ANOTHER]


def _numbers(kind: str, constants: Iterable[object]) -> list[Attribute]:
    """The numbers named, and their neighbours on both sides: those stand for the stretches between and beyond."""
    least, most = WITHIN.get(kind, (0.0 if kind in ("count", "confidence_share") else -math.inf, math.inf))
    found: set[float] = {0}
    for one in constants:
        number = number_of(one)
        if number is None or not isinstance(one, int | float):
            continue
        whole = math.floor(number)
        found |= {one, whole - 1, whole, whole + 1, whole + 2}
        found |= {number, math.nextafter(number, -math.inf), math.nextafter(number, math.inf)}
    fitting = [one for one in found if least <= one <= most and math.isfinite(one)]
    return sorted(one for one in fitting if kind != "count" or one == math.floor(one))
