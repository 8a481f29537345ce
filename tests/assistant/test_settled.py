"""A question for what a person decided gets just that, in the language it was said in; other questions do not."""

import pytest

from assistant import settled
from assistant.answering import Answer, Line, Source
from assistant.settled import Settled

DECIDED = [
    Settled(text, about, "Decided by Maya on 12 May")
    for text, about in (
        (
            "We refund 20 EUR for the late delivery to your card.",
            "My parcel is ten days late and I want money back",
        ),
        ("You can keep the damaged lamp, and a new one is sent free of charge on Monday.", "The lamp arrived broken"),
        ("Your warranty is extended until 31 December 2027.", "Can I get a longer warranty because of the repair?"),
        ("Wir erlassen Ihnen die Mahngebühr von 15 EUR.", "Warum soll ich eine Mahngebühr zahlen?"),
        ("Nous vous remboursons les frais de port de 12 EUR.", "Les frais de port ont été comptés deux fois"),
    )
]
ASKS = {
    "when do I get my money back for the late delivery?": 0,
    "how much was the refund again?": 0,
    "will I get the 20 euros?": 0,
    "do I have to send the broken lamp back?": 1,
    "when does the new lamp come?": 1,
    "how long is my warranty now?": 2,
    "muss ich die Mahngebühr jetzt zahlen?": 3,
    "wie war das mit der Mahnung?": 3,
    "Est-ce que les frais de port sont remboursés ?": 4,
    "quand vais-je recevoir mes 12 euros ?": 4,
    "¿Qué decidió Maya?": 4,
    "What did Maya decide?": 4,
}
ASKS_NOT = (
    "what are your opening hours?",
    "do you ship to Austria?",
    "how do I return something?",
    "can I pay by card?",
    "how long does delivery take?",
    "where is my order LC-104234?",
    "Wann haben Sie geöffnet?",
    "Quels moyens de paiement acceptez-vous ?",
    "I want to cancel my subscription",
    "Do you have this lamp in blue?",
    "I forgot my password",
    "Thank you!",
)


def _asked(text: str, otherwise: Answer | None = None) -> Answer | None:
    return settled.answer([Line("customer", text, 1)], DECIDED, otherwise=otherwise)


@pytest.mark.parametrize(("text", "place"), ASKS.items())
def test_a_question_for_a_decision_gets_it_with_its_source(text: str, place: int) -> None:
    found = _asked(text)
    assert found is not None
    assert found.sources[-1] == Source("", "Decided by Maya on 12 May", DECIDED[place].text)
    assert f"Decided by Maya on 12 May: {DECIDED[place].text}" in found.text


@pytest.mark.parametrize("text", ASKS_NOT)
def test_another_question_gets_none(text: str) -> None:
    assert _asked(text) is None


def test_an_article_that_is_nearer_goes_first() -> None:
    text = "Is there a warranty on bikes?"
    source = Source("art_1", "Is there a warranty on bikes?", "Bikes have a warranty of two years.")
    article = Answer("Yes", 0.9, (source,))
    assert _asked(text) is not None
    assert _asked(text, article) is None
