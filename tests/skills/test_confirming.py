"""What a short reply means: a yes is nothing but a yes, in seven languages."""

import pytest

from assistant.skills.confirming import Reply, opens_with_no, picked, read, says_other, to_act
from assistant.skills.contract import Act, Choice

ORDERS = (Choice("Order LC-104", "LC-104, shoes"), Choice("Order LC-105", "LC-105, scarf"))


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes please!", "OK", "👍", "yes, do it", "go ahead", "that's right, thanks",
     "Ja, gerne", "ja bitte", "genau",
     "Oui merci", "d'accord", "c'est bon",
     "sí, por favor", "vale", "sì", "va bene", "sim, por favor", "ja graag"],
)  # fmt: skip
def test_a_yes(text: str) -> None:
    assert read(text) is Reply.YES


@pytest.mark.parametrize("text", ["no", "No thanks", "nope", "Nein danke", "non merci", "no, gracias", "não", "nee"])
def test_a_no(text: str) -> None:
    assert read(text) is Reply.NO


@pytest.mark.parametrize(
    "text",
    ["never mind", "Stop", "cancel", "forget it", "I changed my mind", "No, stop, I changed my mind", "vergiss es",
     "doch nicht", "laisse tomber", "déjalo", "lascia perdere", "deixa para lá", "laat maar"],
)  # fmt: skip
def test_a_stop(text: str) -> None:
    assert read(text) is Reply.CANCEL


@pytest.mark.parametrize(
    "text",
    ["", "yes, but to my other card", "yes?", "yes no", "no, the other order", "cancel my order", "LC-104", "yesterday",
     "no idea what you mean", "ok so what does it cost", "ja aber nur die Schuhe", "yes and also refund the bell"],
)  # fmt: skip
def test_neither(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [("the first one", 0), ("2", 1), ("LC-105, scarf", 1), ("order LC-104 please", 0), ("die zweite", 1),
     ("la dernière", 1), ("the scarf", None), ("3", None), ("both", None)],
)  # fmt: skip
def test_a_pick_by_words_or_place(text: str, place: int | None) -> None:
    assert picked(text, ORDERS) == (None if place is None else ORDERS[place])


def test_the_other_of_two_is_the_one_not_under_discussion() -> None:
    assert picked("the other one", ORDERS, current="Order LC-104") == ORDERS[1]
    assert picked("the other one", ORDERS) is None


def test_denials() -> None:
    assert opens_with_no("No, LC-105")
    assert not opens_with_no("Norway is far")
    assert says_other("das andere bitte")
    assert not says_other("my mother's order")


def act(kind: str) -> Act:
    return Act(kind, f"{kind}:LC-104", "LC-104", {}, "Done.", "Because.")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("yes, cancel it", Reply.YES), ("Cancel it please", Reply.YES), ("yes cancel my order", Reply.YES),
     ("Ja, stornieren", Reply.YES), ("oui, annulez-la", Reply.YES), ("sí, cancélalo", Reply.YES),
     ("sì, annulla", Reply.YES), ("sim, cancele-o", Reply.YES), ("ja, annuleer de bestelling", Reply.YES),
     ("cancel", None), ("annuler", None), ("cancel it?", None), ("cancel it but keep the bell", None),
     ("no, don't cancel it", Reply.NO), ("stop", Reply.CANCEL), ("never mind", Reply.CANCEL), ("no", Reply.NO),
     ("yes", Reply.YES)],
)  # fmt: skip
def test_cancel_it_agrees_to_cancelling(text: str, meaning: Reply | None) -> None:
    assert to_act(text, act("cancel")) is meaning
    assert to_act(text, act("appointment_cancelled")) is meaning


@pytest.mark.parametrize("text", ["cancel", "cancel that", "forget it"])
def test_cancel_stops_any_other_act(text: str) -> None:
    assert to_act(text, act("refund")) is Reply.CANCEL


def test_cancel_it_agrees_to_nothing_else() -> None:
    assert to_act("yes, cancel it", act("refund")) is not Reply.YES
