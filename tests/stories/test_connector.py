"""A shop whose orders lie in its own system: asked, told to give money back, refusing, and down at every step."""

import uuid
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from assistant.connector.exchange import ConnectorError
from assistant.models import ActionState, ConnectorCall
from conversations import tasks
from conversations.models import Kind, Note
from tenants.jobs import MOST_ATTEMPTS, Lease
from tests.connector_server.serving import Service, Wire
from tests.stories.orders import CAROL
from tests.stories.talk import Talk

NUMBER = "EX-5001"
STATUS = ("order_status", f"Where is my order {NUMBER}?")
REFUND = ("refund", f"I would like a refund for order {NUMBER}")


@pytest.fixture
def delivered(connector: Service) -> Service:
    """The order came yesterday."""
    yesterday = (timezone.now() - timedelta(days=1)).isoformat()
    connector.orders[0].update(state="delivered", delivered_at=yesterday, placed_at=yesterday)
    return connector


def asks(talk: Talk, what: tuple[str, str]) -> None:
    talk.model_calls(what[0], order=NUMBER)
    talk.says(what[1])


def agreed(talk: Talk) -> None:
    """The customer asked for a refund and said yes to it."""
    talk.proven(CAROL)
    asks(talk, REFUND)
    assert talk.form == "confirm"
    assert "89.90" in talk.said
    talk.says("yes please")


def work(talk: Talk, *, attempt: int = 1) -> None:
    """A worker gives the act to the connector."""
    ids: dict[str, Any] = {"action_id": str(talk.actions[0].id)}
    tasks.WORK["connector_act"](Lease(uuid.uuid4(), uuid.uuid4(), "acme", "connector_act", ids, attempt))


def notices(talk: Talk) -> list[str]:
    return [row.text for row in talk.row.messages.filter(kind=Kind.STATUS).order_by("seq")]


def test_an_order_is_told_as_the_shops_system_has_it(talk: Talk, connector: Service) -> None:
    talk.proven(CAROL)
    asks(talk, STATUS)
    assert talk.said.startswith(f"Order {NUMBER} is on its way to you.")
    assert set(connector.paths()) == {"/baton/orders/find"}


def test_money_goes_back_once_the_shops_system_says_so(talk: Talk, delivered: Service) -> None:
    agreed(talk)
    (action,) = talk.actions
    assert action.state == ActionState.PENDING
    assert talk.said != action.says
    assert delivered.did == {}
    work(talk)
    assert talk.actions[0].state == ActionState.DONE
    assert notices(talk) == [action.says]
    assert [data["amount"] for data in delivered.did.values()] == ["89.90"]
    assert talk.control == "assistant"


def test_what_the_shops_system_refuses_goes_to_a_person(talk: Talk, delivered: Service) -> None:
    delivered.refuses = "The card has expired."
    agreed(talk)
    work(talk)
    assert talk.actions[0].state == ActionState.FAILED
    assert talk.control == "queue"
    assert "The card has expired." in Note.objects.get().text
    assert "card has expired" not in " ".join(notices(talk))


def test_an_order_of_somebody_else_is_as_unknown_as_one_that_there_is_not(talk: Talk, connector: Service) -> None:
    connector.orders[0]["email"] = "erna@example.org"
    talk.proven(CAROL)
    asks(talk, STATUS)
    first = talk.said
    connector.orders.clear()
    talk.says("never mind")
    asks(talk, STATUS)
    assert talk.said == first
    assert "on its way" not in first


@pytest.mark.parametrize("what", [STATUS, REFUND], ids=["order_status", "refund"])
def test_while_it_is_down_a_person_gets_the_wish(talk: Talk, delivered: Service, what: tuple[str, str]) -> None:
    delivered.stop()
    talk.proven(CAROL)
    asks(talk, what)
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "records could not be asked" in talk.handover.reason
    assert not talk.actions
    assert {call.outcome for call in ConnectorCall.objects.all()} == {"unreachable"}


def test_going_down_before_the_yes_does_nothing_and_a_person_gets_it(talk: Talk, delivered: Service) -> None:
    talk.proven(CAROL)
    asks(talk, REFUND)
    delivered.stop()
    talk.says("yes")
    assert not talk.actions
    assert talk.control == "queue"
    assert delivered.did == {}


def test_going_down_after_the_yes_waits_for_it_and_then_does_it_once(talk: Talk, delivered: Service) -> None:
    agreed(talk)
    delivered.stop()
    with pytest.raises(ConnectorError):
        work(talk)
    assert talk.actions[0].state == ActionState.PENDING
    assert notices(talk) == []
    delivered.start()
    work(talk, attempt=2)
    assert talk.actions[0].state == ActionState.DONE
    assert len(delivered.did) == 1


def test_staying_down_ends_with_a_person_who_is_told_that_nobody_knows(talk: Talk, delivered: Service) -> None:
    agreed(talk)
    delivered.stop()
    with suppress(ConnectorError):
        work(talk)
    work(talk, attempt=MOST_ATTEMPTS)
    assert talk.actions[0].state == ActionState.FAILED
    assert talk.control == "queue"
    assert "Nobody knows whether it was carried out" in Note.objects.get().text


def test_a_wish_that_is_repeated_while_the_first_waits_is_not_given_twice(talk: Talk, delivered: Service) -> None:
    agreed(talk)
    asks(talk, REFUND)
    if talk.form == "confirm":
        talk.says("yes")
    work(talk)
    assert len([action for action in talk.actions if action.state == ActionState.DONE]) == 1
    assert len(delivered.did) == 1


def test_a_reply_about_another_customer_is_told_to_nobody(talk: Talk, connector: Service) -> None:
    def mixes_up(_running: Service, wire: Wire) -> None:
        wire.json({"data": [{**connector.orders[0], "number": "EX-9999", "email": "erna@example.org"}]})

    connector.behaviour = mixes_up
    talk.proven(CAROL)
    asks(talk, STATUS)
    assert talk.control == "queue"
    assert "EX-9999" not in talk.said
    assert "erna" not in talk.said
