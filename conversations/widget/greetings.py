"""What a company says by itself on its pages: which page hears which words, and which words an id stands for.

A greeting is no message: nothing of it is stored until a customer answers it. Then the server looks up what it said;
the page names it only by its id.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, cast
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.utils import timezone
from typing_extensions import TypedDict

from agents import hours, timetable
from agents.hours import Hours
from conversations import wire
from conversations.models import WidgetSettings
from conversations.widget import spoken
from tenants import current

Match = Literal["contains", "begins", "equals"]
Audience = Literal["everybody", "new", "returning"]
IN_A_PATH = "/*?#&=%+,;:@!$'()~-._[]"  # what an address shows as it is
FRESH_FOR, FRESH_BY_HOURS = 300, 60  # seconds for which a page may go on with what it was told


class GreetingPage(TypedDict):
    """Pages by their path; `*` stands for anything."""

    match: Match
    path: str


class Greeting(TypedDict):
    """On which pages, when and whom the company greets, and with what words."""

    id: str
    is_on: bool
    pages: list[GreetingPage]
    """Any of them; every page when empty."""
    after: int
    """Seconds on the page."""
    scroll: int
    """Percent of the page that was scrolled to; 0 does not look at it."""
    leaving: bool
    """Only when the pointer is about to leave the page."""
    who: Audience
    in_hours: bool
    """Only while a team is at work."""
    words: dict[str, str]
    """By language, such as `en`."""


class PageGreeting(TypedDict):
    """A greeting as a page shows it."""

    id: str
    says: str
    pages: list[str]
    """Patterns of paths, in which `*` stands for anything; every page when empty."""
    after: int
    scroll: int
    leaving: bool
    who: Audience
    until: str | None
    """When it is over for today; null where it is not."""


class WidgetPage(TypedDict):
    """What a page with the widget shows before anybody opens the chat."""

    greetings: list[PageGreeting]
    """The first one that fits is shown."""


class WidgetGreeting(TypedDict):
    """What a greeting says."""

    id: str
    says: str


def kept() -> list[Greeting]:
    """The company's greetings, in their order. One query."""
    settings = WidgetSettings.objects.first()
    return [] if settings is None else cast("list[Greeting]", settings.greetings)


def of_page(language: str) -> tuple[WidgetPage, int]:
    """What a page may show to a reader of this language, and for how many seconds it may go on with that."""
    wanted = [one for one in kept() if one["is_on"]]
    by_hours = any(one["in_hours"] for one in wanted)
    closes = _closing() if by_hours else None
    shown = [_shown(one, language, closes) for one in wanted if closes is not None or not one["in_hours"]]
    return {"greetings": shown}, FRESH_BY_HOURS if by_hours else FRESH_FOR


def said_by(rules: Sequence[Greeting], language: str) -> list[WidgetGreeting]:
    """What each of them says to a reader of this language."""
    return [{"id": one["id"], "says": _says(one, language)} for one in rules if one["is_on"]]


def words_of(greeting: str, language: str) -> str:
    """What the greeting with this id says; "" for one that is not there any more."""
    return next((_says(one, language) for one in kept() if one["id"] == greeting), "")


def closing_of(weeks: Iterable[Hours], now: datetime) -> datetime | None:
    """When the last of those at work goes home; None while nobody is at work."""
    ends = [
        closes
        for one in weeks
        for opens, closes in hours.stretches(one, now.astimezone(one.zone).date(), days=1)
        if opens <= now < closes
    ]
    return max(ends, default=None)


def patterns(pages: Sequence[GreetingPage]) -> list[str]:
    """The same pages as patterns of the whole path, written as browsers write addresses."""
    found: list[str] = []
    for page in pages:
        path = quote(page["path"], safe=IN_A_PATH)
        match page["match"]:
            case "contains":
                found.append(f"*{path}*")
            case "begins":
                found.append(f"{path}*")
            case "equals":
                found += [path.rstrip("/") or "/", f"{path.rstrip('/')}/"]
    return list(dict.fromkeys(found))


def _closing() -> datetime | None:
    weeks = list(timetable.of_company().teams.values()) or [Hours(ZoneInfo(current.tenant().time_zone))]
    return closing_of(weeks, timezone.now())


def _shown(one: Greeting, language: str, closes: datetime | None) -> PageGreeting:
    return {
        "id": one["id"],
        "says": _says(one, language),
        "pages": patterns(one["pages"]),
        "after": one["after"],
        "scroll": one["scroll"],
        "leaving": one["leaving"],
        "who": one["who"],
        "until": wire.stamp(closes) if one["in_hours"] and closes is not None else None,
    }


def _says(one: Greeting, language: str) -> str:
    return spoken.of(one["words"], language, company=current.tenant().languages[0])
