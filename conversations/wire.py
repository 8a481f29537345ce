"""Entries of the log as both sides read them; nothing here is for the desk only."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from typing_extensions import TypeAliasType, TypedDict

from agents.models import Agent, Team
from conversations import authors, rendering
from conversations.attachments import links
from conversations.models import AuthorKind, Conversation, EndedBy, Holder, Kind, Message, Status

ControlReason = Literal[
    "started", "handed_over", "accepted", "taken_over", "handed_back", "transferred", "returned", "let_go", "resolved",
    "undone", "left_queue",
]  # fmt: skip
CardForm = Literal["", "calendar", "fields", "code", "confirm"]


class Named(TypedDict):
    """A person or a team, by id and the name that both sides may see."""

    id: str
    name: str


class Author(TypedDict):
    """Who wrote: kind, id where there is one, and the name that both sides may see."""

    kind: AuthorKind
    id: str | None
    name: str


class Source(TypedDict):
    """What an answer rests on."""

    article_id: str
    """Empty where the answer rests on a record of the company's, such as an order."""
    title: str
    passage: str
    """The quoted text that the answer rests on."""


class FileRow(TypedDict):
    """A file that came with a message."""

    id: str
    name: str
    content_type: str
    size: int
    """Bytes."""
    width: int | None
    """Pixels, of images only."""
    height: int | None
    """Pixels, of images only."""
    url: str
    """A signed path on the company's host that lives for an hour."""


class MessageChoice(TypedDict):
    """Something to pick; who picks it sends `says` as an ordinary message."""

    says: str
    label: str
    detail: str


class Correction(TypedDict):
    """What a message puts right: a line of what entry `seq` said is passed on."""

    seq: int
    line: int
    text: str


class MessageRow(TypedDict):
    """A message of customer, assistant or agent."""

    id: str
    seq: int
    author: Author
    text: str
    html: str
    """Safe markup, rendered by the server."""
    sources: list[Source]
    attachments: list[FileRow]
    client_id: str | None
    """The id under which its writer may safely repeat it."""
    created_at: str
    offers_person: bool
    """Show "Talk to a person" as a quick reply under this message."""
    corrects: Correction | None
    ai: bool
    checked_by: Named | None
    """The person who looked at the assistant's words before they went."""
    choices: list[MessageChoice]
    greeting: str | None
    """What the company's page said by itself, which this answers."""
    form: CardForm
    """The card that helps to answer; in words alone every one of them can be answered too."""


class Control(TypedDict):
    """Who holds the baton."""

    holder: Holder
    agent: Named | None
    team: Named | None
    epoch: int
    """Goes up whenever the baton moves; a change of it names the one that it was made upon."""
    since: str
    reason: ControlReason


class ControlChange(Control):
    """The baton moved."""

    seq: int
    text: str
    """Words a customer may read."""
    passed_on: list[str]
    """Short lines naming what travels with the baton; empty unless handed over."""


class StatusChange(TypedDict):
    """The conversation was resolved, snoozed or opened again, or the customer was told something in a quiet line."""

    seq: int
    status: Status
    text: str
    """Words a customer may read."""
    at: str
    notice: bool
    """Only a word to both sides; the status stays as it is."""
    by: EndedBy | None
    """What resolved it; null where it was not resolved."""


class MessageEntry(TypedDict):
    """An entry of the log: somebody wrote."""

    seq: int
    type: Literal["message.added"]
    conversation_id: str
    data: MessageRow


class ControlEntry(TypedDict):
    """An entry of the log: the baton moved."""

    seq: int
    type: Literal["control.changed"]
    conversation_id: str
    data: ControlChange


class StatusEntry(TypedDict):
    """An entry of the log: the status changed, or the customer was told something."""

    seq: int
    type: Literal["status.changed"]
    conversation_id: str
    data: StatusChange


LogEntry = TypeAliasType("LogEntry", MessageEntry | ControlEntry | StatusEntry)


def entry(conversation: Conversation, message: Message) -> MessageRow | ControlChange | StatusChange:
    """The data of an entry's event, by its kind."""
    if message.kind == Kind.TEXT:
        return text(conversation, message)
    return _control_change(message) if message.kind == Kind.CONTROL else _status_change(message)


def _control_change(message: Message) -> ControlChange:
    kept = message.data
    return {
        "seq": message.seq,
        "text": message.text,
        "holder": kept["holder"],
        "agent": kept["agent"],
        "team": kept["team"],
        "epoch": kept["epoch"],
        "since": kept["since"],
        "reason": kept["reason"],
        "passed_on": kept["passed_on"],
    }


def _status_change(message: Message) -> StatusChange:
    kept = message.data
    return {
        "seq": message.seq,
        "status": kept["status"],
        "text": message.text,
        "at": stamp(message.created_at),
        "notice": kept.get("notice", False),
        "by": kept.get("by"),
    }


def text(conversation: Conversation, message: Message) -> MessageRow:
    """A message of customer, assistant or agent."""
    return {
        "id": message.id,
        "seq": message.seq,
        "author": author(conversation, message),
        "text": message.text,
        "html": rendering.html(message.text, author_kind=message.author_kind),
        "sources": message.sources,
        "attachments": [attachment(file) for file in message.data.get("attachments", ())],
        "client_id": None if message.client_id is None else str(message.client_id),
        "created_at": stamp(message.created_at),
        "offers_person": bool(message.data.get("offers_person", False)),
        "corrects": message.data.get("corrects"),
        "ai": message.author_kind == AuthorKind.ASSISTANT,
        "checked_by": message.data.get("checked_by"),
        "choices": message.data.get("choices", []),
        "greeting": message.data.get("greeting"),
        "form": message.data.get("form", ""),
    }


def attachment(file: Mapping[str, Any]) -> FileRow:
    """A file as the log keeps it, with a signed link that lives for an hour."""
    return {
        "id": file["id"],
        "name": file["name"],
        "content_type": file["content_type"],
        "size": file["size"],
        "width": file["width"],
        "height": file["height"],
        "url": links.url(str(file["id"]), str(file["name"])),
    }


def author(conversation: Conversation, message: Message) -> Author:
    """Who wrote it: kind, id where there is one, and the name that both sides may see."""
    ids = {AuthorKind.CUSTOMER: conversation.customer_id, AuthorKind.AGENT: message.agent_id}
    return {
        "kind": cast("AuthorKind", message.author_kind),
        "id": ids.get(AuthorKind(message.author_kind)),
        "name": authors.of(message, conversation),
    }


def control(conversation: Conversation) -> Control:
    """Who holds the baton."""
    return {
        "holder": cast("Holder", conversation.holder),
        "agent": person(conversation.agent),
        "team": team(conversation.team),
        "epoch": conversation.epoch,
        "since": stamp(conversation.held_since),
        "reason": cast("ControlReason", conversation.held_because),
    }


def person(agent: Agent | None) -> Named | None:
    """An agent as a customer may know them."""
    return None if agent is None else {"id": agent.id, "name": agent.first_name}


def team(team: Team | None) -> Named | None:
    """A team by id and name."""
    return None if team is None else {"id": team.id, "name": team.name}


def stamp(moment: Any) -> str:
    """RFC 3339 in UTC."""
    return str(moment.isoformat()).replace("+00:00", "Z")
