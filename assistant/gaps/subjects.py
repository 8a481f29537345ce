"""Puts questions together by subject; pure but for the encoders."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant import asking, social
from assistant.asking import Said
from assistant.gaps.linkage import together
from assistant.knowledge.views import ENGLISH
from assistant.reading import vectors_of

ALIKE = 0.5  # mean nearness of two groups of questions from which they are one subject
LONGEST_CLEAR = 120  # letters of a question that may stand for others
Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Asked:
    """A question as it is compared: whole, with the language of its conversation and the names that it may say."""

    text: str
    language: str
    names: tuple[str, ...] = ()


def essence(lines: Sequence[Said]) -> str:
    """What the newest words of the customer ask, without greetings and numbers of orders.

    A question that leans on the one before comes with it, and so do words that ask nothing by themselves, such as an
    address after "can you change it?". Empty where nothing is asked.
    """
    parts = asking.parts(lines)
    own = " ".join(part.in_context or part.text for part in parts).strip()
    if not own or any(part.in_context for part in parts) or asking.is_question(own):
        return own
    burst = next((back for back, line in enumerate(reversed(lines)) if not line.customer), len(lines))
    before = [line for line in lines[: len(lines) - burst] if line.customer and not social.reply_to(line.text)]
    topic = " ".join(part.text for part in asking.parts(before[-1:]))
    return f"{topic}{'' if topic.endswith(('.', '?', '!')) else '.'} {own}" if topic else own


def nearness(left: Sequence[Asked], right: Sequence[Asked]) -> Matrix:
    """How alike each of `left` is to each of `right`, about 0..1; one encoder reads what is not English."""
    near, far = (_product(left, right, view) for view in (0, 1))
    english = np.outer(_english(left), _english(right))
    return np.where(english, (near + far) / 2, far).astype(np.float32)


def nearest(asked: Sequence[Asked], groups: Sequence[Sequence[Asked]]) -> list[int | None]:
    """For each question the number of the group that it belongs to, None where it belongs to none of them."""
    if not asked or not groups:
        return [None] * len(asked)
    means = np.stack([nearness(asked, group).mean(axis=1) for group in groups], axis=1)
    best = means.argmax(axis=1)
    return [int(place) if means[row, place] >= ALIKE else None for row, place in enumerate(best)]


def grouped(asked: Sequence[Asked]) -> list[list[int]]:
    """The numbers of the questions, together by subject: average linkage, cut at ALIKE; the biggest group first."""
    if len(asked) < 2:
        return [[number] for number in range(len(asked))]
    groups = together(1 - nearness(asked, asked), 1 - ALIKE)
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def middle(asked: Sequence[Asked]) -> int:
    """The number of the question that is nearest to all others, one that asks in few words if there is any."""
    clear = [asking.is_question(one.text) and len(one.text) <= LONGEST_CLEAR for one in asked]
    means = nearness(asked, asked).mean(axis=1) + np.array(clear, dtype=np.float32)
    return int(means.argmax())


def _product(left: Sequence[Asked], right: Sequence[Asked], view: int) -> Matrix:
    ours, theirs = (vectors_of([one.text for one in side])[view] for side in (left, right))
    return np.asarray(ours @ theirs.T, dtype=np.float32)


def _english(asked: Sequence[Asked]) -> NDArray[np.bool_]:
    return np.array([one.language == ENGLISH for one in asked])
