"""Entries of the log as both sides read them; nothing here is for the desk only."""

from typing import Any

from agents.models import Agent, Team
from conversations import authors, rendering
from conversations.attachments import links
from conversations.models import AuthorKind, Conversation, Kind, Message

Json = dict[str, Any]


def entry(conversation: Conversation, message: Message) -> Json:
    """The data of an entry's event, by its kind."""
    if message.kind == Kind.TEXT:
        return text(conversation, message)
    if message.kind == Kind.CONTROL:
        return {"seq": message.seq, "text": message.text, **message.data}
    return {"seq": message.seq, "text": message.text, "at": stamp(message.created_at), **message.data}


def text(conversation: Conversation, message: Message) -> Json:
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
        "form": message.data.get("form", ""),
    }


def attachment(file: Json) -> Json:
    """A file as the log keeps it, with a signed link that lives for an hour."""
    return {**file, "url": links.url(str(file["id"]), str(file["name"]))}


def author(conversation: Conversation, message: Message) -> Json:
    """Who wrote it: kind, id where there is one, and the name that both sides may see."""
    ids = {AuthorKind.CUSTOMER: conversation.customer_id, AuthorKind.AGENT: message.agent_id}
    return {
        "kind": message.author_kind,
        "id": ids.get(AuthorKind(message.author_kind)),
        "name": authors.name(message.author_kind, message.agent, conversation),
    }


def control(conversation: Conversation) -> Json:
    """Who holds the baton."""
    return {
        "holder": conversation.holder,
        "agent": person(conversation.agent),
        "team": team(conversation.team),
        "epoch": conversation.epoch,
        "since": stamp(conversation.held_since),
        "reason": conversation.held_because,
    }


def person(agent: Agent | None) -> Json | None:
    """An agent as a customer may know them."""
    return None if agent is None else {"id": agent.id, "name": agent.first_name}


def team(team: Team | None) -> Json | None:
    """A team by id and name."""
    return None if team is None else {"id": team.id, "name": team.name}


def stamp(moment: Any) -> str:
    """RFC 3339 in UTC."""
    return str(moment.isoformat()).replace("+00:00", "Z")
