"""The figures of single lines are those of their values and labels."""

import numpy as np
import pytest

from escalation.cases.dialogues import Turn
from escalation.signals import marks
from escalation.signals.lessons import Lesson
from escalation.signals.names import NAMES


def line(text: str, *, positive: bool, source: str = "asks_human lines") -> Lesson:
    kind = "positive" if positive else "near_miss"
    return Lesson((Turn("customer", text),), {}, {}, source, kind, held_out=True)


def test_f1_is_at_the_threshold_and_recall_where_enough_is_right() -> None:
    told = [line(f"p{i}", positive=True) for i in range(4)]
    told += [line("n", positive=False), line("elsewhere", positive=True, source="anger lines")]
    values = np.zeros((len(told), len(NAMES)))
    values[:, NAMES.index("asks_human")] = [0.9, 0.8, 0.7, 0.4, 0.6, 0.0]
    whole, precise = marks.of_lines("asks_human", told, values)
    assert whole.n == 5
    assert whole.value == pytest.approx(2 * 3 / (2 * 3 + 1 + 1))
    assert (precise.n, precise.value) == (4, 0.75)
