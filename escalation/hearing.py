"""What was heard in a conversation, and what a signal says about it: plain values that every other module shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Role: TypeAlias = Literal["customer", "assistant", "agent"]
Attribute: TypeAlias = str | float | bool
SECOND_VIEW = 512  # columns of the multilingual encoder


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the thread; `unsure` marks an assistant's line that admitted doubt and offered a person.

    `in_task` marks what belongs to a task that the assistant does step by step: its questions, and the replies to them.
    """

    role: Role
    text: str
    seq: int
    pressed_person_button: bool = False
    unsure: bool = False
    in_task: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A conversation as far as it went: its lines, one unit vector per customer line, and who the customer is.

    `vectors` are the first view of the lines (English), `vectors_use` the second (16 languages); without it the signals
    go by the first alone. `replies` is the second view of the assistant's lines, zeros where nobody read one.
    `handed_back_at` is the seq at which a person last gave the conversation back: what was said up to there has been
    dealt with and no longer counts towards a signal.
    """

    lines: tuple[Line, ...]
    vectors: NDArray[np.float32]
    language: str = "en"
    customer: Mapping[str, Attribute] = field(default_factory=dict)
    handed_back_at: int = 0
    vectors_use: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, SECOND_VIEW), dtype=np.float32))
    replies: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, SECOND_VIEW), dtype=np.float32))

    def __post_init__(self) -> None:
        said = sum(line.role == "customer" for line in self.lines)
        if self.vectors.ndim != 2 or len(self.vectors) != said:
            raise ValueError(f"{said} customer lines need as many vectors, not an array of shape {self.vectors.shape}")
        if self.vectors_use.shape == (0, SECOND_VIEW):
            object.__setattr__(self, "vectors_use", np.zeros((said, SECOND_VIEW), dtype=np.float32))
        if self.vectors_use.shape != (said, SECOND_VIEW):
            raise ValueError(f"{said} customer lines need as many vectors of {SECOND_VIEW} in the second view")
        replied = sum(line.role == "assistant" for line in self.lines)
        if self.replies.shape == (0, SECOND_VIEW):
            object.__setattr__(self, "replies", np.zeros((replied, SECOND_VIEW), dtype=np.float32))
        if self.replies.shape != (replied, SECOND_VIEW):
            raise ValueError(f"{replied} assistant lines need as many vectors of {SECOND_VIEW}")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one message, with character offsets into its text."""

    text: str
    seq: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signal:
    """A measured fact about the customer's words: value and threshold within 0..1, and the words it rests on."""

    name: str
    value: float
    threshold: float
    evidence: tuple[Quote, ...] = ()

    @property
    def fired(self) -> bool:
        return self.value >= self.threshold
