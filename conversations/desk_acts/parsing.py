"""Acts out of JSON, strictly, and back: what is wrong is named by its place, such as `acts[2].priority`."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_datetime

from conversations.desk_acts.acts import ME, Act, AddNote, Assign, Reopen, Reply, Resolve, SetPriority, Snooze, Tag
from conversations.desk_acts.shapes import ActShape
from conversations.models import Priority
from conversations.tagging import MOST as MOST_TAGS
from tenants import ids
from tenants.errors import ParameterError

Json = dict[str, Any]
MOST = 10
LONGEST_TEXT = 8000
LONGEST_REST = 366 * 24 * 60  # minutes
TAG = re.compile(r"[^\s\x00][^\n\x00]{0,39}")
LAST = (Resolve, Snooze)  # nothing but a note makes sense after it


def parse(given: object, *, place: str = "acts") -> tuple[Act, ...]:
    """The acts in their order; ParameterError naming the place of what is wrong."""
    if not isinstance(given, list) or not given:
        raise _wrong(place, "must be a list of at least one act.")
    if len(given) > MOST:
        raise _wrong(place, f"at most {MOST} acts go together.")
    acts = tuple(_act(one, f"{place}[{number}]") for number, one in enumerate(given))
    _check_together(acts, place)
    return acts


def as_json(acts: Sequence[Act]) -> list[ActShape]:
    """The acts as `parse` reads them."""
    return [_as_json(act) for act in acts]


def _act(given: object, place: str) -> Act:
    if not isinstance(given, dict):
        raise _wrong(place, "must be an object.")
    kind = given.get("do")
    if not isinstance(kind, str) or kind not in KINDS:
        raise _wrong(f"{place}.do", f"must be one of {', '.join(KINDS)}.")
    fields, read = KINDS[kind]
    for name in given:
        if name != "do" and name not in fields:
            raise _wrong(f"{place}.{name}", f"an act “{kind}” has no such field.")
    return read(given, place)


def _tag(given: Json, place: str) -> Tag:
    add, remove = _tags(given, "add", place), _tags(given, "remove", place)
    if not add and not remove:
        raise _wrong(f"{place}.add", "name a tag to put on or to take off.")
    if set(add) & set(remove):
        raise _wrong(f"{place}.remove", "the same tag cannot be put on and taken off.")
    return Tag(add, remove)


def _tags(given: Json, name: str, place: str) -> tuple[str, ...]:
    value = given.get(name, [])
    if not isinstance(value, list) or len(value) > MOST_TAGS:
        raise _wrong(f"{place}.{name}", f"must be a list of at most {MOST_TAGS} tags.")
    for tag in value:
        if not isinstance(tag, str) or not TAG.fullmatch(tag):
            raise _wrong(f"{place}.{name}", "a tag is a word or two in one line, of at most 40 characters.")
    return tuple(dict.fromkeys(value))


def _priority(given: Json, place: str) -> SetPriority:
    value = given.get("priority")
    if value not in list(Priority.values):
        raise _wrong(f"{place}.priority", f"must be one of {', '.join(Priority.values)}.")
    return SetPriority(str(value))


def _assign(given: Json, place: str) -> Assign:
    team_id, agent_id = _id(given, "team_id", "team", place), _id(given, "agent_id", "agt", place)
    if team_id is None and agent_id is None:
        raise _wrong(f"{place}.team_id", "name a team, a person, or both.")
    return Assign(team_id, agent_id)


def _id(given: Json, name: str, prefix: str, place: str) -> str | None:
    value = given.get(name)
    if value is None or (name == "agent_id" and value == ME):
        return value
    try:
        ids.decode(prefix, value if isinstance(value, str) else "")
    except ValueError as error:
        raise _wrong(f"{place}.{name}", f"must be an id such as {prefix}_….") from error
    return str(value)


def _snooze(given: Json, place: str) -> Snooze:
    minutes, until = given.get("minutes"), given.get("until")
    if (minutes is None) == (until is None):
        raise _wrong(f"{place}.minutes", "say for how many minutes, or until when; not both.")
    if minutes is None:
        return Snooze(until=_moment(until, f"{place}.until"))
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= LONGEST_REST:
        raise _wrong(f"{place}.minutes", f"must be a whole number from 1 to {LONGEST_REST}.")
    return Snooze(lasts=timedelta(minutes=minutes))


def _moment(given: object, place: str) -> datetime:
    try:
        found = parse_datetime(given) if isinstance(given, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise _wrong(place, "must be a moment such as 2026-11-22T09:00:00Z.")
    return found


def _text(given: Json, place: str) -> str:
    value = given.get("text")
    said = value.replace("\x00", "").strip() if isinstance(value, str) else ""
    if not said:
        raise _wrong(f"{place}.text", "write something first.")
    if len(said) > LONGEST_TEXT:
        raise _wrong(f"{place}.text", f"at most {LONGEST_TEXT} characters fit.")
    return said


def _check_together(acts: Sequence[Act], place: str) -> None:
    once: list[type[Act]] = [type(act) for act in acts if not isinstance(act, Tag | AddNote)]
    for number, act in enumerate(acts):
        if once.count(type(act)) > 1:
            raise _wrong(f"{place}[{number}].do", "this can be done only once.")
        before = next((one for one in acts[:number] if isinstance(one, LAST)), None)
        if before is not None and not isinstance(act, AddNote | Tag | SetPriority):
            raise _wrong(f"{place}[{number}].do", "this must come before it is resolved or snoozed.")


def _wrong(place: str, message: str) -> ParameterError:
    return ParameterError(f"{place}: {message}", param=place)


def _as_json(act: Act) -> ActShape:  # noqa: C901, PLR0911  one line for each kind
    match act:
        case Tag(add, remove):
            return {"do": "tag", "add": list(add), "remove": list(remove)}
        case SetPriority(priority):
            return {"do": "priority", "priority": Priority(priority)}
        case Assign(team_id, agent_id):
            return {"do": "assign", "team_id": team_id, "agent_id": agent_id}
        case Snooze(lasts=None, until=datetime() as until):
            return {"do": "snooze", "until": until.isoformat().replace("+00:00", "Z")}
        case Snooze(lasts=lasts):
            return {"do": "snooze", "minutes": int((lasts or timedelta()).total_seconds() // 60)}
        case Resolve():
            return {"do": "resolve"}
        case Reopen():
            return {"do": "reopen"}
        case AddNote(text):
            return {"do": "note", "text": text}
        case Reply(text):
            return {"do": "reply", "text": text}


KINDS: Mapping[str, tuple[frozenset[str], Callable[[Json, str], Act]]] = {
    "tag": (frozenset({"add", "remove"}), _tag),
    "priority": (frozenset({"priority"}), _priority),
    "assign": (frozenset({"team_id", "agent_id"}), _assign),
    "snooze": (frozenset({"minutes", "until"}), _snooze),
    "resolve": (frozenset(), lambda _given, _place: Resolve()),
    "reopen": (frozenset(), lambda _given, _place: Reopen()),
    "note": (frozenset({"text"}), lambda given, place: AddNote(_text(given, place))),
    "reply": (frozenset({"text"}), lambda given, place: Reply(_text(given, place))),
}
