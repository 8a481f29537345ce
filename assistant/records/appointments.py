"""What skills may ask of the tenant's calendars, answered from Baton's own."""

from datetime import UTC, date, datetime

from assistant.appointments import offering, plans
from assistant.models import Appointment, AppointmentState, Service
from assistant.records.contract import AppointmentSeen, ServiceSeen

MOST = 20
MOST_OPENINGS = 500


def services() -> list[ServiceSeen]:
    """What customers may come for now, by name. One query."""
    offered = Service.objects.filter(on=True, calendar__on=True).select_related("calendar")
    return [
        ServiceSeen(
            id=str(one.id),
            name=one.name,
            also=tuple(one.also),
            minutes=one.minutes,
            place=one.calendar.place or one.calendar.name,
            zone=one.calendar.zone,
            reminds=one.calendar.remind_hours,
        )
        for one in offered
    ]


def openings(service_id: str, *, first: date, last: date, now: datetime, besides: str) -> list[datetime]:
    """The times that a customer may have. Four queries."""
    offered = Service.objects.select_related("calendar").filter(pk=service_id, on=True, calendar__on=True)
    service = offered.prefetch_related("calendar__seats", "calendar__exceptions").first()
    if service is None:
        return []
    plan = plans.of(service.calendar)
    last = min(last, (now + plan.horizon).astimezone(plan.zone).date())
    taken = plans.taken(service.calendar, first=first, last=last, besides=besides)
    found = offering.openings(plan, plans.length(service), taken, now=now, first=first, last=last)
    return [opening.starts_at for opening, _ in zip(found, range(MOST_OPENINGS), strict=False)]


def of_person(email: str, *, now: datetime) -> list[AppointmentSeen]:
    """The appointments to come under this address, the next one first. One query."""
    rows = Appointment.objects.filter(email__iexact=email.strip(), state=AppointmentState.BOOKED, starts_at__gt=now)
    return [_seen(one) for one in rows.select_related("seat__calendar")[:MOST]]


def _seen(one: Appointment) -> AppointmentSeen:
    calendar = None if one.seat is None else one.seat.calendar
    return AppointmentSeen(
        id=str(one.id),
        email=one.email,
        service_id="" if one.offered_id is None else str(one.offered_id),
        service=one.service,
        starts_at=one.starts_at.astimezone(UTC),
        place="" if calendar is None else calendar.place or calendar.name,
        zone="UTC" if calendar is None else calendar.zone,
        change_hours=0 if calendar is None else calendar.change_hours,
        version=one.version,
        moves=one.moves,
    )
