"""The last words of each task are answered by two turns at the same moment: said once, and done once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time
from functools import partial

import pytest

from agents.models import OpeningTime, Team
from assistant.models import Action, Guide, OrderState, Product, Ticket
from conversations import turn
from tenants.models import Tenant
from tests import cast
from tests.appointments.workshop import service, workshop
from tests.properties.together import Together
from tests.skills.test_guides import BRAKES
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk
from tests.stories.test_appointments import booked, day

NUMBER, TICKET = "LC-104234", "T-1000001"
GUIDE = "guide"


def _nothing() -> None:
    """There is nothing to prepare."""


def _ticket() -> None:
    Ticket.objects.create(number=TICKET, email=CAROL, subject="Squealing brake", entries=[])


def _shelf() -> None:
    for name, price in (("Mill Lane", 649), ("Harbour", 1190)):
        told = {"description": "A good one.", "attributes": {}, "stock": 3}
        Product.objects.create(sku=name, name=name, category="City bikes", price=price, **told)


def _week() -> None:
    OpeningTime.objects.create(team=Team.objects.get(), weekday=0, opens=time(9), closes=time(18))


def _workshop() -> None:
    service(workshop(seats=1))


def _appointment() -> None:
    booked(service(workshop(seats=1)))


def _guide() -> None:
    Guide.objects.create(title="Squealing brakes", examples=["My brakes squeal"], steps=BRAKES, on=True)


def _order(state: str) -> Callable[[], None]:
    def prepare() -> None:
        order(NUMBER, state=state)

    return prepare


@dataclass(frozen=True)
class Routine:
    """How a customer asks for a skill and answers; the turns that race are those after the last of these words."""

    skill: str
    words: tuple[str, ...]
    prepare: Callable[[], None] = _nothing
    slots: dict[str, str] = field(default_factory=dict)
    kind: str = ""  # of the act that is done once; "" where the skill only tells

    def begin(self, talk: Talk) -> None:
        """Everything but the last words; the model calls the tool whenever it is asked about the first."""
        self.prepare()
        talk.proven(CAROL)
        name = str(Guide.objects.get().id) if self.skill == GUIDE else self.skill
        for _ in range(1 if len(self.words) > 1 else 2):
            talk.model_calls(name, **self.slots)
        for said in self.words[:-1]:
            talk.says(said)


ROUTINES = (
    Routine("order_status", (f"Where is my order {NUMBER}?",), _order(OrderState.SHIPPED), {"order": NUMBER}),
    Routine(
        "refund", (f"I would like a refund for order {NUMBER}", "yes"),
        _order(OrderState.DELIVERED), {"order": NUMBER}, kind="refund",
    ),
    Routine(
        "returns", (f"I want to return my order {NUMBER}", "yes"),
        _order(OrderState.DELIVERED), {"order": NUMBER}, kind="return",
    ),
    Routine(
        "cancel_order", (f"Please cancel my order {NUMBER}", "yes"),
        _order(OrderState.PAID), {"order": NUMBER}, kind="cancel",
    ),
    Routine(
        "shipping_address",
        (f"I need to change the delivery address of order {NUMBER}", "14 Mill Lane, HB1 4LC Hartsbridge", "yes"),
        _order(OrderState.PAID), {"order": NUMBER}, kind="address",
    ),
    Routine(
        "contact_data", ("I have a new phone number: +44 20 7946 0958", "yes"),
        slots={"part": "phone", "phone": "+442079460958"}, kind="contact",
    ),
    Routine(
        "recommend", ("I'm looking for a city bike under 800 euros",),
        _shelf, {"wish": "a city bike under 800 euros"},
    ),
    Routine(
        "follow_up", ("What is the status of my ticket?", "It is the front brake, not the rear brake"),
        _ticket, kind="ticket_entry",
    ),
    Routine("password_reset", ("I forgot my password", "Yes, it worked")),
    Routine(
        "qualify_lead",
        ("I'd like a quote for a larger quantity", "City bikes", "20", "In March"), kind="lead",
    ),
    Routine(
        "book_appointment",
        (f"I'd like to book an appointment for a full service on {day()} at 10:30", "no", "yes"),
        _workshop, {"service": "full service", "days": day(), "time": "10:30"}, kind="booking",
    ),
    Routine(
        "move_appointment", (f"I need to move my appointment to {day(14)} at 15:00", "yes"),
        _appointment, {"days": day(14), "time": "15:00"}, kind="appointment_moved",
    ),
    Routine(
        "cancel_appointment", ("I need to cancel my appointment", "yes"), _appointment, kind="appointment_cancelled"
    ),
    Routine(
        "collect_information",
        ("My name is Carol Miller and I want to leave my contact details", CAROL, "A quote for ten bikes", "yes"),
        kind="information",
    ),
    Routine("hours", ("Are you open on Sunday?",), _week, {"day": "Sunday"}),
    Routine(GUIDE, ("My brakes squeal, what can I do?", "The front one", "yes"), _guide),
)  # fmt: skip


def named(routine: Routine) -> str:
    return routine.skill


@pytest.mark.usefixtures("own_database")
@pytest.mark.parametrize("routine", ROUTINES, ids=named)
def test_two_turns_at_once_say_it_once_and_do_it_once(talk: Talk, in_acme: Tenant, routine: Routine) -> None:
    routine.begin(talk)
    assert not Action.objects.exists()
    talk.conversation = heard = cast.says(talk.customer, routine.words[-1])
    with Together(in_acme, 2) as both:
        came = both.do([partial(turn.take, str(heard.id), heard.last_customer_seq)] * 2)
    assert set(came) == {True, False}  # one of them carried it out
    assert talk.control == "assistant"
    said = talk.row.messages.filter(kind="text", author_kind="assistant", seq__gt=heard.last_customer_seq)
    assert said.count() == 1
    assert [action.kind for action in Action.objects.all()] == ([routine.kind] if routine.kind else [])
    assert talk.decision.asked_seq == heard.last_customer_seq
    assert talk.decision.skill == (str(Guide.objects.get().id) if routine.skill == GUIDE else routine.skill)
