"""A customer books, moves and cancels an appointment, with either engine."""

import pytest

from assistant.appointments import booking
from assistant.models import Appointment, Service
from assistant.skills import saying
from tenants.models import Tenant
from tests.appointments.workshop import BERLIN, at, service, working_day, workshop
from tests.stories.talk import Talk

CAROL = "carol@example.org"


@pytest.fixture
def full_service(shop: Tenant) -> Service:
    """What the workshop of two offers, beside a quick check."""
    place = workshop()
    service(place, "Safety check", 30)
    return service(place)


def booked(full: Service, hour: int = 10, ahead: int = 7) -> Appointment:
    """Carol has an appointment."""
    wish = booking.Wish(str(full.id), at(working_day(ahead), hour), "Carol", CAROL)
    return booking.book(wish, who=booking.CUSTOMER)


def test_a_customer_books_with_day_and_time_in_their_own_words(talk: Talk, full_service: Service) -> None:
    talk.proven(CAROL)
    day = working_day()
    talk.model_calls("book_appointment", service="full service")
    talk.says("I'd like to book an appointment for a full service")
    assert talk.form == "calendar"
    assert len(talk.choices) > 3
    talk.model_calls("book_appointment", days=saying.day(day, "en"), time="half past ten")
    talk.says(f"{saying.day(day, 'en')} at half past ten?")
    assert "remind" in talk.said
    talk.says("yes")
    assert talk.form == "confirm"
    assert f"{saying.day(day, 'en')}, 10:30" in talk.said
    assert not Appointment.objects.exists()
    talk.says("yes please")
    made = Appointment.objects.get()
    assert (made.starts_at, made.email, made.customer_name, made.remind) == (at(day, 10, 30), CAROL, "Carol", True)
    assert [action.kind for action in talk.actions] == ["booking"]
    assert talk.control == "assistant"
    assert BERLIN.key == made.seat.calendar.zone if made.seat else False
