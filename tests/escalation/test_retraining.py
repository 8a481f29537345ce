"""The kept weights come from the kept cases and have the kept figures; training in small gives its own again."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from conversations.management.commands.train_signals import CASES, REHEARSAL, SAMPLE, draw_table, kept_figures
from escalation import cases
from escalation.signals import NAMES, lessons, marks, network, rehearsal
from escalation.signals.schooling import Table

# Features that differ by 1e-4 of themselves, far more than two processors' do, moved an F1 by .026 at most in the
# training and by nothing in the measuring, where one case at a border may still fall to the other side.
ONE_CASE = 0.03
TRAINED_AGAIN = 0.05
ALL_TOGETHER = 0.015


@cache
def written() -> Table:
    """The written lessons that the rehearsal looks at, with what the network sees of them."""
    return draw_table([lesson for lesson in lessons.gather(None) if rehearsal.is_part(lesson)], lambda _: None)


def kept_f1(part: str) -> dict[str, float]:
    return {row["signal"]: row["value"] for row in kept_figures()[part] if row["name"] == rehearsal.F1}


def test_the_weights_come_from_the_cases_as_they_are() -> None:
    assert kept_figures()[CASES] == cases.fingerprint(), "cases have changed: run train_signals"


def test_the_kept_weights_have_the_kept_figures() -> None:
    held = np.array([lesson.held_out for lesson in written().lessons])
    table = written().part(held)
    figures = marks.mark(table.lessons, network.load().values(table.rows))
    measured = {figure.signal: figure.value for figure in figures if figure.name == rehearsal.F1}
    assert set(measured) == set(NAMES)
    assert measured == pytest.approx(kept_f1(SAMPLE), abs=ONE_CASE)


def test_training_in_small_gives_its_kept_figures_again() -> None:
    measured = {figure.signal: figure.value for figure in rehearsal.rehearse(written())}
    kept = kept_f1(REHEARSAL)
    assert set(measured) == set(NAMES)
    assert measured == pytest.approx(kept, abs=TRAINED_AGAIN)
    assert np.mean([*measured.values()]) == pytest.approx(np.mean([*kept.values()]), abs=ALL_TOGETHER)
