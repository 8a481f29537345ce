"""Frames that clients send, parsed strictly into values; what a frame carries besides is passed over."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext

from conversations.identity import attributes
from tenants import ids, wholes
from tenants.errors import ParameterError

Json = dict[str, Any]
T = TypeVar("T")
Parser = Callable[[Json], T]
MOST_ATTACHMENTS = 5


@dataclass(frozen=True)
class Hello:
    """The first frame of a visitor: who I was, what I have of which conversation, and who the company says I am."""

    token: str | None
    conversation_id: str | None
    last_seq: int
    identity: str | None = None


@dataclass(frozen=True)
class Send:
    """The visitor wrote; `attachments` are ids of their uploads, `greeting` the id of the one that they answer."""

    client_id: UUID
    text: str
    attachments: tuple[str, ...]
    greeting: str | None = None


@dataclass(frozen=True)
class Reply:
    """An agent wrote into a conversation; `attachments` are ids of their uploads."""

    conversation_id: str
    client_id: UUID
    text: str
    attachments: tuple[str, ...]


@dataclass(frozen=True)
class AskPerson:
    """The visitor pressed "Talk to a person", perhaps under a greeting."""

    client_id: UUID
    greeting: str | None = None


@dataclass(frozen=True)
class Correct:
    """The visitor corrects a line, from 0, of what entry `seq` says is passed on."""

    client_id: UUID
    seq: int
    line: int
    text: str


@dataclass(frozen=True)
class PageSays:
    """What the page around the widget says of its visitor."""

    attributes: Json


@dataclass(frozen=True)
class Resume:
    """What came after `last_seq`?"""

    last_seq: int


@dataclass(frozen=True)
class Seen:
    """The visitor has seen the log up to `seq`."""

    seq: int


@dataclass(frozen=True)
class Pong:
    """The client handled everything that was sent before ping `n`."""

    n: int


@dataclass(frozen=True)
class Typing:
    """Somebody writes, or stopped; the desk names the conversation."""

    active: bool
    conversation_id: str


@dataclass(frozen=True)
class Watch:
    """An agent opens a thread, having its log up to `last_seq`."""

    conversation_id: str
    last_seq: int


@dataclass(frozen=True)
class Unwatch:
    """An agent leaves a thread."""

    conversation_id: str


@dataclass(frozen=True)
class SetPresence:
    """An agent is there, or away."""

    state: str


@dataclass(frozen=True)
class WatchControlRoom:
    """A supervisor opens the control room."""


@dataclass(frozen=True)
class UnwatchControlRoom:
    """A supervisor leaves the control room."""


WidgetFrame = Hello | Send | AskPerson | Correct | PageSays | Resume | Typing | Seen | Pong
DeskFrame = Watch | Unwatch | WatchControlRoom | UnwatchControlRoom | Reply | Typing | SetPresence | Pong


def json_object(text: str) -> Json:
    """The JSON object in a frame; ParameterError for anything else."""
    try:
        frame = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ParameterError(gettext("The frame is not JSON.")) from error
    if not isinstance(frame, dict):
        raise ParameterError(gettext("The frame must be a JSON object."))
    return frame


def client_id_of(frame: Json) -> str | None:
    """The client id by which an error can be told apart, or None when the frame has no good one."""
    try:
        return str(_uuid(frame))
    except ParameterError:
        return None


def of_widget(frame: Json) -> WidgetFrame:
    """A visitor's frame; ParameterError naming the field that is wrong."""
    return _parser(OF_WIDGET, frame)(frame)


def of_desk(frame: Json) -> DeskFrame:
    """An agent's frame; ParameterError naming the field that is wrong."""
    return _parser(OF_DESK, frame)(frame)


def hello(frame: Json) -> Hello:
    """The first frame of a visitor."""
    token, conversation_id = _text_or_none(frame, "token"), _text_or_none(frame, "conversation_id")
    return Hello(token, conversation_id, _seq(frame), _text_or_none(frame, "identity"))


def send(frame: Json) -> Send:
    """A visitor's message."""
    return Send(_uuid(frame), _text(frame, "text"), _attachments(frame), _text_or_none(frame, "greeting"))


def reply(frame: Json) -> Reply:
    """An agent's message."""
    return Reply(_text(frame, "conversation_id"), _uuid(frame), _text(frame, "text"), _attachments(frame))


def ask_person(frame: Json) -> AskPerson:
    """A visitor's press of the button."""
    return AskPerson(_uuid(frame), _text_or_none(frame, "greeting"))


def correct(frame: Json) -> Correct:
    """A visitor's correction."""
    line = _number(frame, "line", least=0)
    return Correct(_uuid(frame), _number(frame, "seq", least=1), line, _text(frame, "text"))


def page_says(frame: Json) -> PageSays:
    """What the page says of its visitor."""
    return PageSays(attributes.checked(frame.get("attributes")))


def typing(frame: Json) -> Typing:
    """A visitor's typing, in the conversation that they are in."""
    return Typing(_truth(frame, "active"), "")


def seen(frame: Json) -> Seen:
    """How far a visitor has read."""
    return Seen(_number(frame, "seq", least=0))


def pong(frame: Json) -> Pong:
    """The answer to a ping."""
    return Pong(_number(frame, "n", least=1))


def _parser(parsers: Mapping[str, Parser[T]], frame: Json) -> Parser[T]:
    op = frame.get("op")
    found = parsers.get(op) if isinstance(op, str) else None
    if found is None:
        raise ParameterError(gettext("op: must be one of {parsers}.").format(parsers=", ".join(parsers)), param="op")
    return found


def _text(frame: Json, name: str) -> str:
    value = frame.get(name)
    if not isinstance(value, str):
        raise ParameterError(gettext("{name}: must be a text.").format(name=name), param=name)
    try:
        value.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair, which no database can store
        raise ParameterError(
            gettext("{name}: must be text that UTF-8 can write.").format(name=name), param=name
        ) from error
    return value


def _text_or_none(frame: Json, name: str) -> str | None:
    return None if frame.get(name) is None else _text(frame, name)


def _number(frame: Json, name: str, *, least: int, otherwise: int | None = None) -> int:
    value = frame.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= wholes.LARGEST:
        raise ParameterError(
            gettext("{name}: must be a whole number from {least} to {largest}.").format(
                name=name, least=least, largest=wholes.LARGEST
            ),
            param=name,
        )
    return value


def _seq(frame: Json) -> int:
    return _number(frame, "last_seq", least=0, otherwise=0)


def _truth(frame: Json, name: str) -> bool:
    value = frame.get(name)
    if not isinstance(value, bool):
        raise ParameterError(gettext("{name}: must be true or false.").format(name=name), param=name)
    return value


def _uuid(frame: Json) -> UUID:
    text = _text(frame, "client_id")
    try:
        value = UUID(text)
    except ValueError as error:
        raise ParameterError(gettext("client_id: must be a UUID."), param="client_id") from error
    if str(value) != text.lower():
        raise ParameterError(gettext("client_id: must be a UUID of 32 hex digits with hyphens."), param="client_id")
    return value


def _attachments(frame: Json) -> tuple[str, ...]:
    value = frame.get("attachments", [])
    if not isinstance(value, list) or len(value) > MOST_ATTACHMENTS:
        raise ParameterError(
            gettext("attachments: must be a list of at most {most_attachments} ids.").format(
                most_attachments=MOST_ATTACHMENTS
            ),
            param="attachments",
        )
    for each in value:
        try:
            ids.decode("att", each if isinstance(each, str) else "")
        except ValueError as error:
            raise ParameterError(
                gettext("attachments: each must be an id such as att_…."), param="attachments"
            ) from error
    return tuple(value)


def _presence(frame: Json) -> str:
    value = frame.get("state")
    if value not in ("online", "away", "idle", "back"):  # a list could not be looked up in a set
        raise ParameterError(gettext("state: must be online, away, idle or back."), param="state")
    return str(value)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


OF_WIDGET: Mapping[str, Parser[WidgetFrame]] = {
    "hello": hello,
    "send": send,
    "ask_person": ask_person,
    "correct": correct,
    "attributes": page_says,
    "resume": lambda frame: Resume(_seq(frame)),
    "typing": typing,
    "seen": seen,
    "pong": pong,
}
OF_DESK: Mapping[str, Parser[DeskFrame]] = {
    "watch": lambda frame: Watch(_text(frame, "conversation_id"), _seq(frame)),
    "unwatch": lambda frame: Unwatch(_text(frame, "conversation_id")),
    "watch_control_room": lambda _frame: WatchControlRoom(),
    "unwatch_control_room": lambda _frame: UnwatchControlRoom(),
    "send": reply,
    "typing": lambda frame: Typing(_truth(frame, "active"), _text(frame, "conversation_id")),
    "presence": lambda frame: SetPresence(_presence(frame)),
    "pong": pong,
}
