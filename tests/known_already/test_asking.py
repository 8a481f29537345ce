"""Which words ask a customer for something that could be known, in seven languages."""

import pytest

from assistant.answering import Line
from assistant.records.numbers import USUAL
from conversations.known_already import asking, repeating

ASKS = {
    "What is your order number?": ["order"],
    "Could you please send me your e-mail address and order number?": ["order", "email"],
    "Können Sie mir bitte Ihre Bestellnummer nennen?": ["order"],
    "Wie heißen Sie?": ["name"],
    "Wie lautet Ihre Lieferadresse?": ["address"],
    "Quel est votre numéro de commande ?": ["order"],
    "Pouvez-vous me donner votre numéro de téléphone ?": ["phone"],
    "Que s'est-il passé ?": ["what"],
    "¿Cuál es su número de pedido?": ["order"],
    "¿Me puede indicar su correo electrónico?": ["email"],
    "¿Qué ha pasado?": ["what"],
    "Può dirmi il numero d'ordine?": ["order"],
    "Qual è il suo indirizzo?": ["address"],
    "Qual é o seu nome?": ["name"],
    "Pode indicar o número da encomenda?": ["order"],
    "Wat is uw bestelnummer?": ["order"],
    "Kunt u uw e-mailadres geven?": ["email"],
    "Please tell me what happened.": ["what"],
}
ASKS_NOT = (
    "I found your order number in the mail.",
    "Your e-mail address is confirmed.",
    "Is there anything else?",
    "Would Monday suit you?",
    "Ihre Bestellnummer steht auf der Rechnung.",
    "Votre commande est partie hier.",
    "We have your name and address, thank you.",
)


@pytest.mark.parametrize(("text", "names"), ASKS.items())
def test_a_question_names_what_it_asks_for(text: str, names: list[str]) -> None:
    assert [one.name for one in asking.asked_for(text)] == names


@pytest.mark.parametrize("text", ASKS_NOT)
def test_what_only_tells_asks_for_nothing(text: str) -> None:
    assert list(asking.asked_for(text)) == []


TALK = [
    Line("customer", "My order LC-104233 came broken, I am carol@example.org", 1),
    Line("assistant", "What is your order number?", 2),
    Line("customer", "I want a person", 3),
    Line("agent", "Hello! What is your order number?", 4),
    Line("customer", "LC-104233, as I wrote. My number is +44 20 7946 0958", 5),
    Line("agent", "And your phone number?", 6),
    Line("agent", "Is carol@example.org still your e-mail address?", 7),
]


def test_what_a_person_asked_again_and_what_the_customer_gave_again_is_counted_after_the_handover_alone() -> None:
    found = [(one["by"], one["what"], one["seq"]) for one in repeating.repeats(TALK, since=3, known_numbers=USUAL)]
    assert found == [("agent", "order", 4), ("customer", "order", 5), ("agent", "phone", 6)]
    assert list(repeating.repeats(TALK, since=7, known_numbers=USUAL)) == []
