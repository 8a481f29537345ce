"""Talks of several turns: a follow-up is understood from the talk, two questions get both, the language is kept."""

import pytest

from assistant.answering import Answer, Line, answer
from assistant.evaluation import dialogues
from assistant.evaluation.dialogues import Asks, Played, company
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from assistant.reading import read
from conversations.demo.content import articles

BREAKFAST = "Breakfast is served from 6:30 to 10:30, at weekends until 11:30, and costs 19 euros. Children eat free."
ARTICLES = [
    ArticleText("breakfast", "Breakfast", BREAKFAST, ("When is breakfast?",)),
    ArticleText("parking", "Parking", "The garage has 40 places at 18 euros a night. Bicycles stand free.", ()),
    ArticleText("wifi", "Wi-Fi", "Wi-Fi is free in the whole house. The password stands on your key card.", ()),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return build(ARTICLES)


@pytest.fixture(scope="module")
def played() -> list[Played]:
    return dialogues.play()


def say(index: Index, *texts: str) -> list[str]:
    """The assistant's words in a talk in which the customer writes these texts."""
    lines: list[Line] = []
    prior = "en"
    for text in texts:
        lines.append(Line("customer", text, len(lines) + 1))
        seen = read([line.text for line in lines if line.role == "customer"], prior=prior)
        prior = seen.language
        found = answer(lines, seen, index)
        said = found.text if isinstance(found, Answer) else "unsure"
        lines.append(Line("assistant", said, len(lines) + 1))
    return [line.text for line in lines if line.role == "assistant"]


def test_there_are_dialogues_of_many_trades(played: list[Played]) -> None:
    assert len({one.company for one in played}) >= 10
    assert sum(one.kind is Asks.FIRST for one in played) >= 60


@pytest.mark.parametrize(
    ("kind", "right", "wrong"), [(Asks.FIRST, 0.88, 0.08), (Asks.FOLLOW_UP, 0.82, 0.12), (Asks.TWO, 0.6, 0.2)]
)
def test_turns_are_understood_from_the_talk(played: list[Played], kind: Asks, right: float, wrong: float) -> None:
    found = dialogues.shares(played)[kind]
    assert found[0] >= right, found
    assert found[1] <= wrong, found


def test_the_same_sentence_may_answer_another_question_and_says_that_it_was_written_before() -> None:
    said = say(company("hotel"), "When is breakfast?", "and at the weekend?", "is it included?")
    assert all("19 euros" in text for text in said)
    assert said[-1].startswith("As I wrote above:")


def test_the_same_question_again_is_not_met_with_the_same_words(index: Index) -> None:
    said = say(index, "When is breakfast?", "When is breakfast?")
    assert said[1] == "unsure"


def test_a_whole_question_is_taken_at_its_word_after_another_subject(index: Index) -> None:
    said = say(index, "When is breakfast?", "Where can I park my car in the garage?")
    assert "garage" in said[1]


def test_an_answer_stays_in_the_customers_language(index: Index) -> None:
    said = say(index, "Wann gibt es Frühstück?", "Gibt es hier im Haus kostenloses WLAN?")
    assert said[0].startswith("Das steht dazu auf unseren Hilfeseiten")
    assert "Wi-Fi is free" in said[1]


def test_a_follow_up_that_names_another_subject_is_not_met_with_what_was_said(index: Index) -> None:
    assert "Bicycles stand free" in say(index, "Where can we park?", "and the wifi?", "and bicycles?")[2]
    shop = build([ArticleText(slug, one.title, one.body, tuple(one.questions)) for slug, one in articles().items()])
    assert "5 to 8 working days" in say(shop, "How long does delivery take?", "And to Germany?")[1]
    assert "5 to 8 working days" in say(shop, "Wie lange dauert die Lieferung?", "Und nach Deutschland?")[1]
    assert "4 to 7 working days" in say(shop, "How long does delivery take?", "And for e-bikes?")[1]
