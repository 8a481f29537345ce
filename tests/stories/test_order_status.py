"""Where is my order: another number, a question beside, and an order that is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assistant.models import Order, OrderState
from conversations.models import Customer
from tests.stories.orders import order
from tests.stories.talk import Talk

FIRST, OTHER = "LC-104233", "LC-104240"


@pytest.fixture(autouse=True)
def orders(talk: Talk) -> None:
    """Two orders of Carol's, who proved nothing so far."""
    order(FIRST, state=OrderState.SHIPPED)
    order(OTHER, state=OrderState.PACKED)


def ask(talk: Talk) -> None:
    """Carol asks for the first one, and is asked for the code."""
    talk.model_calls("order_status", order=FIRST)
    talk.says(f"Where is my order {FIRST}?")
    assert talk.form == "code"


def test_the_order_that_was_meant_is_told_and_not_the_first(talk: Talk) -> None:
    ask(talk)
    talk.model_calls("order_status", order=OTHER)
    talk.says(f"Sorry, I meant {OTHER}")
    assert talk.form == "code"
    talk.types_the_code()
    assert OTHER in talk.said
    assert FIRST not in talk.said
    assert talk.reply is not None
    assert [(source["article_id"], source["title"]) for source in talk.reply.sources] == [("", f"Order {OTHER}")]
    assert talk.control == "assistant"


def test_a_question_in_between_is_answered_and_the_code_still_counts(talk: Talk) -> None:
    ask(talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert "scarf" not in talk.said
    talk.types_the_code()
    assert FIRST in talk.said
    assert "scarf" in talk.said


def test_a_person_looks_after_the_late_one(talk: Talk) -> None:
    Order.objects.filter(number=FIRST).update(shipped_at=timezone.now() - timedelta(days=20))
    ask(talk)
    talk.types_the_code()
    assert talk.choices == ["I would like to talk to a person"]
    talk.says(talk.choices[0])
    assert talk.control == "queue"
    assert talk.handover is not None
    assert FIRST in [fact["value"] for fact in talk.handover.card["facts"]]


def test_after_a_question_in_between_the_open_one_comes_back_in_short(talk: Talk) -> None:
    Customer.objects.update(email="")
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    assert "so that nobody else learns" in talk.said
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert talk.said.endswith("did you order with?")
