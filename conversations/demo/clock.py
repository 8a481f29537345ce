"""The shop's hours: when people are there, and when the next working time begins."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.demo.content import company

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def zone() -> ZoneInfo:
    """The shop's time zone."""
    return ZoneInfo(company().timezone)


def opening(place: str, day: date) -> tuple[datetime, datetime] | None:
    """When `place` (shop, workshop, people) opens and closes on that day, or None when it stays closed."""
    hours = company().hours[place].get(DAYS[day.weekday()])
    if hours is None or f"{day:%m-%d}" in company().closed_on:
        return None
    begin, end = (datetime.combine(day, time.fromisoformat(hour), tzinfo=zone()) for hour in hours)
    return begin, end


def is_open(place: str, moment: datetime) -> bool:
    """Whether somebody is there."""
    hours = opening(place, moment.astimezone(zone()).date())
    return hours is not None and hours[0] <= moment < hours[1]


def next_open(place: str, moment: datetime) -> datetime:
    """The moment itself when the place is open, else its next opening."""
    day = moment.astimezone(zone()).date()
    while True:
        hours = opening(place, day)
        if hours is not None and moment < hours[1]:
            return max(moment, hours[0])
        day += timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Monday to Friday without the days on which the shop is closed."""
    return day.weekday() < 5 and f"{day:%m-%d}" not in company().closed_on


def after_working_days(moment: datetime, days: int, at: time) -> datetime:
    """`at` on the working day that lies `days` working days after the moment's."""
    day = moment.astimezone(zone()).date()
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return datetime.combine(day, at, tzinfo=zone())
