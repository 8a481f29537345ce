"""The table of measures tells what was reached, and what is missing of the data."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assistant.evaluation import measures
from assistant.evaluation.figures import Outcome
from conversations.evaluation.parts import PARTS
from conversations.evaluation.table import Row


@pytest.mark.parametrize(
    ("value", "at_most", "reached"),
    [
        (0.93, False, "goal"),
        (0.88, False, "floor"),
        (0.5, False, "missed"),
        (0.5, True, "goal"),
        (0.95, True, "missed"),
    ],
)
def test_a_row_says_which_aim_it_reaches(*, value: float, at_most: bool, reached: str) -> None:
    floor, goal = (0.9, 0.85) if at_most else (0.85, 0.92)
    row = Row("retrieval", "refused", value, 60, 0.4, 0.9, floor=floor, goal=goal, at_most=at_most)
    assert row.reached == reached
    assert row.line().endswith(reached)
    assert row.to_json()["reached"] == reached


def test_a_measure_without_an_aim_misses_none() -> None:
    assert Row("speed", "median", 12.0, 300, 11.0, 13.0).reached == "no aim"


def test_the_command_names_a_folder_or_a_set_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("evaluate", data=tmp_path / "none", stdout=StringIO(), stderr=StringIO())
    with pytest.raises(CommandError, match=r"banking77/train\.csv: the folder of public data lacks it"):
        call_command("evaluate", data=tmp_path, only=["understanding"], stdout=StringIO(), stderr=StringIO())
    assert set(PARTS) >= {"speed", "understanding", "retrieval", "signals"}


def test_shares_and_resampled_figures_carry_their_cases_and_an_interval() -> None:
    outcomes = [Outcome(0.9, right=number % 5 != 0, answerable=True) for number in range(100)]
    outcomes += [Outcome(number / 100, right=False, answerable=False) for number in range(50)]
    right = measures.right_first(outcomes)
    assert (right.value, right.cases) == (0.8, 100)
    assert right.low < 0.8 < right.high
    refused = measures.refused(outcomes, 0.9)
    assert refused.cases == 50
    assert refused.value == 1.0
    assert measures.calibration_error(outcomes).cases == 150
