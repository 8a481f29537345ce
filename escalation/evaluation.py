"""How well a signal does on texts it was not trained on: figures with their number of cases and 95% intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.public_data import Example

NEUTRAL = ("banking77", "clinc150", "hwu64", "multidogo")
PRECISE = 0.95

Chosen = Callable[[Example], bool]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured share with its 95% interval, and the goal it should reach (a ceiling when `at_most`)."""

    signal: str
    name: str
    value: float
    n: int
    low: float
    high: float
    goal: float | None = None
    at_most: bool = False

    def line(self) -> str:
        """The figure as a line of a table."""
        goal = "" if self.goal is None else f"  goal {'<=' if self.at_most else '>='} {self.goal:.3f}"
        interval = f"[{self.low:.3f}, {self.high:.3f}]"
        return f"{self.signal:<11} {self.name:<46} {self.value:.3f}  {interval}  n={self.n:<5}{goal}"


def neutral(example: Example) -> bool:
    """Whether the example is plain customer traffic of the public sets."""
    return not example.label and example.source.split()[0] in NEUTRAL


def happy(example: Example) -> bool:
    """Whether the example is a comment that somebody marked as happy."""
    return example.source == "goemotions happy"


def angry(example: Example) -> bool:
    """Whether the example is a comment marked as angry, or a hand-written angry customer."""
    return example.source == "goemotions angry" or (example.source == "anger cases" and not example.label)


def measure(signal: str, examples: Sequence[Example], values: NDArray[np.float64], threshold: float) -> list[Figure]:
    """The figures of a signal on held-out examples, each with one value of the signal."""
    fired = values >= threshold
    table = _Table(signal, examples, fired)
    figures = [
        *table.precision_recall(lambda example: example.source == "cases"),
        table.share("near misses flagged", lambda e: e.source == "cases" and not e.label),
        table.share("neutral traffic flagged", neutral, goal=_NEUTRAL_GOAL[signal], at_most=True),
    ]
    match signal:
        case "asks_human":
            figures.append(table.share("recall, bitext", lambda e: e.source == "bitext" and e.label))
            figures.append(table.share("recall, nlupp", lambda e: e.source == "nlupp" and e.label))
            figures.append(_recall_when_precise(signal, examples, values))
        case "anger":
            figures.append(table.share("recall, comments", lambda e: e.source == "goemotions" and e.label, goal=0.60))
            figures.append(table.share("happy comments flagged", happy, goal=0.08, at_most=True))
        case _:
            figures.append(table.share("recall, long posts", lambda e: e.source == "counsel_chat long", goal=0.94))
            figures.append(table.share("recall, short titles", lambda e: e.source == "counsel_chat short", goal=0.60))
            figures.append(table.share("recall, comments", lambda e: e.source == "goemotions" and e.label))
            figures.append(table.share("angry comments flagged", angry, goal=0.015, at_most=True))
    return figures


_NEUTRAL_GOAL = {"asks_human": None, "anger": 0.02, "distress": 0.005}
_F1_GOAL = {"asks_human": 0.94, "anger": 0.90, "distress": 0.90}


@dataclass(frozen=True, slots=True)
class _Table:
    signal: str
    examples: Sequence[Example]
    fired: NDArray[np.bool_]

    def share(self, name: str, chosen: Chosen, *, goal: float | None = None, at_most: bool = False) -> Figure:
        """The share of the chosen examples on which the signal fired."""
        rows = [bool(fired) for example, fired in zip(self.examples, self.fired, strict=True) if chosen(example)]
        value = sum(rows) / len(rows) if rows else 0.0
        return Figure(self.signal, name, value, len(rows), *wilson(sum(rows), len(rows)), goal, at_most)

    def precision_recall(self, chosen: Chosen) -> list[Figure]:
        """Precision, recall and F1 over the chosen examples; the interval of F1 is by 1,000 seeded resamples."""
        pairs = [(e.label, bool(f)) for e, f in zip(self.examples, self.fired, strict=True) if chosen(e)]
        both = sum(label and fired for label, fired in pairs)
        said, are = sum(fired for _, fired in pairs), sum(label for label, _ in pairs)
        low, high = resampled_f1(pairs)
        n = len(pairs)
        return [
            Figure(self.signal, "precision, hand-written", both / said if said else 0.0, said, *wilson(both, said)),
            Figure(self.signal, "recall, hand-written", both / are if are else 0.0, are, *wilson(both, are)),
            Figure(self.signal, "F1, hand-written", f1(pairs), n, low, high, _F1_GOAL[self.signal]),
        ]


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927); all of 0..1 when there are no cases."""
    if n == 0:
        return 0.0, 1.0
    z = 1.959964
    share, spread = hits / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _recall_when_precise(signal: str, examples: Sequence[Example], values: NDArray[np.float64]) -> Figure:
    """The most recall on hand-written cases and bitext at a precision of .95, wherever the threshold."""
    rows = [(v, e.label) for e, v in zip(examples, values, strict=True) if e.source in ("cases", "bitext")]
    rows.sort(key=lambda row: -row[0])
    total, right, best = sum(label for _, label in rows), 0, 0
    for said, (_, label) in enumerate(rows, 1):
        right += label
        if right / said >= PRECISE:
            best = right
    share = best / total if total else 0.0
    return Figure(signal, "recall at precision .95, cases and bitext", share, total, *wilson(best, total), 0.93)


def f1(pairs: Sequence[tuple[bool, bool]]) -> float:
    """F1 over pairs of label and whether the signal fired."""
    both = sum(label and fired for label, fired in pairs)
    either = sum(label for label, _ in pairs) + sum(fired for _, fired in pairs)
    return 2 * both / either if either else 0.0


def resampled_f1(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    if not pairs:
        return 0.0, 1.0
    table, dice = np.array(pairs, dtype=bool), np.random.default_rng(7)
    drawn = table[dice.integers(0, len(table), (1000, len(table)))]
    both = (drawn[:, :, 0] & drawn[:, :, 1]).sum(axis=1)
    either = np.maximum(drawn.sum(axis=(1, 2)), 1)
    low, high = np.quantile(2 * both / either, [0.025, 0.975])
    return float(low), float(high)
