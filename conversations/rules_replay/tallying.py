"""What a replay counts: handovers both ways by change, rule and hour of the week; parts of it add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray
from typing_extensions import TypedDict

from conversations.rules_replay.judging import Judged
from escalation.replay.comparing import CHANGES, Change
from escalation.replay.deciding import Ending

Json = dict[str, Any]
HOURS = 7 * 24
QUARTER = 900  # seconds; clocks differ by quarters of an hour


class RulesReached(TypedDict):
    """How many conversations a person gets, and of how many an answer waits for a yes."""

    handed_over: int
    approvals: int


class RuleTaken(TypedDict):
    """How many conversations a rule hands over with either book."""

    rule: str
    was: int
    now: int


class HourTaken(TypedDict):
    """How many conversations are handed over in an hour of the week with either book."""

    before: int
    after: int


class RulesTally(TypedDict):
    """How conversations went, and how they would have gone with other rules."""

    conversations: int
    decisions: int
    unreadable: int
    """Decisions whose facts cannot be read."""
    before: RulesReached
    after: RulesReached
    unchanged: int
    cannot_tell: int
    """Whose outcome hangs on something that was not measured."""
    cut_short: int
    """Of those no longer handed over: in truth a person took them, so that nothing was measured after."""
    outside_rules: int
    """Passed on without a rule."""
    by_rule: list[RuleTaken]
    by_hour: list[HourTaken]
    """Of a week in the company's zone, Monday midnight first."""


@dataclass(frozen=True)
class Tally:
    """The counts of a replay, or of a part of it. `was` and `now` are handovers by rule, the hours are of a week."""

    numbers: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    was: Counter[str] = field(default_factory=Counter)
    now: Counter[str] = field(default_factory=Counter)
    before_hours: Counter[str] = field(default_factory=Counter)
    after_hours: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{name: mine + getattr(other, name) for name, mine in vars(self).items()})

    def to_json(self) -> Json:
        """A JSON object from which `from_json` makes an equal tally again."""
        return {name: dict(counts) for name, counts in vars(self).items()}

    @classmethod
    def from_json(cls, stored: Mapping[str, Mapping[str, int]]) -> Tally:
        """The tally that was stored; an empty object is an empty one."""
        return cls(**{name: Counter(counts) for name, counts in stored.items()})

    def shown(self) -> RulesTally:
        """As the count and the result of a replay tell it, but for the conversations behind the numbers."""
        number, change = self.numbers, self.changes
        rules = sorted(self.was.keys() | self.now.keys())
        return {
            "conversations": number["conversations"],
            "decisions": number["decisions"],
            "unreadable": number["unreadable"],
            "before": {"handed_over": number["before"], "approvals": number["before_asks"]},
            "after": {"handed_over": number["after"], "approvals": number["after_asks"]},
            "unchanged": change[Change.SAME],
            "cannot_tell": number["cannot_tell"],
            "cut_short": number["cut_short"],
            "outside_rules": number["outside"],
            "by_rule": [{"rule": rule, "was": self.was[rule], "now": self.now[rule]} for rule in rules],
            "by_hour": [
                {"before": self.before_hours[str(hour)], "after": self.after_hours[str(hour)]} for hour in range(HOURS)
            ],
        }


def tally(judged: Judged, *, zone: ZoneInfo, unreadable: int = 0) -> Tally:
    """Count it all."""
    before, after, order = judged.before, judged.after, judged.order
    first = before.row[judged.changes == CHANGES.index(Change.NO_LONGER)]
    numbers: dict[str, int | np.integer[Any]] = {
        "conversations": len(before.row),
        "decisions": len(order.seqs),
        "unreadable": unreadable,
        "before": np.count_nonzero(before.row >= 0),
        "after": np.count_nonzero(after.row >= 0),
        "before_asks": np.count_nonzero(before.asks >= 0),
        "after_asks": np.count_nonzero(after.asks >= 0),
        "cannot_tell": np.count_nonzero(cannot_tell(judged)),
        "cut_short": np.count_nonzero(order.handed[first]),
        "outside": np.count_nonzero(order.conversations.first(order.outside) >= 0),
    }
    return Tally(
        numbers=Counter({name: int(number) for name, number in numbers.items()}),
        changes=Counter({CHANGES[place].value: count for place, count in _counts(judged.changes).items()}),
        was=_by_rule(before.ending, judged.was),
        now=_by_rule(after.ending, judged.now),
        before_hours=_by_hour(order.at[before.row[before.row >= 0]], zone),
        after_hours=_by_hour(order.at[after.row[after.row >= 0]], zone),
    )


def cannot_tell(judged: Judged) -> NDArray[np.bool_]:
    """Conversations that no person gets with a book, though one of its rules hangs on something never measured."""
    courses = (judged.before, judged.after)
    first, second = ((one.row < 0) & (one.hangs >= 0) for one in courses)
    return np.logical_or(first, second)


def hours_of(at: NDArray[np.float64], zone: ZoneInfo) -> NDArray[np.int64]:
    """The hour of the week of each moment, Monday midnight first, by the clocks of the zone."""
    quarters, places = np.unique(np.floor_divide(at, QUARTER), return_inverse=True)
    local = [datetime.fromtimestamp(quarter * QUARTER, tz=UTC).astimezone(zone) for quarter in quarters]
    return np.array([one.weekday() * 24 + one.hour for one in local], dtype=np.int64)[places]


def _by_hour(at: NDArray[np.float64], zone: ZoneInfo) -> Counter[str]:
    return Counter({str(hour): count for hour, count in _counts(hours_of(at, zone)).items()})


def _counts(numbers: NDArray[Any]) -> dict[int, int]:
    values, counts = np.unique(numbers, return_counts=True)
    return {int(value): int(count) for value, count in zip(values, counts, strict=True)}


def _by_rule(places: NDArray[np.int64], endings: Sequence[Ending]) -> Counter[str]:
    found: Counter[str] = Counter()
    for place, count in _counts(places[places >= 0]).items():
        found[endings[place].rule] += count
    return found
