"""How well the network does on lessons that it was not taught: figures for each signal, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.cases.dialogues import held_out_trades
from escalation.evaluation import Figure, f1, resampled_f1, wilson
from escalation.signals.lessons import Lesson
from escalation.signals.names import NAMES
from escalation.signals.sensing import THRESHOLD

FLOOR, GOAL = 0.65, 0.90
FEWEST = 10  # positives in a part of the held-out trades: under so many its figure says nothing
# Public texts that speak of one signal: the part of the source's name, the label, what the figure is called, the goal.
PUBLIC: dict[str, tuple[tuple[str, bool, str, float | None], ...]] = {
    "anger": (
        ("goemotions", True, "recall, comments", 0.60),
        ("goemotions happy", False, "happy comments flagged", 0.08),
    ),
    "distress": (
        ("counsel_chat long", True, "recall, long posts", 0.94),
        ("counsel_chat short", True, "recall, short titles", 0.60),
        ("goemotions angry", False, "angry comments flagged", 0.015),
    ),
    "asks_human": (("bitext", True, "recall, bitext", None), ("nlupp", True, "recall, nlupp", None)),
}
PRECISE = 0.95
NEUTRAL_GOAL = {"anger": 0.02, "distress": 0.005}


def mark(lessons: Sequence[Lesson], values: NDArray[np.float64]) -> list[Figure]:
    """The figures of every signal on held-out lessons with one row of values each."""
    figures: list[Figure] = []
    for place, name in enumerate(NAMES):
        fires = values[:, place] >= THRESHOLD
        figures += _of_cases(name, lessons, fires)
        figures += _of_public(name, lessons, fires)
    neutral = np.array([_is_neutral(lesson) for lesson in lessons], dtype=bool)
    any_fires = (values[neutral] >= THRESHOLD).any(axis=1)
    figures.append(_share("any signal", "neutral traffic flagged", any_fires, None, at_most=True))
    return figures


def _of_cases(name: str, lessons: Sequence[Lesson], fires: NDArray[np.bool_]) -> list[Figure]:
    """F1 over the signal's own cases and the routine ones, and what it is made of."""
    pairs = [
        (lesson.kind == "positive", bool(fired), lesson.kind)
        for lesson, fired in zip(lessons, fires, strict=True)
        if lesson.source in (name, "routine")
    ]
    both = [(label, fired) for label, fired, _ in pairs]
    figures = [Figure(name, "F1, held-out trades", f1(both), len(both), *resampled_f1(both), GOAL)]
    for kind, title in (("positive", "recall"), ("near_miss", "near misses flagged"), ("routine", "routine flagged")):
        flagged = np.array([fired for _, fired, of in pairs if of == kind], dtype=bool)
        figures.append(_share(name, title, flagged, None, at_most=kind != "positive"))
    for part, trades in held_out_trades().items():
        within = [both[row] for row, lesson in enumerate(_judged(name, lessons)) if lesson.industry in trades]
        if sum(label for label, _ in within) >= FEWEST:
            figures.append(Figure(name, f"F1, {part} trades held out", f1(within), len(within), *resampled_f1(within)))
    return figures


def _judged(name: str, lessons: Sequence[Lesson]) -> list[Lesson]:
    return [lesson for lesson in lessons if lesson.source in (name, "routine")]


def _of_public(name: str, lessons: Sequence[Lesson], fires: NDArray[np.bool_]) -> list[Figure]:
    neutral = np.array([_is_neutral(lesson) for lesson in lessons], dtype=bool)
    figures = [_share(name, "neutral traffic flagged", fires[neutral], NEUTRAL_GOAL.get(name), at_most=True)]
    for source, label, title, goal in PUBLIC.get(name, ()):
        chosen = np.array(
            [
                each.source.startswith(source) and each.kind == "public" and each.labels.get(name) is label
                for each in lessons
            ],
            dtype=bool,
        )
        figures.append(_share(name, title, fires[chosen], goal, at_most=not label))
    return figures


def _share(signal: str, name: str, fires: NDArray[np.bool_], goal: float | None, *, at_most: bool) -> Figure:
    hits, n = int(fires.sum()), len(fires)
    return Figure(signal, name, hits / n if n else 0.0, n, *wilson(hits, n), goal, at_most)


def _is_neutral(lesson: Lesson) -> bool:
    return lesson.kind == "public" and len(lesson.labels) == len(NAMES)


@dataclass(frozen=True, slots=True)
class Curve:
    """Recall on texts of a source where a share of others, whose source begins with `quiet`, may be flagged."""

    title: str
    signal: str
    source: str
    quiet: tuple[str, ...]
    allowed: float
    floor: float
    goal: float


NEUTRAL = ("banking77", "clinc150", "hwu64", "multidogo")
CURVES = (
    Curve("anger, recall on comments at 2% flagged", "anger", "goemotions", NEUTRAL, 0.02, 0.4, 0.6),
    Curve("distress, recall on long posts at 0.5% flagged", "distress", "counsel_chat long", NEUTRAL, 0.005, 0.9, 0.94),
    Curve("distress, recall on short at 0.5% flagged", "distress", "counsel_chat short", NEUTRAL, 0.005, 0.48, 0.6),
)


def recall_at(curve: Curve, lessons: Sequence[Lesson], values: NDArray[np.float64]) -> tuple[int, int]:
    """How many of how many of the curve's texts are over the value that the allowed share of quiet ones is over."""
    scores = values[:, NAMES.index(curve.signal)]
    quiet = np.array([_is_neutral(each) and each.source.startswith(curve.quiet) for each in lessons], dtype=bool)
    wanted = np.array(
        [each.source.startswith(curve.source) and each.labels.get(curve.signal) is True for each in lessons], dtype=bool
    )
    ordered = np.sort(scores[quiet])[::-1]
    border = ordered[int(curve.allowed * len(ordered))] if len(ordered) else 0.0
    return int((scores[wanted] > border).sum()), int(wanted.sum())


def of_lines(name: str, lessons: Sequence[Lesson], values: NDArray[np.float64]) -> tuple[Figure, Figure]:
    """F1 on the signal's own single lines, and the most recall there at a precision of .95, wherever the threshold."""
    scores = values[:, NAMES.index(name)]
    rows = [
        (float(score), lesson.kind == "positive")
        for lesson, score in zip(lessons, scores, strict=True)
        if lesson.source == f"{name} lines"
    ]
    rows.sort(key=lambda row: -row[0])
    pairs = [(label, score >= THRESHOLD) for score, label in rows]
    right, best, are = 0, 0, sum(label for _, label in rows)
    for said, (_, label) in enumerate(rows, 1):
        right += label
        best = right if right >= PRECISE * said else best
    recall, n, low, high = share(best, are)
    return (
        Figure(name, "F1, single lines", f1(pairs), len(pairs), *resampled_f1(pairs), None),
        Figure(name, "recall at precision .95, single lines", recall, n, low, high, None),
    )


def share(hits: int, n: int) -> tuple[float, int, float, float]:
    """A share with its number of cases and 95% interval."""
    return hits / n if n else 0.0, n, *wilson(hits, n)
