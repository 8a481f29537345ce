"""The conversations behind the numbers of a replay: a page of them, and one with both sides and the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NotRequired, cast

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from conversations import considering, labels, wire
from conversations import rows as shown_rows
from conversations.considering import RulesConsidered
from conversations.models import AuthorKind, Decision, Kind, Message, ReplayedConversation, RuleReplay
from conversations.rules.showing import Does
from conversations.rules_replay import examples
from conversations.rules_replay.examples import AskedWords
from escalation import rules
from escalation.facts import Facts, FactsError
from escalation.replay import deciding
from escalation.replay.comparing import Change
from escalation.replay.deciding import Ending
from escalation.rules import Book
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

PREFIX = "rpc"
MOST_LINES = 30
NOT_HERE = gettext_noop("There is no such conversation in this replay.")


class ReplayedSide(TypedDict):
    """Where a conversation goes with one book, and at which message; all null where it stays with the assistant."""

    seq: int | None
    rule: str | None
    trigger: str | None
    does: Does | None
    team: str | None
    skill: str | None
    priority: str | None
    label: str | None
    """Of the trigger, for people."""
    where: str
    """The same in words."""


class ReplayedRow(TypedDict):
    """A conversation with both books."""

    id: str
    customer: str
    at: str
    asked: AskedWords | None
    change: Change
    before: ReplayedSide
    after: ReplayedSide
    cannot_tell: bool
    """Its outcome hangs on something that was not measured."""


class ReplayedLine(TypedDict):
    """What was said in the message `seq`."""

    seq: int
    author: AuthorKind
    text: str


class DecisionMade(TypedDict):
    """What was decided in truth."""

    action: str
    trigger: str
    rule: str
    version: int


class ReplayedDecision(TypedDict):
    """A decision as it was made, its facts, and which rules of either book held or nearly did."""

    seq: int
    at: str
    readable: bool
    """Its facts can be read; else there is nothing more of it."""
    made: NotRequired[DecisionMade]
    signals: NotRequired[list[shown_rows.Signal]]
    confidence: NotRequired[float | None]
    threshold: NotRequired[float | None]
    before: NotRequired[RulesConsidered | None]
    after: NotRequired[RulesConsidered | None]


class ReplayedConversationRow(ReplayedRow):
    """A conversation with both books: what was said, and the decisions at which they part."""

    messages: list[ReplayedLine]
    decisions: list[ReplayedDecision]


@dataclass(frozen=True)
class Books:
    """Both books of a replay, and what can end the search in each."""

    before: Book
    after: Book
    was: Sequence[Ending]
    now: Sequence[Ending]


def books(replay: RuleReplay) -> Books:
    """Both books as the replay looked at them."""
    before = rules.read(replay.against, version=replay.against_version)
    after = rules.read(replay.document, version=replay.against_version + 1)
    return Books(before, after, deciding.endings(before), deciding.endings(after))


def page(
    replay: RuleReplay,
    *,
    change: str,
    side: str,
    rule: str | None,
    hour: int | None,
    limit: int,
    cursor: str,
) -> Listed[ReplayedRow]:
    """A page of the conversations, the newest first. Two queries beside the books."""
    rows = _filtered(replay, change=change, side=side, rule=rule, hour=hour)
    rows = rows.select_related("conversation__customer")
    found = cursors.newest_first(rows, by="at", prefix=PREFIX, limit=limit, cursor=cursor)
    both = books(replay)
    words = examples.said([(str(row.conversation_id), _seq(row)) for row in found.rows])
    return found.of(
        [_row(row, both, examples.asked(words.get((str(row.conversation_id), _seq(row))))) for row in found.rows]
    )


def whole(replay: RuleReplay, conversation_id: str) -> ReplayedConversationRow:
    """One conversation: what was said, and both decisions with their facts. NotFoundError when it is not in it."""
    try:
        row = replay.conversations.select_related("conversation__customer").get(conversation=conversation_id)
    except (ReplayedConversation.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext(NOT_HERE), param="conversation_id") from error
    both = books(replay)
    seqs = {seq for seq in (row.before_seq, row.after_seq, row.hangs_seq) if seq is not None}
    decisions = {one.asked_seq: one for one in row.conversation.decisions.filter(asked_seq__in=seqs)}
    texts = row.conversation.messages.filter(kind=Kind.TEXT, seq__lte=max(seqs, default=0))
    lines: list[Message] = list(reversed(texts.order_by("-seq")[:MOST_LINES]))
    return {
        **_row(row, both, None),
        "messages": [{"seq": line.seq, "author": AuthorKind(line.author_kind), "text": line.text} for line in lines],
        "decisions": [_decision(decisions[seq], both) for seq in sorted(decisions)],
    }


def _filtered(
    replay: RuleReplay, *, change: str, side: str, rule: str | None, hour: int | None
) -> QuerySet[ReplayedConversation]:
    rows = replay.conversations.all()
    if change == "cannot_tell":
        rows = rows.filter(hangs_seq__isnull=False)
    elif change == "handed_over":
        rows = rows.filter(**{f"{side}_hour__isnull": False})
    elif change:
        rows = rows.filter(change=change)
    if rule is not None:
        rows = rows.filter(**{f"{side}_rule": rule, f"{side}_hour__isnull": False})
    return rows if hour is None else rows.filter(**{f"{side}_hour": hour})


def _row(row: ReplayedConversation, both: Books, asked: AskedWords | None) -> ReplayedRow:
    return {
        "id": row.conversation_id,
        "customer": row.conversation.customer.name,
        "at": wire.stamp(row.at),
        "asked": asked,
        "change": Change(row.change),
        "before": _side(row.before_seq, row.before_ending, both.was),
        "after": _side(row.after_seq, row.after_ending, both.now),
        "cannot_tell": row.hangs_seq is not None,
    }


def _side(seq: int | None, place: int | None, endings: Sequence[Ending]) -> ReplayedSide:
    """Where the conversation goes at which message."""
    ending = None if place is None else endings[place]
    return {
        "seq": seq,
        "rule": None if ending is None else ending.rule,
        "trigger": None if ending is None else ending.trigger,
        "does": None if ending is None else cast("Does", ending.does),
        "team": None if ending is None else ending.team,
        "skill": None if ending is None else ending.skill,
        "priority": None if ending is None else ending.priority,
        "label": None if ending is None else labels.trigger(ending.trigger)["label"],
        "where": examples.where(ending),
    }


def _seq(row: ReplayedConversation) -> int:
    """The message at which the books part."""
    first = row.after_seq if row.change not in ("no_longer", "later", "approval_gone") else row.before_seq
    return first or row.before_seq or row.hangs_seq or 0


def _decision(decision: Decision, both: Books) -> ReplayedDecision:
    """The decision as it was made, its facts, and which rules of either book held or nearly did."""
    try:
        facts = Facts.from_json(decision.facts)
    except FactsError:
        return {"seq": decision.asked_seq, "at": wire.stamp(decision.created_at), "readable": False}
    return {
        "seq": decision.asked_seq,
        "at": wire.stamp(decision.created_at),
        "readable": True,
        "made": {
            "action": decision.action,
            "trigger": decision.trigger,
            "rule": decision.rule,
            "version": decision.rules_version,
        },
        "signals": shown_rows.signals(decision.facts),
        "confidence": facts.confidence,
        "threshold": facts.confidence_threshold,
        "before": considering.considered(rules.explain(facts, both.before).to_json()),
        "after": considering.considered(rules.explain(facts, both.after).to_json()),
    }
