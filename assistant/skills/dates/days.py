"""Days in a customer's words: dates, weekdays, "tomorrow", "in two weeks", "next week"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assistant.skills.dates.found import without
from assistant.skills.dates.plain import plain
from assistant.skills.dates.tongues import TONGUES, Names, Tongue, greeting, names

FARTHEST = timedelta(days=3660)


@dataclass(frozen=True)
class Mention:
    """Words that name one day, or all days from `first` to `last`."""

    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True)
class View:
    """From where the words are understood."""

    today: date
    tongue: Tongue
    names: Names
    month_first: bool

    def in_month(self, day: str, month: int, year: str = "") -> date | None:
        """The day that is meant: without a year the next one to come; None when there is no such day."""
        years = [int(year) + (2000 if int(year) < 100 else 0)] if year else [self.today.year, self.today.year + 1]
        return next((one for one in _valid(years, month, int(day)) if year or one >= self.today), None)

    def count(self, written: str) -> int:
        """The number that digits or a word say."""
        if written.isdigit():
            return int(written)
        return next(n for n, word in enumerate(self.tongue.numbers, 1) if re.fullmatch(word, written))


Reader = Callable[[re.Match[str], View], tuple[date, date] | None]


def mentions(text: str, *, today: date, language: str, month_first: bool) -> list[Mention]:
    """Every mention of days, in order; what overlaps is read in the most exact way."""
    bare, found = plain(text), list[Mention]()
    if not (named(text, language) or re.search(r"\d", bare)):
        return found
    view = View(today, TONGUES[language], names(language), month_first)
    bare = without(bare, [one.span() for one in re.finditer(rf"\b(?:{greeting()})\b", bare)])
    for pattern, read in _patterns(language):
        for match in pattern.finditer(bare):
            days = read(match, view)
            if days is not None and abs(days[0] - today) < FARTHEST:
                found.append(Mention(match.start(), match.end(), *days))
        bare = without(bare, [(one.start, one.end) for one in found])
    return sorted(found, key=lambda one: one.start)


def wanted(text: str, found: Sequence[Mention], language: str) -> Mention | None:
    """The one that the customer wants: "not Tuesday, Wednesday", "from Tuesday to Friday", "Monday, no, Thursday"."""
    tongue, bare = TONGUES[language], plain(text)
    left = accepted(text, found, language)
    meant = [one for one in left if not _follows(tongue.instead, bare[: one.start])] or left
    if len(meant) > 1 and re.search(rf"\b(?:{tongue.rather})\b", bare[meant[-2].end : meant[-1].start]):
        return meant[-1]
    return meant[0] if meant else None


def accepted(text: str, found: Sequence[Mention], language: str) -> list[Mention]:
    """Those that are not refused, as Tuesday is in "not on Tuesday"."""
    bare = plain(text)
    return [one for one in found if not _follows(TONGUES[language].no, bare[: one.start])]


def _follows(words: str, before: str) -> bool:
    return bool(re.search(rf"(?:\b|(?<=n)(?='t))(?:{words})[ ,]*(?:[a-z]{{1,4}} )?$", before))


def _valid(years: Sequence[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def named(text: str, language: str) -> bool:
    """Whether the text has a word of this language that belongs to a day: quick to tell, and most texts have none."""
    return bool(_hint(language).search(plain(text)))


@lru_cache
def _hint(language: str) -> re.Pattern[str]:
    t, n = TONGUES[language], names(language)
    units = f"{t.days}|{t.weeks}|{t.months}|{t.weekend}"
    return re.compile(rf"\b(?:{n.weekday}|{n.month}|{t.today}|{t.tomorrow}|{t.over}|{units})")


@lru_cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], Reader]]:
    """Ways of naming days, the most exact first."""
    t, n = TONGUES[language], names(language)
    month, weekday = rf"(?P<month>{n.month})\b\.?", rf"(?P<weekday>{n.weekday})"
    day = rf"(?P<day>\d{{1,2}})(?:\s?(?:{t.ordinal}))?"
    led = rf"(?:\b(?:{n.weekday})\.?,?\s+(?:(?:{t.the})\s+)?)?"
    year, of = r"(?:,?\s+(?:de[l]?\s+)?(?P<year>20\d\d))?", rf"(?:\s+(?:{t.of}))?" if t.of else ""
    count = rf"(?P<count>\d{{1,2}}|{'|'.join(t.numbers)})"
    next_week = rf"(?:(?:{t.next}) (?:{t.weeks})|(?:{t.weeks}) (?:{t.next}))"
    alone = rf"(?:{t.ordinal})" if language in {"en", "de", "nl"} else rf"(?:{t.ordinal})?"
    no_day = rf"(?![\w%€$:]|[.,/]\d|\s*(?:{t.hour}|one|option|%|€))"
    ways: list[tuple[str, Reader]] = [
        (r"\b(?P<year>20\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)\b", _iso),
        (rf"{led}\b{day}{of}\s+{month}{year}", _named),
        (rf"\b{month}\s+{day}\b(?!\s*[:h]\s?\d){year}", _named),
        (rf"{led}\b(?P<one>\d\d?)(?P<sign>[./-])(?P<two>\d\d?)(?P=sign)(?P<year>20\d\d|\d\d)\b", _numbers),
        (rf"{led}\b(?P<one>\d\d?)(?P<sign>/)(?P<two>\d\d?)(?P<year>)\b(?!/)", _numbers),
        (rf"{led}\b(?P<one>\d\d?)(?P<sign>\.)(?P<two>\d\d?)(?P<year>)\.(?!\d)", _numbers),
        (rf"\b(?:{t.over})\b", lambda _, view: _one(view.today + timedelta(days=2))),
        (rf"\b(?:{t.ahead})\s+{count}\s+(?P<unit>{t.days}|{t.weeks}|{t.months})\b", _ahead),
        (rf"\b{weekday}[, ]+(?:\w{{1,3}} )?{next_week}\b|\b{next_week}[, ]+(?:\w{{1,3}} )?(?P<other>{n.weekday})\b",
         _weekday_next_week),
        (rf"{led}\b(?:{t.the})\s+(?P<day>\d\d?)\s?{alone}{no_day}", _of_month),
        (rf"\b(?:(?P<next>{t.next}) |(?:{t.this}) )?{weekday}s?\b(?: (?:{t.next}))?", _weekday),
        (rf"\b(?:{t.tomorrow})\b", lambda _, view: _one(view.today + timedelta(days=1))),
        (rf"\b(?:{t.today})\b", lambda _, view: _one(view.today)),
        (rf"\b{next_week}\b", lambda _, view: _week(view.today + timedelta(days=7))),
        (rf"\b(?:{t.this}) (?:{t.weeks})\b", lambda _, view: (view.today, _week(view.today)[1])),
        (rf"\b(?:{t.weekend})\b", _weekend),
        (rf"\b(?:{t.next}) (?:{t.months})\b|\b(?:{t.months}) (?:{t.next})\b", _next_month),
        (rf"(?:\b(?:in|im|en|a|em|no)\s+|^\s*){month}{year}\s*$|\b(?:in|im|en|em)\s+{month.replace('month', 'm2')}",
         _month),
    ]  # fmt: skip
    return [(re.compile(pattern), read) for pattern, read in ways]


def _one(day: date | None) -> tuple[date, date] | None:
    return None if day is None else (day, day)


def _iso(match: re.Match[str], view: View) -> tuple[date, date] | None:
    return _one(view.in_month(match["day"], int(match["month"]), match["year"]))


def _named(match: re.Match[str], view: View) -> tuple[date, date] | None:
    return _one(view.in_month(match["day"], view.names.months[match["month"]], match["year"] or ""))


def _numbers(match: re.Match[str], view: View) -> tuple[date, date] | None:
    day, month = match["one"], match["two"]
    if view.month_first and match["sign"] == "/":
        day, month = month, day
    if int(month) > 12 >= int(day):
        day, month = month, day
    return _one(view.in_month(day, int(month), match["year"]))


def _of_month(match: re.Match[str], view: View) -> tuple[date, date] | None:
    first = view.today.replace(day=1)
    months = [first, (first + timedelta(days=32)).replace(day=1), (first + timedelta(days=63)).replace(day=1)]
    days = (day for one in months for day in _valid([one.year], one.month, int(match["day"])))
    return _one(next((day for day in days if day >= view.today), None))


def _ahead(match: re.Match[str], view: View) -> tuple[date, date] | None:
    many, unit = view.count(match["count"]), match["unit"]
    if re.fullmatch(view.tongue.days, unit):
        return _one(view.today + timedelta(days=many))
    if re.fullmatch(view.tongue.weeks, unit):
        return _one(view.today + timedelta(weeks=many))
    month = view.today.month - 1 + many
    valid = _valid([view.today.year + month // 12], month % 12 + 1, min(view.today.day, 28))
    return _one(next(valid, None))


def _weekday(match: re.Match[str], view: View) -> tuple[date, date] | None:
    ahead = (view.names.weekdays[match["weekday"]] - view.today.weekday()) % 7
    return _one(view.today + timedelta(days=ahead or 7))


def _weekday_next_week(match: re.Match[str], view: View) -> tuple[date, date] | None:
    monday = _week(view.today + timedelta(days=7))[0]
    return _one(monday + timedelta(days=view.names.weekdays[match["weekday"] or match["other"]]))


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _weekend(_: re.Match[str], view: View) -> tuple[date, date] | None:
    sunday = _week(view.today)[1]
    return max(sunday - timedelta(days=1), view.today), sunday


def _next_month(_: re.Match[str], view: View) -> tuple[date, date] | None:
    first = (view.today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _month(match: re.Match[str], view: View) -> tuple[date, date] | None:
    month = view.names.months[match["month"] or match["m2"]]
    year = int(match["year"] or view.today.year + (month < view.today.month))
    first = date(year, month, 1)
    return max(first, view.today), (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
