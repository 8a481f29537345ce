"""Values that a policy's clauses speak of: constants, facts of the case, and what is reckoned from them.

As JSON a text that begins with `$` names a fact (`"$order.state"`), an object is something reckoned
(`{"sum": "$payments", "of": "$it.amount"}`), and all else stands for itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import reduce
from operator import add, mul, sub
from typing import Any

Facts = Mapping[str, Any]  # plain values, lists of them, and objects; numbers are Decimal or int
IT = "it"  # the name of the one that is looked at, within a list
HOUR = 3600


class ClauseError(ValueError):
    """A policy's clause cannot be read; `place` says where it stands."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
        self.place, self.problem = place, problem


class UnknownError(LookupError):
    """The case lacks a fact that a clause speaks of, or it is of another kind; a person decides then."""


@dataclass(frozen=True)
class Given:
    """A constant."""

    value: Any


@dataclass(frozen=True)
class Fact:
    """A fact of the case by its path, such as `order.state`."""

    path: str


@dataclass(frozen=True)
class Reckoned:
    """What arithmetic makes of numbers: plus, minus, times."""

    how: str
    of: tuple["Term", ...]


@dataclass(frozen=True)
class Gathered:
    """Something of each member of a list: their sum, how many there are, how many different ones, or all of them."""

    how: str  # "sum", "count", "different", "each"
    members: "Term"
    of: "Term"


@dataclass(frozen=True)
class Hours:
    """How many hours passed from one moment to another."""

    since: "Term"
    until: "Term"


@dataclass(frozen=True)
class Looked:
    """What a table has for the values, joined by a slash: `{"gold/economy": 3}`."""

    table: Mapping[str, Any]
    by: tuple["Term", ...]


Term = Given | Fact | Reckoned | Gathered | Hours | Looked

_ARITHMETIC = {"plus": add, "minus": sub, "times": mul}
_GATHERING = ("sum", "count", "different", "each")


def value(term: Term, facts: Facts) -> Any:
    """What the term comes to in this case; UnknownError when that cannot be said."""
    match term:
        case Given(value=constant):
            return constant
        case Fact(path=path):
            return _fact(path, facts)
        case Reckoned(how=how, of=parts):
            return reduce(_ARITHMETIC[how], [number(value(part, facts)) for part in parts])
        case Gathered(how=how, members=members, of=of):
            return _gathered(how, [value(of, {**facts, IT: one}) for one in listed(value(members, facts))])
        case Hours(since=since, until=until):
            passed = _moment(value(until, facts)) - _moment(value(since, facts))
            return Decimal(int(passed.total_seconds())) / HOUR
        case Looked(table=table, by=by):
            key = "/".join(str(value(one, facts)) for one in by)
            if key not in table:
                raise UnknownError(f"nothing is laid down for {key}")
            return table[key]


def number(found: Any) -> Decimal:
    """`found` as a number; UnknownError for anything else."""
    if isinstance(found, int | Decimal) and not isinstance(found, bool):
        return Decimal(found)
    raise UnknownError(f"{found!r} is no number")


def listed(found: Any) -> Sequence[Any]:
    """`found` as a list; UnknownError for anything else."""
    if isinstance(found, list | tuple):
        return found
    raise UnknownError(f"{found!r} is no list")


def read(stored: Any, place: str) -> Term:
    """The term that plain JSON describes; ClauseError naming the place."""
    if isinstance(stored, str) and stored.startswith("$"):
        return Fact(stored[1:])
    if isinstance(stored, Mapping):
        return _operation(stored, place)
    if isinstance(stored, list):
        if any(isinstance(one, str) and one.startswith("$") for one in stored):
            raise ClauseError(place, "a list holds constants, no facts")
        return Given(tuple(stored))
    if isinstance(stored, float):
        return Given(Decimal(str(stored)))
    return Given(stored)


def _operation(stored: Mapping[str, Any], place: str) -> Term:
    match dict(stored):
        case {"hours_since": since, **rest} if rest.keys() <= {"until"}:
            return Hours(read(since, place), read(rest.get("until", "$now"), place))
        case {"table": dict() as table, "by": list() as by, **rest} if not rest:
            return Looked(table, _all(by, place))
    how = str(next(iter(stored), ""))
    if how in _GATHERING and stored.keys() <= {how, "of"}:
        return Gathered(how, read(stored[how], place), read(stored.get("of", f"${IT}"), place))
    if how in _ARITHMETIC and len(stored) == 1 and isinstance(stored[how], list):
        return Reckoned(how, _all(stored[how], place))
    raise ClauseError(place, f"this value cannot be read: {dict(stored)!r}")


def _all(stored: Sequence[Any], place: str) -> tuple[Term, ...]:
    if not stored:
        raise ClauseError(place, "needs at least one value")
    return tuple(read(one, place) for one in stored)


def _fact(path: str, facts: Facts) -> Any:
    found: Any = facts
    for name in path.split("."):
        if not isinstance(found, Mapping) or found.get(name) is None:
            raise UnknownError(f"{path} is not known")
        found = found[name]
    return found


def _gathered(how: str, found: Sequence[Any]) -> Any:
    match how:
        case "sum":
            return sum((number(one) for one in found), Decimal(0))
        case "count":
            return Decimal(len(found))
        case "different":
            return Decimal(len({str(one) for one in found}))
        case _:
            return tuple(found)


def _moment(found: Any) -> datetime:
    if isinstance(found, datetime) and found.tzinfo is not None:
        return found
    raise UnknownError(f"{found!r} is no moment")
