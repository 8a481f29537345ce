"""What a file from elsewhere holds, in Baton's own words, whoever wrote it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

By = Literal["customer", "agent", "system"]
Json = dict[str, Any]
LONGEST_TEXT = 50_000  # letters of one message
MOST_LINES = 10_000  # of one conversation


class OddError(ValueError):
    """An entry of the file cannot be brought; the message says why to whoever looks through it."""


@dataclass(frozen=True)
class Contact:
    """A customer; `key` is what they are called there, and None is said of what nobody told.

    `overrides` when what is told counts more than what Baton knows.
    """

    key: str
    external_id: str = ""
    name: str = ""
    email: str = ""
    language: str = ""
    attributes: Mapping[str, str | int | float | bool] | None = None
    overrides: bool = False

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Contact":
        """As `asdict` wrote it."""
        return cls(**kept)


@dataclass(frozen=True)
class Line:
    """Something that was written; `name` and `email` are of an agent or of a machine. `private`: for colleagues."""

    by: By
    text: str
    at: datetime
    name: str = ""
    email: str = ""
    private: bool = False


@dataclass(frozen=True)
class Talk:
    """A conversation, with its lines in their order."""

    key: str
    contact: Contact
    lines: tuple[Line, ...]
    subject: str = ""
    tags: tuple[str, ...] = ()

    @property
    def said(self) -> list[Line]:
        """What the customer saw."""
        return [line for line in self.lines if not line.private]

    @property
    def noted(self) -> list[Line]:
        """What only colleagues saw."""
        return [line for line in self.lines if line.private]

    def to_json(self) -> Json:
        """As a migration keeps it until it is stored."""
        lines = [{**asdict(line), "at": line.at.isoformat()} for line in self.lines]
        return {"contact": self.contact.key, "subject": self.subject, "tags": list(self.tags), "lines": lines}


def lines_of(kept: Mapping[str, Any]) -> Iterator[Line]:
    """The lines of a conversation that a migration keeps."""
    for line in kept["lines"]:
        yield Line(**{**line, "at": datetime.fromisoformat(line["at"])})


Found = Contact | Talk
