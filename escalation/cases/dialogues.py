"""Dialogues written by hand, one JSON object a line, and which trades nothing is ever trained on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, get_args

from escalation.cases import FOLDER
from escalation.hearing import Attribute

Kind: TypeAlias = Literal["positive", "near_miss", "routine"]
Speaker: TypeAlias = Literal["customer", "assistant"]


class DialogueError(ValueError):
    """A line of a case file cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a written dialogue."""

    role: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What was said, by whom, in which trade, and whether the file's trigger should fire (`positive`) or not."""

    id: str
    kind: Kind
    industry: str
    turns: tuple[Turn, ...]
    customer: Mapping[str, Attribute]


def load(name: str) -> list[Dialogue]:
    """The dialogues of `<name>.jsonl`, in the order of the file; raises DialogueError for a line that does not read."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [read(line, f"{name}.jsonl:{number}") for number, line in enumerate(lines, 1)]


def is_held_out(dialogue: Dialogue) -> bool:
    """Whether the dialogue is of a trade that no training may see."""
    return any(dialogue.industry in trades for trades in held_out_trades().values())


@cache
def held_out_trades() -> Mapping[str, frozenset[str]]:
    """The trades that no training may see, by the part they belong to."""
    parts = json.loads((FOLDER / "held_out.json").read_text(encoding="utf-8"))
    return {part: frozenset(trades) for part, trades in parts.items()}


def read(line: str, place: str) -> Dialogue:
    """The dialogue of one line; raises DialogueError, which names the place, for anything else."""
    try:
        return _dialogue(json.loads(line))
    except (KeyError, TypeError, ValueError) as error:
        raise DialogueError(f"{place}: {error}") from error


def _dialogue(stored: dict[str, Any]) -> Dialogue:
    kind, turns = stored["kind"], tuple(_turn(turn) for turn in stored["turns"])
    if kind not in get_args(Kind):
        raise ValueError(f"{kind!r} is not one of {get_args(Kind)}")
    if not turns:
        raise ValueError("a dialogue without a turn")
    return Dialogue(str(stored["id"]), kind, str(stored["industry"]), turns, dict(stored["customer"]))


def _turn(stored: dict[str, Any]) -> Turn:
    role, text = stored["role"], stored["text"]
    if role not in get_args(Speaker) or not isinstance(text, str) or not text.strip():
        raise ValueError(f"not a turn: {stored!r}")
    return Turn(role, text)
