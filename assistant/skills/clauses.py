"""A policy as data: clauses that a write must meet, judged against the facts of the case, and nothing else.

Skills write their policy down in clauses, and whole policies of shops and airlines can be written as JSON. What cannot
be judged, because a fact is missing or of another kind, is outside of the policy: a person decides.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.skills import terms
from assistant.skills.terms import IT, ClauseError, Facts, Term, UnknownError

Otherwise = Literal["outside", "approval"]
_NAMED = re.compile(r"\{([\w.]+)\}")


@dataclass(frozen=True)
class Compare:
    """Two values and how they must stand to each other."""

    left: Term
    sign: str
    right: Term


@dataclass(frozen=True)
class Both:
    """All of the conditions hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Either:
    """At least one of the conditions holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """The condition does not hold."""

    part: "Condition"


@dataclass(frozen=True)
class Among:
    """The condition holds for every member of a list, or for some; a member is called `name` within."""

    how: Literal["every", "some"]
    members: Term
    holds: "Condition"
    name: str = IT


Condition = Compare | Both | Either | Not | Among


@dataclass(frozen=True)
class Clause:
    """What a write must meet; `says` is for the desk, with facts in braces. Otherwise it is outside, or needs a yes."""

    name: str
    holds: Condition
    says: str
    otherwise: Otherwise = "outside"


@dataclass(frozen=True)
class Broken:
    """A clause that the case does not meet, in the policy's words."""

    name: str
    says: str
    otherwise: Otherwise


@dataclass(frozen=True)
class Verdict:
    """What the policy says to a write: which clauses it breaks; none, and it is allowed."""

    broken: tuple[Broken, ...] = ()

    @property
    def outside(self) -> str:
        """Why the policy does not allow it; "" where it does."""
        return " ".join(one.says for one in self.broken if one.otherwise == "outside")

    @property
    def waits(self) -> str:
        """Why a person has to approve it first; "" where nobody has to."""
        return " ".join(one.says for one in self.broken if one.otherwise == "approval")

    def breaks(self, *names: str) -> bool:
        """Whether one of these clauses is among the broken."""
        return any(one.name in names for one in self.broken)


Policy = Mapping[str, tuple[Clause, ...]]  # by kind of act
NOT_PROVIDED = Broken("kind", "The policy does not provide for this.", "outside")


def judge(clauses: Sequence[Clause], facts: Facts) -> Verdict:
    """Every clause that the case does not meet."""
    return Verdict(tuple(broken for clause in clauses if (broken := _broken(clause, facts))))


def judge_act(policy: Policy, kind: str, facts: Facts) -> Verdict:
    """The verdict on an act of this kind; what the policy does not name it does not allow."""
    return judge(policy[kind], facts) if kind in policy else Verdict((NOT_PROVIDED,))


def holds(condition: Condition, facts: Facts) -> bool:
    """Whether the condition holds in this case; UnknownError when that cannot be said."""
    match condition:
        case Compare(left=left, sign=sign, right=right):
            return _SIGNS[sign](terms.value(left, facts), terms.value(right, facts))
        case Both(parts=parts):
            return all(holds(part, facts) for part in parts)
        case Either(parts=parts):
            return _either(parts, facts)
        case Not(part=part):
            return not holds(part, facts)
        case Among(how=how, members=members, holds=each, name=name):
            found = (holds(each, {**facts, name: one}) for one in terms.listed(terms.value(members, facts)))
            return all(found) if how == "every" else any(found)


def read_policy(stored: Any) -> Policy:
    """The policy that a JSON object describes: lists of clauses by kind of act; ClauseError naming the place."""
    if not isinstance(stored, Mapping):
        raise ClauseError("policy", "must be an object of lists of clauses")
    return {str(kind): read_clauses(clauses, str(kind)) for kind, clauses in stored.items()}


def read_clauses(stored: Any, place: str) -> tuple[Clause, ...]:
    """The clauses that a JSON list describes; ClauseError naming the place."""
    if not isinstance(stored, list):
        raise ClauseError(place, "must be a list of clauses")
    return tuple(_clause(one, f"{place}[{n}]") for n, one in enumerate(stored))


def read(stored: Any, place: str) -> Condition:
    """The condition that plain JSON describes; ClauseError naming the place."""
    match stored:
        case {"all": list() as parts, **rest} if parts and not rest:
            return Both(tuple(read(one, f"{place}.all[{n}]") for n, one in enumerate(parts)))
        case {"any": list() as parts, **rest} if parts and not rest:
            return Either(tuple(read(one, f"{place}.any[{n}]") for n, one in enumerate(parts)))
        case {"not": part, **rest} if not rest:
            return Not(read(part, f"{place}.not"))
        case {"every": members, "holds": each, **rest} if not set(rest) - {"as"}:
            return Among("every", terms.read(members, place), read(each, f"{place}.holds"), str(rest.get("as", IT)))
        case {"some": members, "holds": each, **rest} if not set(rest) - {"as"}:
            return Among("some", terms.read(members, place), read(each, f"{place}.holds"), str(rest.get("as", IT)))
        case {"this": left, **rest} if len(rest) == 1 and (sign := str(next(iter(rest)))) in _SIGNS:
            return Compare(terms.read(left, place), sign, terms.read(rest[sign], place))
    raise ClauseError(place, f"this condition cannot be read: {stored!r}")


def _clause(stored: Any, place: str) -> Clause:
    match stored:
        case {"name": str() as name, "holds": condition, "says": str() as says, **rest} if rest.keys() <= {"otherwise"}:
            otherwise = rest.get("otherwise", "outside")
            if otherwise not in ("outside", "approval"):
                raise ClauseError(f"{place}.otherwise", "must be outside or approval")
            return Clause(name, read(condition, f"{place}.holds"), says, otherwise)
    raise ClauseError(place, "a clause has name, holds, says and, where it differs, otherwise")


def _broken(clause: Clause, facts: Facts) -> Broken | None:
    try:
        if holds(clause.holds, facts):
            return None
    except UnknownError as reason:
        return Broken(clause.name, f"{_told(clause.says, facts)} ({reason})", "outside")
    return Broken(clause.name, _told(clause.says, facts), clause.otherwise)


def _told(says: str, facts: Facts) -> str:
    return _NAMED.sub(lambda found: _shown(found.group(1), facts), says)


def _shown(path: str, facts: Facts) -> str:
    try:
        return str(terms.value(terms.Fact(path), facts))
    except UnknownError:
        return "unknown"


def _either(parts: Sequence[Condition], facts: Facts) -> bool:
    """One that is known to hold will do, whatever is not known about the others."""
    unknown: UnknownError | None = None
    for part in parts:
        try:
            if holds(part, facts):
                return True
        except UnknownError as reason:
            unknown = reason
    if unknown is not None:
        raise unknown
    return False


def _same(left: Any, right: Any) -> bool:
    """Equal, and of one kind: a number is never equal to a text, nor yes to one."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    return bool(left == right)


def _is_in(left: Any, right: Any) -> bool:
    members = right.keys() if isinstance(right, Mapping) else terms.listed(right)
    return any(_same(left, one) for one in members)


def _part_of(left: Any, right: Any) -> bool:
    """Whether `right` has all that `left` has, each as often."""
    return not Counter(map(str, terms.listed(left))) - Counter(map(str, terms.listed(right)))


_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": _same,
    "is_not": lambda left, right: not _same(left, right),
    "in": _is_in,
    "not_in": lambda left, right: not _is_in(left, right),
    "part_of": _part_of,
    "at_least": lambda left, right: terms.number(left) >= terms.number(right),
    "at_most": lambda left, right: terms.number(left) <= terms.number(right),
    "above": lambda left, right: terms.number(left) > terms.number(right),
    "below": lambda left, right: terms.number(left) < terms.number(right),
}
