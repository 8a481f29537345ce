"""Reads the hand-written dialogues from which the demo's past is made; their README says what each line means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from conversations.demo.content import FOLDER, ContentError, articles

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
    return tuple(
        scenario for path in sorted((FOLDER / "dialogues").glob("*.md")) for scenario in _scenarios_of(path)
    )


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
    match line[:2]:
        case "C:":
            return CustomerSays(tuple(line[3:].split(" || ")))
        case "G:":
            return AgentSays(tuple(line[3:].split(" || ")))
        case "N:":
            return AgentNotes(line[3:])
        case "P":
            return PressesPerson()
        case "A?":
            return AssistantUnsure()
        case "< ":
            return HandsBack(line[2:])
        case "~ ":
            return TimePasses(int(line[2:]))
        case "A " | "> ":
            return _quote_or_handover(line, where=where)
        case _:
            raise ContentError(f"{where}: no such line as {line!r}")


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
