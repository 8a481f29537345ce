"""A week of opening times as plain values, and what of it holds on a day; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

END_OF_DAY = time.max  # stands for 24:00
LOOKS_AHEAD = 60  # days


@dataclass(frozen=True)
class Stretch:
    """From when to when on a weekday; 0 is Monday."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Week:
    """When `name` is at work, by the clocks of the company; "" is the whole company. Days off by their date."""

    name: str
    stretches: tuple[Stretch, ...]
    days_off: Mapping[date, str] = field(default_factory=dict)

    def on(self, day: date) -> Sequence[Stretch]:
        """The stretches of a day, in their order; none on a day off."""
        if day in self.days_off:
            return []
        return sorted((one for one in self.stretches if one.weekday == day.weekday()), key=lambda one: one.opens)

    def next_open(self, day: date) -> date | None:
        """The first day from `day` on that has hours; None when there is none soon."""
        days = (day + timedelta(days=number) for number in range(LOOKS_AHEAD))
        return next((one for one in days if self.on(one)), None)


def alike(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """The weeks that differ; where all are the same they are the whole company's."""
    different = {(week.stretches, tuple(sorted(week.days_off.items()))): week for week in weeks}
    if len(different) != 1:
        return tuple(weeks)
    (one,) = different.values()
    return (Week("", one.stretches, one.days_off),)
