"""The one writer of what people decided and promised; the conversation is held by `log.writing`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations import events, log
from conversations.commitments import clock
from conversations.errors import NothingToDoError
from conversations.events import CommitmentsChanged
from conversations.insights import measuring
from conversations.models import AuthorKind, Conversation, DecidedFact, Kind, Message, Promise, PromiseState
from tenants.errors import ParameterError

MOST_FACTS = 20  # in force in one conversation
MOST_PROMISES = 50
LONGEST_ABOUT = 300


@dataclass(frozen=True)
class Said:
    """Words with the message that they stand in, 0 where in none."""

    text: str
    seq: int = 0


@dataclass(frozen=True)
class Closing:
    """What became of a promise."""

    promise_id: str
    state: PromiseState


def decide(conversation: Conversation, agent: Agent, said: Said) -> DecidedFact:
    """The assistant may say it from now on; the same words again give the stored fact back. ParameterError."""
    message = _message(conversation, said.seq)
    kept = DecidedFact.objects.filter(conversation=conversation, withdrawn_at=None)
    stored = kept.select_related("decided_by").filter(text=said.text).first()
    if stored is not None:
        return stored
    if kept.count() >= MOST_FACTS:
        raise NothingToDoError(
            gettext("At most {most_facts} decisions can stand in one conversation.").format(most_facts=MOST_FACTS)
        )
    by_agent = message is not None and message.agent is not None
    made = DecidedFact.objects.create(
        conversation=conversation,
        text=said.text,
        about=_asked_before(conversation, said.seq),
        seq=said.seq,
        decided_by=message.agent if by_agent and message is not None and message.agent is not None else agent,
        decided_at=message.created_at if by_agent and message is not None else timezone.now(),
    )
    _announce(conversation)
    return made


def withdraw(fact: DecidedFact, agent: Agent) -> None:
    """It counts no more; NothingToDoError when it was withdrawn already."""
    with log.writing(str(fact.conversation_id)) as conversation:
        left = DecidedFact.objects.filter(pk=fact.pk, withdrawn_at=None)
        if not left.update(withdrawn_at=timezone.now(), withdrawn_by=agent):
            raise NothingToDoError(gettext("This decision was withdrawn already."))
        _announce(conversation)


def promise(conversation: Conversation, agent: Agent, said: Said, *, due_at: datetime | None) -> Promise:
    """It was promised, and somebody is reminded before it is due; the same words give the stored one back."""
    return _kept(conversation, agent, said, state=PromiseState.OPEN, due_at=due_at)


def dismiss(conversation: Conversation, agent: Agent, said: Said) -> Promise:
    """These words are no promise: they are not asked about again."""
    return _kept(conversation, agent, said, state=PromiseState.NONE, due_at=None)


def close(promise: Promise, agent: Agent, *, state: PromiseState) -> Promise:
    """It was kept, is not needed any more, was none, or is open again after all."""
    with log.writing(str(promise.conversation_id)) as conversation:
        found = Promise.objects.select_related("agent", "created_by").get(pk=promise.pk)
        _close(found, agent, state)
        _announce(conversation)
    return found


def move(promise: Promise, *, due_at: datetime | None) -> Promise:
    """It is due at another time; NothingToDoError for one that is over."""
    with log.writing(str(promise.conversation_id)) as conversation:
        found = Promise.objects.select_related("agent", "created_by").get(pk=promise.pk)
        if found.state != PromiseState.OPEN:
            raise NothingToDoError(gettext("This promise is over."))
        found.due_at = due_at
        clock.wind(found)
        found.save(update_fields=["due_at", "alarm_at"])
        _announce(conversation)
    return found


def close_all(conversation: Conversation, agent: Agent, closings: Sequence[Closing]) -> None:
    """Close these promises of the conversation, as on a hand-back; ParameterError for one that is not there."""
    known = {str(one.id): one for one in Promise.objects.filter(conversation=conversation)}
    for closing in closings:
        found = known.get(closing.promise_id)
        if found is None:
            raise ParameterError(gettext("promises: there is no such promise here."), param="promises")
        _close(found, agent, closing.state)
    if closings:
        _announce(conversation)


def _kept(
    conversation: Conversation, agent: Agent, said: Said, *, state: PromiseState, due_at: datetime | None
) -> Promise:
    stored = Promise.objects.filter(conversation=conversation, seq=said.seq, text=said.text).first()
    if stored is not None:
        return stored
    if Promise.objects.filter(conversation=conversation).count() >= MOST_PROMISES:
        raise NothingToDoError(
            gettext("At most {most_promises} promises can be kept of one conversation.").format(
                most_promises=MOST_PROMISES
            )
        )
    message = _message(conversation, said.seq)
    by = AuthorKind.AGENT if message is None else AuthorKind(message.author_kind)
    made = Promise(
        conversation=conversation,
        text=said.text,
        seq=said.seq,
        said_by=by,
        agent=agent if message is None else message.agent,
        due_at=due_at,
        created_at=timezone.now() if message is None else message.created_at,
        created_by=agent,
    )
    if state == PromiseState.OPEN:
        clock.wind(made)
    else:
        made.state, made.closed_at, made.closed_by = state, timezone.now(), agent
    made.save(force_insert=True)
    _announce(conversation)
    return made


def _close(found: Promise, agent: Agent, state: PromiseState) -> None:
    found.state = state
    over = state != PromiseState.OPEN
    found.closed_at, found.closed_by = (timezone.now(), agent) if over else (None, None)
    clock.wind(found)
    found.save(update_fields=["state", "closed_at", "closed_by", "alarm_at"])


def _message(conversation: Conversation, seq: int) -> Message | None:
    """The desk's message that is meant; ParameterError when there is none of that number."""
    if not seq:
        return None
    said = conversation.messages.filter(seq=seq, kind=Kind.TEXT).exclude(author_kind=AuthorKind.CUSTOMER)
    found = said.select_related("agent").first()
    if found is None:
        raise ParameterError(gettext("seq: no message of the desk has this number."), param="seq")
    return found


def _asked_before(conversation: Conversation, seq: int) -> str:
    """What the customer had asked for then: their newest words before it, and what the card says they want."""
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER)
    words = (said.filter(seq__lt=seq) if seq else said).order_by("-seq").values_list("text", flat=True).first() or ""
    card = conversation.handovers.order_by("-requested_at").values_list("card", flat=True).first() or {}
    wanted = str(card.get("wants", ""))
    both = wanted if len(words) < len(wanted) else words
    return " ".join(both.split())[:LONGEST_ABOUT]


def _announce(conversation: Conversation) -> None:
    measuring.touch(str(conversation.id))
    events.publish(CommitmentsChanged(str(conversation.id), {}))
