"""What answers are worth and add up to; each expected score is worked out beside it."""

from typing import Any

import pytest

from conversations.assessments import questions, scoring
from tenants.errors import ParameterError
from tests.assessments import sheets

CHOICES: list[dict[str, Any]] = [
    {"id": "full", "label": "Fully", "worth": 1.0},
    {"id": "half", "label": "In part", "worth": 0.5},
    {"id": "other", "label": "By others", "worth": None},
]
ASKED = questions.questions(
    [
        {
            "id": "one",
            "questions": [
                sheets.question("Right?", id="right", weight=3),
                sheets.question("Leaked?", id="leak", critical=True, good="no"),
            ],
        },
        {
            "id": "two",
            "questions": [
                sheets.question("Kind?", "scale", id="kind", weight=2),
                sheets.question("Solved?", "choice", id="solved", choices=CHOICES),
            ],
        },
    ]
)


@pytest.mark.parametrize(
    ("said", "score", "failed"),
    [
        ({"right": "yes", "leak": "no", "kind": "5", "solved": "full"}, 100.0, ()),
        # 3*1 + 1*1 + 2*(3-1)/4 + 1*0.5 = 5.5 of 7
        ({"right": "yes", "leak": "no", "kind": "3", "solved": "half"}, 100 * 5.5 / 7, ()),
        # without what does not apply: 3*0 + 2*1 of 5; a choice without worth does not count either
        ({"right": "no", "leak": "na", "kind": "5", "solved": "other"}, 40.0, ()),
        # a critical question fails the whole, however good the rest
        ({"right": "yes", "leak": "yes", "kind": "5", "solved": "full"}, 0.0, ("leak",)),
        ({"right": "na", "leak": "na", "kind": "na", "solved": "na"}, None, ()),
    ],
)
def test_the_score_is_the_weighted_share_of_what_applies(
    said: dict[str, str], score: float | None, failed: tuple[str, ...]
) -> None:
    worths = {one.id: one.worth(said[one.id]) for one in ASKED}
    found = scoring.score(ASKED, worths)
    assert (found.score, found.failed_at) == (None if score is None else pytest.approx(score), failed)


def test_each_section_has_a_score_of_its_own() -> None:
    said = {"right": "yes", "leak": "yes", "kind": "3", "solved": "half"}
    found = scoring.score(ASKED, {one.id: one.worth(said[one.id]) for one in ASKED})
    assert found.sections == {"one": 75.0, "two": 50.0}


def test_a_value_that_is_no_answer_is_refused() -> None:
    for name, value in (("right", "4"), ("kind", "6"), ("solved", "gone"), ("kind", "yes")):
        with pytest.raises(ParameterError):
            next(one for one in ASKED if one.id == name).worth(value)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ([sheets.question("Same?", id="a"), sheets.question("same?", id="b")], "twice"),
        ([sheets.question("One?", id="a"), sheets.question("Two?", id="a")], "same id"),
        ([sheets.question("Which?", "choice", id="a", choices=CHOICES[:1])], "two choices"),
        ([sheets.question("Which?", "choice", id="a", choices=[{**one, "worth": 0} for one in CHOICES])], "worth"),
        ([sheets.question("Which?", "choice", id="a", critical=True, choices=CHOICES)], "critical"),
    ],
)
def test_a_card_that_makes_no_sense_is_refused_in_words(asked: list[dict[str, Any]], says: str) -> None:
    with pytest.raises(ParameterError, match=says):
        questions.checked([{"id": "s", "title": "All", "questions": asked}])
