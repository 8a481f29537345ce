"""What the desk does to an appointment, its customer hears of: a little later, once, and by no word too many."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Role
from assistant.appointments import booking, news
from assistant.appointments.booking import Wish
from assistant.appointments.news import News
from assistant.models import Appointment, AppointmentState, Service
from conversations import tasks
from conversations.calendars import telling
from conversations.models import Conversation, Kind
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tests import cast
from tests.appointments.workshop import at, working_day
from tests.mail.postbox import Postbox

CAROL = "carol@example.org"


@pytest.fixture
def made(full: Service, talk: Conversation) -> Appointment:
    """Carol booked in the conversation."""
    wish = Wish(str(full.id), at(working_day(), 10), "Carol", CAROL, conversation=str(talk.id))
    return booking.book(wish, who=booking.CUSTOMER)


@pytest.fixture
def desk(in_acme: Tenant, acme_client: Client) -> Client:
    """Bob of the desk."""
    return cast.signed_in(acme_client, cast.agent("bob", Role.AGENT).email)


def sends(desk: Client, path: str, **body: object) -> dict[str, Any]:
    """What the desk's change comes to."""
    method = desk.patch if path.count("/") == 1 else desk.post
    answer = method(f"/api/v1/{path}", body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def runs(made: Appointment) -> None:
    """A worker does the job, however often."""
    for _ in range(2):
        tasks.WORK[news.KIND](
            Lease(uuid.uuid4(), uuid.uuid4(), "acme", news.KIND, {"appointment_id": str(made.id)}, attempt=1)
        )


def letters() -> None:
    """A worker sends the letters that wait."""
    for job in Job.objects.filter(kind=telling.LETTER):
        tasks.WORK[telling.LETTER](Lease(job.id, uuid.uuid4(), "acme", telling.LETTER, job.ids, attempt=1))


def told(talk: Conversation) -> list[str]:
    """Quiet lines of the conversation about the appointment."""
    return [one.text for one in talk.messages.filter(kind=Kind.STATUS) if "appointment" in one.text]


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "starts", "known", "expected"),
    [
        (AppointmentState.BOOKED, 3, None, News.BOOKED),
        (AppointmentState.BOOKED, 3, 3, None),
        (AppointmentState.BOOKED, 3, 2, News.MOVED),
        (AppointmentState.BOOKED, -1, 2, None),
        (AppointmentState.CANCELLED, 3, 3, News.CANCELLED),
        (AppointmentState.CANCELLED, 3, None, None),
        (AppointmentState.CANCELLED, -1, -1, None),
        (AppointmentState.DONE, -1, -1, None),
    ],
)
def test_what_the_customer_does_not_know(state: str, starts: int, known: int | None, expected: News | None) -> None:
    now = timezone.now()
    row = Appointment(state=state, starts_at=now + starts * DAY, told_for=None if known is None else now + known * DAY)
    assert news.untold(row) == expected


def test_a_customers_own_booking_is_no_news(made: Appointment, talk: Conversation) -> None:
    runs(made)
    assert told(talk) == []
    assert not Job.objects.filter(kind=news.KIND).exists()


def test_a_move_is_told_once_in_the_conversation_and_by_mail(
    made: Appointment, talk: Conversation, desk: Client, box: Postbox
) -> None:
    sends(desk, f"appointments/{made.id}", version=1, starts_at=at(working_day(14), 11).isoformat())
    waits = Job.objects.get(kind=news.KIND)
    assert timezone.now() < waits.run_at <= timezone.now() + news.GRACE
    runs(made)
    letters()
    letter = box.only()
    assert [line.split(":")[0] for line in told(talk)] == ["Your appointment has a new time"]
    assert letter["To"] == CAROL
    assert str(letter["Subject"]).startswith("New time:")


def test_a_cancellation_that_is_taken_back_at_once_troubles_nobody(
    made: Appointment, talk: Conversation, desk: Client
) -> None:
    sends(desk, f"appointments/{made.id}/cancel", version=1)
    sends(desk, f"appointments/{made.id}/restore", version=2)
    assert Job.objects.filter(kind=news.KIND).count() == 1
    runs(made)
    assert told(talk) == []


def test_a_cancellation_names_the_time_that_the_customer_knew(
    made: Appointment, talk: Conversation, desk: Client
) -> None:
    sends(desk, f"appointments/{made.id}", version=1, starts_at=at(working_day(14), 11).isoformat())
    sends(desk, f"appointments/{made.id}/cancel", version=2)
    runs(made)
    (line,) = told(talk)
    assert line.startswith("Your appointment was cancelled")
    assert "10:00" in line
    sends(desk, f"appointments/{made.id}/restore", version=3)
    runs(made)
    assert told(talk)[1].startswith("Your appointment is booked")


def test_who_tells_the_customer_by_themselves_says_so(made: Appointment, talk: Conversation, desk: Client) -> None:
    sends(desk, f"appointments/{made.id}/cancel", version=1, tell=False)
    runs(made)
    assert told(talk) == []
    assert not Job.objects.filter(kind=news.KIND).exists()
