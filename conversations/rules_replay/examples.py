"""Conversations behind the numbers of a count: who asked what, and where it goes with either book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q
from typing_extensions import TypedDict

from conversations import wire
from conversations.models import Conversation, Message
from conversations.rules_replay import reading
from conversations.rules_replay.judging import Judged
from conversations.rules_replay.keeping import APPROVALS
from escalation.replay.comparing import Change
from escalation.replay.deciding import Ending

LONGEST = 300  # letters of what was asked
STAYS = "Stays with the assistant"


class AskedWords(TypedDict):
    """What the customer wrote in the message `seq`, cut where it is long."""

    seq: int
    text: str


class CountedRow(TypedDict):
    """Whose conversation it is, and what was asked."""

    id: str
    customer: str
    at: str
    asked: AskedWords | None


class CountedConversation(CountedRow):
    """A conversation behind a count: where it goes with either book, and by which rule."""

    trigger: str
    rule: str
    before: str
    """Where it went, in words."""
    after: str


class CountedOutcome(TypedDict):
    """Both sides in words, and the rule that makes the difference."""

    trigger: str
    rule: str
    before: str
    after: str


def shown(judged: Judged, picked: Mapping[Change, Sequence[int]]) -> Mapping[Change, list[CountedConversation]]:
    """The rows of these conversations, by change; those that are not there any more are left out. Two queries."""
    told = {change: [(_key(judged, place, change), place) for place in places] for change, places in picked.items()}
    keys = [key for rows in told.values() for key, _ in rows]
    found = Conversation.objects.select_related("customer").in_bulk([name for name, _ in keys])
    words = said(keys)
    return {
        change: [
            {**_row(found[key[0]], key[1], words), **_outcome(judged, place, change)}
            for key, place in rows
            if key[0] in found
        ]
        for change, rows in told.items()
    }


def said(keys: Iterable[tuple[str, int]]) -> Mapping[tuple[str, int], Message]:
    """Messages by conversation and seq. One query, none without keys."""
    wanted = Q(pk__in=[])
    by_seq: dict[int, list[str]] = {}
    for name, seq in keys:
        by_seq.setdefault(seq, []).append(name)
    for seq, names in by_seq.items():
        wanted |= Q(seq=seq, conversation__in=names)
    return {(str(one.conversation_id), one.seq): one for one in Message.objects.filter(wanted)} if by_seq else {}


def asked(message: Message | None) -> AskedWords | None:
    """What the customer wrote, cut where it is long."""
    if message is None:
        return None
    text = message.text if len(message.text) <= LONGEST else f"{message.text[: LONGEST - 1].rstrip()}…"
    return {"seq": message.seq, "text": text}


def where(ending: Ending | None) -> str:
    """Where a conversation goes, in words."""
    if ending is None:
        return STAYS
    if not ending.hands_over:
        return "An agent looks at the answer first"
    to = f"To {ending.team or 'a person'}"
    return f"{to}, {ending.priority}" if ending.priority != "normal" else to


def _key(judged: Judged, place: int, change: Change) -> tuple[str, int]:
    """The conversation, and the message at which the books part."""
    row = _row_of(judged, place, change)
    return reading.conversation_id(judged.order.talks[row]), int(judged.order.seqs[row])


def _row_of(judged: Judged, place: int, change: Change) -> int:
    before, after = judged.before, judged.after
    match change:
        case Change.NO_LONGER | Change.LATER:
            return int(before.row[place])
        case Change.APPROVAL_ADDED:
            return int(after.asks[place])
        case Change.APPROVAL_GONE:
            return int(before.asks[place])
        case _:
            return int(after.row[place])


def _row(conversation: Conversation, seq: int, words: Mapping[tuple[str, int], Message]) -> CountedRow:
    message = words.get((str(conversation.id), seq))
    return {
        "id": conversation.id,
        "customer": conversation.customer.name,
        "at": wire.stamp(conversation.created_at if message is None else message.created_at),
        "asked": asked(message),
    }


def _outcome(judged: Judged, place: int, change: Change) -> CountedOutcome:
    """Both sides in words, and the rule that makes the difference."""
    was, now = judged.before.ending[place], judged.after.ending[place]
    if change in APPROVALS:
        was, now = judged.before.asking[place], judged.after.asking[place]
    before, after = _at(judged.was, int(was)), _at(judged.now, int(now))
    rule = after or before
    return {
        "trigger": "" if rule is None else rule.trigger,
        "rule": "" if rule is None else rule.rule,
        "before": where(before),
        "after": where(after),
    }


def _at(endings: Sequence[Ending], place: int) -> Ending | None:
    return None if place < 0 else endings[place]
