"""What is typed into the search becomes terms: words, words in a row, without, either or, an unfinished last word."""

import pytest

from conversations.searching import asked
from conversations.searching.asked import Term


def said(typed: str) -> list[list[tuple[str, bool, bool]]]:
    return [[(term.words, term.quoted, term.begins) for term in group] for group in asked.read(typed).groups]


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("", []),
        ("  -- !? ", []),
        ("parcel", [[("parcel", False, True)]]),
        ("parcel ", [[("parcel", False, False)]]),
        ("pa", [[("pa", False, False)]]),
        ("late parcel", [[("late", False, False)], [("parcel", False, True)]]),
        ('"late parcel"', [[("late parcel", True, False)]]),
        ('"late parcel', [[("late parcel", True, False)]]),
        ("late or slow parcel", [[("late", False, False), ("slow", False, False)], [("parcel", False, True)]]),
        ("or", [[("or", False, False)]]),
        ("late or", [[("late", False, False)], [("or", False, False)]]),
        ("BT-1042", [[("BT-1042", False, True)]]),
        ("maya@example.org", [[("maya@example.org", False, True)]]),
    ],
)
def test_words_become_groups_of_which_each_must_be_there(
    typed: str, groups: list[list[tuple[str, bool, bool]]]
) -> None:
    assert said(typed) == groups


def test_a_minus_leaves_out() -> None:
    read = asked.read('parcel -customs -"no thanks"')
    assert read.groups == ((Term("parcel"),),)
    assert read.without == (Term("customs"), Term("no thanks", quoted=True))


def test_no_more_terms_are_looked_for_than_anybody_means() -> None:
    assert len(asked.read("a word " * 200).groups) == asked.MOST_TERMS
