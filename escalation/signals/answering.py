"""How near the assistant's replies are in meaning to what the customer asked before them and says after them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from escalation.hearing import SECOND_VIEW, Heard, Line, Role

NAMES = (
    "replied", "newest_near_reply", "asked_near_reply", "newest_near_asked", "reply_left_behind", "replies_alike",
    "worst_answer", "mean_answer",
)  # fmt: skip
NO_QUESTION = 0.4  # how near a reply is taken to be to a question where it answers none, as a greeting


def last_reply(heard: Heard) -> NDArray[np.float32]:
    """The second view of the assistant's last line since the talk was handed back, zeros when there is none."""
    rows = _views(heard, "assistant")
    return rows[-1] if len(rows) else np.zeros(SECOND_VIEW, dtype=np.float32)


def read_answers(heard: Heard) -> tuple[float, ...]:
    """The features in the order of NAMES: a reply that misses the question is far from it, and the newest line near."""
    talk = [line for line in heard.lines if line.seq > heard.handed_back_at and line.role != "agent"]
    customers, assistants = (iter(_views(heard, role)) for role in ("customer", "assistant"))
    views = [next(customers if line.role == "customer" else assistants) for line in talk]
    asked = {
        place: _asked_before(talk, place)
        for place, line in enumerate(talk)
        if line.role == "assistant" and views[place].any()
    }
    if not asked:
        return (0.0,) * len(NAMES)
    replied = list(asked)
    last, newest, question = views[replied[-1]], views[-1], asked[replied[-1]]
    to_newest = float(last @ newest)
    to_asked = NO_QUESTION if question is None else float(last @ views[question])
    between = NO_QUESTION if question is None else float(newest @ views[question])
    alike = float(last @ views[replied[-2]]) if len(replied) > 1 else 0.0
    fits = [float(views[place] @ views[before]) for place, before in asked.items() if before is not None] or [to_asked]
    return 1.0, to_newest, to_asked, between, to_asked - to_newest, alike, min(fits), sum(fits) / len(fits)


def _views(heard: Heard, role: Role) -> NDArray[np.float32]:
    """The second view of one side's lines since the talk was handed back."""
    rows = heard.vectors_use if role == "customer" else heard.replies
    lines = [line for line in heard.lines if line.role == role]
    return rows[sum(line.seq <= heard.handed_back_at for line in lines) :]


def _asked_before(talk: Sequence[Line], place: int) -> int | None:
    """Where the customer's last line before a reply stands."""
    return next((each for each in range(place - 1, -1, -1) if talk[each].role == "customer"), None)
