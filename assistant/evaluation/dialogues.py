"""Talks of several turns with small companies, played through the embedded engine."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant import answering, reading
from assistant.answering import Answer, Line
from assistant.evaluation.bench import OWN
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText

DIALOGUES = Path(__file__).parent / "dialogues.jsonl"


class Asks(StrEnum):
    """What a turn of a dialogue is."""

    FIRST = "the first question"
    FOLLOW_UP = "a later question"
    TWO = "two questions at once"
    NOTHING = "a question without an answer"


@dataclass(frozen=True)
class Turn:
    """What the customer wrote, the articles of which one answers it, or those that must all be quoted."""

    text: str
    any_of: frozenset[str]
    all_of: frozenset[str]

    def kind(self, place: int) -> Asks:
        """What it is, at this place of its dialogue."""
        if self.all_of:
            return Asks.TWO
        if not self.any_of:
            return Asks.NOTHING
        return Asks.FIRST if place == 0 else Asks.FOLLOW_UP


@dataclass(frozen=True)
class Played:
    """What came of a turn: the articles quoted, none where the assistant was not sure."""

    company: str
    kind: Asks
    turn: Turn
    quoted: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether it is answered by what answers it, and by nothing where nothing does."""
        if self.kind is Asks.TWO:
            return self.turn.all_of <= self.quoted
        return bool(self.quoted & self.turn.any_of) if self.turn.any_of else not self.quoted

    @property
    def wrong(self) -> bool:
        """Whether the customer was told something that does not answer it; doubt is not wrong."""
        return bool(self.quoted) and not self.quoted & (self.turn.any_of | self.turn.all_of)


def play(file: Path = DIALOGUES, companies: Path = OWN) -> list[Played]:
    """Every turn of the dialogues, answered with what was really said before."""
    indexes: dict[str, Index] = {}
    played: list[Played] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        dialogue = json.loads(line)
        name = str(dialogue["company"])
        if name not in indexes:
            indexes[name] = company(name, companies)
        played += _dialogue(name, [_turn(row) for row in dialogue["turns"]], indexes[name])
    return played


def company(name: str, folder: Path = OWN) -> Index:
    """The knowledge of the company with this name."""
    document = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return build(
        [ArticleText(row["id"], row["title"], row["body"], tuple(row["questions"])) for row in document["articles"]]
    )


def shares(played: list[Played]) -> Mapping[Asks, tuple[float, float, int]]:
    """The shares answered right and wrong, and how many there were, by what was asked."""
    found: dict[Asks, tuple[float, float, int]] = {}
    for kind in Asks:
        of_kind = [one for one in played if one.kind is kind]
        if of_kind:
            right, wrong = sum(one.right for one in of_kind), sum(one.wrong for one in of_kind)
            found[kind] = (right / len(of_kind), wrong / len(of_kind), len(of_kind))
    return found


def _dialogue(name: str, turns: list[Turn], index: Index) -> Iterator[Played]:
    lines: list[Line] = []
    language = "en"
    for place, turn in enumerate(turns):
        lines.append(Line("customer", turn.text, len(lines) + 1))
        read = reading.read([line.text for line in lines if line.role == "customer"], prior=language)
        language = read.language
        outcome = answering.answer(lines, read, index)
        answer = outcome if isinstance(outcome, Answer) else None
        lines.append(Line("assistant", answer.text if answer else answering.unsure_words(language), len(lines) + 1))
        quoted = frozenset(source.article_id for source in answer.sources) if answer else frozenset[str]()
        yield Played(name, turn.kind(place), turn, quoted)


def _turn(row: Mapping[str, Any]) -> Turn:
    return Turn(str(row["text"]), frozenset(row["any"]), frozenset(row["all"]))
