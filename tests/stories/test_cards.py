"""What skills learned and did travels with the baton, each with its source message."""

from assistant.models import OrderState
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk


def test_a_handover_outside_of_policy_tells_why_and_what_is_known(talk: Talk) -> None:
    order("LC-104234", price="400.00")
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for order LC-104234")
    handover = talk.handover
    assert (talk.control, talk.decision.trigger, talk.decision.skill) == ("queue", "policy_exception", "refund")
    assert handover is not None
    assert "LC-104234" in handover.reason
    assert "250" in handover.reason
    assert talk.decision.facts["skill"] == {"name": "refund", "outcome": "outside_policy"}
    (fact,) = [one for one in handover.card["facts"] if one["name"] == "order"]
    assert (fact["value"], fact["seq"], fact["label"]) == ("LC-104234", 1, "Order number")
    assert not talk.actions


def test_the_card_says_what_was_done_and_no_question_counts_as_tried(talk: Talk) -> None:
    order("LC-104234")
    order("LC-104233", state=OrderState.SHIPPED)
    talk.proven(CAROL)
    talk.model_calls("refund")
    talk.says("I want my money back")
    talk.says("LC-104234")
    talk.says("yes")
    talk.says("Thanks. I want to talk to a person now")
    handover = talk.handover
    assert handover is not None
    assert "refund LC-104234" in handover.card["summary"]
    assert "40.00 EUR" in handover.card["summary"]
    (tried,) = handover.card["tried"]
    assert "40.00" in tried["text"]
    assert handover.card["wants"] == "I want my money back"
    assert [one["value"] for one in handover.card["facts"] if one["name"] == "order"] == ["LC-104234"]


def test_the_customer_reads_what_is_passed_on_in_their_language(talk: Talk) -> None:
    order("LC-104234", price="400.00")
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("Ich möchte bitte mein Geld zurück für die Bestellung LC-104234")
    assert talk.handover is not None
    assert "Bestellnummer: LC-104234" in talk.handover.card["passed_on"]
