"""Calendars and appointments over REST, as the desk uses them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agents.models import Role
from assistant.models import Appointment, AppointmentState, Calendar, Seat
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.appointments.workshop import HOURS, at, service, working_day, workshop


@pytest.fixture
def desk(in_acme: Tenant, acme_client: Client) -> Client:
    """Alice, an admin."""
    return cast.signed_in(acme_client, cast.agent("alice", Role.ADMIN).email)


def send(desk: Client, method: str, path: str, **body: object) -> tuple[int, dict[str, Any]]:
    """The status and the JSON of an answer."""
    answer = getattr(desk, method)(f"/api/v1/{path}", body, content_type="application/json")
    told = answer.json() if answer.content else {}
    return answer.status_code, told.get("error", told)


def test_a_calendar_is_set_up_and_changed(desk: Client) -> None:
    status, made = send(desk, "post", "calendars", name="Workshop", zone="Europe/Berlin", hours=HOURS, seats=2)
    assert (status, made["seats"], made["lead_hours"]) == (201, 2, 2)
    status, offered = send(desk, "post", f"calendars/{made['id']}/services", name="Full service", minutes=60)
    assert status == 201
    assert send(desk, "post", f"calendars/{made['id']}/exceptions", first="2027-12-24", last="2027-12-26")[0] == 201
    status, changed = send(desk, "patch", f"calendars/{made['id']}", seats=1, lead_hours=24)
    assert (changed["seats"], changed["lead_hours"]) == (1, 24)
    assert [one["name"] for one in changed["services"]] == ["Full service"]
    assert [one["first"] for one in changed["exceptions"]] == ["2027-12-24"]
    assert [seat.on for seat in Seat.objects.all()] == [True, False]
    names = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"calendar.created", "calendar.changed", "service.created"} <= names
    assert offered["minutes"] == 60


@pytest.mark.parametrize(
    ("field", "value", "param"),
    [
        ("zone", "Mars/Olympus", "zone"),
        ("seats", 0, "seats"),
        ("hours", [{"weekday": 1, "opens": "10:00", "closes": "09:00"}], "hours.0.closes"),
        ("hours", [{"weekday": 1, "opens": "9", "closes": "10:00"}], "hours.0.opens"),
        (
            "hours",
            [
                {"weekday": 1, "opens": "09:00", "closes": "12:00"},
                {"weekday": 1, "opens": "11:00", "closes": "13:00"},
            ],
            "hours",
        ),
    ],
)
def test_a_wrong_field_is_named(desk: Client, field: str, value: object, param: str) -> None:
    status, answer = send(desk, "post", "calendars", **{"name": "Workshop", "zone": "UTC", field: value})
    assert (status, answer["param"]) == (422, param)
    assert not Calendar.objects.exists()


def test_the_desk_books_moves_cancels_and_brings_back(desk: Client) -> None:
    full, day = service(workshop(seats=1)), working_day()
    told = {"service_id": str(full.id), "name": "Carol", "email": "carol@example.org"}
    status, made = send(desk, "post", "appointments", starts_at=at(day, 10).isoformat(), **told)
    assert (status, made["state"], made["seat"]) == (201, "booked", 1)
    path = f"appointments/{made['id']}"
    status, taken = send(desk, "post", "appointments", starts_at=at(day, 10).isoformat(), **told)
    assert (status, taken["code"], taken["param"]) == (409, "time_not_free", "starts_at")
    status, moved = send(desk, "patch", path, starts_at=at(day, 11).isoformat(), version=1)
    assert (status, moved["version"]) == (200, 2)
    status, stale = send(desk, "post", f"{path}/cancel", version=1)
    assert (status, stale["code"]) == (409, "appointment_changed")
    assert send(desk, "post", f"{path}/cancel", version=2)[1]["state"] == "cancelled"
    assert send(desk, "post", f"{path}/restore", version=3)[1]["state"] == "booked"
    names = [entry.action for entry in AuditEntry.objects.filter(action__startswith="appointment.").order_by("id")]
    assert sorted(names) == [f"appointment.{how}" for how in ("booked", "cancelled", "moved", "restored")]
    assert "carol" not in str(list(AuditEntry.objects.filter(action__startswith="appointment.").values())).lower()


def test_a_cancelled_one_does_not_come_back_when_its_time_was_given_away(desk: Client) -> None:
    full, day = service(workshop(seats=1)), working_day()
    told = {"service_id": str(full.id), "name": "Carol", "email": "carol@example.org"}
    first = send(desk, "post", "appointments", starts_at=at(day, 10).isoformat(), **told)[1]
    send(desk, "post", f"appointments/{first['id']}/cancel", version=1)
    send(desk, "post", "appointments", starts_at=at(day, 10).isoformat(), **told)
    status, answer = send(desk, "post", f"appointments/{first['id']}/restore", version=2)
    assert (status, answer["code"]) == (409, "time_not_free")
    assert Appointment.objects.get(pk=first["id"]).state == AppointmentState.CANCELLED


def test_a_calendar_with_appointments_is_switched_off_and_not_removed(desk: Client) -> None:
    calendar = workshop()
    full = service(calendar)
    told = {"service_id": str(full.id), "name": "Carol", "email": "carol@example.org"}
    send(desk, "post", "appointments", starts_at=at(working_day(), 10).isoformat(), **told)
    assert send(desk, "delete", f"calendars/{calendar.id}")[0] == 409
    assert send(desk, "patch", f"calendars/{calendar.id}", on=False)[0] == 200
    status, answer = send(desk, "post", "appointments", starts_at=at(working_day(), 11).isoformat(), **told)
    assert (status, answer["param"]) == (404, "service_id")
    assert Appointment.objects.count() == 1


def test_lists_cost_as_many_questions_whatever_their_length(desk: Client) -> None:
    full, day = service(workshop()), working_day()

    def costs(path: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(f"/api/v1/{path}").status_code == 200
        return len(asked)

    told = {"service_id": str(full.id), "name": "Carol", "email": "carol@example.org"}
    before = costs("appointments"), costs("calendars")
    for hour in (9, 10, 11, 13):
        send(desk, "post", "appointments", starts_at=at(day, hour).isoformat(), **told)
        service(workshop(name=f"Other {hour}"))
    assert (costs("appointments"), costs("calendars")) == before


def test_pages_of_appointments_follow_each_other(desk: Client) -> None:
    full, day = service(workshop()), working_day()
    told = {"service_id": str(full.id), "name": "Carol", "email": "carol@example.org"}
    for hour in (9, 10, 11):
        send(desk, "post", "appointments", starts_at=at(day, hour).isoformat(), **told)
    first = desk.get("/api/v1/appointments?limit=2").json()
    rest = desk.get(f"/api/v1/appointments?limit=2&cursor={first['next_cursor']}").json()
    assert (len(first["data"]), first["has_more"], len(rest["data"]), rest["has_more"]) == (2, True, 1, False)
    assert rest["data"][0]["starts_at"] == at(day, 11).isoformat().replace("+00:00", "Z")
    since = (at(day, 10) + timedelta(minutes=1)).isoformat().replace("+00:00", "Z")
    assert len(desk.get(f"/api/v1/appointments?since={since}").json()["data"]) == 2
