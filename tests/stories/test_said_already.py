"""What customers said, in whatever words and whenever, is not asked again, nor taken for something else."""

import pytest

from assistant.models import Order, OrderItem, Product, Service
from tenants.models import Tenant
from tests.appointments.workshop import service, workshop
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk
from tests.stories.test_appointments import BOOK, MOVE, booked, day

FIRST, OTHER = "LC-104233", "LC-104240"


@pytest.fixture
def full(shop: Tenant) -> Service:
    """An hour in the workshop with one stand."""
    return service(workshop(seats=1))


def holds(made: Order, *names: str) -> None:
    """The order is of these things."""
    made.items.all().delete()
    for line, name in enumerate(names, 1):
        OrderItem.objects.create(order=made, line=line, name=name, price=made.total / len(names))


@pytest.fixture
def batteries(talk: Talk) -> None:
    """Carol bought two batteries, one of them with mudguards, and a scarf."""
    holds(order(FIRST), "Full Mudguard Set", "Volta Battery 500 Wh")
    holds(order(OTHER), "Volta Battery 625 Wh")
    order("LC-104250")
    talk.proven(CAROL)


@pytest.mark.usefixtures("batteries")
def test_an_order_is_known_by_what_it_holds(talk: Talk) -> None:
    talk.model_calls("refund")
    talk.says("my volta 500 battery came broken, I want a refund")
    assert OTHER not in f"{talk.said} {talk.choices}"
    assert "Volta Battery 500 Wh" in talk.said
    assert "Mudguard" not in talk.said


@pytest.mark.usefixtures("batteries")
def test_of_several_orders_those_are_offered_that_hold_what_was_named(talk: Talk) -> None:
    talk.model_calls("refund")
    talk.says("my battery came broken, I want a refund")
    assert set(talk.choices) == {FIRST, OTHER}
    talk.model_calls("refund", order=OTHER)
    talk.says("the 625")
    assert talk.task is not None
    assert talk.task.slots["order"].value == OTHER


@pytest.mark.parametrize("words", ["where is {}?", "Wo bleibt {}?"])
def test_an_order_may_be_asked_for_by_its_number_alone(talk: Talk, words: str) -> None:
    order(FIRST)
    talk.model_calls("order_status", order=FIRST)
    talk.says(words.format(FIRST))
    assert talk.decision.skill == "order_status"


def test_a_new_number_that_is_in_use_nowhere_is_still_the_number_that_was_told(talk: Talk) -> None:
    talk.proven(CAROL)
    talk.model_calls("contact_data", part="phone", phone="+44 7700 900123")
    talk.says("please change my phone number to +44 7700 900123")
    assert talk.form == "confirm"
    assert "7700" in talk.said.replace(" ", "")


def test_a_yes_to_several_times_asks_which_one(talk: Talk, full: Service) -> None:
    talk.model_calls(BOOK, days=day(14))
    talk.says(f"Can I book a full service on {day(14)}?")
    assert len(talk.choices) > 1
    talk.says("yes")
    assert "in a few words" not in talk.said
    assert len(talk.choices) > 1
    talk.model_calls(BOOK, time="10:30")
    talk.says("10:30")
    assert talk.control == "assistant"
    assert talk.form == "code"


def test_a_time_after_the_day_is_on_that_day_though_it_is_the_old_one(talk: Talk, full: Service) -> None:
    booked(full)
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14))
    talk.says(f"please move my appointment to {day(14)}")
    assert "10:00" in " ".join(talk.choices)
    talk.model_calls(MOVE, time="10:00")
    talk.says("10:00")
    assert talk.form == "confirm"
    assert f"{day(14)}, 10:00" in talk.said


def test_a_name_in_reply_to_the_question_for_an_address_is_kept(talk: Talk, full: Service) -> None:
    talk.customer.name, talk.customer.email = f"{talk.customer.MADE_UP}X3M0", ""
    talk.customer.save()
    talk.model_calls(BOOK, days=day(14), time="10:00")
    talk.says(f"Can I book a full service on {day(14)} at 10:00?")
    assert talk.task is not None
    assert talk.task.asked == "email"
    talk.model_calls(BOOK, name="Greta Hollis")
    talk.says("Greta Hollis")
    talk.model_calls(BOOK, email=CAROL)
    talk.says(CAROL)
    talk.types_the_code()
    talk.says("no")
    assert "for Greta Hollis" in talk.said


def test_a_further_wish_stays_with_the_kind_that_was_shown(talk: Talk) -> None:
    for name, category, colour in (
        ("Mill Lane", "City bikes", "green"),
        ("Harbour", "City bikes", "grey"),
        ("Sprout", "Child seats", "blue"),
    ):
        told = {"description": f"One of our {category.lower()}.", "attributes": {"Colour": colour}}
        Product.objects.create(sku=name, name=name, category=category, price=99, stock=3, **told)
    talk.model_calls("recommend", wish="a city bike")
    talk.says("Can you recommend a city bike?")
    assert set(talk.choices) == {"Mill Lane", "Harbour"}
    talk.model_calls("recommend", more="and in blue?")
    talk.says("and in blue?")
    assert "Sprout" not in talk.said
    assert "nothing with “blue”" in talk.said
    talk.says("something cheaper")
    assert talk.control == "assistant"
