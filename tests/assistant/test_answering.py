"""What the embedded engine says, and when it says that it does not know."""

import pytest

from assistant.answering import Answer, Line, Unsure, answer, unsure_words
from assistant.evaluation import bench
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText, plain
from assistant.reading import read

HOTEL = next(one for one in bench.own() if one.name == "hotel")


@pytest.fixture(scope="module")
def index() -> Index:
    return build(HOTEL.articles)


class Chat:
    """A conversation with the assistant of the hotel."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.lines: list[Line] = []

    def ask(self, *texts: str) -> Answer | Unsure:
        """Say all `texts` and get one answer."""
        for text in texts:
            self._add("customer", text)
        customer = [line.text for line in self.lines if line.role == "customer"]
        said = answer(self.lines, read(customer), self.index)
        self._add("assistant", said.text if isinstance(said, Answer) else unsure_words("en"))
        return said

    def _add(self, role: str, text: str) -> None:
        assert role in {"customer", "assistant"}
        self.lines.append(Line("customer" if role == "customer" else "assistant", text, len(self.lines) + 1))


@pytest.fixture
def chat(index: Index) -> Chat:
    return Chat(index)


def titles(said: Answer | Unsure) -> list[str]:
    found = said if isinstance(said, Answer) else said.best
    return [source.title for source in found.sources] if found else []


def test_an_answer_quotes_the_knowledge_and_names_its_source(chat: Chat) -> None:
    said = chat.ask("Do you allow dogs?")
    assert isinstance(said, Answer)
    (source,) = said.sources
    assert source.title == "Pets"
    assert said.text == source.passage
    assert source.passage in next(article.body for article in HOTEL.articles if article.title == "Pets")
    assert said.confidence >= chat.index.threshold


def test_nothing_is_said_that_no_article_says(index: Index) -> None:
    bodies = " ".join(plain(article.body) for article in HOTEL.articles)
    for asked in HOTEL.asked:
        said = answer([Line("customer", asked.text, 1)], read([asked.text]), index)
        if isinstance(said, Answer):
            assert all(plain(source.passage) in bodies for source in said.sources)


def test_what_no_article_answers_is_left_to_a_person(chat: Chat) -> None:
    said = chat.ask("Who won the match last night?")
    assert isinstance(said, Unsure)
    assert said.confidence < chat.index.threshold


def test_unsure_keeps_what_it_would_have_said_for_an_agent(index: Index) -> None:
    texts = [asked.text for asked in HOTEL.asked]
    said = [answer([Line("customer", text, 1)], read([text]), index) for text in texts]
    unsure = [one for one in said if isinstance(one, Unsure)]
    assert unsure
    assert all(one.best is not None and one.best.sources for one in unsure)


def test_follow_ups_are_understood_from_the_conversation(chat: Chat) -> None:
    assert titles(chat.ask("What does parking cost?")) == ["Parking"]
    said = chat.ask("and for a van?")
    assert titles(said) == ["Parking"]


def test_a_follow_up_gets_the_sentence_that_matters_instead_of_the_same_words(chat: Chat) -> None:
    first = chat.ask("When is breakfast served?")
    second = chat.ask("and for children, is it free?")
    assert isinstance(first, Answer)
    assert isinstance(second, Answer)
    assert second.text != first.text
    assert titles(second) == ["Breakfast"]


def test_the_same_question_again_makes_the_assistant_unsure(chat: Chat) -> None:
    chat.ask("Do you allow dogs?")
    again = chat.ask("do you allow dogs??")
    assert isinstance(again, Unsure)
    assert again.confidence < chat.index.threshold


def test_two_questions_get_two_answers(chat: Chat) -> None:
    said = chat.ask("What does parking cost and can I bring my dog?")
    assert isinstance(said, Answer)
    assert titles(said) == ["Parking", "Pets"]
    assert "**Parking**" in said.text
    assert "**Pets**" in said.text


def test_of_two_questions_the_unanswerable_one_is_named(chat: Chat) -> None:
    said = chat.ask("Can I bring my dog? Who is the president of France?")
    assert isinstance(said, Answer)
    assert titles(said) == ["Pets"]
    assert "“Who is the president of France”" in said.text


def test_a_burst_of_messages_gets_one_answer(chat: Chat) -> None:
    assert titles(chat.ask("hi", "can i bring", "my dog")) == ["Pets"]


def test_politeness_is_answered_without_a_source(chat: Chat) -> None:
    for text in ("Hello!", "thank you so much", "bye"):
        said = chat.ask(text)
        assert isinstance(said, Answer)
        assert said.sources == ()
        assert said.confidence == 1.0


def test_the_customer_is_answered_in_their_language(chat: Chat) -> None:
    chat.lines.clear()
    said = answer([Line("customer", "Darf mein Hund mitkommen?", 1)], read(["Darf mein Hund mitkommen?"]), chat.index)
    assert isinstance(said, Answer)
    assert said.text.startswith("Das steht dazu auf unseren Hilfeseiten")
    assert titles(said) == ["Pets"]


def test_german_knowledge_answers_german_questions_without_a_remark() -> None:
    index = build(
        [
            ArticleText("1", "Öffnungszeiten", "Wir haben montags bis freitags von 9 bis 18 Uhr geöffnet."),
            ArticleText("2", "Rückgabe", "Sie können Ware innerhalb von 30 Tagen zurückgeben."),
            ArticleText("3", "Versand", "Pakete kommen nach zwei Werktagen an und kosten fünf Euro."),
        ]
    )
    text = "Wann habt ihr geöffnet?"
    said = answer([Line("customer", text, 1)], read([text]), index)
    best = said if isinstance(said, Answer) else said.best
    assert best is not None
    assert best.text == "Wir haben montags bis freitags von 9 bis 18 Uhr geöffnet."


@pytest.mark.parametrize("text", ["", "?", "🤷", "\x00", "a" * 4000, "???? !!! ..."])
def test_odd_texts_end_in_unsure(text: str, index: Index) -> None:
    assert isinstance(answer([Line("customer", text, 1)], read([text]), index), Unsure)


def test_without_knowledge_the_assistant_is_unsure_but_polite() -> None:
    empty = build([])
    assert answer([Line("customer", "Where is it?", 1)], read(["Where is it?"]), empty) == Unsure(0.0, None)
    assert isinstance(answer([Line("customer", "Hello", 1)], read(["Hello"]), empty), Answer)


def test_the_words_of_the_unsure_offer_a_person() -> None:
    assert "person" in unsure_words("en")
    assert "Menschen" in unsure_words("de")
    assert unsure_words("xx") == unsure_words("en")
