"""Books of phrases: how they are read, refused, negated and blotted out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from escalation.signals import phrases
from escalation.signals.phrases import BookError, apart, find, load_book
from escalation.signals.wording import plain_wording

BOOK = """# A book for the tests.
FRUIT = apples?|pears?

[0.8]
\\bi like {FRUIT}\\b
[0.9 always]
\\bno {FRUIT}\\b
[near misses]
\\bapple pie\\b
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(phrases, "BOOKS", tmp_path)
    load_book.cache_clear()
    yield tmp_path
    load_book.cache_clear()


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find(plain_wording(text), load_book("fruit")).hits]


def test_phrases_are_found_with_their_names_written_out(shelf: Path) -> None:
    (shelf / "fruit.en.txt").write_text(BOOK)
    assert found("Well, I like  Pears") == ["I like  Pears"]
    assert find(plain_wording("i like apples"), load_book("fruit")).strength == 0.8


def test_a_negation_takes_a_phrase_back_unless_it_always_counts(shelf: Path) -> None:
    (shelf / "fruit.en.txt").write_text(BOOK)
    assert found("nobody says i like pears") == []
    assert found("don't give me no apples") == ["no apples"]


def test_near_misses_are_blotted_out_and_counted(shelf: Path) -> None:
    (shelf / "fruit.en.txt").write_text(BOOK)
    looked = find(plain_wording("i like apple pie"), load_book("fruit"))
    assert (looked.hits, looked.missed) == ((), 1)


@pytest.mark.parametrize("line", ["a pattern", "[0.9]\n(", "[0.9]\n{ABSENT}", "[loud]\nx"])
def test_a_book_that_cannot_be_read_names_file_and_line(shelf: Path, line: str) -> None:
    (shelf / "fruit.en.txt").write_text(f"{line}\n")
    with pytest.raises(BookError, match="fruit"):
        load_book("fruit")


def test_a_signal_without_a_book_is_refused(shelf: Path) -> None:
    with pytest.raises(BookError, match="fruit"):
        load_book("fruit")


def test_overlapping_hits_are_quoted_once() -> None:
    hits = find(plain_wording("please let me talk to a real person now"), load_book("asks_human")).hits
    assert len(apart(hits)) < len(hits)
