"""Figures in words, as a report or a letter says them: "82%", "3 min 20 s", "4.3". Pure."""

from datetime import date

HOUR, MINUTE, DAY = 3600, 60, 86_400
NOTHING = "no data"


def amount(unit: str, value: float | None, *, currency: str = "") -> str:
    """The value in words; `unit` is that of its metric."""
    if value is None:
        return NOTHING
    match unit:
        case "share":
            return _share(value)
        case "seconds":
            return duration(value)
        case "count":
            return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.1f}"
        case "money":
            return f"{value:,.2f} {currency}".strip()
        case _:
            return f"{value:.2f}"


def between(unit: str, low: float | None, high: float | None, *, currency: str = "") -> str:
    """An interval in words, "" where there is none."""
    if low is None or high is None:
        return ""
    return f"{amount(unit, low, currency=currency)} to {amount(unit, high, currency=currency)}"


def rests_on(unit: str, of: int) -> str:
    """How many cases a value comes from: "from 410"; of what was simply counted that is the value itself, so ""."""
    return f"from {of:,}" if of and unit != "count" else ""


def days(first: date, last: date) -> str:
    """A period in words: "16 to 22 November 2026"."""
    if first == last:
        return day(first)
    begins = f"{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        begins = f"{begins} {first:%B}"
    return f"{begins} {first.year} to {day(last)}" if first.year != last.year else f"{begins} to {day(last)}"


def day(one: date) -> str:
    """A day in words: "22 November 2026"."""
    return f"{one.day} {one:%B} {one.year}"


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


def _parts(whole: int, large: int, large_name: str, small: int, small_name: str) -> str:
    above, below = whole // large, whole % large // small
    return f"{above} {large_name} {below} {small_name}" if below else f"{above} {large_name}"


def _share(value: float) -> str:
    few = 0 < value < 0.01 or 0.99 < value < 1
    return f"{value:.1%}".replace(".0%", "%") if few else f"{value:.0%}"
