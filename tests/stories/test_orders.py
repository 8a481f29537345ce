"""Each skill about orders in a talk, with either engine: its happy way and the ways that lead off it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from assistant.models import Action, Connector, Order, OrderItem, OrderState, Person
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk

HOME = "14 Mill Lane, HB1 4LC Hartsbridge"
HOURS = "We are open Monday to Friday from 9 am to 6 pm"
NUMBER, OTHER = "LC-104234", "LC-104250"


@dataclass(frozen=True)
class Wish:
    """How a customer asks for a skill, what else they have to say, and the state of an order that fits."""

    skill: str
    asks: str
    answers: tuple[str, ...] = ()
    state: str = OrderState.DELIVERED
    outside: str = OrderState.PACKED
    kind: str = ""  # of act

    def begin(self, talk: Talk, number: str = NUMBER) -> None:
        """The customer asks, with the order's number, and answers what they are asked."""
        talk.model_calls(self.skill, order=number)
        talk.says(self.asks.format(order=number))
        for answer in self.answers:
            talk.says(answer)


STATUS = Wish("order_status", "Where is my order {order}?", state=OrderState.SHIPPED)
REFUND = Wish("refund", "I would like a refund for order {order}", kind="refund")
RETURNS = Wish("returns", "I want to return my order {order}", kind="return")
CANCEL = Wish("cancel_order", "Please cancel my order {order}", state=OrderState.PAID, kind="cancel")
ADDRESS = Wish(
    "shipping_address",
    "I need to change the delivery address of order {order}",
    (HOME,),
    OrderState.PAID,
    kind="address",
)
ALL = (STATUS, REFUND, RETURNS, CANCEL, ADDRESS)
WRITING = ALL[1:]


def named(wish: Wish) -> str:
    return wish.skill


@pytest.fixture(params=ALL, ids=named)
def wish(request: pytest.FixtureRequest, shop: object) -> Wish:
    """Each skill, with an order that fits it."""
    found: Wish = request.param
    order(NUMBER, state=found.state)
    return found


@pytest.fixture(params=WRITING, ids=named)
def change(request: pytest.FixtureRequest, shop: object) -> Wish:
    """Each skill that changes something, with an order that fits it."""
    found: Wish = request.param
    order(NUMBER, state=found.state)
    return found


def records() -> Any:
    """What the skills may change, and what they do not."""
    return [list(model.objects.order_by("pk").values()) for model in (Order, OrderItem, Person, Action)]


def test_status_is_told_with_the_dates_of_the_record(talk: Talk, shop: object) -> None:
    order(NUMBER, state=OrderState.SHIPPED)
    talk.proven(CAROL)
    STATUS.begin(talk)
    assert talk.said.startswith(f"Order {NUMBER} is on its way to you.")
    assert "Wool scarf" in talk.said
    assert (talk.task, talk.control) == (None, "assistant")


def test_a_yes_does_it_once_and_tells(talk: Talk, change: Wish) -> None:
    talk.proven(CAROL)
    change.begin(talk)
    assert (talk.form, talk.choices) == ("confirm", ["Yes", "No"])
    assert not talk.actions
    talk.says("yes please")
    (action,) = talk.actions
    assert (action.kind, action.subject, action.email, action.state) == (change.kind, NUMBER, CAROL, "done")
    assert talk.said == action.says
    assert talk.control == "assistant"


def test_what_was_done_is_not_done_again(talk: Talk, change: Wish) -> None:
    """The same wish once more, in the same talk and in another one."""
    talk.proven(CAROL)
    change.begin(talk)
    talk.says("yes")
    done = talk.actions
    if change is ADDRESS:
        return  # an address may change back and forth
    change.begin(talk)
    if talk.form == "confirm":
        talk.says("yes")
    assert talk.actions == done
    assert Action.objects.count() == 1


def test_who_says_yes_twice_gets_it_once(talk: Talk, change: Wish) -> None:
    talk.proven(CAROL)
    change.begin(talk)
    talk.says("yes")
    talk.says("yes, yes, do it")
    assert len(talk.actions) == 1


def test_without_proof_nothing_is_told_and_nothing_changes(talk: Talk, wish: Wish) -> None:
    before = records()
    wish.begin(talk)
    assert talk.form == "code"
    assert "scarf" not in talk.said
    assert records() == before


def test_an_order_of_somebody_else_is_as_unknown_as_one_that_there_is_not(talk: Talk, wish: Wish) -> None:
    order("LC-104299", email="erna@example.org", state=wish.state)
    talk.proven(CAROL)
    replies = []
    for number in ("LC-104299", "LC-104298"):
        talk.model_calls(wish.skill, order=number)
        talk.says(wish.asks.format(order=number))
        replies.append(talk.said.replace(number, "#"))
        assert "#" in replies[-1]
        talk.says("never mind")
    assert replies[0] == replies[1]
    assert not talk.actions


def test_a_wrong_code_opens_nothing(talk: Talk, wish: Wish) -> None:
    wish.begin(talk)
    assert talk.form == "code"
    before = records()
    talk.says("000000")
    assert "scarf" not in talk.said
    assert records() == before


def test_a_correction_takes_the_other_order(talk: Talk, change: Wish) -> None:
    order(OTHER, price="30.00", state=change.state)
    talk.proven(CAROL)
    change.begin(talk)
    assert talk.form == "confirm"
    talk.says(f"Sorry, I meant {OTHER}")
    assert talk.form == "confirm"
    assert OTHER in talk.said
    talk.says("yes")
    assert [action.subject for action in talk.actions] == [OTHER]


def test_a_question_in_between_is_answered_and_the_task_goes_on(talk: Talk, change: Wish) -> None:
    talk.proven(CAROL)
    change.begin(talk)
    talk.says("Wait, are you open on Saturday?")
    assert talk.said.startswith(HOURS)
    assert NUMBER in talk.said
    assert talk.choices == ["Yes", "No"]
    talk.says("yes")
    assert [action.kind for action in talk.actions] == [change.kind]


def test_outside_of_policy_a_person_gets_it_with_the_reason(talk: Talk, change: Wish) -> None:
    Order.objects.update(state=change.outside)
    before = records()
    talk.proven(CAROL)
    talk.model_calls(change.skill, order=NUMBER)
    talk.says(change.asks.format(order=NUMBER))
    assert talk.control == "queue"
    assert talk.handover is not None
    assert NUMBER in talk.handover.reason
    assert "packed" in talk.handover.reason
    assert "is packed and about to leave" in talk.said
    assert records() == before


def test_records_that_do_not_answer_lead_to_a_person(talk: Talk, wish: Wish) -> None:
    Connector.objects.create(on=True, address="https://down.invalid", reads=["orders"])
    before = records()
    talk.proven(CAROL)
    talk.model_calls(wish.skill, order=NUMBER)
    talk.says(wish.asks.format(order=NUMBER))
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "records could not be asked" in talk.handover.reason
    assert records() == before


def test_what_changed_before_the_yes_stops_it(talk: Talk, change: Wish) -> None:
    talk.proven(CAROL)
    change.begin(talk)
    Order.objects.update(state=change.outside)
    talk.says("yes")
    assert not talk.actions
    assert Order.objects.get().state == change.outside
    assert talk.control == "queue"


def test_a_phone_number_is_changed_after_it_was_said_back(talk: Talk, shop: object) -> None:
    talk.proven(CAROL)
    talk.model_calls("contact_data", part="phone", phone="+442079460958")
    talk.says("I have a new phone number: +44 20 7946 0958")
    assert talk.form == "confirm"
    assert "+442079460958" in talk.said.replace(" ", "")
    talk.says("yes")
    assert Person.objects.get(email=CAROL).phone == "+442079460958"
    assert [action.kind for action in talk.actions] == ["contact"]


def test_contact_data_of_who_did_not_prove_an_address_stays(talk: Talk, shop: object) -> None:
    Person.objects.create(email=CAROL, phone="+441632960111")
    talk.model_calls("contact_data", part="phone", phone="+442079460958")
    talk.says("I have a new phone number: +44 20 7946 0958")
    assert talk.form == "code"
    talk.says("yes")
    assert Person.objects.get().phone == "+441632960111"


def test_an_item_that_was_named_is_not_asked_for(talk: Talk, shop: object) -> None:
    bought = order(NUMBER, price="65.00")
    OrderItem.objects.create(order=bought, line=2, name="Brass bell", price="25.00")
    talk.proven(CAROL)
    talk.model_calls("refund", order=NUMBER, item="the brass bell")
    talk.says(f"I would like a refund for the brass bell of order {NUMBER}")
    assert talk.form == "confirm"
    assert "Brass bell" in talk.said
    assert "scarf" not in talk.said
    talk.says("yes")
    assert str(Order.objects.get().refunded) == "25.00"


def test_a_late_parcel_is_told_and_a_person_offered(talk: Talk, shop: object) -> None:
    late = order(NUMBER, state=OrderState.SHIPPED)
    Order.objects.filter(pk=late.pk).update(shipped_at=timezone.now() - timedelta(days=20))
    talk.proven(CAROL)
    STATUS.begin(talk)
    assert talk.choices == ["I would like to talk to a person"]
    talk.says(talk.choices[0])
    assert talk.control == "queue"
