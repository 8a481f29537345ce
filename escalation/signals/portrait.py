"""All that the network sees of a conversation at one line of the customer, as one row of numbers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import SECOND_VIEW, Heard, Line
from escalation.signals import answering, cues, dialogue, model, worth
from escalation.signals.listening import Overheard, book_names, listen
from escalation.signals.names import NAMES

VECTOR_SCALE = 4.0  # a unit vector's numbers are about .05: brought to the size of the other features
EARS = ("anger", "asks_human", "distress")  # whose models of a single line speak first
EAR_SCALE = 4.0
BEFORE = 3  # customer lines before the newest burst whose meaning is remembered, as their mean
BEFORE_SCALE = 2.0
REPLY_SCALE = 2.0
EARLIER = 6  # customer lines before the newest one whose phrases are remembered


def width() -> int:
    """The number of features."""
    books = 3 * len(NAMES)
    return 2 * (384 + 512) + SECOND_VIEW + len(dialogue.NAMES) + len(worth.NAMES) + len(cues.NAMES) + books + len(EARS)


def of_books() -> slice:
    """The columns that hold what the books found."""
    start = width() - len(EARS) - 3 * len(NAMES)
    return slice(start, width() - len(EARS))


def of_english() -> NDArray[np.intp]:
    """The columns that say nothing of a text in another language: English vectors, tone, phrases, ears."""
    first = np.arange(384)
    return np.concatenate([first, 384 + 512 + first, np.arange(_of_words(), width())])


def draw(heard: Heard) -> NDArray[np.float32]:
    """The features of the conversation as it stands after its newest customer line.

    In another language than English the columns that know only English are silent, as in a part of the training.
    """
    lines = [line for line in heard.lines if line.role == "customer"]
    newest = listen(lines[-1].text)
    earlier = [listen(line.text) for line in lines[-1 - EARLIER : -1] if line.seq > heard.handed_back_at]
    replied = max((line.seq for line in heard.lines if line.role != "customer"), default=0)
    burst = sum(line.seq > replied for line in lines)
    said_before = np.max([_strengths(each) for each in earlier], axis=0) if earlier else np.zeros(len(NAMES))
    row = np.concatenate(
        [
            heard.vectors[-1] * VECTOR_SCALE,
            heard.vectors_use[-1] * VECTOR_SCALE,
            _before(heard.vectors, burst),
            _before(heard.vectors_use, burst),
            answering.last_reply(heard) * REPLY_SCALE,
            dialogue.read_course(heard),
            worth.read_worth(heard.customer),
            newest.tone,
            _strengths(newest),
            _missed(newest),
            said_before,
            [_ear(name, newest, heard.vectors[-1]) for name in EARS],
        ],
        dtype=np.float32,
    )
    if heard.language != "en":
        row[of_english()] = 0.0
    return row


def up_to(heard: Heard, line: Line) -> Heard:
    """The conversation as it stood when the customer had written `line`."""
    lines = tuple(each for each in heard.lines if each.seq <= line.seq)
    said, replied = (sum(each.role == role for each in lines) for role in ("customer", "assistant"))
    return replace(
        heard,
        lines=lines,
        vectors=heard.vectors[:said],
        vectors_use=heard.vectors_use[:said],
        replies=heard.replies[:replied],
    )


def _of_words() -> int:
    """Where the columns of tone, books and ears begin."""
    return width() - len(EARS) - 3 * len(NAMES) - len(cues.NAMES)


def _before(vectors: NDArray[np.float32], burst: int) -> NDArray[np.float32]:
    """The mean vector of the last lines that were replied to, zeros when there are none; `burst` lines came since."""
    lines = vectors[-burst - BEFORE : -burst]
    mean = lines.mean(axis=0) if len(lines) else np.zeros(vectors.shape[1], dtype=np.float32)
    return np.asarray(mean * BEFORE_SCALE, dtype=np.float32)


def _ear(name: str, newest: Overheard, vector: NDArray[np.float32]) -> float:
    """What the signal's own model makes of the line alone, as a scaled logit."""
    found = newest.found[name]
    value = model.load(name).value(vector, found.rest, cues.read_cues(newest.wording.original, found))
    value = min(max(value, 1e-5), 1.0 - 1e-5)
    return math.log(value / (1.0 - value)) / EAR_SCALE


def _strengths(heard: Overheard) -> NDArray[np.float32]:
    return np.array([heard.found[name].strength if name in book_names() else 0.0 for name in NAMES], dtype=np.float32)


def _missed(heard: Overheard) -> NDArray[np.float32]:
    counts = [min(heard.found[name].missed, 2) / 2 if name in book_names() else 0.0 for name in NAMES]
    return np.array(counts, dtype=np.float32)
