"""A customer who agreed is reminded once of the time that counts: in the conversation and by mail."""

import uuid
from datetime import datetime, timedelta

from django.utils import timezone

from assistant.appointments import booking, reminders
from assistant.appointments.booking import Wish
from assistant.models import Appointment, Calendar, Service
from conversations import tasks
from conversations.calendars import reminding
from conversations.models import Conversation, Kind
from tenants.jobs import Lease
from tenants.models import Job
from tests.appointments.workshop import at, working_day
from tests.mail.postbox import Postbox

CAROL = "carol@example.org"


def booked(full: Service, talk: Conversation, *, remind: bool = True) -> Appointment:
    """Carol comes in a week."""
    wish = Wish(str(full.id), at(working_day(), 10), "Carol", CAROL, remind=remind, conversation=str(talk.id))
    return booking.book(wish, who=booking.CUSTOMER)


def due() -> list[tuple[str, datetime]]:
    """The reminders that wait."""
    return list(Job.objects.filter(kind=reminders.KIND).values_list("key", "run_at"))


def comes_soon(made: Appointment) -> None:
    """Its reminder is due now."""
    starts_at = timezone.now() + timedelta(hours=23)
    length = made.ends_at - made.starts_at
    times = {"starts_at": starts_at, "ends_at": starts_at + length, "free_at": starts_at + length}
    Appointment.objects.filter(pk=made.pk).update(**times)


def runs(made: Appointment, kind: str = reminders.KIND) -> None:
    """A worker does the job."""
    ids = {"appointment_id": str(made.id)}
    tasks.WORK[kind](Lease(uuid.uuid4(), uuid.uuid4(), "acme", kind, ids, attempt=1))


def notices(talk: Conversation) -> list[str]:
    """Quiet lines of the conversation that speak of the appointment."""
    return [one.text for one in talk.messages.filter(kind=Kind.STATUS) if "reminder" in one.text.lower()]


def test_the_job_waits_for_its_time_and_moves_with_the_appointment(full: Service, talk: Conversation) -> None:
    made = booked(full, talk)
    assert due() == [(str(made.id), made.starts_at - timedelta(hours=24))]
    moved = booking.move(str(made.id), at(working_day(14), 11), version=1, who=booking.CUSTOMER)
    assert due() == [(str(made.id), moved.starts_at - timedelta(hours=24))]


def test_nobody_is_reminded_who_did_not_agree(full: Service, talk: Conversation) -> None:
    made = booked(full, talk, remind=False)
    assert due() == []
    comes_soon(made)
    runs(made)
    assert notices(talk) == []


def test_a_customer_is_reminded_once(full: Service, talk: Conversation) -> None:
    made = booked(full, talk)
    comes_soon(made)
    for _ in range(3):
        runs(made)
    assert len(notices(talk)) == 1
    assert "Full service" in notices(talk)[0]


def test_a_cancelled_or_moved_one_is_not_told_of(full: Service, talk: Conversation) -> None:
    made = booked(full, talk)
    runs(made)  # the job was on its way when the appointment moved
    assert notices(talk) == []
    assert len(due()) == 1
    booking.cancel(str(made.id), version=1, who=booking.CUSTOMER)
    comes_soon(made)
    runs(made)
    assert notices(talk) == []


def test_a_calendar_that_reminds_never_does_not(full: Service, talk: Conversation) -> None:
    Calendar.objects.update(remind_hours=0)
    made = booked(full, talk)
    comes_soon(made)
    runs(made)
    assert (due(), notices(talk)) == ([], [])


def test_the_letter_says_when_and_how_to_change_it(full: Service, talk: Conversation, box: Postbox) -> None:
    made = booked(full, talk)
    comes_soon(made)
    runs(made)
    runs(made, reminding.LETTER)
    [(_, to, raw)] = box.came
    text = raw.decode()
    assert to == [CAROL]
    assert "Full service" in text
    assert "move my appointment" in text
    assert "reply+" in text


def test_the_letter_stays_when_the_appointment_was_cancelled_meanwhile(
    full: Service, talk: Conversation, box: Postbox
) -> None:
    made = booked(full, talk)
    comes_soon(made)
    runs(made)
    booking.cancel(str(made.id), version=1, who=booking.CUSTOMER)
    runs(made, reminding.LETTER)
    assert box.came == []
