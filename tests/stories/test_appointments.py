"""A customer books, moves and cancels an appointment, with either engine."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assistant.appointments import booking
from assistant.models import Appointment, AppointmentState, Calendar, Service
from assistant.skills import saying
from tenants.models import Tenant
from tests import cast
from tests.appointments.workshop import at, service, working_day, workshop
from tests.stories.talk import Talk

CAROL, DORA = "carol@example.org", "dora@example.org"
BOOK, MOVE, CANCEL = "book_appointment", "move_appointment", "cancel_appointment"


@pytest.fixture
def full(shop: Tenant) -> Service:
    """What the workshop with one stand offers, beside a quick check."""
    place = workshop(seats=1)
    service(place, "Safety check", 30, also=["check-up"])
    return service(place)


def booked(full: Service, hour: int = 10, *, email: str = CAROL, ahead: int = 7) -> Appointment:
    """Somebody has an appointment."""
    wish = booking.Wish(str(full.id), at(working_day(ahead), hour), "Somebody", email)
    return booking.book(wish, who=booking.CUSTOMER)


def day(ahead: int = 7) -> str:
    """The day as a customer might write it."""
    return saying.day(working_day(ahead), "en")


def asks_for_a_time(talk: Talk, hour: str = "10:30") -> None:
    """Carol, who is known, wants a full service; the assistant says it back."""
    talk.proven(CAROL)
    talk.model_calls(BOOK, service="full service", days=day(), time=hour)
    talk.says(f"I'd like to book an appointment for a full service on {day()} at {hour}")
    talk.says("no")  # to a reminder


def test_a_customer_books_step_by_step_in_their_own_words(talk: Talk, full: Service) -> None:
    talk.proven(CAROL)
    talk.model_calls(BOOK, service="full service")
    talk.says("I'd like to book an appointment for a full service")
    assert talk.form == "calendar"
    assert len(talk.choices) > 3
    talk.model_calls(BOOK, days=day(), time="half past ten")
    talk.says(f"{day()} at half past ten?")
    assert "remind you" in talk.said
    talk.says("yes")
    assert talk.form == "confirm"
    assert f"{day()}, 10:30" in talk.said
    assert not Appointment.objects.exists()
    talk.says("yes please")
    made = Appointment.objects.get()
    assert (made.starts_at, made.email, made.customer_name) == (at(working_day(), 10, 30), CAROL, "Carol")
    assert (made.remind, made.conversation) == (True, str(talk.row.id))
    assert [action.kind for action in talk.actions] == ["booking"]
    assert talk.control == "assistant"


def test_all_in_one_sentence_needs_nothing_but_a_yes(talk: Talk, full: Service) -> None:
    asks_for_a_time(talk)
    assert talk.form == "confirm"
    talk.says("yes")
    assert Appointment.objects.get().starts_at == at(working_day(), 10, 30)


def test_a_time_is_picked_from_those_that_are_offered(talk: Talk, full: Service) -> None:
    talk.proven(CAROL)
    talk.model_calls(BOOK, service="check-up")
    talk.says("can I make an appointment for a check-up?")
    talk.says(picked := talk.choices[2])
    talk.says("no")
    assert picked in talk.said
    talk.says("yes")
    assert Appointment.objects.get().service == "Safety check"


def test_a_correction_before_the_yes_counts(talk: Talk, full: Service) -> None:
    asks_for_a_time(talk)
    talk.model_calls(BOOK, time="14:00")
    talk.says("no, at 14:00 instead")
    assert f"{day()}, 14:00" in talk.said
    talk.says("yes")
    assert Appointment.objects.get().starts_at == at(working_day(), 14)


def test_a_question_in_between_is_answered_and_the_task_goes_on(talk: Talk, full: Service) -> None:
    asks_for_a_time(talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    talk.says("yes")
    assert Appointment.objects.count() == 1


def test_a_taken_time_is_answered_with_the_nearest_free_ones(talk: Talk, full: Service) -> None:
    booked(full, 10, email=DORA)
    talk.proven(CAROL)
    talk.model_calls(BOOK, service="full service", days=day(), time="10:30")
    talk.says(f"book an appointment for a full service on {day()} at 10:30")
    assert "not free" in talk.said
    assert f"{day()}, 11:00" in talk.choices
    assert f"{day()}, 10:30" not in talk.choices
    assert DORA not in talk.said


def test_who_proved_nothing_proves_their_address_first(talk: Talk, full: Service) -> None:
    talk.model_calls(BOOK, service="full service", days=day(), time="10:30")
    talk.says(f"I'd like to book an appointment for a full service on {day()} at 10:30")
    assert talk.form == "code"
    talk.types_the_code()
    talk.says("no")
    talk.says("yes")
    assert Appointment.objects.get().email == CAROL


def test_the_time_that_somebody_else_took_meanwhile_is_not_given_twice(talk: Talk, full: Service) -> None:
    asks_for_a_time(talk)
    booked(full, 10, email=DORA)
    talk.says("yes")
    assert Appointment.objects.get().email == DORA
    assert "not free" in talk.said
    assert talk.control == "assistant"


def test_more_than_the_policy_allows_is_for_a_person(talk: Talk, full: Service) -> None:
    for hour in (9, 11, 14):
        booked(full, hour, ahead=14)
    talk.proven(CAROL)
    talk.model_calls(BOOK, service="full service", days=day(), time="10:30")
    talk.says(f"I'd like to book an appointment for a full service on {day()} at 10:30")
    assert talk.control == "queue"
    assert Appointment.objects.count() == 3


def test_a_calendar_that_is_switched_off_is_for_a_person(talk: Talk, full: Service) -> None:
    Calendar.objects.update(on=False)
    talk.proven(CAROL)
    talk.model_calls(BOOK)
    talk.says("I'd like to book an appointment")
    assert talk.control == "queue"


def test_an_appointment_moves_and_stays_one(talk: Talk, full: Service) -> None:
    booked(full)
    talk.proven(CAROL)
    talk.model_calls(MOVE, days=day(14), time="15:00")
    talk.says(f"I need to move my appointment to {day(14)} at 15:00")
    assert talk.form == "confirm"
    assert f"{day()}, 10:00" in talk.said
    talk.says("yes")
    moved = Appointment.objects.get()
    assert (moved.starts_at, moved.moves) == (at(working_day(14), 15), 1)
    assert [action.kind for action in talk.actions] == ["appointment_moved"]


def test_of_two_appointments_the_day_tells_which_one_moves(talk: Talk, full: Service) -> None:
    first, second = booked(full), booked(full, ahead=14)
    talk.proven(CAROL)
    talk.model_calls(MOVE, which=day(14), days=day(21), time="09:00")
    talk.says(f"please move my appointment from {day(14)} to {day(21)} at 9:00")
    assert talk.form == "confirm"
    talk.says("yes")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.starts_at, second.starts_at) == (at(working_day(), 10), at(working_day(21), 9))


def test_an_appointment_is_cancelled_after_a_yes(talk: Talk, full: Service) -> None:
    booked(full)
    talk.proven(CAROL)
    talk.model_calls(CANCEL)
    talk.says("I need to cancel my appointment")
    assert Appointment.objects.get().state == AppointmentState.BOOKED
    talk.says("yes")
    assert Appointment.objects.get().state == AppointmentState.CANCELLED


def test_too_late_to_cancel_is_for_a_person(talk: Talk, full: Service) -> None:
    made = booked(full)
    soon = timezone.now() + timedelta(hours=5)
    times = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "free_at": soon + timedelta(hours=1)}
    Appointment.objects.filter(pk=made.pk).update(**times)
    talk.proven(CAROL)
    talk.model_calls(CANCEL)
    talk.says("I need to cancel my appointment")
    assert talk.control == "queue"
    assert Appointment.objects.get().state == AppointmentState.BOOKED


def test_a_stranger_learns_nothing_of_anothers_appointment(talk: Talk, full: Service) -> None:
    booked(full, email=DORA)
    talk.model_calls(CANCEL)
    talk.says(f"I need to cancel my appointment, my address is {DORA}")
    asked = talk.said
    assert talk.form == "code"
    assert "Full service" not in asked
    talk.says("000000")
    assert "Full service" not in talk.said
    assert Appointment.objects.get().state == AppointmentState.BOOKED


def test_two_yeses_at_once_book_once(talk: Talk, full: Service) -> None:
    asks_for_a_time(talk)
    assert talk.conversation is not None
    for _ in range(2):
        cast.says(talk.customer, "yes")
    talk.says("yes")
    assert Appointment.objects.count() == 1


def test_where_nothing_can_be_booked_no_skill_takes_the_wish(talk: Talk) -> None:
    talk.proven(CAROL)
    for words in ("Can I book a service for my bike?", "I'd like to cancel my appointment"):
        talk.says(words)
        assert talk.decision.skill == ""
        assert talk.task is None
        assert "exception" not in talk.said
