"""While the company's own system is down: what needs it goes to a person, and what does not goes on."""

import uuid
from datetime import time

import pytest
from django.conf import LazySettings

from agents.models import OpeningTime, Team
from assistant.connector.exchange import ConnectorError
from assistant.models import (
    ActionState,
    Appointment,
    AppointmentState,
    ConnectorCall,
    Guide,
    Lead,
    Person,
    SkillSettings,
    Ticket,
)
from assistant.models import Service as Offered
from assistant.skills.passwords.policy import SYSTEM
from conversations import tasks
from conversations.models import Note
from tenants.jobs import MOST_ATTEMPTS, Lease
from tests.appointments.workshop import service, working_day, workshop
from tests.connector_server.serving import Service
from tests.connector_server.setting import use
from tests.skills.test_guides import BRAKES
from tests.stories.orders import CAROL
from tests.stories.talk import Talk
from tests.stories.test_appointments import BOOK, CANCEL, MOVE, asks_for_a_time, booked, day


@pytest.fixture
def full(shop: object) -> Offered:
    """An hour in the workshop with one stand."""
    return service(workshop(seats=1))


def goes_to_a_person(talk: Talk) -> None:
    """Nothing was done, and the desk learns why."""
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "records could not be asked" in talk.handover.reason
    assert not talk.actions
    assert {call.outcome for call in ConnectorCall.objects.all()} == {"unreachable"}


def works(talk: Talk, *, attempt: int = 1) -> None:
    """A worker gives the act to the company's system."""
    ids = {"action_id": str(talk.actions[0].id)}
    tasks.WORK["connector_act"](Lease(uuid.uuid4(), uuid.uuid4(), "acme", "connector_act", ids, attempt))


def test_nothing_is_recommended_of_what_nobody_can_see(talk: Talk, connector: Service) -> None:
    connector.stop()
    talk.model_calls("recommend", wish="a light under 50 euros")
    talk.says("Can you recommend a light under 50 euros?")
    goes_to_a_person(talk)
    assert "Lumen" not in talk.said


def test_going_down_in_mid_advice_brings_a_person(talk: Talk, connector: Service) -> None:
    talk.model_calls("recommend", wish="a light under 50 euros")
    talk.says("Can you recommend a light under 50 euros?")
    assert "Lumen 600" in talk.said
    connector.stop()
    talk.says("Lumen 600")
    assert talk.control == "queue"


def test_no_ticket_is_told_of_or_opened(talk: Talk, connector: Service) -> None:
    connector.stop()
    talk.proven(CAROL)
    talk.model_calls("follow_up")
    talk.says("What is the status of my ticket?")
    goes_to_a_person(talk)
    assert not Ticket.objects.exists()


def test_going_down_before_the_words_for_a_ticket_came_puts_them_before_a_person(
    talk: Talk, connector: Service
) -> None:
    talk.proven(CAROL)
    talk.model_calls("follow_up")
    talk.says("What is the status of my ticket?")
    assert "T-100" in talk.said
    connector.stop()
    talk.says("It is the front fork that creaks")
    assert talk.control == "queue"
    assert not talk.actions
    assert talk.handover is not None
    assert "It is the front fork that creaks" in [fact["value"] for fact in talk.handover.card["facts"]]


def test_a_letter_for_a_new_password_goes_once_the_system_is_back(
    talk: Talk, connector: Service, settings: LazySettings
) -> None:
    wants_a_letter(talk, connector, settings)
    connector.stop()
    with pytest.raises(ConnectorError):
        works(talk)
    assert talk.actions[0].state == ActionState.PENDING
    assert not talk.row.messages.filter(text__startswith="If there is an account").exists()
    connector.start()
    works(talk, attempt=2)
    assert talk.actions[0].state == ActionState.DONE
    assert [data["request"]["email"] for data in connector.did.values()] == [CAROL]
    assert talk.control == "assistant"


def test_a_letter_that_never_went_ends_with_a_person(talk: Talk, connector: Service, settings: LazySettings) -> None:
    wants_a_letter(talk, connector, settings)
    connector.stop()
    works(talk, attempt=MOST_ATTEMPTS)
    assert talk.actions[0].state == ActionState.FAILED
    assert talk.control == "queue"
    assert "Nobody knows whether it was carried out" in Note.objects.get().text
    assert not talk.row.messages.filter(text__startswith="If there is an account").exists()


def wants_a_letter(talk: Talk, connector: Service, settings: LazySettings) -> None:
    """Carol asks the company's system for a letter, through the assistant."""
    use(connector, settings, acts=["password_reset"])
    SkillSettings.objects.create(name="password_reset", policy={"how": SYSTEM})
    talk.model_calls("password_reset")
    talk.says("I forgot my password")
    talk.model_calls("password_reset", email=CAROL)
    talk.says(CAROL)
    assert [(one.kind, one.state) for one in talk.actions] == [("password_reset", "pending")]


def test_a_phone_number_that_the_system_keeps_waits_for_it(
    talk: Talk, connector: Service, settings: LazySettings
) -> None:
    use(connector, settings, acts=["contact"])
    connector.stop()
    talk.proven(CAROL)
    talk.model_calls("contact_data", part="phone", phone="+442079460958")
    talk.says("I have a new phone number: +44 20 7946 0958")
    talk.says("yes")
    assert [(one.kind, one.state) for one in talk.actions] == [("contact", "pending")]
    works(talk, attempt=MOST_ATTEMPTS)
    assert talk.actions[0].state == ActionState.FAILED
    assert talk.control == "queue"
    assert not Person.objects.exists()


def test_a_lead_is_kept_all_the_same(talk: Talk, connector: Service) -> None:
    connector.stop()
    talk.model_calls("qualify_lead")
    talk.says("I'd like a quote for a larger quantity")
    for answer in ("City bikes", "20", "In March"):
        talk.says(answer)
    assert Lead.objects.get().told["quantity"] == "20"
    assert connector.requests == []


def test_hours_are_told_all_the_same(talk: Talk, connector: Service) -> None:
    OpeningTime.objects.create(team=Team.objects.get(), weekday=0, opens=time(9), closes=time(18))
    connector.stop()
    talk.model_calls("hours", day="Sunday")
    talk.says("Are you open on Sunday?")
    assert "we are closed" in talk.said
    assert talk.control == "assistant"


def test_details_are_taken_down_all_the_same(talk: Talk, connector: Service) -> None:
    connector.stop()
    talk.model_calls("collect_information")
    talk.says("My name is Carol Miller and I want to leave my contact details")
    for answer in (CAROL, "A quote for ten bikes", "yes"):
        talk.says(answer)
    assert [one.kind for one in talk.actions] == ["information"]
    assert talk.control == "assistant"


def test_a_guide_is_walked_all_the_same(talk: Talk, connector: Service) -> None:
    guide = Guide.objects.create(title="Squealing brakes", examples=["My brakes squeal"], steps=BRAKES, on=True)
    connector.stop()
    talk.model_calls(str(guide.id))
    talk.says("My brakes squeal, what can I do?")
    talk.says("The front one")
    talk.says("yes")
    assert talk.said.startswith("Then it is only water")


def test_an_appointment_is_booked_all_the_same(talk: Talk, connector: Service, full: Offered) -> None:
    connector.stop()
    asks_for_a_time(talk)
    talk.says("yes")
    assert [action.kind for action in talk.actions] == ["booking"]
    assert talk.decision.skill == BOOK


def test_an_appointment_is_moved_all_the_same(talk: Talk, connector: Service, full: Offered) -> None:
    booked(full)
    connector.stop()
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00")
    talk.says("yes")
    assert Appointment.objects.get().starts_at.date() == working_day(14)


def test_an_appointment_is_cancelled_all_the_same(talk: Talk, connector: Service, full: Offered) -> None:
    booked(full)
    connector.stop()
    talk.proven(CAROL)
    talk.model_calls(CANCEL)
    talk.says("I need to cancel my appointment")
    talk.says("yes")
    assert Appointment.objects.get().state == AppointmentState.CANCELLED
