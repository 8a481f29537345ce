"""PostgreSQL itself refuses a second appointment on a seat, whoever writes it."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, OperationalError, transaction

from assistant.models import Appointment, AppointmentState, Calendar, Seat
from tenants import current
from tenants.models import Tenant
from tests.properties.together import Together

TEN = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def kept(seat: Seat, starts_at: datetime, *, pause: timedelta = timedelta(), state: str = "booked") -> Appointment:
    """An appointment of an hour, written past every rule of the program."""
    return Appointment.objects.create(
        seat=seat,
        service="Full service",
        customer_name="Carol",
        email="carol@example.org",
        starts_at=starts_at,
        ends_at=starts_at + HOUR,
        free_at=starts_at + HOUR + pause,
        state=state,
    )


@pytest.fixture
def seat(in_acme: Tenant) -> Seat:
    """The first seat of a workshop that has two."""
    workshop = Calendar.objects.create(name="Workshop")
    Seat.objects.create(calendar=workshop, number=2)
    return Seat.objects.create(calendar=workshop, number=1)


@pytest.mark.parametrize("minutes", [-59, -30, 0, 30, 59])
def test_two_that_overlap_never_share_a_seat(seat: Seat, minutes: int) -> None:
    kept(seat, TEN)
    with pytest.raises(IntegrityError, match="appointment_seat_once"), transaction.atomic():
        kept(seat, TEN + timedelta(minutes=minutes))
    assert Appointment.objects.count() == 1


def test_the_pause_after_one_is_kept_too(seat: Seat) -> None:
    kept(seat, TEN, pause=timedelta(minutes=15))
    with pytest.raises(IntegrityError), transaction.atomic():
        kept(seat, TEN + HOUR)
    kept(seat, TEN + HOUR + timedelta(minutes=15))


def test_what_touches_or_is_cancelled_or_sits_elsewhere_does_not_overlap(seat: Seat) -> None:
    kept(seat, TEN)
    kept(seat, TEN + HOUR)
    kept(seat, TEN - HOUR)
    kept(seat, TEN, state=AppointmentState.CANCELLED)
    kept(Seat.objects.get(number=2), TEN)
    assert Appointment.objects.count() == 5


def test_a_cancelled_one_does_not_come_back_onto_a_taken_seat(seat: Seat) -> None:
    cancelled = kept(seat, TEN, state=AppointmentState.CANCELLED)
    kept(seat, TEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=cancelled.pk).update(state=AppointmentState.BOOKED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=cancelled.pk).update(seat=None, free_at=None, ends_at=TEN)


def test_a_seat_that_was_ever_used_is_not_removed(seat: Seat) -> None:
    kept(seat, TEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        seat.delete()
    assert Seat.objects.count() == 2


def test_of_many_who_write_at_the_same_moment_one_gets_the_seat(own_database: str, acme: Tenant) -> None:
    """No lock and no check of the program stands before the database here."""
    with current.entered(acme), Together(acme, 6) as threads:
        workshop = Calendar.objects.create(name="Workshop")
        only = Seat.objects.create(calendar=workshop, number=1)
        for day in range(20):
            starts_at = TEN + timedelta(days=day)
            came = threads.do([partial(kept, only, starts_at + timedelta(minutes=5 * many)) for many in range(6)])
            assert sum(isinstance(one, Appointment) for one in came) == 1
            assert all(isinstance(one, Appointment | IntegrityError | OperationalError) for one in came)
        assert Appointment.objects.count() == 20
