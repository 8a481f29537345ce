"""Decisions and promises as they go over the wire."""

from typing_extensions import TypedDict

from conversations import authors, rows, wire
from conversations.commitments import finding, standing
from conversations.commitments.finding import Found
from conversations.models import Conversation, DecidedFact, Promise, PromiseState


class DecidedFactRow(TypedDict):
    """What a person decided, when, and where it stands."""

    id: str
    text: str
    about: str
    seq: int | None
    """The message that says so."""
    decided_by: rows.Colleague
    decided_at: str


class PromiseRow(TypedDict):
    """What was promised, by whom, until when, and what became of it."""

    id: str
    text: str
    seq: int | None
    """The message that says so."""
    by: str
    state: PromiseState
    due_at: str | None
    created_at: str
    closed_by: rows.Colleague | None
    closed_at: str | None


class PerhapsCommitment(TypedDict):
    """A sentence of the desk's that was perhaps a decision or a promise, for a person to confirm."""

    text: str
    seq: int
    by: str
    due_at: str | None
    """As its words say."""


class Commitments(TypedDict):
    """What is decided and promised in a conversation, and what was perhaps."""

    facts: list[DecidedFactRow]
    promises: list[PromiseRow]
    perhaps_decided: list[PerhapsCommitment]
    perhaps_promised: list[PerhapsCommitment]


def of_conversation(conversation: Conversation) -> Commitments:
    """What is decided and promised, and what was perhaps. Six queries."""
    return {
        "facts": [fact(one) for one in standing.facts(conversation)],
        "promises": [promise(one) for one in standing.promises(conversation)],
        "perhaps_decided": [_found(one) for one in finding.decisions(conversation)],
        "perhaps_promised": [_found(one) for one in finding.promises(conversation)],
    }


def fact(one: DecidedFact) -> DecidedFactRow:
    """What a person decided, when, and where it stands."""
    return {
        "id": one.id,
        "text": one.text,
        "about": one.about,
        "seq": one.seq or None,
        "decided_by": rows.named(one.decided_by),
        "decided_at": wire.stamp(one.decided_at),
    }


def promise(one: Promise) -> PromiseRow:
    """What was promised, by whom, until when, and what became of it."""
    return {
        "id": one.id,
        "text": one.text,
        "seq": one.seq or None,
        "by": one.agent.name if one.agent is not None else authors.assistant(),
        "state": PromiseState(one.state),
        "due_at": wire.stamp(one.due_at) if one.due_at else None,
        "created_at": wire.stamp(one.created_at),
        "closed_by": rows.colleague(one.closed_by),
        "closed_at": wire.stamp(one.closed_at) if one.closed_at else None,
    }


def _found(one: Found) -> PerhapsCommitment:
    due_at = wire.stamp(one.due_at) if one.due_at else None
    return {"text": one.text, "seq": one.seq, "by": one.by, "due_at": due_at}
