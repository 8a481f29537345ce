"""What narrows the list: read strictly from an address or from JSON, and turned into a condition."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext

from agents.models import Agent
from agents.tokens import Token
from conversations.access import Reader
from conversations.models import Channel, Holder, Priority, Status
from conversations.searching.asked import LONGEST
from tenants import ids
from tenants.errors import ParameterError

Json = dict[str, Any]
MOST = 20  # values of one field
LONGEST_WORD = 40
ME, MINE, NOBODY = "me", "mine", "none"
SLA = ("running", "breached", "paused")


@dataclass(frozen=True)
class Filter:
    """Each field that says something narrows the list; of several values of one field any will do."""

    status: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    sla: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    q: str = ""

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return self != Filter()

    def json(self) -> Json:
        """What it says, as `read` takes it."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items() if value}

    def without_words(self) -> "Filter":
        """All but the words that are searched."""
        return replace(self, q="")


def read(given: Mapping[str, Any], *, place: str = "") -> Filter:
    """A filter out of JSON; ParameterError naming the field that is wrong, unknown ones too."""
    if not isinstance(given, Mapping):
        raise ParameterError(
            gettext("{value}: must be an object.").format(value=place or "filter"), param=place or "filter"
        )
    at = f"{place}." if place else ""
    for name in given:
        if name not in READERS and name not in TEXTS:
            raise ParameterError(
                gettext("{at}{name}: there is no such filter.").format(at=at, name=name), param=f"{at}{name}"
            )
    lists: Json = {name: _values(given[name], f"{at}{name}", READERS[name]) for name in READERS if given.get(name)}
    texts: Json = {name: TEXTS[name](given[name], f"{at}{name}") for name in TEXTS if given.get(name)}
    return Filter(**lists, **texts)


def read_address(query: Any) -> Filter:
    """A filter out of a query string, in which a field may stand several times; other fields are none of it."""
    given: Json = {name: query.getlist(name) for name in READERS if name in query}
    return read({**given, **{name: query[name] for name in TEXTS if query.get(name)}})


def condition(wanted: Filter, reader: Reader) -> Q:
    """What a conversation must be; the words are searched apart from it."""
    return _plain(wanted) & _people(wanted, reader) & _moments(wanted) & _clock(wanted)


def _plain(wanted: Filter) -> Q:
    found = Q()
    for name in ("status", "holder", "priority", "channel", "language", "trigger"):
        values = getattr(wanted, name)
        if values:
            found &= Q(**{f"{name}__in": values})
    if wanted.tag:
        found &= Q(tags__overlap=list(wanted.tag))
    return found


def _people(wanted: Filter, reader: Reader) -> Q:
    found = Q()
    if wanted.agent:
        held = [_me(reader) if agent == ME else agent for agent in wanted.agent if agent != NOBODY]
        found &= Q(agent__in=held) | (Q(agent__isnull=True) if NOBODY in wanted.agent else Q(pk__in=[]))
    if wanted.team:
        named = [team for team in wanted.team if team not in (MINE, NOBODY)]
        mine = _agent(reader, "team").teams.all() if MINE in wanted.team else ()
        found &= (
            Q(team__in=named)
            | (Q(team__in=mine) if MINE in wanted.team else Q(pk__in=[]))
            | (Q(team__isnull=True) if NOBODY in wanted.team else Q(pk__in=[]))
        )
    return found


def _moments(wanted: Filter) -> Q:
    found = Q()
    if wanted.since:
        found &= Q(created_at__gte=moment(wanted.since))
    if wanted.until:
        found &= Q(created_at__lt=moment(wanted.until))
    return found


def _clock(wanted: Filter) -> Q:
    now = timezone.now()
    states = {
        "running": Q(sla_due_at__gt=now),
        "breached": Q(sla_due_at__lte=now),
        "paused": Q(sla_due_at__isnull=True, sla_clock__isnull=False) & ~Q(status=Status.RESOLVED),
    }
    found = Q()
    for state in wanted.sla:
        found |= states[state]
    return found


def _me(reader: Reader) -> str:
    return str(_agent(reader, "agent").id)


def _agent(reader: Reader, param: str) -> Agent:
    if isinstance(reader, Token):
        raise ParameterError(
            gettext("{param}: a token has no conversations or teams of its own.").format(param=param), param=param
        )
    return reader


def moment(text: str) -> datetime:
    """The moment that a date, its midnight in UTC, or a time with its zone stands for; ValueError for neither."""
    found = parse_datetime(text) if "T" in text else None
    if found is not None and found.tzinfo is not None:
        return found
    day = parse_date(text)
    if day is None:
        raise ValueError(text)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _values(given: Any, place: str, check: Callable[[str], bool]) -> tuple[str, ...]:
    values = [given] if isinstance(given, str) else given
    if not isinstance(values, Sequence) or len(values) > MOST:
        raise ParameterError(
            gettext("{place}: must be a list of at most {most}.").format(place=place, most=MOST), param=place
        )
    for value in values:
        if not isinstance(value, str) or not check(value):
            raise ParameterError(_none_of(place, str(value)[:LONGEST_WORD]), param=place)
    return tuple(dict.fromkeys(values))


def _none_of(place: str, value: str) -> str:
    known = CHOICES.get(place.rpartition(".")[2])
    if known is None:
        return gettext("{place}: “{value}” is none of its values.").format(place=place, value=value)
    return gettext("{place}: “{value}” is none of {there}.").format(place=place, value=value, there=", ".join(known))


def _one_of(*known: str) -> Callable[[str], bool]:
    return lambda value: value in known


def _id(prefix: str, *names: str) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        if value in names:
            return True
        try:
            ids.decode(prefix, value)
        except (ValueError, ValidationError):
            return False
        return True

    return check


def _word(value: str) -> bool:
    return 0 < len(value) <= LONGEST_WORD and "\x00" not in value


def _moment(given: Any, place: str) -> str:
    try:
        moment(given if isinstance(given, str) else "")
    except ValueError as error:
        raise ParameterError(
            gettext("{place}: must be a day such as 2026-11-22.").format(place=place), param=place
        ) from error
    return str(given)


def _words(given: Any, place: str) -> str:
    if not isinstance(given, str) or len(given) > LONGEST:
        raise ParameterError(
            gettext("{place}: must be a text of at most {longest} characters.").format(place=place, longest=LONGEST),
            param=place,
        )
    words = given.replace("\x00", "").lstrip()  # a space at the end says that the last word is whole
    return words if words.strip() else ""


CHOICES: Mapping[str, Sequence[str]] = {
    "status": Status.values,
    "holder": Holder.values,
    "priority": Priority.values,
    "channel": Channel.values,
    "sla": SLA,
}
READERS: Mapping[str, Callable[[str], bool]] = {
    **{name: _one_of(*known) for name, known in CHOICES.items()},
    "agent": _id("agt", ME, NOBODY),
    "team": _id("team", MINE, NOBODY),
    "tag": _word,
    "language": _word,
    "trigger": _word,
}
TEXTS: Mapping[str, Callable[[Any, str], str]] = {"since": _moment, "until": _moment, "q": _words}
