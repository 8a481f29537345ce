"""Who may call what of the calendars and appointments, and one of each."""

from datetime import timedelta

from django.utils import timezone

from assistant.models import Appointment, Calendar, CalendarException, Seat, Service
from tests.isolation.row import Row, Who

READ, WRITE = "records:read", "records:write"
DAY = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=30)
ALL_DAY = [{"weekday": day, "opens": "00:00", "closes": "24:00"} for day in range(7)]


def rows() -> list[Row]:
    """Calendars are set up by admins; agents keep the appointments."""
    one, booked = "/api/v1/calendars/{calendar}", "/api/v1/appointments/{appointment}"
    service, seen = "/api/v1/services/{calendar_service}", {"version": 1}
    booking = {
        "service_id": "{calendar_service}", "starts_at": DAY.isoformat(), "name": "New", "email": "n@example.org",
    }  # fmt: skip
    span = f"?first={DAY:%Y-%m-%d}&last={DAY:%Y-%m-%d}"
    return [
        Row("GET", "/api/v1/calendars", Who.VIEWER, READ),
        Row("POST", "/api/v1/calendars", Who.ADMIN, WRITE, body={"name": "{uuid}", "zone": "UTC"}),
        Row("GET", one, Who.VIEWER, READ),
        Row("PATCH", one, Who.ADMIN, WRITE, body={"lead_hours": 1}),
        Row("DELETE", one, Who.ADMIN, WRITE, answers=(409,)),  # an appointment stands in it
        Row("POST", f"{one}/services", Who.ADMIN, WRITE, body={"name": "{uuid}", "minutes": 30}),
        Row("POST", f"{one}/exceptions", Who.ADMIN, WRITE, body={"first": "2030-01-01", "last": "2030-01-02"}),
        Row("DELETE", "/api/v1/calendar_exceptions/{calendar_exception}", Who.ADMIN, WRITE),
        Row("GET", f"{service}/openings{span}", Who.VIEWER, READ),
        Row("PATCH", service, Who.ADMIN, WRITE, body={"pause_minutes": 0}),
        Row("DELETE", service, Who.ADMIN, WRITE),
        Row("GET", "/api/v1/appointments", Who.VIEWER, READ),
        Row("POST", "/api/v1/appointments", Who.AGENT, WRITE, body=booking, answers=(201, 409)),
        Row("GET", booked, Who.VIEWER, READ),
        Row("PATCH", booked, Who.AGENT, WRITE, body={**seen, "starts_at": DAY.isoformat()}, answers=(200, 409)),
        Row("POST", f"{booked}/cancel", Who.AGENT, WRITE, body=seen, answers=(200, 409)),
        Row("POST", f"{booked}/restore", Who.AGENT, WRITE, body=seen, answers=(200, 409)),
        Row("POST", f"{booked}/close", Who.AGENT, WRITE, body={**seen, "state": "done"}, answers=(200, 409)),
    ]


def things(told: str) -> dict[str, str]:
    """A calendar, and an appointment in it; all words are `told`."""
    calendar = Calendar.objects.create(name=told, place=told, zone="UTC", hours=ALL_DAY)
    seat = Seat.objects.create(calendar=calendar, number=1)
    service = Service.objects.create(calendar=calendar, name=told, minutes=60)
    starts_at = DAY + timedelta(days=1)
    appointment = Appointment.objects.create(
        seat=seat,
        offered=service,
        service=told,
        customer_name=told,
        email="a@example.org",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        free_at=starts_at + timedelta(hours=1),
    )
    away = (DAY + timedelta(days=200)).date()
    closed = CalendarException.objects.create(calendar=calendar, first=away, last=away, reason=told)
    return {
        "calendar": str(calendar.id),
        "calendar_service": str(service.id),
        "calendar_exception": str(closed.id),
        "appointment": str(appointment.id),
    }
