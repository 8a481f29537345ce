"""Fitting the network: features, labels and trust in, weights out; the same input always gives the same weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.signals import portrait
from escalation.signals.lessons import FOLDS, Lesson
from escalation.signals.names import NAMES
from escalation.signals.network import TELLING_BUCKETS, Network, telling_buckets
from escalation.signals.wording import plain_wording

HIDDEN = 64
MEMBERS = 3
ROUNDS = 16
BATCH = 192
PACE = 2e-3
DROPPED = 0.3
MUTED = 0.4  # how often a lesson is read without its phrases: the books were written by people who knew the lessons
ONE_VIEW = 0.15  # how often it is read as if it were not in English, by the second view alone
SHRINKING = 0.02
# The mix of cases on which a threshold is best: positives, near misses, routine.
MIX = {"positive": 40.0, "near_miss": 30.0, "routine": 150.0}
TRUSTED = 0.2  # from here on a lesson's words count for choosing what to quote
# Of the neutral public traffic each signal may flag.
NEUTRAL_ALARMS = {"distress": 0.004, "anger": 0.014, "asks_human": 0.01}
OTHER_ALARMS = 0.007
# How far under the best sum for known writers a border is set: what strangers write gets smaller sums. Measured by
# leaving out all cases of one writer. Who praises in public must not be taken for a threat: there it stays.
LOWER = {"asks_human": 1.5, "distress": 1.5, "public_escalation": 0.0, "intent_missed": 0.0}
LOWER_ELSE = 0.5
# What else a signal may flag of public texts that are not about it: the source, and the share.
ALARMS: dict[str, tuple[str, float]] = {"distress": ("goemotions angry", 0.015), "anger": ("goemotions happy", 0.06)}

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Lessons with their features, labels and trust, a row each."""

    lessons: Sequence[Lesson]
    rows: Floats
    labels: Floats
    trust: Floats

    def part(self, chosen: NDArray[np.bool_]) -> Table:
        """The chosen rows."""
        lessons = [lesson for lesson, take in zip(self.lessons, chosen, strict=True) if take]
        return Table(lessons, self.rows[chosen], self.labels[chosen], self.trust[chosen])


def table(lessons: Sequence[Lesson], rows: Floats) -> Table:
    """The table of lessons whose features are known."""
    labels = np.array([[lesson.labels.get(name, False) for name in NAMES] for lesson in lessons], dtype=np.float32)
    trust = np.array([[lesson.trust.get(name, 0.0) for name in NAMES] for lesson in lessons], dtype=np.float32)
    return Table(lessons, rows, labels, trust)


def teach(whole: Table, say: Callable[[str], None]) -> Network:
    """The network fitted on all rows; its borders are set on rows that networks without their fold judged."""
    plain = np.array([not lesson.varied for lesson in whole.lessons])
    folds = np.array([lesson.fold for lesson in whole.lessons])
    judged = np.zeros((len(whole.lessons), len(NAMES)), dtype=np.float32)
    for fold in range(FOLDS):
        say(f"fold {fold + 1} of {FOLDS} …")
        apart = fit(whole.part(folds != fold), members=1)  # three judge much the same in thrice the time
        judged[folds == fold] = apart.sums(whole.rows[folds == fold])
    say("fitting on all folds …")
    written = whole.part(plain)
    border = np.array([_border(written, judged[plain, i], i) for i in range(len(NAMES))], dtype=np.float32)
    fitted = fit(whole)
    telling = _telling(written)
    return Network(fitted.inner, fitted.inner_bias, fitted.outer, fitted.outer_bias, border, telling)


def fit(part: Table, *, members: int = MEMBERS) -> Network:
    """Networks fitted on a table, without borders."""
    trust = part.trust.copy()
    for i in range(len(NAMES)):
        fires = part.labels[:, i] > 0
        trust[fires, i] *= 0.8 * trust[~fires, i].sum() / max(trust[fires, i].sum(), 1e-6)
    fitted = [_member(part.rows, part.labels, trust, seed) for seed in range(members)]
    inner, inner_bias, outer, outer_bias = (np.stack(each) for each in zip(*fitted, strict=True))
    nothing = np.zeros(len(NAMES), dtype=np.float32)
    return Network(inner, inner_bias, outer, outer_bias, nothing, np.zeros((0, 0), dtype=np.float32))


def _member(rows: Floats, labels: Floats, trust: Floats, seed: int) -> list[Floats]:
    """One network by Adam with decoupled weight decay (Loshchilov 2019) and dropout on its hidden layer."""
    dice = np.random.default_rng(seed)
    wide, many = rows.shape[1], labels.shape[1]
    parts: list[Floats] = [
        dice.normal(0, np.sqrt(2 / wide), (wide, HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, dtype=np.float32),
        dice.normal(0, np.sqrt(1 / HIDDEN), (HIDDEN, many)).astype(np.float32),
        np.full(many, -2.0, dtype=np.float32),
    ]
    first = [np.zeros_like(part) for part in parts]
    second = [np.zeros_like(part) for part in parts]
    batch = min(BATCH, len(rows))
    steps, done = ROUNDS * (len(rows) // batch), 0
    for _ in range(ROUNDS):
        order = dice.permutation(len(rows))
        for start in range(0, len(rows) - batch + 1, batch):
            taken = order[start : start + batch]
            seen = rows[taken]
            seen[dice.random(batch) < MUTED, portrait.of_books()] = 0.0
            seen[np.ix_(dice.random(batch) < ONE_VIEW, portrait.of_english())] = 0.0
            slopes = _slopes(parts, seen, labels[taken], trust[taken], dice)
            done += 1
            pace = PACE * (1.0 - 0.95 * done / steps)
            for i, slope in enumerate(slopes):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                step = (first[i] / (1 - 0.9**done)) / (np.sqrt(second[i] / (1 - 0.999**done)) + 1e-8)
                parts[i] = (parts[i] - pace * (step + SHRINKING * parts[i] * (i in (0, 2)))).astype(np.float32)
    return parts


def _slopes(
    parts: Sequence[Floats], rows: Floats, labels: Floats, trust: Floats, dice: np.random.Generator
) -> list[Floats]:
    """The slopes of the trusted cross-entropy by each part of a network."""
    inner, inner_bias, outer, outer_bias = parts
    hidden = rows @ inner + inner_bias
    kept = (dice.random(hidden.shape, dtype=np.float32) > DROPPED).astype(np.float32) / np.float32(1 - DROPPED)
    active = np.maximum(hidden, 0.0) * kept
    given = 1.0 / (1.0 + np.exp(-np.clip(active @ outer + outer_bias, -30, 30)))
    wrong = ((given - labels) * trust * (8.0 / len(rows))).astype(np.float32)
    back = (wrong @ outer.T) * kept * (hidden > 0)
    return [rows.T @ back, back.sum(axis=0), active.T @ wrong, wrong.sum(axis=0)]


def _border(whole: Table, sums: Floats, signal: int) -> float:
    """The sum with the best F1 on the signal's own cases and routine ones in the mix, quiet on neutral traffic."""
    name = NAMES[signal]
    kinds = np.array([_kind(lesson, name) for lesson in whole.lessons])
    weight = np.zeros(len(kinds))
    for kind, share in MIX.items():
        weight[kinds == kind] = share / max((kinds == kind).sum(), 1)
    order = np.argsort(-sums, kind="stable")
    right = np.cumsum((weight * (kinds == "positive"))[order])
    said = np.cumsum(weight[order])
    f1 = 2 * right / np.maximum(said + MIX["positive"], 1e-9)
    best = float(f1.max())
    near = np.flatnonzero(f1 >= best - 0.004)  # a plateau: its middle is the safest
    border = float(sums[order][near[len(near) // 2]]) - LOWER.get(name, LOWER_ELSE)
    source, share = ALARMS.get(name, ("", 0.0))
    unrelated = np.array([lesson.source == source and not lesson.labels.get(name) for lesson in whole.lessons])
    return max(
        border, _quiet(sums[kinds == "neutral"], NEUTRAL_ALARMS.get(name, OTHER_ALARMS)), _quiet(sums[unrelated], share)
    )


def _quiet(sums: Floats, share: float) -> float:
    """The sum that at most this share of the given ones is over."""
    return float(np.sort(sums)[::-1][int(share * len(sums))]) if len(sums) else -np.inf


def _kind(lesson: Lesson, name: str) -> str:
    if lesson.source in (name, "routine"):
        return lesson.kind
    return "neutral" if lesson.kind == "public" and len(lesson.labels) == len(NAMES) else "other"


def _telling(whole: Table) -> Floats:
    """How much each hashed word speaks for each signal: log odds of its share among trusted positives and others."""
    counts = np.full((2, len(NAMES), TELLING_BUCKETS), 0.5, dtype=np.float64)
    for lesson, labels, trust in zip(whole.lessons, whole.labels, whole.trust, strict=True):
        found = telling_buckets(plain_wording(lesson.turns[-1].text).plain)
        for i in np.flatnonzero(trust >= TRUSTED):
            counts[int(labels[i]), i, found] += 1.0
    shares = counts / counts.sum(axis=2, keepdims=True)
    return np.asarray(np.log(shares[1] / shares[0]), dtype=np.float32)
