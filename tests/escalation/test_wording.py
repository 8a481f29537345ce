"""Plain wording: shorthand and slips are put right, and every span leads back to the original letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.signals.wording import plain_wording, slip_distance


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I wanna spek to a Reprsentitive plzzz", "i want to speak to a representative please"),
        ("don’t", "don't"),
        ("I don’t  know", "i don't know"),
        ("soooo rediculous", "soo ridiculous"),
        ("one\n\n two", "one\ntwo"),
        ("shared assistance is terrific", "shared assistance is terrific"),
        ("İstanbul STRASSE ß", "İstanbul strasse ß"),
    ],
)
def test_text_is_made_plain(text: str, plain: str) -> None:
    assert plain_wording(text).plain == plain


@given(st.text(max_size=80))
def test_each_letter_leads_back_into_the_original(text: str) -> None:
    wording = plain_wording(text)
    assert len(wording.plain) == len(wording.starts) == len(wording.ends)
    assert list(wording.starts) == sorted(wording.starts)
    if wording.plain:
        assert wording.span(0, len(wording.plain)) == (0, len(text))


def test_a_span_of_a_corrected_word_is_the_word_as_written() -> None:
    wording = plain_wording("pls get me a supervizor!!")
    start = wording.plain.index("supervisor")
    assert wording.original[slice(*wording.span(start, start + len("supervisor")))] == "supervizor"


@pytest.mark.parametrize(
    ("one", "other", "slips"), [("a", "a", 0), ("ab", "ba", 1), ("agnet", "agent", 1), ("x", "abc", 2)]
)
def test_slips_are_counted_up_to_a_limit(one: str, other: str, slips: int) -> None:
    assert slip_distance(one, other, 1) == slips
