"""Times of day in a customer's words: "half past two", "14h30", "after 3 pm", "in the morning"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.skills.dates.plain import plain
from assistant.skills.dates.tongues import TONGUES, Tongue, greeting

MIDNIGHT = 24 * 60
MORNING, AFTERNOON, EVENING = (0, 720), (720, 1020), (1020, MIDNIGHT)
EARLIEST_SAID = 7  # "at three" is in the afternoon: few mean the night
TWELVE_HOURS = 12
NEVER = "(?!)"


@dataclass(frozen=True)
class Stretch:
    """Minutes since midnight that are meant; an exact time begins and ends at once."""

    start: int
    end: int
    first: int
    last: int

    def __str__(self) -> str:
        if self.first == self.last:
            return _written(self.first)
        return f"{_written(self.first)}-{_written(self.last)}"


@dataclass(frozen=True)
class Patterns:
    """The ways of one language."""

    between: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    exact: re.Pattern[str]
    alone: re.Pattern[str]  # a figure that is all that was said
    marked: re.Pattern[str]
    noon: re.Pattern[str]
    parts: tuple[tuple[re.Pattern[str], tuple[int, int]], ...]


def find(text: str, *, language: str) -> Stretch | None:
    """The time that is meant; dates must have been blanked out. An exact time goes before a part of the day."""
    tongue, ways = TONGUES[language], _patterns(language)
    bare = re.sub(rf"\(utc[^)]*\)|\b(?:{greeting()})\b", lambda one: " " * len(one[0]), plain(text))
    part = next(((match, span) for way, span in ways.parts if (match := way.search(bare))), None)
    late = part is not None and part[1] != MORNING
    early = part is not None and not late
    reader = _Reader(tongue, late=late, early=early)
    return _exact(bare, ways, reader) or _part(bare, ways, part)


def _exact(bare: str, ways: Patterns, reader: "_Reader") -> Stretch | None:
    if (match := ways.between.search(bare)) and (span := reader.between(match)):
        return Stretch(*match.span(), *span)
    if (match := ways.after.search(bare)) and (at := reader.minutes(match)) is not None:
        return Stretch(*match.span(), at, MIDNIGHT)
    if (match := ways.before.search(bare)) and (at := reader.minutes(match)) is not None:
        return Stretch(*match.span(), 0, at)
    for match in (*ways.marked.finditer(bare), *ways.exact.finditer(bare), *ways.alone.finditer(bare)):
        at = reader.minutes(match)
        if at is not None:
            return Stretch(*match.span(), at, at)
    return None


def _part(bare: str, ways: Patterns, part: tuple[re.Match[str], tuple[int, int]] | None) -> Stretch | None:
    if part is not None:
        return Stretch(*part[0].span(), *part[1])
    match = ways.noon.search(bare)
    return None if match is None else Stretch(*match.span(), 720, 720)


@dataclass(frozen=True)
class _Reader:
    """Turns a match into minutes since midnight, knowing which half of the day is spoken of."""

    tongue: Tongue
    late: bool
    early: bool

    def minutes(self, match: re.Match[str], which: str = "") -> int | None:
        """Minutes since midnight, or None when it is no time of day."""
        written = match[f"hour{which}"] or match[f"word{which}"]
        if written is None:
            return None
        hour = int(written) if written.isdigit() else self._number(written)
        minute = int(match[f"minute{which}"] or match[f"later{which}"] or (30 if match[f"half{which}"] else 0))
        if match[f"before{which}"]:  # "halb drei"
            hour, minute = hour + (self.tongue.half_leads or 0), 30
        hour = self._of_day(hour, match[f"noon{which}"], zero=written.startswith("0"))
        return hour * 60 + minute if hour < 24 and minute < 60 else None

    def between(self, match: re.Match[str]) -> tuple[int, int] | None:
        """Both ends, where they are in order; "2 to 4 pm" is all in the afternoon."""
        first, last = self.minutes(match, "1"), self.minutes(match, "2")
        if first is None or last is None or first >= last:
            return None
        return first, last

    def _number(self, written: str) -> int:
        return next(n for n, word in enumerate(self.tongue.numbers, 1) if re.fullmatch(word, written))

    def _of_day(self, hour: int, noon: str | None, *, zero: bool) -> int:
        if noon:
            return hour % 12 + (12 if noon.startswith("p") else 0)
        if hour > TWELVE_HOURS or zero or self.early:
            return hour
        return hour + 12 if hour < (TWELVE_HOURS if self.late else EARLIEST_SAID) else hour


@lru_cache
def _patterns(language: str) -> Patterns:
    t = TONGUES[language]
    hours = rf"(?:{t.hour})"

    def time(which: str = "", *, bare: bool) -> str:
        """A pattern of a time; one that is not `bare` says by its form that it is one."""
        number = rf"(?P<hour{which}>\d{{1,2}})|(?P<word{which}>{'|'.join(t.numbers)})"
        minute = rf"\s?[:.h]\s?(?P<minute{which}>[0-5]\d)"
        half = rf"\s?{hours}?\s?(?P<half{which}>{t.half if t.half_leads is None else NEVER})"
        before = rf"(?:(?P<before{which}>{NEVER if t.half_leads is None else t.half})\s+)?"
        noon = rf"(?:\s?(?P<noon{which}>[ap]\.?m\b\.?))"
        tail = rf"(?:{minute}\s?{hours}?|{half}|\s?{hours}(?:\s?(?P<later{which}>[0-5]\d)\b)?)"
        end = rf"(?![\w%€$/]|[.,:]\d|\s?(?:{t.days}|{t.weeks}|{t.months}|x|eur|euro|%|€)\b)"
        if bare:
            return rf"{before}\b(?:{number}){tail}?{noon}?{end}"
        return rf"{before}\b(?:{number})(?:{tail}|(?=\s?[ap]\.?m\b)){noon}?{end}"

    plain_time = time(bare=True)
    span = rf"\b(?:{t.between})\s+{time('1', bare=True)}\s*(?:{t.till})\s*{time('2', bare=True)}"
    parts = ((t.evening, EVENING), (t.afternoon, AFTERNOON), (t.morning, MORNING))
    return Patterns(
        between=re.compile(span),
        after=re.compile(rf"\b(?:{t.after})\s+{plain_time}"),
        before=re.compile(rf"\b(?:{t.before})\s+{plain_time}"),
        exact=re.compile(rf"(?<!\w)(?:{t.at})\s*{plain_time}"),
        alone=re.compile(rf"^\W*{plain_time}\W*$"),
        marked=re.compile(time(bare=False)),
        noon=re.compile(rf"\b(?:{t.noon})\b"),
        parts=tuple((re.compile(rf"(?<!\w)(?:{words})\b"), span) for words, span in parts),
    )


def _written(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
