"""Reads the hand-written dialogues from which the demo's past is made; their README says what each line means."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from conversations.articles import ContentError
from conversations.demo.content import FOLDER, articles

EVIDENCE = re.compile(r"\[\[(.+?)\]\]")
HANDOVER = re.compile(r"> (?P<signal>\w+) (?P<value>\.\d+) (?P<team>\w+)")
QUOTE = re.compile(r"A (?P<slug>[\w-]+)/(?P<paragraph>\d+)(?:: (?P<lead>.+))?")
HEADERS = {"order", "product", "tags", "lang", "speaks", "agent"}


@dataclass(frozen=True)
class CustomerSays:
    """One of these texts; `[[…]]` marks what speaks for a handover."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class PressesPerson:
    """The customer presses "Talk to a person"."""


@dataclass(frozen=True)
class AssistantQuotes:
    """The assistant answers with a paragraph of an article, after a few words of its own."""

    slug: str
    paragraph: int
    lead: str


@dataclass(frozen=True)
class AssistantUnsure:
    """The assistant does not know and offers a person."""


@dataclass(frozen=True)
class HandsOver:
    """The baton passes to a team's queue and then to an agent."""

    signal: str
    value: float
    team: str


@dataclass(frozen=True)
class AgentSays:
    """One of these texts."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class AgentNotes:
    """A private note."""

    text: str


@dataclass(frozen=True)
class HandsBack:
    """The agent returns the baton to the assistant with a brief."""

    brief: str


@dataclass(frozen=True)
class TimePasses:
    """Nothing happens for so many hours."""

    hours: int


Step = (
    CustomerSays | PressesPerson | AssistantQuotes | AssistantUnsure | HandsOver | AgentSays | AgentNotes | HandsBack
    | TimePasses
)  # fmt: skip


BARE: Mapping[str, Step] = {"P": PressesPerson(), "A?": AssistantUnsure()}
READ: Mapping[str, Callable[[str], Step]] = {
    "C:": lambda text: CustomerSays(tuple(text.split(" || "))),
    "G:": lambda text: AgentSays(tuple(text.split(" || "))),
    "N:": AgentNotes,
    "< ": HandsBack,
    "~ ": lambda hours: TimePasses(int(hours)),
}


@dataclass(frozen=True)
class Scenario:
    """A conversation as it was written, with places to fill in."""

    title: str
    topic: str
    order: tuple[str, ...]
    product: str
    tags: tuple[str, ...]
    language: str
    speaks: str
    agent: str
    steps: tuple[Step, ...]

    @property
    def handed_over(self) -> HandsOver | None:
        """The handover in it, if there is one."""
        return next((step for step in self.steps if isinstance(step, HandsOver)), None)


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Every dialogue, in the order of the files."""
    return tuple(scenario for path in sorted((FOLDER / "dialogues").glob("*.md")) for scenario in _scenarios_of(path))


def _scenarios_of(path: Path) -> Iterator[Scenario]:
    """The scenarios of one file."""
    for block in path.read_text("utf-8").split("\n## "):
        head, _, body = block.removeprefix("## ").strip().partition("\n\n")
        title, *rest = head.splitlines()
        headers = dict(line.split(": ", 1) for line in rest)
        if not headers.keys() <= HEADERS:
            raise ContentError(f"{path.name}: {title!r} has an unknown header among {sorted(headers)}")
        yield Scenario(
            title=title,
            topic=path.stem,
            order=tuple(headers.get("order", "").split()),
            product=headers.get("product", ""),
            tags=tuple(headers.get("tags", path.stem).split(", ")),
            language=headers.get("lang", "en"),
            speaks=headers.get("speaks", "en"),
            agent=headers.get("agent", ""),
            steps=tuple(_step(line, where=f"{path.name}: {title!r}") for line in body.splitlines()),
        )


def _step(line: str, *, where: str) -> Step:
    """The step that one line describes; ContentError when it describes none."""
    if line in BARE:
        return BARE[line]
    read = READ.get(line[:2])
    return read(line[2:].strip()) if read else _quote_or_handover(line, where=where)


def _quote_or_handover(line: str, *, where: str) -> AssistantQuotes | HandsOver:
    """The assistant's quotation or the handover that a line describes."""
    if quote := QUOTE.fullmatch(line):
        slug, paragraph = quote["slug"], int(quote["paragraph"])
        if slug not in articles() or not 1 <= paragraph <= len(articles()[slug].paragraphs):
            raise ContentError(f"{where}: no paragraph {slug}/{paragraph}")
        return AssistantQuotes(slug, paragraph, quote["lead"] or "")
    if handover := HANDOVER.fullmatch(line):
        return HandsOver(handover["signal"], float(handover["value"]), handover["team"])
    raise ContentError(f"{where}: neither a quotation nor a handover: {line!r}")
