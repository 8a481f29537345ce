"""The same person in two conversations, on a telephone and at a desk, who agrees in both at the same moment."""

import time
from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from threading import Event

import pytest
from django.conf import LazySettings
from django.db import transaction

from assistant.models import Action, Appointment, AppointmentState, Lead, Order, OrderState, SkillSettings, Ticket
from assistant.skills.passwords.policy import SYSTEM
from conversations import turn
from conversations.models import Customer
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.appointments.workshop import service, workshop
from tests.connector_server.serving import Service
from tests.connector_server.setting import use
from tests.properties.together import PATIENCE, Together
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk
from tests.stories.test_appointments import BOOK, CANCEL, booked, day

NUMBER, TICKET = "LC-104234", "T-1000001"
WAITING = "SELECT 1 FROM pg_locks WHERE NOT granted"  # which, unlike pg_stat_activity, a transaction reads afresh

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def talks(talk: Talk) -> Sequence[Talk]:
    """Carol's two conversations; she proved her address in both."""
    other = Talk(Customer.objects.create(name="Carol", email=CAROL), talk.model)
    for one in (talk, other):
        one.proven(CAROL)
    return talk, other


def both_say(talks: Sequence[Talk], tenant: Tenant, *words: str) -> None:
    """The last words come in both conversations, and their turns run at the same moment."""
    works = []
    for talk, said in zip(talks, words * 2 if len(words) == 1 else words, strict=True):
        talk.conversation = heard = cast.says(talk.customer, said)
        works.append(partial(turn.take, str(heard.id), heard.last_customer_seq))
    with Together(tenant, len(works)) as both:
        assert both.do(works) == [True] * len(works)


def begin(talks: Sequence[Talk], skill: str, said: str, **slots: str) -> None:
    """The same wish in both, one after the other."""
    for talk in talks:
        talk.model_calls(skill, **slots)
        talk.says(said)


def somebody_comes_to_wait() -> None:
    """Return as soon as one transaction waits for another one."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with current.connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone():
                return
        time.sleep(0.02)
    raise AssertionError("Nobody came to wait.")


def held(talks: Sequence[Talk]) -> list[str]:
    """Who holds the batons."""
    return sorted(talk.control for talk in talks)


def test_one_order_is_refunded_once(talks: Sequence[Talk], in_acme: Tenant) -> None:
    order(NUMBER, state=OrderState.DELIVERED)
    begin(talks, "refund", f"I would like a refund for order {NUMBER}", order=NUMBER)
    assert [talk.form for talk in talks] == ["confirm", "confirm"]
    both_say(talks, in_acme, "yes")
    assert Action.objects.filter(state="done").count() == 1
    assert Order.objects.get().refunded == Decimal("40.00")


def test_one_seat_is_booked_once(talks: Sequence[Talk], in_acme: Tenant) -> None:
    service(workshop(seats=1))
    wish = f"I'd like to book an appointment for a full service on {day()} at 10:30"
    begin(talks, BOOK, wish, service="full service", days=day(), time="10:30")
    for talk in talks:
        talk.says("no")  # to a reminder
    assert [talk.form for talk in talks] == ["confirm", "confirm"]
    both_say(talks, in_acme, "yes")
    assert Appointment.objects.count() == 1
    assert [action.kind for action in Action.objects.all()] == ["booking"]


def test_one_appointment_is_cancelled_once(talks: Sequence[Talk], in_acme: Tenant) -> None:
    booked(service(workshop(seats=1)))
    begin(talks, CANCEL, "I need to cancel my appointment")
    both_say(talks, in_acme, "yes")
    assert Appointment.objects.get().state == AppointmentState.CANCELLED
    assert Action.objects.count() == 1


def test_what_both_add_to_a_ticket_is_on_it(talks: Sequence[Talk], in_acme: Tenant) -> None:
    Ticket.objects.create(number=TICKET, email=CAROL, subject="Squealing brake", entries=[])
    begin(talks, "follow_up", "What is the status of my ticket?")
    words = ("It is the front brake of the bike", "It only squeals when it rains")
    both_say(talks, in_acme, *words)
    assert {entry["text"] for entry in Ticket.objects.get().entries} == set(words)
    assert held(talks) == ["assistant", "assistant"]


def test_what_a_colleague_writes_on_the_ticket_meanwhile_stays_on_it(talk: Talk, in_acme: Tenant) -> None:
    """The turn comes to the ticket while somebody else writes on it, and waits for them."""
    Ticket.objects.create(number=TICKET, email=CAROL, subject="Squealing brake", entries=[])
    talk.proven(CAROL)
    begin([talk], "follow_up", "What is the status of my ticket?")
    heard = cast.says(talk.customer, "It is the front brake of the bike")

    def colleague() -> None:
        with transaction.atomic():
            ticket = Ticket.objects.select_for_update().get()
            ready.set()
            somebody_comes_to_wait()
            ticket.entries = [*ticket.entries, {"at": "", "by": "desk", "text": "New pads are ordered."}]
            ticket.save(update_fields=["entries"])

    def customer() -> None:
        ready.wait(PATIENCE)
        turn.take(str(heard.id), heard.last_customer_seq)

    ready = Event()
    with Together(in_acme, 2) as both:
        assert both.do([colleague, customer]) == [None, None]
    assert [entry["by"] for entry in Ticket.objects.get().entries] == ["desk", "customer"]


def test_each_leaves_a_lead_of_its_own(talks: Sequence[Talk], in_acme: Tenant) -> None:
    begin(talks, "qualify_lead", "I'd like a quote for a larger quantity")
    for answer in ("City bikes", "20"):
        for talk in talks:
            talk.says(answer)
    both_say(talks, in_acme, "In March")
    assert {lead.conversation for lead in Lead.objects.all()} == {str(talk.row.id) for talk in talks}
    assert Lead.objects.count() == 2


def test_one_letter_for_a_password_is_on_its_way_at_a_time(
    talks: Sequence[Talk], in_acme: Tenant, connector: Service, settings: LazySettings
) -> None:
    """Whoever asks for a second one meanwhile gets a person, and not another letter."""
    use(connector, settings, acts=["password_reset"])
    SkillSettings.objects.create(name="password_reset", policy={"how": SYSTEM})
    begin(talks, "password_reset", "I forgot my password")
    both_say(talks, in_acme, CAROL)
    assert [(action.kind, action.state) for action in Action.objects.all()] == [("password_reset", "pending")]
    assert held(talks) == ["assistant", "queue"]
