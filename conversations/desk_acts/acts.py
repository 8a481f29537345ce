"""The deeds, as plain values."""

from dataclasses import dataclass
from datetime import datetime, timedelta

ME = "me"  # whoever does it


@dataclass(frozen=True)
class Tag:
    """Put tags on, and take others off."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetPriority:
    """How soon a person should look."""

    priority: str


@dataclass(frozen=True)
class Assign:
    """Pass it to a team, to a person, or to a person in a team; `ME` takes it over."""

    team_id: str | None = None
    agent_id: str | None = None


@dataclass(frozen=True)
class Snooze:
    """Let it rest for a while, or until a moment; exactly one of them is there."""

    lasts: timedelta | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Resolve:
    """Close it until the customer writes again."""


@dataclass(frozen=True)
class Reopen:
    """Open it again, or wake it, in one's own hand."""


@dataclass(frozen=True)
class AddNote:
    """Write a private note."""

    text: str


@dataclass(frozen=True)
class Reply:
    """Say something to the customer, which cannot be unsaid."""

    text: str


Act = Tag | SetPriority | Assign | Snooze | Resolve | Reopen | AddNote | Reply
