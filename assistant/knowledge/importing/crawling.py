"""Reads a site page by page from a start address, as its robots.txt allows; each step reads one page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from assistant.knowledge.articles import LONGEST_TITLE, Draft
from assistant.knowledge.importing import pages, robots
from assistant.knowledge.importing.drafts import Problem
from assistant.knowledge.importing.pages import Page
from tenants import guard
from tenants.guard import Fetched, GuardError

MOST_PAGES = 50
MOST_KNOWN = 500  # addresses that are remembered
MOST_BYTES = 2 * 1024 * 1024
SECONDS = 6.0  # for each answer
HTML = ("text/html", "application/xhtml+xml")
NOT_ALLOWED = "The site's robots.txt asks that this page is not read."
NO_ROBOTS = "The site's robots.txt could not be read, so its pages are not either: "


@dataclass(frozen=True)
class Frontier:
    """How far the reading of a site is; kept with the import between two steps."""

    start: str
    most: int
    waiting: tuple[str, ...]
    known: tuple[str, ...]
    read: int = 0
    robots: str | None = None  # None until it was asked for
    titles: Mapping[str, str] = field(default_factory=dict)  # of articles, and the page that each came from

    @property
    def total(self) -> int:
        """How many pages are to be read, as far as is known now."""
        return min(self.most, self.read + len(self.waiting))

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to read."""
        return not self.waiting or self.read >= self.most

    def to_json(self) -> dict[str, Any]:
        """As the import keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class Step:
    """What one step found, and how far it went."""

    frontier: Frontier
    found: tuple[Draft | Problem, ...] = ()


def begin(url: str, *, most: int) -> Frontier:
    """A crawl that has read nothing yet."""
    return Frontier(url, min(most, MOST_PAGES), waiting=(url,), known=(url,))


def from_json(kept: Mapping[str, Any]) -> Frontier:
    """The frontier that an import kept."""
    return Frontier(**{**kept, "waiting": tuple(kept["waiting"]), "known": tuple(kept["known"])})


def step(frontier: Frontier) -> Step:
    """Read the site's robots.txt at first, then one page."""
    if frontier.robots is None:
        return _ask_robots(frontier)
    url, *waiting = frontier.waiting
    onward = replace(frontier, waiting=tuple(waiting), read=frontier.read + 1)
    if not robots.may_read(frontier.robots, url):
        return Step(onward, (Problem(url, NOT_ALLOWED),))
    try:
        fetched = guard.get(url, most_bytes=MOST_BYTES, timeout=SECONDS)
    except GuardError as error:
        return Step(onward, (Problem(url, str(error)),))
    first = frontier.read == 0
    if first:
        onward = replace(onward, start=fetched.url, known=(*onward.known, fetched.url))
    wrong = _wrong(fetched, onward)
    if wrong:
        return Step(onward, (Problem(url, wrong),))
    return _taken(fetched, onward)


def _ask_robots(frontier: Frontier) -> Step:
    url = urljoin(frontier.start, "/robots.txt")
    try:
        fetched = guard.get(url, most_bytes=robots.MOST_BYTES, timeout=SECONDS)
    except GuardError as error:
        return Step(replace(frontier, waiting=()), (Problem(url, NO_ROBOTS + str(error)),))
    if fetched.status >= 500:
        why = f"it answered {fetched.status}."
        return Step(replace(frontier, waiting=()), (Problem(url, NO_ROBOTS + why),))
    said = fetched.body.decode("utf-8", errors="replace").replace("\x00", "") if fetched.status < 300 else ""
    return Step(replace(frontier, robots=said.replace("\r", "\n")))


def _wrong(fetched: Fetched, frontier: Frontier) -> str | None:
    if fetched.status != 200:
        return f"The page answered {fetched.status}."
    if _site(fetched.url) != _site(frontier.start):
        return "The page leads to another site."
    if not robots.may_read(frontier.robots or "", fetched.url):
        return NOT_ALLOWED
    kind = fetched.content_type.partition(";")[0].strip().lower()
    return None if kind in HTML else f"This is no web page ({kind[:60] or 'it does not say what it is'})."


def _taken(fetched: Fetched, frontier: Frontier) -> Step:
    page = pages.read(fetched.body, fetched.content_type, url=fetched.url)
    found = _found(page, fetched.url, frontier) if page.may_be_kept else ()
    titles = {one.title: fetched.url for one in found if isinstance(one, Draft)}
    onward = replace(frontier, titles={**frontier.titles, **titles})
    if page.may_be_followed:
        onward = _with_links(onward, page)
    return Step(onward, found)


def _found(page: Page, url: str, frontier: Frontier) -> tuple[Draft | Problem, ...]:
    """What the page says, each under a title of its own in the site."""
    told = pages.drafts_of(page, untitled=url, where=url)
    found = tuple(replace(draft, title=_own(draft.title, url, frontier)) for draft in told)
    return found or (Problem(url, pages.NO_TEXT),)


def _own(title: str, url: str, frontier: Frontier) -> str:
    """The title, told from that of another page of the site."""
    short = title[: LONGEST_TITLE - 60]
    if frontier.titles.get(short, url) == url:
        return short
    return f"{short} ({urlsplit(url).path.rstrip('/').rpartition('/')[2][:50] or urlsplit(url).query[:50]})"


def _with_links(frontier: Frontier, page: Page) -> Frontier:
    """The page's new links, those below the start address before all others."""
    new = [link for link in page.links if link not in frontier.known][: MOST_KNOWN - len(frontier.known)]
    below = frontier.start.partition("?")[0].rpartition("/")[0] + "/"
    waiting = sorted([*frontier.waiting, *new], key=lambda link: not link.startswith(below))
    return replace(frontier, waiting=tuple(waiting), known=(*frontier.known, *new))


def _site(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
