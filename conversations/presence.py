"""Who looks at a conversation now: hints between sockets, never stored.

A socket says that it is here when it begins to follow a conversation, and that it is not when it stops. Whoever begins
to watch calls the roll, and each one present answers; so does, when a socket goes, another one of the same person.
"""

from contextlib import suppress
from typing import Any

from channels.layers import get_channel_layer

from agents.models import Agent
from conversations import events
from conversations.models import AuthorKind, Customer
from tenants import groups
from tenants.embedded.channel_layer import UNREACHABLE

Json = dict[str, Any]


def of_customer(customer: Customer) -> Json:
    """The customer as the desk knows them."""
    return {"kind": AuthorKind.CUSTOMER.value, "id": customer.id, "name": customer.name}


def of_agent(agent: Agent) -> Json:
    """An agent as everybody knows them."""
    return {"kind": AuthorKind.AGENT.value, "id": agent.id, "name": agent.first_name}


class Attendance:
    """Whom one socket showed as here, to tell who answers the roll no more; in a crash nobody says goodbye."""

    def __init__(self) -> None:
        self._here: dict[tuple[str, str], Json] = {}
        self._silent: set[tuple[str, str]] = set()

    def hear(self, event: Json, *, but: str) -> None:
        """Somebody came, answered, or left; the one with the id `but` does not count."""
        if event["type"] != events.Present.type or event["data"]["author"]["id"] == but:
            return
        key = (event["conversation_id"], event["data"]["author"]["id"])
        self._silent.discard(key)
        if event["data"]["here"]:
            self._here[key] = event["data"]["author"]
        else:
            self._here.pop(key, None)

    def forget(self, conversation_id: str) -> None:
        """The conversation is watched no more."""
        for key in [key for key in self._here if key[0] == conversation_id]:
            del self._here[key]

    def begin_roll(self) -> list[Json]:
        """Who did not answer the last roll, as events that say so; a new roll begins."""
        gone = [(key, self._here.pop(key)) for key in self._silent if key in self._here]
        self._silent = set(self._here)
        return [events.as_json(events.Present(key[0], {"author": author, "here": False})) for key, author in gone]


def say(conversation_id: str, author: Json, *, here: bool, schema: str) -> None:
    """Tell the desk that the author looks at the conversation, or does no more."""
    events.hint(events.Present(conversation_id, {"author": author, "here": here}), schema=schema)


def left(conversation_id: str, author: Json, *, channel: str, schema: str) -> None:
    """Tell the desk that the author's socket `channel` stopped following; another one of theirs may disagree."""
    say(conversation_id, author, here=False, schema=schema)
    _call(conversation_id, {"caller": channel, "of": author["id"], "answer_to": None}, schema=schema)


def who_is_here(conversation_id: str, *, channel: str, schema: str) -> None:
    """Let everybody who follows the conversation tell the socket `channel` so."""
    _call(conversation_id, {"caller": channel, "of": None, "answer_to": channel}, schema=schema)


async def answer(call: Json, author: Json, *, channel: str, schema: str) -> None:
    """Say that the author is here, over the socket `channel`, if the call is meant for it."""
    if call["caller"] == channel or call["of"] not in {None, author["id"]}:
        return
    present = events.Present(call["conversation_id"], {"author": author, "here": True})
    if call["answer_to"] is None:
        events.hint(present, schema=schema)
        return
    with suppress(*UNREACHABLE):
        await get_channel_layer().send(call["answer_to"], {"type": "event", "event": events.as_json(present)})


def _call(conversation_id: str, call: Json, *, schema: str) -> None:
    message = {"type": "roll", "conversation_id": conversation_id, **call}
    get_channel_layer().announce([(groups.shared(schema, conversation_id), message)])
