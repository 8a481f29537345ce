"""Moving and cancelling an appointment: second thoughts, questions beside, other people's, and where it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assistant.models import Appointment, AppointmentState, Service
from tenants.models import Tenant
from tests.appointments.workshop import at, service, working_day, workshop
from tests.stories.orders import CAROL
from tests.stories.talk import Talk
from tests.stories.test_appointments import BOOK, CANCEL, DORA, MOVE, booked, day


@pytest.fixture
def full(shop: Tenant) -> Service:
    """An hour in the workshop with one stand."""
    return service(workshop(seats=1))


def moves(talk: Talk) -> None:
    """Carol wants her appointment at another time, which is said back."""
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00")
    assert talk.form == "confirm"


def cancels(talk: Talk) -> None:
    """Carol wants to cancel."""
    talk.proven(CAROL)
    talk.model_calls(CANCEL)
    talk.says("I need to cancel my appointment")


def test_another_time_before_the_yes_is_the_one_it_moves_to(talk: Talk, full: Service) -> None:
    booked(full)
    moves(talk)
    talk.model_calls(MOVE, time="14:00")
    talk.says("no, at 14:00 instead")
    assert f"{day(14)}, 14:00" in talk.said
    talk.says("yes")
    moved = Appointment.objects.get()
    assert (moved.starts_at, moved.moves) == (at(working_day(14), 14), 1)


def test_a_question_in_between_is_answered_and_it_still_moves(talk: Talk, full: Service) -> None:
    booked(full)
    moves(talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert Appointment.objects.get().moves == 0
    talk.says("yes")
    assert Appointment.objects.get().starts_at == at(working_day(14), 15)


def test_one_that_moved_too_often_is_for_a_person(talk: Talk, full: Service) -> None:
    made = booked(full)
    Appointment.objects.update(moves=3)
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00")
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "was moved 3 times already" in talk.handover.reason
    assert Appointment.objects.get().starts_at == made.starts_at


def test_too_late_to_move_is_for_a_person(talk: Talk, full: Service) -> None:
    made = booked(full)
    soon = timezone.now() + timedelta(hours=5)
    times = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "free_at": soon + timedelta(hours=1)}
    Appointment.objects.filter(pk=made.pk).update(**times)
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00")
    assert talk.control == "queue"
    assert Appointment.objects.get().starts_at == soon


def test_a_strangers_wish_moves_nothing(talk: Talk, full: Service) -> None:
    made = booked(full, email=DORA)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00, my address is {DORA}")
    assert talk.form == "code"
    assert "Full service" not in talk.said
    talk.says("000000")
    assert "Full service" not in talk.said
    assert Appointment.objects.get().starts_at == made.starts_at
    assert not talk.actions


def test_who_proved_another_address_finds_nothing_to_move(talk: Talk, full: Service) -> None:
    made = booked(full, email=DORA)
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00")
    assert "Full service" not in talk.said
    assert DORA not in talk.said
    assert Appointment.objects.get().starts_at == made.starts_at


def test_the_other_one_is_cancelled_when_the_first_was_not_meant(talk: Talk, full: Service) -> None:
    first, second = booked(full), booked(full, ahead=14)
    talk.proven(CAROL)
    talk.model_calls(CANCEL, which=day())
    talk.says(f"I need to cancel my appointment on {day()}")
    assert talk.form == "confirm"
    talk.model_calls(CANCEL, which=day(14))
    talk.says(f"Sorry, I mean the one on {day(14)}")
    assert talk.form == "confirm"
    talk.says("yes")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (AppointmentState.BOOKED, AppointmentState.CANCELLED)


def test_a_question_in_between_is_answered_and_it_is_still_cancelled(talk: Talk, full: Service) -> None:
    booked(full)
    cancels(talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert Appointment.objects.get().state == AppointmentState.BOOKED
    talk.says("yes")
    assert Appointment.objects.get().state == AppointmentState.CANCELLED


def test_who_gets_it_reads_words_and_each_thing_once(talk: Talk, full: Service) -> None:
    booked(full)
    moves(talk)
    talk.says("yes")
    talk.model_calls(BOOK, service="full service", days=day(7), time="10:00")
    talk.says(f"I'd like to book an appointment for a full service on {day(7)} at 10:00")
    talk.says("I want to talk to a person")
    assert talk.handover is not None
    passed = talk.handover.card["passed_on"]
    assert f"Service: {full.name.lower()}" in passed
    assert not any("svc_" in line or "T10:" in line for line in passed)
    labels = [line.partition(":")[0] for line in passed]
    assert len(labels) == len(set(labels))
