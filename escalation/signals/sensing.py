"""What the three signals share: reading one line by phrases and model, and choosing the words to quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import Heard, Line, Quote, Signal
from escalation.signals import cues, model
from escalation.signals.phrases import Found, apart, find, load_book
from escalation.signals.wording import Wording, plain_wording

THRESHOLD = 0.5
MOST_QUOTES = 3
_CLAUSE = re.compile(r"[^.!?;\n]+[.!?;]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one line says: a value within 0..1 and the words it rests on."""

    value: float
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Sensor:
    """One signal's ear: its book of phrases beside the trained model of the same name."""

    name: str

    def look(self, wording: Wording) -> tuple[Found, list[float]]:
        """The phrases in a text, and the cues that the model sees beside vector and words."""
        found = find(wording, load_book(self.name))
        return found, cues.read_cues(wording.original, found)

    def read(self, line: Line, vector: NDArray[np.float32]) -> Reading:
        """The line's value: the surer of the phrases and the model."""
        if not line.text.strip():
            return Reading(0.0, ())
        wording = plain_wording(line.text)
        found, tone = self.look(wording)
        weights = model.load(self.name)
        value = max(weights.value(vector, found.rest, tone), found.strength)
        if found.hits:
            quotes = tuple(_quote(line, hit.start, hit.end) for hit in apart(found.hits)[:MOST_QUOTES])
        else:
            quotes = (_most_telling(line, wording, weights),)
        return Reading(value, quotes)

    def whole(self, line: Line, value: float = 1.0) -> Reading:
        """A reading that rests on the whole line."""
        return Reading(value, (_quote(line, 0, len(line.text)),))

    def signal(self, reading: Reading) -> Signal:
        """The reading as a signal; words are quoted where the value comes near the threshold."""
        value = round(reading.value, 6)
        return Signal(self.name, value, THRESHOLD, reading.evidence if value >= THRESHOLD / 2 else ())


def newest_burst(heard: Heard) -> list[tuple[Line, NDArray[np.float32]]]:
    """The customer's lines since anybody else last wrote, each with its vector."""
    burst: list[tuple[Line, NDArray[np.float32]]] = []
    left = len(heard.vectors)
    for line in reversed(heard.lines):
        if line.role != "customer":
            break
        left -= 1
        burst.append((line, heard.vectors[left]))
    return burst[::-1]


def since_a_person(heard: Heard) -> list[tuple[Line, NDArray[np.float32]]]:
    """The customer's lines that no person has dealt with yet, each with its vector."""
    customer = [line for line in heard.lines if line.role == "customer"]
    answered = max((line.seq for line in heard.lines if line.role == "agent"), default=0)
    border = max(answered, heard.handed_back_at)
    return [(line, vector) for line, vector in zip(customer, heard.vectors, strict=True) if line.seq > border]


def strongest(readings: Iterable[Reading]) -> Reading:
    """The reading of the highest value, the earlier of equals; an empty one when there is none."""
    return max(readings, key=lambda reading: reading.value, default=Reading(0.0, ()))


def _quote(line: Line, start: int, end: int) -> Quote:
    return Quote(line.text[start:end], line.seq, start, end)


def _most_telling(line: Line, wording: Wording, weights: model.Weights) -> Quote:
    """The clause whose words weigh most for the signal."""
    clauses = [found.span() for found in _CLAUSE.finditer(wording.plain) if found.group().strip()]
    if not clauses:
        return _quote(line, 0, len(line.text))
    start, end = max(clauses, key=lambda span: weights.tell(wording.plain[slice(*span)]))
    clause = wording.plain[start:end]
    start += len(clause) - len(clause.lstrip())
    end -= len(clause) - len(clause.rstrip())
    return _quote(line, *wording.span(start, end))
