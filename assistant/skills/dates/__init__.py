"""Days and times in the customer's own words, in seven languages, by the clocks of a time zone.

Month and weekday names come from Unicode's CLDR through babel; the rest is `tongues`. Everything that is found is said
back in full before it counts, so the nearest reading is taken where words leave a choice.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from assistant.skills.dates import clock as clocks
from assistant.skills.dates import days as calendar_days
from assistant.skills.dates.days import Mention
from assistant.skills.dates.found import Said, without
from assistant.skills.dates.plain import plain
from assistant.skills.dates.tongues import TONGUES

__all__ = ["Said", "day", "days", "each", "first_and_last", "minutes", "moment", "time_of_day"]


def days(text: str, *, now: datetime, zone: ZoneInfo, language: str) -> Said | None:
    """The day or span of days that is wanted: "2026-11-24" or "2026-11-30/2026-12-06"; None without any."""
    found, spoken = _mentions(text, now=now, zone=zone, language=language)
    wanted = calendar_days.wanted(text, found, spoken)
    return None if wanted is None else _said(text, wanted)


def each(text: str, *, now: datetime, zone: ZoneInfo, language: str) -> list[Said]:
    """All days and spans of days that are named, in order, but for those that are refused."""
    found, spoken = _mentions(text, now=now, zone=zone, language=language)
    return [_said(text, one) for one in calendar_days.accepted(text, found, spoken)]


def day(text: str, *, now: datetime, zone: ZoneInfo, language: str) -> Said | None:
    """The one day that is wanted, as "2026-11-24"; None where there is none, or only a span such as "next week"."""
    found, spoken = _mentions(text, now=now, zone=zone, language=language)
    wanted = calendar_days.wanted(text, [one for one in found if one.first == one.last], spoken)
    return None if wanted is None else _said(text, wanted)


def time_of_day(text: str, *, now: datetime, zone: ZoneInfo, language: str) -> Said | None:
    """The time that is wanted: "14:30", or a span of the day such as "12:00-17:00" ("in the afternoon")."""
    found, spoken = _mentions(text, now=now, zone=zone, language=language)
    stretch = clocks.find(without(text, [(one.start, one.end) for one in found]), language=spoken)
    return None if stretch is None else Said(str(stretch), text[stretch.start : stretch.end], stretch.start)


def moment(text: str, *, now: datetime, zone: ZoneInfo, language: str) -> Said | None:
    """The one moment that is wanted, with its distance from UTC; None where the day or the exact time is missing."""
    on = day(text, now=now, zone=zone, language=language)
    at = time_of_day(text, now=now, zone=zone, language=language)
    if on is None or at is None or "-" in at.value:
        return None
    local = datetime.fromisoformat(f"{on.value}T{at.value}").replace(tzinfo=zone)
    if plain(_offset(local.replace(fold=1))) in plain(text):
        local = local.replace(fold=1)
    start, end = min(on.start, at.start), max(on.end, at.end)
    return Said(local.isoformat(), text[start:end], start)


def first_and_last(value: str) -> tuple[date, date]:
    """The span of days that a value of `days` holds."""
    first, _, last = value.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def minutes(value: str) -> tuple[int, int]:
    """The span of the day that a value of `time_of_day` holds, in minutes since midnight; an exact time twice."""
    first, _, last = value.partition("-")
    return _since_midnight(first), _since_midnight(last or first)


def _said(text: str, one: Mention) -> Said:
    value = str(one.first) if one.first == one.last else f"{one.first}/{one.last}"
    return Said(value, text[one.start : one.end], one.start)


def _since_midnight(written: str) -> int:
    hours, _, rest = written.partition(":")
    return int(hours) * 60 + int(rest)


def _mentions(text: str, *, now: datetime, zone: ZoneInfo, language: str) -> tuple[list[Mention], str]:
    """What names days, in the language of the conversation or else in the first that finds any, and that language."""
    mine = language[:2] if language[:2] in TONGUES else "en"
    return _mentioned(text, now.astimezone(zone).date(), zone.key, mine)


@lru_cache(maxsize=256)  # a message is read for days and for times, and again in the next turns
def _mentioned(text: str, today: date, place: str, mine: str) -> tuple[list[Mention], str]:
    for spoken in (mine, *(one for one in TONGUES if one != mine)):
        if spoken != mine and not calendar_days.named(text, spoken):
            continue
        month_first = spoken == "en" and place.startswith("America/")
        found = calendar_days.mentions(text, today=today, language=spoken, month_first=month_first)
        if found and (spoken == mine or all(one.end - one.start > 3 for one in found)):
            return found, spoken
    return [], mine


def _offset(local: datetime) -> str:
    distance = local.utcoffset() or timedelta()
    return f"utc{'+' if distance >= timedelta() else '-'}{abs(distance).seconds // 3600:02}:"
