"""Frames that clients send, parsed strictly into values."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tenants.errors import ParameterError

Json = dict[str, Any]
LARGEST_SEQ = 2**31 - 1


@dataclass(frozen=True)
class Hello:
    """The first frame of a visitor: who I was, and what I have of which conversation."""

    token: str | None
    conversation_id: str | None
    last_seq: int


@dataclass(frozen=True)
class Send:
    """The visitor wrote."""

    client_id: UUID
    text: str


@dataclass(frozen=True)
class AskPerson:
    """The visitor pressed "Talk to a person"."""

    client_id: UUID


@dataclass(frozen=True)
class Resume:
    """What came after `last_seq`?"""

    last_seq: int


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


WidgetFrame = Hello | Send | AskPerson | Resume | Typing
DeskFrame = Watch | Unwatch | Typing | SetPresence


def of_widget(frame: Json) -> WidgetFrame:
    """A visitor's frame; ParameterError naming the field that is wrong."""
    match frame.get("op"):
        case "hello":
            return Hello(_text_or_none(frame, "token"), _text_or_none(frame, "conversation_id"), _seq(frame))
        case "send":
            return Send(_uuid(frame), _text(frame, "text"))
        case "ask_person":
            return AskPerson(_uuid(frame))
        case "resume":
            return Resume(_seq(frame))
        case "typing":
            return Typing(_truth(frame, "active"), "")
    raise ParameterError("op: must be hello, send, ask_person, resume or typing.", param="op")


def of_desk(frame: Json) -> DeskFrame:
    """An agent's frame; ParameterError naming the field that is wrong."""
    match frame.get("op"):
        case "watch":
            return Watch(_text(frame, "conversation_id"), _seq(frame))
        case "unwatch":
            return Unwatch(_text(frame, "conversation_id"))
        case "typing":
            return Typing(_truth(frame, "active"), _text(frame, "conversation_id"))
        case "presence":
            return SetPresence(_presence(frame))
    raise ParameterError("op: must be watch, unwatch, typing or presence.", param="op")


def _text(frame: Json, name: str) -> str:
    value = frame.get(name)
    if not isinstance(value, str):
        raise ParameterError(f"{name}: must be a text.", param=name)
    return value


def _text_or_none(frame: Json, name: str) -> str | None:
    return None if frame.get(name) is None else _text(frame, name)


def _seq(frame: Json) -> int:
    value = frame.get("last_seq", 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST_SEQ:
        raise ParameterError("last_seq: must be a whole number from 0.", param="last_seq")
    return value


def _truth(frame: Json, name: str) -> bool:
    value = frame.get(name)
    if not isinstance(value, bool):
        raise ParameterError(f"{name}: must be true or false.", param=name)
    return value


def _uuid(frame: Json) -> UUID:
    try:
        return UUID(_text(frame, "client_id"))
    except ValueError as error:
        raise ParameterError("client_id: must be a UUID.", param="client_id") from error


def _presence(frame: Json) -> str:
    value = frame.get("state")
    if value not in {"online", "away"}:
        raise ParameterError("state: must be online or away.", param="state")
    return str(value)
