"""Promises and decisions are found in the desk's own words, in seven languages, with the time that they name."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from assistant import promising

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday
PROMISES = (
    "I'll send you a new wheel.",
    "We will call you back tomorrow.",
    "You will receive the refund within 5 days.",
    "Ich schicke Ihnen morgen ein Etikett.",
    "Dann melde ich mich bei Ihnen.",
    "Wir rufen Sie am Freitag an.",
    "Je vous envoie une étiquette demain.",
    "Nous allons vérifier avec le transporteur.",
    "Le llamaremos mañana.",
    "Vamos a revisar el pedido.",
    "La richiameremo domani.",
    "Le invieremo un nuovo pezzo.",
    "Vamos enviar uma etiqueta.",
    "Ligaremos amanhã.",
    "Ik stuur u morgen een label.",
    "We bellen u vrijdag terug.",
)
NO_PROMISES = (
    "Would you like me to call?",
    "Your order is on its way.",
    "I will need your order number.",
    "Ihre Bestellung ist unterwegs.",
    "Votre commande est en route.",
    "Shall we send it again?",
)
DUE = {
    "We will call you tomorrow.": datetime(2026, 11, 24, 18, tzinfo=UTC),
    "I'll call you on Friday at 2 pm.": datetime(2026, 11, 27, 14, tzinfo=UTC),
    "You will hear from us within 2 hours.": datetime(2026, 11, 23, 11, tzinfo=UTC),
    "Wir melden uns innerhalb von 3 Tagen.": datetime(2026, 11, 26, 9, tzinfo=UTC),
    "Nous vous rappellerons demain.": datetime(2026, 11, 24, 18, tzinfo=UTC),
    "Ik stuur u morgen een label.": datetime(2026, 11, 24, 18, tzinfo=UTC),
    "I'll look into it.": None,
}


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_is_found(text: str) -> None:
    assert list(promising.promises(f"Hello Carol. {text}")) == [text]


@pytest.mark.parametrize("text", NO_PROMISES)
def test_a_question_or_a_statement_is_no_promise(text: str) -> None:
    assert list(promising.promises(text)) == []


@pytest.mark.parametrize(("text", "due_at"), DUE.items())
def test_a_promise_is_due_when_its_words_say(text: str, due_at: datetime | None) -> None:
    language = {"W": "en", "I": "en", "Y": "en", "N": "fr"}[text[0]] if " ik " not in text.lower() else "nl"
    assert promising.due(text, said_at=NOW, zone=ZoneInfo("UTC"), language=language) == due_at


def test_a_decision_is_what_grants_or_refuses_something() -> None:
    text = "I am sorry. We refund 20 EUR. You can keep the lamp. Shall we send it? Wir erlassen Ihnen die Gebühr."
    assert list(promising.decisions(text)) == [
        "We refund 20 EUR.",
        "You can keep the lamp.",
        "Wir erlassen Ihnen die Gebühr.",
    ]
