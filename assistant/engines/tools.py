"""What a model may ask Baton to do: declared tools with typed arguments; anything else is refused."""

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

from assistant.engines.exchange import Called, Json
from assistant.engines.material import Material
from assistant.skills.configured import Configured
from assistant.skills.contract import Slot

LONGEST_ARGUMENT = 500

A = TypeVar("A")
JSON_TYPES: Mapping[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


class MisusedError(Exception):
    """There is no such tool, or its arguments are not what it declares; the message is for the model."""


@dataclass(frozen=True)
class Reach:
    """All that a tool can reach."""

    material: Material
    hours: str
    skills: Mapping[str, Configured] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What a tool found; `facts` are words that the answer may then rest on."""

    result: Json
    facts: str = ""


@dataclass(frozen=True)
class PassedOn:
    """A person shall take the conversation."""

    why: str


@dataclass(frozen=True)
class Begun:
    """A skill shall take the task, with the values that the model read in the customer's words."""

    skill: str
    slots: Mapping[str, str]


@dataclass(frozen=True)
class Tool(Generic[A]):
    """A tool: its name and purpose, as the model reads them, its arguments, and what it does."""

    name: str
    purpose: str
    arguments: type[A]
    run: Callable[[A, Reach], Told | PassedOn]

    def declared(self) -> Json:
        """As the protocol wants it."""
        shape = {"name": self.name, "description": self.purpose, "parameters": _shape(self.arguments)}
        return {"type": "function", "function": shape}

    def call(self, arguments: str, reach: Reach) -> Told | PassedOn:
        """Do it; MisusedError when the arguments are wrong."""
        return self.run(_parsed(self.arguments, arguments), reach)


@dataclass(frozen=True)
class SearchKnowledge:
    """What to look for."""

    query: str = field(metadata={"says": "What to look for, in a few words."})


@dataclass(frozen=True)
class HandOver:
    """Why a person shall take over."""

    why: Literal["customer_asks", "cannot_help", "needs_decision"] = field(metadata={"says": "Why."})


@dataclass(frozen=True)
class OpeningHours:
    """Nothing to say."""


def _search(asked: SearchKnowledge, reach: Reach) -> Told:
    found = reach.material.search(asked.query)
    return Told({"passages": [{"id": one.id, "title": one.title, "text": one.text} for one in found]})


def _hand_over(asked: HandOver, _reach: Reach) -> PassedOn:
    return PassedOn(asked.why)


def _hours(_asked: OpeningHours, reach: Reach) -> Told:
    return Told({"opening_hours": reach.hours or "unknown"}, facts=reach.hours)


TOOLS: Mapping[str, Tool[Any]] = {
    tool.name: tool
    for tool in (
        Tool(
            "search_knowledge", "Find more passages of the company's articles to cite from.", SearchKnowledge, _search
        ),
        Tool("hand_over", "Pass the conversation to a person of the company.", HandOver, _hand_over),
        Tool("opening_hours", "When the company's people are at work.", OpeningHours, _hours),
    )
}


def declared(skills: Mapping[str, Configured]) -> list[Json]:
    """All tools as the protocol wants them, one for each skill that is on among them."""
    return [*(tool.declared() for tool in TOOLS.values()), *(_of_skill(one) for one in skills.values() if one.on)]


def call(called: Called, reach: Reach) -> Told | PassedOn | Begun:
    """Do what the model asks; MisusedError when it may not or does so wrongly."""
    one = reach.skills.get(called.name)
    if one is not None and one.on and called.name not in TOOLS:
        return Begun(called.name, _slots(called.arguments, one.skill.slots))
    tool = TOOLS.get(called.name)
    if tool is None:
        raise MisusedError("There is no such tool.")
    return tool.call(called.arguments, reach)


def _of_skill(one: Configured) -> Json:
    """The skill as a tool: every slot a text that may be left out."""
    fields = {slot.name: _slot(slot) for slot in one.skill.slots}
    shape = {"type": "object", "properties": fields, "required": [], "additionalProperties": False}
    return {
        "type": "function",
        "function": {"name": one.skill.name, "description": one.skill.purpose, "parameters": shape},
    }


def _slot(slot: Slot) -> Json:
    told: Json = {"type": "string", "description": slot.purpose}
    return {**told, "enum": list(slot.options)} if slot.options else told


def _slots(raw: str, slots: Sequence[Slot]) -> Mapping[str, str]:
    """What the model says of the slots, those that it knows nothing of left out; MisusedError for anything else."""
    try:
        found = json.loads(raw or "{}")
    except ValueError as error:
        raise MisusedError("The arguments are no JSON.") from error
    names = {slot.name for slot in slots}
    if not isinstance(found, dict) or not found.keys() <= names:
        raise MisusedError(f"The arguments are among: {', '.join(sorted(names)) or 'none'}.")
    told = {name: value for name, value in found.items() if value not in (None, "")}
    if any(not isinstance(value, str) or len(value) > LONGEST_ARGUMENT for value in told.values()):
        raise MisusedError(f"Each argument is a text not longer than {LONGEST_ARGUMENT}.")
    return told


def _shape(arguments: type[Any]) -> Json:
    types = get_type_hints(arguments)
    fields = {
        one.name: {**_json_type(types[one.name]), "description": str(one.metadata["says"])}
        for one in dataclasses.fields(arguments)
    }
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _json_type(kind: Any) -> Json:
    if get_origin(kind) is Literal:
        return {"type": "string", "enum": list(get_args(kind))}
    return {"type": JSON_TYPES[kind]}


def _parsed(arguments: type[A], raw: str) -> A:
    """The arguments, each of its declared type; MisusedError otherwise."""
    try:
        found = json.loads(raw or "{}")
    except ValueError as error:
        raise MisusedError("The arguments are no JSON.") from error
    types = get_type_hints(arguments)
    if not isinstance(found, dict) or found.keys() != types.keys():
        raise MisusedError(f"The arguments are: {', '.join(types) or 'none'}.")
    for name, kind in types.items():
        _check(name, found[name], kind)
    return arguments(**found)


def _check(name: str, value: Any, kind: Any) -> None:
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise MisusedError(f"{name} is one of: {', '.join(get_args(kind))}.")
    elif type(value) is not kind or (isinstance(value, str) and not 0 < len(value) <= LONGEST_ARGUMENT):
        raise MisusedError(f"{name} is of type {JSON_TYPES[kind]}, not empty, and not longer than {LONGEST_ARGUMENT}.")
