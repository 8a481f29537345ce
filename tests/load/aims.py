"""Figures to reach: what was measured beside what is promised, as a table of docs/reliability.md."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from tests import tables

HEAD = ("figure", "measured", "to reach", "÷ floor", "kept")


@dataclass(frozen=True)
class Aim:
    """One figure, its limit, and what the floor of the same run took; all in the same unit."""

    what: str
    measured: float
    at_most: float
    unit: str = "ms"
    floor: float | None = None

    @property
    def kept(self) -> bool:
        """Whether it is within its limit."""
        return self.measured <= self.at_most

    def cells(self) -> list[str]:
        """A row of the table."""
        ratio = "" if not self.floor else f"{self.measured / self.floor:.2g}"
        return [
            self.what,
            f"{_short(self.measured)} {self.unit}",
            f"<= {_short(self.at_most)} {self.unit}",
            ratio,
            tables.kept(self.measured, self.at_most),
        ]


def tell(section: str, intro: str, aims: Sequence[Aim], *more: str) -> bool:
    """Write the section: the machine, what was done, the aims, and further tables; whether all aims were kept."""
    parts = [tables.machine(), intro, tables.table(HEAD, [aim.cells() for aim in aims]), *more]
    tables.write(section, "\n\n".join(part for part in parts if part))
    return all(aim.kept for aim in aims)


def asked(about: str | None) -> bool:
    """Whether the command line asks for a short run, which only shows that everything works."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--short", action="store_true", help="so small that its figures mean nothing")
    return bool(parser.parse_args().short)


def end(*kept: bool) -> None:
    """End the run; with an error where a figure was not kept."""
    if not all(kept):
        sys.exit("A figure was not kept.")


def _short(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 100 or number == int(number) else f"{number:.1f}"
