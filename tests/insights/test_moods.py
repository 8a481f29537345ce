"""How customers sound, in seven languages: the sign is right, and nothing is made of plain questions."""

import pytest

from conversations.insights import moods

GLAD = {
    "en": "Perfect, thank you so much!",
    "de": "Vielen Dank, jetzt klappt alles wunderbar",
    "fr": "Merci beaucoup, c'est parfait",
    "es": "Muchas gracias, ya funciona",
    "it": "Grazie mille, tutto a posto",
    "pt": "Muito obrigada, ficou ótimo",
    "nl": "Hartelijk dank, het werkt",
}
CROSS = {
    "en": "This is ridiculous, the worst service ever",
    "de": "Das ist eine Frechheit, ich warte seit Wochen",
    "fr": "C'est inadmissible, toujours pas de colis",
    "es": "Es una vergüenza, sigo esperando",
    "it": "È inaccettabile, aspetto da settimane",
    "pt": "É um absurdo, ainda não chegou",
    "nl": "Belachelijk, ik heb nog steeds niets, waardeloos",
}
PLAIN = {
    "en": "Where is my order 4711? See http://example.org/a",
    "de": "Wo ist meine Bestellung 4711?",
    "fr": "Où est ma commande 4711 ?",
    "es": "¿Dónde está el pedido 4711?",
    "it": "Dov'è il mio ordine 4711?",
    "pt": "Onde está a minha encomenda 4711?",
    "nl": "Waar is mijn bestelling 4711?",
}


@pytest.mark.parametrize("language", GLAD)
def test_each_language_is_heard(language: str) -> None:
    glad, cross = moods.of(GLAD[language], language), moods.of(CROSS[language], language)
    assert glad is not None
    assert cross is not None
    assert glad >= 0.3
    assert cross <= -0.3
    assert moods.of(PLAIN[language], language) == 0


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("", None),
        ("Thanks", 0.333),
        ("This is not good", -0.2),
        ("No, thanks", 0.333),  # what turns words round does not reach beyond the comma
        ("TERRIBLE!!", -0.6),  # -2, half as much again since it is shouted: -3 / 5
        ("👍", 0.333),
        ("😡", -0.5),
        ("Thanks for nothing, this is terrible", -0.333),  # 1 - 2 = -1, of which -1 / 3
    ],
)
def test_what_a_mood_is_made_of(text: str, mood: float | None) -> None:
    assert moods.of(text, "en") == mood


def test_an_unknown_language_is_read_as_english() -> None:
    assert moods.of("Thanks", "xx") == moods.of("Thanks", "en-GB") == 0.333
