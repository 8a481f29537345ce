"""The assistant on the demo shop's articles, asked by somebody who did not write them (typing errors are meant)."""

import csv
from pathlib import Path

import numpy as np
import pytest

from assistant.answering import Answer, Line, Unsure, answer
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from assistant.reading import read
from conversations.demo.content import articles

QUESTIONS = Path(__file__).parent / "demo_questions.csv"


@pytest.fixture(scope="module")
def shop() -> Index:
    return build([ArticleText(slug, one.title, one.body, tuple(one.questions)) for slug, one in articles().items()])


@pytest.fixture(scope="module")
def asked(shop: Index) -> list[tuple[str, Answer | Unsure]]:
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        (row["article"], answer([Line("customer", row["question"], 1)], read([row["question"]]), shop)) for row in rows
    ]


def _article(said: Answer | Unsure) -> str:
    best = said if isinstance(said, Answer) else said.best
    return best.sources[0].article_id if best and best.sources else ""


def test_most_questions_are_answered_and_rightly(asked: list[tuple[str, Answer | Unsure]]) -> None:
    answerable = [(article, said) for article, said in asked if article]
    assert np.mean([_article(said) == article for article, said in answerable]) >= 0.78
    answered = [(article, said) for article, said in answerable if isinstance(said, Answer)]
    assert len(answered) / len(answerable) >= 0.85
    assert np.mean([_article(said) == article for article, said in answered]) >= 0.82


def test_what_the_shop_has_no_article_on_is_left_to_a_person(asked: list[tuple[str, Answer | Unsure]]) -> None:
    others = [said for article, said in asked if not article]
    assert np.mean([isinstance(said, Unsure) for said in others]) >= 0.8


def test_the_story_of_the_readme(shop: Index) -> None:
    first = "How long does delivery take?"
    said = answer([Line("customer", first, 1)], read([first]), shop)
    assert isinstance(said, Answer)
    assert "Parcels take 2 to 3 working days" in said.text
    lines = [Line("customer", first, 1), Line("assistant", said.text, 2), Line("customer", "and for e-bikes?", 3)]
    then = answer(lines, read([first, "and for e-bikes?"]), shop)
    assert isinstance(then, Answer)
    assert then.text.startswith("Bicycles and e-bikes take 4 to 7 working days")
