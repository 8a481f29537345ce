"""Whether conditions hold for a whole block of decisions, as three-valued as `conditions.holds` is for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation import conditions
from escalation.conditions import Comparison, Condition, Every, Negated, Operand, Some
from escalation.replay.columns import FIRES, Block, Choices, Numbers

Mask = NDArray[np.bool_]
_NUMERIC: Mapping[str, Callable[[NDArray[np.float64], float], Mask]] = {
    "at_least": np.greater_equal,
    "at_most": np.less_equal,
    "above": np.greater,
    "below": np.less,
    "is": np.equal,
}


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """Where a condition holds, and where it does not; it is unknown where neither is true."""

    yes: Mask
    no: Mask

    @property
    def unknown(self) -> Mask:
        """Where it hangs on something that was not measured."""
        return ~(self.yes | self.no)


class Holding:
    """Answers for one block; each comparison is looked at once, however many rules ask it."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self._known: dict[tuple[str, str, str, str], Truth] = {}

    def of(self, condition: Condition) -> Truth:
        """Where the condition holds, and where it does not."""
        match condition:
            case Every(parts):
                each = [self.of(part) for part in parts]
                return Truth(
                    np.logical_and.reduce([one.yes for one in each]), np.logical_or.reduce([one.no for one in each])
                )
            case Some(parts):
                each = [self.of(part) for part in parts]
                return Truth(
                    np.logical_or.reduce([one.yes for one in each]), np.logical_and.reduce([one.no for one in each])
                )
            case Negated(part):
                inner = self.of(part)
                return Truth(inner.no, inner.yes)
            case Comparison():
                return self._once(condition)

    def _once(self, comparison: Comparison) -> Truth:
        # repr: 1, 1.0 and True are one key to a dictionary, and not the same to a comparison
        key = (comparison.kind, comparison.name, comparison.operator, repr(comparison.value))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._compare(comparison)
        return found

    def _compare(self, comparison: Comparison) -> Truth:
        kind, name, operator, value = comparison.kind, comparison.name, comparison.operator, comparison.value
        if operator == FIRES:
            kind, operator, value = FIRES, "is", True
        column = self.block.columns.get((kind, name))
        match column:
            case Numbers(values):
                known = ~np.isnan(values)
                yes = _numbers(values, operator, value)
            case Choices():
                known = column.codes < len(column.values)
                yes = _choices(column, operator, value) if operator != "known" else known
            case None:
                known = yes = np.zeros(self.block.size, dtype=bool)
        if operator == "known":
            return Truth(known, ~known) if value else Truth(~known, known)
        if kind == "customer":  # what a customer lacks is known, and meets nothing
            return Truth(yes, ~yes)
        if kind == "skill":  # that no skill took it is known too
            nothing = ~known & conditions.meets("", operator, value)
            return Truth(yes | nothing, ~(yes | nothing))
        return Truth(yes, known & ~yes)


def _numbers(values: NDArray[np.float64], operator: str, value: Operand) -> Mask:
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
        return np.zeros(len(values), dtype=bool)
    return _NUMERIC[operator](values, float(value))  # NaN meets nothing


def _choices(column: Choices, operator: str, value: Operand) -> Mask:
    met = [conditions.meets(each, operator, value) for each in column.values]
    answers: Mask = np.array([*met, False], dtype=bool)[column.codes]
    return answers
