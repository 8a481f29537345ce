"""Labelled examples for the signals from folders of public data and from the hand-written cases."""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from escalation import cases
from escalation.signals.phrases import find, load_book
from escalation.signals.wording import plain_wording

SIGNALS = ("asks_human", "anger", "distress")
MULTIDOGO = ("airline", "fastfood", "finance", "insurance", "media", "software")
HAPPY = {"joy", "gratitude", "love", "excitement", "admiration", "pride", "relief"}
CONTENT = HAPPY | {"optimism", "amusement", "approval"}
ANGRY = {"anger", "annoyance"}
UNCLEAR_ANGER = {"disapproval", "disgust", "disappointment"}
SAD = {"sadness", "fear", "grief", "nervousness"}
UNCLEAR_SADNESS = {"remorse", "disappointment", "embarrassment", "caring", "confusion"}
# Hand-written cases are the only texts of the very kind that is measured.
TRUST_IN_CASES = {"asks_human": 20.0, "anger": 12.0, "distress": 20.0}
TRUST_IN_OTHER_CASES = 2.0
TRUST_IN_ANGER_AS_NO_DISTRESS = 6.0  # anger is what is most easily taken for distress
# What people say to a voice assistant that got them wrong: nobody has labelled which of the signals it is.
TO_AN_ASSISTANT = "hwu64 to an assistant"
WRONGED = {"general_negate", "general_explain", "general_repeat", "general_commandstop", "general_dontcare"}
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|im|me|my|myself)\b")
_PERSON_ASKED_FOR = re.compile(r"\b(?:agent|human|person|representative|operator|talk to|speak|someone)\b")


class DataError(Exception):
    """The folder of public data lacks something."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its label for one signal; `source` names where it is from, `weight` how far to trust the label."""

    text: str
    label: bool
    source: str
    weight: float = 1.0

    @classmethod
    def yes(cls, text: str, source: str, weight: float = 1.0) -> Example:
        """A text on which the signal should fire."""
        return cls(text, label=True, source=source, weight=weight)

    @classmethod
    def no(cls, text: str, source: str, weight: float = 1.0) -> Example:
        """A text on which it should not."""
        return cls(text, label=False, source=source, weight=weight)

    @property
    def held_out(self) -> bool:
        return cases.is_held_out(self.text)


def gather(signal: str, folder: Path | None) -> list[Example]:
    """The examples of a signal, without repeated texts; hand-written ones only when there is no folder."""
    found = [*_hand_written(signal), *(_public(signal, folder) if folder else ())]
    first = {each.text: each for each in reversed(found)}
    return [each for each in found if each.text.strip() and first[each.text] is each]


def _hand_written(signal: str) -> Iterator[Example]:
    for case in cases.load(signal):
        yield Example(case.text, case.label, "cases", TRUST_IN_CASES[signal])
    for other in SIGNALS:
        if other != signal:
            yield from _as_negatives(signal, other)


def _as_negatives(signal: str, other: str) -> Iterator[Example]:
    """Another signal's cases, where they say nothing for this one; those that look as if they might are left out."""
    for case in cases.load(other):
        if signal == "anger" and (case.label or other == "distress"):
            continue  # who asks for a person or is in distress may be angry as well
        if not find(plain_wording(case.text), load_book(signal)).hits:
            anger = signal == "distress" and other == "anger"
            trust = 2 * TRUST_IN_ANGER_AS_NO_DISTRESS if anger else TRUST_IN_OTHER_CASES
            yield Example.no(case.text, f"{other} cases", trust)


def _public(signal: str, folder: Path) -> Iterator[Example]:
    if not folder.is_dir():
        raise DataError(f"{folder} is not a folder")
    try:
        yield from _neutral(signal, folder)
        yield from {"asks_human": _asking, "anger": _angry, "distress": _distressed}[signal](folder)
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"the public data cannot be read: {error}") from error


def _neutral(signal: str, folder: Path) -> Iterator[Example]:
    """Plain customer traffic of many industries."""
    hwu64 = _rows(folder / "hwu64" / "train.csv")
    wronged = {row["text"] for row in hwu64 if row["intent"] in WRONGED}
    plain = [
        ("banking77", _column(folder / "banking77" / "train.csv", "text"), 3500),
        ("clinc150", _column(folder / "clinc150" / "train.csv", "text"), 2500),
        ("hwu64", [row["text"] for row in hwu64], 1500),
        *(
            (f"multidogo {name}", _column(folder / "multidogo" / f"{name}_train.csv", "utterance"), 1000)
            for name in MULTIDOGO
        ),
    ]
    for source, texts, most in plain:
        for text in sample(texts, most):
            if signal != "asks_human" or not _asks_somebody(text):
                yield Example.no(text, TO_AN_ASSISTANT if source == "hwu64" and text in wronged else source)


def _asks_somebody(text: str) -> bool:
    """Whether a sentence of unlabelled traffic may itself ask for a person."""
    return bool(find(plain_wording(text), load_book("asks_human")).hits)


def _asking(folder: Path) -> Iterator[Example]:
    for row in _nlupp(folder):
        intents = set(row["intents"])
        if "handoff" in intents:
            if "deny" not in intents and _PERSON_ASKED_FOR.search(row["text"].lower()):
                yield Example.yes(row["text"], "nlupp", 2.0)
        else:
            yield Example.no(row["text"], "nlupp")
    rows = _rows(folder / "bitext" / "train.csv")
    yield from (Example.yes(row["utterance"], "bitext") for row in rows if row["intent"] == "contact_human_agent")
    others = [r["utterance"] for r in rows if r["intent"] not in ("contact_human_agent", "contact_customer_service")]
    yield from (Example.no(text, "bitext") for text in sample(others, 1500))
    yield from _comments(folder, wanted=set(), unclear=set(), most=1500, weight=0.5)


def _angry(folder: Path) -> Iterator[Example]:
    rows = _rows(folder / "bitext" / "train.csv")
    yield from (Example.yes(row["utterance"], "bitext swearing", 0.5) for row in rows if "W" in row["tags"])
    yield from (Example.no(t, "bitext") for t in sample([r["utterance"] for r in rows if "W" not in r["tags"]], 1200))
    yield from (Example.no(row["text"], "nlupp") for row in _nlupp(folder) if "handoff" not in row["intents"])
    yield from _comments(folder, wanted=ANGRY, unclear=UNCLEAR_ANGER, most=7000, weight=0.1)


def _distressed(folder: Path) -> Iterator[Example]:
    for row in _rows(folder / "counsel_chat" / "train.csv"):
        yield Example.yes(row["questionText"], "counsel_chat long", 2.0)
        yield Example.yes(row["questionTitle"], "counsel_chat short", 1.0)
    rows = _rows(folder / "bitext" / "train.csv")
    yield from (Example.no(text, "bitext") for text in sample([row["utterance"] for row in rows], 1200))
    yield from (Example.no(row["text"], "nlupp") for row in _nlupp(folder))
    yield from _comments(folder, wanted=SAD, unclear=UNCLEAR_SADNESS, most=7000, weight=0.1, first_person=True)


def _comments(
    folder: Path, *, wanted: set[str], unclear: set[str], most: int, weight: float, first_person: bool = False
) -> Iterator[Example]:
    """Comments with emotions: wanted ones are positives, the rest negatives unless the emotions are unclear."""
    rows = [*_rows(folder / "goemotions" / "train_1.csv"), *_rows(folder / "goemotions" / "train_2.csv")]
    others: list[Example] = []
    for row in rows:
        emotions = set(row["labels"].split("|"))
        personal = _FIRST_PERSON.search(row["text"].lower()) is not None
        if emotions & wanted:
            if not emotions & CONTENT and (personal or not first_person):
                yield Example.yes(row["text"], "goemotions", weight)
        elif first_person and emotions <= ANGRY:
            yield Example.no(row["text"], "goemotions angry", TRUST_IN_ANGER_AS_NO_DISTRESS)
        elif not emotions & unclear:
            kind = "angry" if emotions & ANGRY else "happy" if emotions & HAPPY else "other"
            others.append(Example.no(row["text"], f"goemotions {kind}", 2.5 if kind == "happy" else 1.0))
    yield from sorted(others, key=lambda example: zlib.crc32(example.text.encode()))[:most]


def sample(texts: Iterable[str], most: int) -> list[str]:
    """At most so many of the texts, always the same ones."""
    return sorted(set(texts), key=lambda text: (zlib.crc32(text.encode()), text))[:most]


def _nlupp(folder: Path) -> list[dict[str, Any]]:
    with (folder / "nlupp" / "train.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [{**row, "intents": row["intents"] or []} for row in rows]


def _column(path: Path, name: str) -> list[str]:
    return [row[name] for row in _rows(path)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
