"""Finds the questions in stored conversations that got no answer, or a bad one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Q
from django.utils import timezone

from assistant import social
from assistant.asking import Said
from assistant.gaps import subjects
from assistant.gaps.subjects import Asked
from conversations.learning.gaps import due
from conversations.models import (
    AuthorKind,
    Conversation,
    Customer,
    Decision,
    Kind,
    Message,
    Proposal,
    ProposalCause,
    ProposalState,
)

Row = TypeVar("Row", Message, Decision)

LOOKS_BACK = timedelta(days=60)
SETTLED_AFTER = timedelta(hours=1)  # without a word; then a customer without an answer has left
MOST = 400  # conversations at a look, the newest first
MOST_LINES = 60  # of a conversation
ASKED_AGAIN = 0.85  # nearness of two questions of one customer from which the second repeats the first
LEFT, UNSURE, HANDOVER, AGAIN, CORRECTED = "left", "unsure", "handover", "asked_again", "corrected"
HARM: Mapping[str, float] = {  # how much a question hurt, by what became of it
    HANDOVER: 0.4,  # a person answered it: it cost their time, and the customer waited
    UNSURE: 0.5,  # nobody answered it
    AGAIN: 0.6,  # the answer did not help
    LEFT: 0.8,  # the customer gave up
    CORRECTED: 1.0,  # the answer was wrong
}


@dataclass(frozen=True)
class Found:
    """A question that failed; `asked` is the customer's words, with what they lean on where they lean on something."""

    conversation_id: str
    asked_seq: int
    asked: Asked
    outcome: str
    reply_seq: int | None
    asked_at: datetime

    @property
    def harm(self) -> float:
        """0..1."""
        return HARM[self.outcome]


@dataclass(frozen=True)
class _Told:
    """A conversation as far as this module looks at it."""

    conversation: Conversation
    texts: Sequence[Message]
    decisions: Mapping[int, Decision]  # by the seq of the question
    corrected: frozenset[int]  # seqs of answers that an agent corrected

    def upto(self, seq: int) -> list[Said]:
        """The lines up to this one, as the assistant reads them."""
        return [Said(one.author_kind == AuthorKind.CUSTOMER, one.text) for one in self.texts if one.seq <= seq]

    def after(self, seq: int, kind: AuthorKind) -> list[Message]:
        """What this side wrote after it."""
        return [one for one in self.texts if one.seq > seq and one.author_kind == kind]


def failed(*, since: datetime) -> list[Found]:
    """Every question since then that failed, the oldest first, in a fixed number of queries."""
    return [found for told in _conversations(since) for found in _questions(told)]


def window() -> datetime:
    """How far back a look goes."""
    return timezone.now() - LOOKS_BACK


def _conversations(since: datetime) -> Iterator[_Told]:
    """The conversations in which the assistant failed, or a customer wrote to it more than once."""
    corrections = Proposal.objects.filter(cause=ProposalCause.CORRECTION, message__isnull=False)
    open_ones = corrections.exclude(state=ProposalState.DISMISSED).values_list("message__conversation", "message__seq")
    corrected: dict[str, set[int]] = {}
    for conversation_id, seq in open_ones:
        corrected.setdefault(str(conversation_id), set()).add(seq)
    bad = (
        Q(action="unsure") | Q(action="handover", trigger__in=due.FAILED_TRIGGERS) | Q(action="answer", asked_seq__gt=1)
    )
    recent = Decision.objects.filter(bad, created_at__gte=since).values("conversation")
    rows = (
        Conversation.objects.select_related("customer")
        .filter(Q(pk__in=recent) | Q(pk__in=list(corrected)))
        .order_by("-updated_at")[:MOST]
    )
    found = {str(row.id): row for row in rows}
    texts = _by_conversation(Message.objects.filter(conversation__in=found, kind=Kind.TEXT).order_by("seq"))
    decisions = _by_conversation(Decision.objects.filter(conversation__in=found))
    for key, row in sorted(found.items(), key=lambda pair: pair[1].updated_at):
        by_seq = {one.asked_seq: one for one in decisions.get(key, ())}
        yield _Told(row, texts.get(key, [])[-MOST_LINES:], by_seq, frozenset(corrected.get(key, ())))


def names_of(customer: Customer) -> tuple[str, ...]:
    """The parts of the customer's name, as they may stand in what they write."""
    return tuple(part for part in customer.name.split() if len(part) > 1)


def _by_conversation(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row.conversation_id), []).append(row)
    return found


def _questions(told: _Told) -> Iterator[Found]:
    """One for each time that the assistant was at a loss: what follows until somebody helped belongs to it."""
    at_a_loss = False
    for message in told.texts:
        decision = told.decisions.get(message.seq)
        if message.author_kind == AuthorKind.AGENT:
            at_a_loss = False
        if message.author_kind != AuthorKind.CUSTOMER or decision is None:
            continue
        outcome = _outcome(told, message, decision)
        if decision.action == "answer":
            at_a_loss = False
        if outcome and not at_a_loss:
            found = _found(told, message, outcome)
            if found is not None:
                yield found
        at_a_loss = at_a_loss or outcome in (UNSURE, HANDOVER, LEFT)


def _outcome(told: _Told, message: Message, decision: Decision) -> str:
    """What became of the question; "" when it was answered, or went to a person for another reason."""
    if decision.answer_seq in told.corrected:
        return CORRECTED
    if decision.action == "answer":
        return AGAIN if _asked_again(told, message) else ""
    failed_here = decision.action == "unsure" or decision.trigger in due.FAILED_TRIGGERS
    return _without_answer(told, message) if failed_here else ""


def _without_answer(told: _Told, message: Message) -> str:
    """What became of a question that the assistant could not answer."""
    if told.after(message.seq, AuthorKind.AGENT) or _handed_over_later(told, message.seq):
        return HANDOVER
    if any(social.reply_to(later.text) is None for later in told.after(message.seq, AuthorKind.CUSTOMER)):
        return UNSURE
    settled = timezone.now() - (told.conversation.last_at or message.created_at) > SETTLED_AFTER
    return LEFT if settled else UNSURE


def _handed_over_later(told: _Told, seq: int) -> bool:
    return any(one.asked_seq >= seq and one.action == "handover" for one in told.decisions.values())


def _asked_again(told: _Told, message: Message) -> bool:
    """Whether the customer's next words ask the same once more. Most pairs share too few words to be compared."""
    following = next(iter(told.after(message.seq, AuthorKind.CUSTOMER)), None)
    if following is None or not _shares_words(message.text, following.text):
        return False
    language = told.conversation.language
    pair = subjects.nearness([Asked(message.text, language)], [Asked(following.text, language)])
    return float(pair[0, 0]) >= ASKED_AGAIN


def _shares_words(one: str, other: str) -> bool:
    first, second = ({word for word in text.casefold().split() if len(word) > 3} for text in (one, other))
    return bool(first and second) and len(first & second) / len(first | second) >= 0.3


def _found(told: _Told, message: Message, outcome: str) -> Found | None:
    """The question as it is stored; None where it asks nothing."""
    essence = subjects.essence(told.upto(message.seq))
    if not essence:
        return None
    reply = next(iter(told.after(message.seq, AuthorKind.AGENT)), None)
    return Found(
        conversation_id=str(told.conversation.id),
        asked_seq=message.seq,
        asked=Asked(essence, told.conversation.language, names_of(told.conversation.customer)),
        outcome=outcome,
        reply_seq=reply.seq if reply else None,
        asked_at=message.created_at,
    )
