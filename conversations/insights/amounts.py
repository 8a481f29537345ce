"""Figures in words, as a report or a letter says them in its reader's language: "82%", "3 min 20 s", "4.3". Pure."""

from datetime import date

from babel import Locale, numbers
from django.utils import dateformat
from django.utils.translation import gettext

from tenants import figures, speaking

HOUR, MINUTE, DAY = 3600, 60, 86_400


def amount(unit: str, value: float | None, *, currency: str = "") -> str:
    """The value in words; `unit` is that of its metric."""
    if value is None:
        return nothing()
    match unit:
        case "share":
            return share(value)
        case "seconds":
            return duration(value)
        case "count":
            return _number(value, 0 if abs(value) >= 10 or value == int(value) else 1)
        case "money":
            return f"{_number(value, 2)} {currency}".strip()
        case _:
            return _number(value, 2)


def nothing() -> str:
    """What is said where nothing was counted."""
    return gettext("no data")


def between(unit: str, low: float | None, high: float | None, *, currency: str = "") -> str:
    """An interval in words, "" where there is none."""
    if low is None or high is None:
        return ""
    first, last = (amount(unit, end, currency=currency) for end in (low, high))
    return gettext("{first} to {last}").format(first=first, last=last)


def rests_on(unit: str, of: int) -> str:
    """How many cases a value comes from: "from 410"; of what was simply counted that is the value itself, so ""."""
    return gettext("from {count}").format(count=figures.whole(of)) if of and unit != "count" else ""


def days(first: date, last: date) -> str:
    """A period in words: "16 to 22 November 2026"."""
    if first == last:
        return figures.day(first)
    if first.year != last.year:
        begins = figures.day(first)
    elif first.month != last.month:
        begins = figures.day_of_year(first)
    else:
        begins = dateformat.format(first, gettext("j"))
    return gettext("{first} to {last}").format(first=begins, last=figures.day(last))


def duration(seconds: float) -> str:
    """A time in its two largest parts."""
    whole = round(seconds)
    if whole < MINUTE:
        return f"{whole} s"
    if whole < HOUR:
        return _parts(whole, MINUTE, "min", 1, "s")
    if whole < DAY:
        return _parts(whole, HOUR, "h", MINUTE, "min")
    return _parts(whole, DAY, "d", HOUR, "h")


def share(value: float) -> str:
    """A share as percent; near none and near all with one digit more."""
    return percent(value, most_digits=1 if 0 < value < 0.01 or 0.99 < value < 1 else 0)


def percent(value: float, *, most_digits: int) -> str:
    """A share as percent with as many digits behind the point as it has, up to so many."""
    language = speaking.now()
    pattern = str(Locale(language).percent_formats[None].pattern)
    exact = pattern.replace("#,##0", "#,##0." + "#" * most_digits) if most_digits else pattern
    return str(numbers.format_percent(value, format=exact, locale=language))


def _parts(whole: int, large: int, large_name: str, small: int, small_name: str) -> str:
    above, below = whole // large, whole % large // small
    return f"{above} {large_name} {below} {small_name}" if below else f"{above} {large_name}"


def _number(value: float, digits: int) -> str:
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(numbers.format_decimal(value, format=pattern, locale=speaking.now()))
