"""When people are told how much of the plan is used: at half, at four fifths, and when all of it is; pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

STEPS = (50, 80, 100)  # percent
SLACK = 10
"""Percent by which use must fall below a step until it counts as not told: credits make it fall by little, a larger
plan or limit by much."""


class Of(StrEnum):
    """Of what so much is used."""

    BUNDLE = "bundle"
    LIMIT = "limit"


@dataclass(frozen=True)
class Step:
    """So many percent of the bundle, or of the limit in money."""

    of: Of
    percent: int


@dataclass(frozen=True)
class Due:
    """What is told now, what passed on the way and is not told beside it, and what may be told again one day."""

    tell: tuple[Step, ...] = ()
    passed: tuple[Step, ...] = ()
    forget: tuple[Step, ...] = ()


NOTHING = Due()


def due(used: Mapping[Of, int | None], told: Collection[Step]) -> Due:
    """What follows from how many percent are used of each, None where there is none of it, and what was told."""
    tell: list[Step] = []
    passed: list[Step] = []
    for of, percent in used.items():
        new = [step for step in _reached(of, percent) if step not in told]
        tell += new[-1:]
        passed += new[:-1]
    forget = [step for step in told if _is_far(used.get(step.of), step.percent)]
    return Due(tuple(tell), tuple(passed), tuple(forget))


def _reached(of: Of, percent: int | None) -> Iterator[Step]:
    yield from (Step(of, step) for step in STEPS if percent is not None and percent >= step)


def _is_far(percent: int | None, step: int) -> bool:
    return percent is None or percent < step - SLACK
