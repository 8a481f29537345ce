"""The tools of the Model Context Protocol here: each does what an operation of the API does."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from agents.tokens import Token
from assistant.engines import reply as replies
from assistant.engines.material import Material
from assistant.knowledge import store
from conversations import queries
from conversations.access import access_conversation
from conversations.outside import forms, replying, showing
from conversations.settings.forms import parsed
from tenants import current, errors
from tenants.errors import BatonError

MOST_ENTRIES = 100
TEXT = {"type": "string"}
TURN = {"type": "string", "description": "The id of a turn, atn_…, as waiting_turns gives it."}
Json = dict[str, Any]


class TurnForm(serializers.Serializer[None]):
    """Which turn."""

    turn_id = serializers.CharField(max_length=40)


class UseForm(TurnForm, forms.OutsideToolForm):
    """Which tool of which turn, with its arguments."""


class ReplyForm(TurnForm, forms.OutsideReplyForm):
    """The reply to which turn."""


class TalkForm(serializers.Serializer[None]):
    """Which conversation, and how much of its end."""

    conversation_id = serializers.CharField(max_length=40)
    limit = serializers.IntegerField(min_value=1, max_value=MOST_ENTRIES, default=50)


class SearchForm(serializers.Serializer[None]):
    """What to look for; with a turn, what is found can be cited in it."""

    query = serializers.CharField(max_length=500)
    turn_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")


class NothingForm(serializers.Serializer[None]):
    """Nothing to say."""


@dataclass(frozen=True)
class Tool:
    """A tool: its name and purpose as an AI reads them, its arguments, what it does, and the scope it needs beside."""

    name: str
    purpose: str
    arguments: Mapping[str, Any]
    needed: tuple[str, ...]
    form: type[serializers.Serializer[None]]
    run: Callable[[Json, Token], Any]
    scope: str = ""
    reads: bool = False

    def declared(self) -> Json:
        """As the protocol wants it."""
        shape = {"type": "object", "properties": dict(self.arguments), "required": list(self.needed)}
        return {
            "name": self.name,
            "description": self.purpose,
            "inputSchema": {**shape, "additionalProperties": False},
            "annotations": {"readOnlyHint": self.reads, "openWorldHint": False},
        }


def offered(by: Token) -> Iterator[Tool]:
    """The tools that the token may use."""
    return (tool for tool in TOOLS if not tool.scope or tool.scope in by.scopes)


def called(tool: Tool, arguments: Json, *, by: Token) -> Json:
    """What the tool gives, or why not, in a form that the AI can read and act on."""
    try:
        found: Json = tool.run(_checked(tool, arguments), by)
    except BatonError as error:
        return _told(dict(errors.body(error)), is_error=True)
    except ValidationError as error:
        response = errors.handle(error, {})
        return _told(response.data["error"] if response is not None else {}, is_error=True)
    return _told(found, is_error=False)


def _checked(tool: Tool, arguments: Json) -> Json:
    unknown = set(arguments) - set(tool.arguments)
    if unknown:
        raise ValidationError({min(unknown): f"{tool.name} has no such argument."})
    return parsed(tool.form, arguments)


def _told(found: Json, *, is_error: bool) -> Json:
    text = json.dumps(found, ensure_ascii=False)
    return {"content": [{"type": "text", "text": text}], "structuredContent": found, "isError": is_error}


def _waiting(_asked: Json, _by: Token) -> Any:
    return showing.listed(state="waiting", limit=50, cursor="")


def _read(asked: Json, _by: Token) -> Any:
    return showing.whole(showing.access(asked["turn_id"]))


def _use(asked: Json, by: Token) -> Any:
    return replying.use(showing.access(asked["turn_id"]), asked["name"], asked["arguments"], by=by)


def _reply(asked: Json, by: Token) -> Any:
    return replying.reply(showing.access(asked["turn_id"]), asked, by=by)


def _hand_over(asked: Json, by: Token) -> Any:
    return replying.hand_over(showing.access(asked["turn_id"]), by=by)


def _conversation(asked: Json, by: Token) -> Any:
    conversation = access_conversation(by, asked["conversation_id"])
    entries, more = queries.events_before(conversation, conversation.seq + 1, limit=asked["limit"])
    return {"entries": entries, "has_earlier": more}


def _search(asked: Json, by: Token) -> Any:
    if asked["turn_id"]:
        row = showing.access(asked["turn_id"])
        return replying.use(row, "search_knowledge", {"query": asked["query"]}, by=by)["result"]
    found = Material(store.current_index(current.schema_name()), "").search(asked["query"])
    return {"passages": [{"title": one.title, "text": one.text} for one in found]}


TOOLS = (
    Tool(
        "waiting_turns",
        "List the customers who wait for your answer now, each as a turn with its deadline.",
        {},
        (),
        NothingForm,
        _waiting,
        reads=True,
    ),
    Tool(
        "read_turn",
        "Read a turn: the conversation, the passages that you may cite, instructions, and the tools of use_tool.",
        {"turn_id": TURN},
        ("turn_id",),
        TurnForm,
        _read,
        reads=True,
    ),
    Tool(
        "use_tool",
        "Call a tool that read_turn names. A skill writes to the customer itself, and ends the turn.",
        {"turn_id": TURN, "name": TEXT, "arguments": {"type": "object"}},
        ("turn_id", "name"),
        UseForm,
        _use,
    ),
    Tool(
        "reply",
        "Reply to a turn as the assistant. Cite each passage that you rest on, with words copied from it exactly.",
        {
            "turn_id": TURN,
            **replies.schema()["properties"],
            "client_id": {"type": "string", "description": "A UUID; sent again with the same, it is one reply."},
        },
        ("turn_id", "action", "confidence"),
        ReplyForm,
        _reply,
    ),
    Tool("hand_over", "Let a person answer the customer.", {"turn_id": TURN}, ("turn_id",), TurnForm, _hand_over),
    Tool(
        "read_conversation",
        "Read the newest entries of a conversation's log, oldest first.",
        {"conversation_id": TEXT, "limit": {"type": "integer", "minimum": 1, "maximum": MOST_ENTRIES}},
        ("conversation_id",),
        TalkForm,
        _conversation,
        scope="conversations:read",
        reads=True,
    ),
    Tool(
        "search_knowledge",
        "Search the company's articles. With turn_id, what is found can be cited in the reply to that turn.",
        {"query": TEXT, "turn_id": TURN},
        ("query",),
        SearchForm,
        _search,
        reads=True,
    ),
)
