"""What the signals share: the value of each at each of the customer's lines, and the words to quote."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import Heard, Line, Quote, Signal
from escalation.signals import cues, network, portrait
from escalation.signals.listening import listen
from escalation.signals.names import NAMES
from escalation.signals.network import telling_buckets
from escalation.signals.phrases import Found, apart, find, load_book
from escalation.signals.wording import Wording

THRESHOLD = 0.5
MOST_QUOTES = 3
QUOTED_FROM = 0.2
LONGEST_READ = 1000  # characters: about what the English encoder sees of a text
OF_THE_TALK = ("intent_missed", "loop")  # that a reply to a task's question says nothing about: it may repeat and deny
GRAVE = ("anger", "asks_human", "billing_legal", "distress", "public_escalation")  # what few words may say as well
MEASURED_ABROAD = ("anger", "asks_human", "distress")  # how well the network hears them in other languages is known
UNMEASURED = 0.55  # of the other signals there: only what is beyond doubt (.91) counts by itself
FEW_WORDS = 4
TAKEN_BACK = 0.4  # of the value remains where only a near miss stands
MOST_LINES = 6  # of the customer, the newest: what was said earlier was judged at its turn
_SAYS_NOTHING = re.compile(r"[\s.,;:!?…·*_~-]*")
_CLAUSE = re.compile(r"[^.!?;\n]+[.!?;]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one line says: a value within 0..1 and the words it rests on."""

    value: float
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of the customer with the value of every signal when it was written.

    `newest`: it is of the newest burst; `english`: the talk is in English; `replied`: the assistant had said something;
    `replies`: how often it has by now.
    """

    line: Line
    values: NDArray[np.float64]
    newest: bool
    english: bool
    replied: bool
    replies: int

    def reading(self, name: str) -> Reading:
        """The line's value for a signal, at least that of the phrases that the network cannot judge.

        Those are the ones in other languages than English, and all of a text that is longer than the encoders read. In
        another language the network does not see what the books know to be a near miss: there it takes the value back.
        """
        if name in OF_THE_TALK and (self.line.in_task or self._is_first):
            return Reading(0.0, ())
        if name == "loop" and self.replies == 1:  # goes in no circle; before any, the customer tells of an earlier one
            return Reading(0.0, ())
        if self._is_bare and name not in GRAVE:
            return Reading(0.0, ())
        found = listen(self.line.text).found.get(name)
        hits = found.hits if found else ()
        by_phrases = not self.english or len(self.line.text) > LONGEST_READ or self._is_bare
        floor = max((hit.strength for hit in hits if by_phrases or hit.language != "en"), default=0.0)
        judged = 0.0 if self._is_bare else float(self.values[NAMES.index(name)]) * self._trust(name, found)
        value = max(judged, floor)
        return Reading(value, quotes(name, self.line) if value >= QUOTED_FROM else ())

    def _trust(self, name: str, found: Found | None) -> float:
        """What the network's value counts: less in other languages than English where no phrase speaks for it."""
        if self.english or (found is not None and found.hits):
            return 1.0
        if found is not None and found.missed:
            return TAKEN_BACK
        return 1.0 if name in MEASURED_ABROAD else UNMEASURED

    @property
    def _is_first(self) -> bool:
        """Whether nobody has replied yet, so that no talk went wrong; English tales of earlier ones were learnt."""
        return not self.replied and not self.english

    @property
    def _is_bare(self) -> bool:
        """Whether it is a reply of a few words to a task's question, in which a network hears all sorts of things."""
        return self.line.in_task and len(self.line.text.split()) <= FEW_WORDS


@dataclass(frozen=True, slots=True)
class Sensor:
    """One signal's ear for a single line: its book of phrases beside the model of the same name."""

    name: str

    def look(self, wording: Wording) -> tuple[Found, list[float]]:
        """The phrases in a text, and the cues that the model sees beside vector and words."""
        found = find(wording, load_book(self.name))
        return found, cues.read_cues(wording.original, found)


def judge(heard: Heard) -> list[Judged]:
    """The customer's newest lines that no person has dealt with yet, each judged as the talk then stood."""
    answered = max((line.seq for line in heard.lines if line.role == "agent"), default=0)
    fresh = replace(heard, handed_back_at=max(answered, heard.handed_back_at))
    customer = [line for line in heard.lines if line.role == "customer"]
    telling = [line for line in customer if not _SAYS_NOTHING.fullmatch(line.text)]
    lines = [line for line in telling if line.seq > fresh.handed_back_at][-MOST_LINES:]
    if not lines:
        return []
    rows = np.stack([portrait.draw(_as_heard_at(fresh, line)) for line in lines])
    values = network.load().values(rows)
    last_reply = max((line.seq for line in heard.lines if line.role != "customer"), default=0)
    english = heard.language == "en"
    replies = [line.seq for line in heard.lines if line.role == "assistant"]
    first_reply = min(replies, default=math.inf)
    return [
        Judged(line, row, line.seq > last_reply, english, line.seq > first_reply, len(replies))
        for line, row in zip(lines, values, strict=True)
    ]


def _as_heard_at(heard: Heard, line: Line) -> Heard:
    """The conversation when `line` was written. A task's steps are no part of how the talk goes; each stands alone."""
    until = portrait.up_to(heard, line)
    if not any(each.in_task for each in until.lines):
        return until
    counts = [each is line or (not line.in_task and not each.in_task) for each in until.lines]
    rows = [keep for each, keep in zip(until.lines, counts, strict=True) if each.role == "customer"]
    replied = [keep for each, keep in zip(until.lines, counts, strict=True) if each.role == "assistant"]
    kept = tuple(each for each, keep in zip(until.lines, counts, strict=True) if keep)
    return replace(
        until,
        lines=kept,
        vectors=until.vectors[rows],
        vectors_use=until.vectors_use[rows],
        replies=until.replies[replied],
    )


def strongest(readings: Iterable[Reading]) -> Reading:
    """The reading of the highest value, the earlier of equals; an empty one when there is none."""
    return max(readings, key=lambda reading: reading.value, default=Reading(0.0, ()))


def whole(line: Line, value: float = 1.0) -> Reading:
    """A reading that rests on the whole line."""
    return Reading(value, (_quote(line, 0, len(line.text)),))


def signal(name: str, reading: Reading) -> Signal:
    """The reading as a signal; words are quoted where the value comes near the threshold."""
    value = round(reading.value, 6)
    return Signal(name, value, THRESHOLD, reading.evidence if value >= THRESHOLD / 2 else ())


def quotes(name: str, line: Line) -> tuple[Quote, ...]:
    """The telling words of a line for a signal: its phrases, or else the clause whose words weigh most."""
    overheard = listen(line.text)
    found = overheard.found.get(name)
    if found is not None and found.hits:
        return tuple(_quote(line, hit.start, hit.end) for hit in apart(found.hits)[:MOST_QUOTES])
    return (_most_telling(name, line, overheard.wording),)


def _quote(line: Line, start: int, end: int) -> Quote:
    return Quote(line.text[start:end], line.seq, start, end)


def _most_telling(name: str, line: Line, wording: Wording) -> Quote:
    clauses = [found.span() for found in _CLAUSE.finditer(wording.plain) if found.group().strip()]
    if not clauses:
        return _quote(line, 0, len(line.text))
    weights = network.load().telling[NAMES.index(name)]
    start, end = max(clauses, key=lambda span: _tells(weights, wording.plain[slice(*span)]))
    clause = wording.plain[start:end]
    start += len(clause) - len(clause.lstrip())
    end -= len(clause) - len(clause.rstrip())
    return _quote(line, *wording.span(start, end))


def _tells(weights: NDArray[np.float32], clause: str) -> float:
    found = telling_buckets(clause)
    return float(weights[found].sum()) / math.sqrt(len(found)) if found else -math.inf
