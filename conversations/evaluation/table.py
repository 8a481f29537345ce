"""The table of measures: each with its number of cases, a 95% interval, and the floor and goal that were set for it."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

Reached = Literal["goal", "floor", "missed", "no aim"]


@dataclass(frozen=True)
class Row:
    """One measure; `floor` and `goal` are None where none was set, and ceilings when `at_most`."""

    part: str
    measure: str
    value: float
    cases: int
    low: float
    high: float
    floor: float | None = None
    goal: float | None = None
    at_most: bool = False
    note: str = ""

    @property
    def reached(self) -> Reached:
        """Which of the two aims the value meets."""
        if self.goal is not None and self._meets(self.goal):
            return "goal"
        if self.floor is not None:
            return "floor" if self._meets(self.floor) else "missed"
        return "no aim" if self.goal is None else "missed"

    def line(self) -> str:
        """The row as a line of the printed table."""
        aims = " / ".join("-" if aim is None else f"{aim:g}" for aim in (self.floor, self.goal))
        sign = "<=" if self.at_most else ">="
        aim = "" if self.floor is None and self.goal is None else f"{sign} {aims}"
        interval = f"[{self.low:.3f}, {self.high:.3f}]"
        name = f"{self.part}: {self.measure}"
        return f"{name:<72} {self.value:8.3f} {interval:>18} {self.cases:>7}  {aim:<15} {self.reached}"

    def to_json(self) -> dict[str, Any]:
        """The row with what it reached."""
        return {**asdict(self), "reached": self.reached}

    def _meets(self, aim: float) -> bool:
        return self.value <= aim if self.at_most else self.value >= aim


@dataclass(frozen=True)
class Work:
    """What a part of the table is given: the folder of public data, and where to tell how far it is."""

    data: Path
    say: Callable[[str], None]


Part = Callable[[Work], Iterable[Row]]

HEADER = f"{'measure':<72} {'value':>8} {'95% interval':>18} {'cases':>7}  {'floor / goal':<15} reached"
