"""A workshop whose time is given away: two seats, weekdays from nine to five with a break, an hour's service."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from assistant.models import Calendar, Seat, Service

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = [
    {"weekday": day, "opens": opens, "closes": closes}
    for day in range(5)
    for opens, closes in (("09:00", "12:00"), ("13:00", "17:00"))
]


def workshop(*, seats: int = 2, **changed: object) -> Calendar:
    """The calendar with its seats; in the tenant entered now."""
    made = Calendar.objects.create(**{"name": "Workshop", "place": "12 Mill Lane", "hours": HOURS, **changed})
    Seat.objects.bulk_create(Seat(calendar=made, number=number) for number in range(1, seats + 1))
    return made


def service(calendar: Calendar, name: str = "Full service", minutes: int = 60, **changed: object) -> Service:
    """Something to come for."""
    return Service.objects.create(**{"calendar": calendar, "name": name, "minutes": minutes, **changed})


def working_day(ahead: int = 7) -> date:
    """The first Tuesday that is so many days away."""
    day = timezone.now().astimezone(BERLIN).date() + timedelta(days=ahead)
    return day + timedelta(days=(1 - day.weekday()) % 7)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment by the clocks of Berlin, in UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN).astimezone(UTC)
