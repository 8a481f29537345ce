"""The one writer of drafts: holds an answer until an agent decides, and carries the decision out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from agents import permissions
from agents.models import Agent
from agents.permissions import Right
from assistant.answering import Answer, Source
from assistant.models import Action
from assistant.skills.acting import OvertakenError
from billing import usage
from conversations import control, deeds, events, log, records
from conversations.authors import Author, ByAgent, ByAssistant
from conversations.control_room import standing as oversight
from conversations.deeds import Deed
from conversations.drafting import standing
from conversations.errors import DraftDecidedError, OvertakenDraftError
from conversations.identity import codes
from conversations.inbox import writes
from conversations.models import Conversation, Draft, DraftKind, DraftState, Holder, Message
from conversations.webhooks import business, telling
from tenants.errors import NotFoundError

WHY = "Why I rejected the assistant's answer: {reason}"
SENT = frozenset({DraftState.APPROVED, DraftState.EDITED})
# What nobody decided about and what still is the answer to the newest words.
STANDS = Q(state=DraftState.WAITING, conversation__last_customer_seq=F("asked_seq")) & Q(
    conversation__unanswered_since__isnull=False, conversation__epoch=F("epoch")
)


@dataclass(frozen=True)
class Carried:
    """What goes out beside the words when they are approved: marks of the log, and a code to the address `proving`.

    It `goes_on` where the words are a question on the way to something; `unmetered` is what answers nothing.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    proving: str = ""
    goes_on: bool = False
    unmetered: bool = False


@dataclass(frozen=True)
class Waiting:
    """An answer that waits for a yes, and why; with a `deed` the approval does it."""

    answer: Answer
    why: str
    deed: Deed | None = None
    carries: Carried = Carried()


def hold(conversation: Conversation, held: Waiting, *, asked_seq: int, minutes: int) -> Draft:
    """Hold what the assistant would answer to `asked_seq` for so many minutes; the conversation is locked."""
    conversation.draft_due_at = timezone.now() + timedelta(minutes=minutes)
    conversation.steps = 0
    draft = _make(conversation, held.answer, kind=DraftKind.HELD, asked_seq=asked_seq, reason=held.why)
    draft.due_at, draft.carries = conversation.draft_due_at, asdict(held.carries)
    if held.deed is not None:
        draft.skill, draft.act = held.deed.skill, held.deed.to_json()
    draft.save(force_insert=True)
    events.publish(events.of_draft(draft, added=True))
    telling.reply_held(conversation, draft)
    if held.deed is not None:
        business.act_held(conversation, held.deed.act)
    return draft


def suggest(conversation: Conversation, answer: Answer, *, asked_seq: int) -> Draft | None:
    """A reply for the agent who holds the conversation, which is locked; None when the conversation went on."""
    owed = conversation.holder == Holder.AGENT and conversation.unanswered_since is not None
    if not owed or conversation.last_customer_seq != asked_seq:
        return None
    _settle(conversation)
    kept = conversation.drafts.filter(kind=DraftKind.SUGGESTED, asked_seq=asked_seq).first()
    if kept is not None:
        return kept
    draft = _make(conversation, answer, kind=DraftKind.SUGGESTED, asked_seq=asked_seq, reason="")
    draft.save(force_insert=True)
    events.publish(events.of_draft(draft, added=True))
    return draft


def waiting() -> QuerySet[Draft]:
    """The drafts that an agent may decide about, those due first before all."""
    found = Draft.objects.filter(STANDS).select_related("conversation__customer", "decided_by")
    return found.order_by(F("due_at").asc(nulls_last=True), "created_at", "id")


def of_conversation(conversation: Conversation) -> Draft | None:
    """The draft that waits in the conversation, or None."""
    return waiting().filter(conversation=conversation).first()


def access_draft(agent: Agent, draft_id: str) -> Draft:
    """The draft; NotFoundError when there is none that the agent may see."""
    try:
        found = Draft.objects.filter(pk=draft_id).first() if agent.is_active else None
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such draft here."), param="draft_id")
    return found


def approve(draft_id: str, agent: Agent, *, text: str | None) -> Draft:
    """Let the draft be said, in the agent's words where `text` has some.

    A held one is the assistant's message, checked by the agent; a suggested one the agent's own. Who repeats their
    approval changes nothing. Raises DraftDecidedError when somebody decided already or the conversation went on, and
    OvertakenDraftError when the draft does something that the records do not allow any more.
    """
    found = access_draft(agent, draft_id)
    with log.writing(str(found.conversation_id)) as conversation:
        permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
        draft = _locked(conversation, draft_id)
        if draft.state in SENT and draft.decided_by_id == agent.id:
            return draft
        _check_stands(conversation, draft)
        words = draft.text if text is None else writes.checked(text)
        carried = Carried(**draft.carries)
        action = _do(conversation, draft, agent)
        if action is not None and text is None:
            words = deeds.said_of(action, words, conversation.language)
        said = log.append(conversation, _author(conversation, draft, agent), words, **_marks(draft, agent))
        draft.answer_seq, draft.decided_by = said.seq, agent
        if draft.kind == DraftKind.HELD:
            _let_go(conversation, draft, said, carried)
            telling.reply_approved(conversation, draft, agent, said=said)
        standing.close(draft, DraftState.APPROVED if text is None or words == draft.text else DraftState.EDITED)
    return draft


def reject(draft_id: str, agent: Agent, *, reason: str) -> Draft:
    """Say none of it. Who rejects a held one answers instead, and holds the conversation; the reason becomes a note.

    Raises DraftDecidedError as `approve` does.
    """
    found = access_draft(agent, draft_id)
    with log.writing(str(found.conversation_id)) as conversation:
        permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
        draft = _locked(conversation, draft_id)
        if draft.state == DraftState.REJECTED and draft.decided_by_id == agent.id:
            return draft
        _check_stands(conversation, draft)
        draft.decided_by, draft.decided_because = agent, reason
        standing.close(draft, DraftState.REJECTED)
        deed = deeds.of_draft(draft)
        if deed is not None:
            seq = draft.asked_seq
            deeds.decline(conversation, deed, asked_seq=seq, declined_by=str(agent.id), because=reason)
        if draft.kind == DraftKind.HELD:
            control.take(conversation, agent)
        if reason:
            writes.add_note(conversation, agent, WHY.format(reason=reason), client_id=uuid4())
    return draft


def expire(conversation: Conversation) -> Answer | None:
    """Nobody decided about the draft that is held in time; gives what it said. The conversation is locked."""
    conversation.draft_due_at = None
    draft = conversation.drafts.filter(kind=DraftKind.HELD, state=DraftState.WAITING).first()
    if draft is None:
        return None
    standing.close(draft, DraftState.EXPIRED)
    return Answer(draft.text, draft.confidence or 0.0, tuple(Source(**source) for source in draft.sources))


def _let_go(conversation: Conversation, draft: Draft, said: Message, carried: Carried) -> None:
    """What was held went out: the task goes on or is done, and what supervisors asked of this reply is over."""
    if carried.proving and not codes.send(conversation, carried.proving):
        raise OvertakenDraftError(gettext(codes.TOO_MANY))
    records.let_go(conversation, draft.asked_seq, answer_seq=said.seq, ends_task=not carried.goes_on)
    if not carried.unmetered:
        usage.record_answer(message_id=said.id, conversation_id=conversation.id)
    oversight.said(str(conversation.id), said.seq)


def _do(conversation: Conversation, draft: Draft, agent: Agent) -> Action | None:
    """What the approved draft does, in the same transaction as its words."""
    deed = deeds.of_draft(draft)
    if deed is None:
        return None
    try:
        return deeds.carry_out(conversation, deed, asked_seq=draft.asked_seq, approved_by=str(agent.id))
    except OvertakenError as error:
        raise OvertakenDraftError(str(error)) from error


def _make(conversation: Conversation, answer: Answer, *, kind: DraftKind, asked_seq: int, reason: str) -> Draft:
    return Draft(
        conversation=conversation,
        kind=kind,
        asked_seq=asked_seq,
        epoch=conversation.epoch,
        text=answer.text,
        sources=[asdict(source) for source in answer.sources],
        confidence=answer.confidence,
        reason=reason,
    )


def _settle(conversation: Conversation) -> None:
    """See what became of suggestions for earlier words: sent as they were, or not."""
    for draft in conversation.drafts.filter(kind=DraftKind.SUGGESTED, state=DraftState.WAITING):
        if draft.asked_seq >= conversation.last_customer_seq:
            continue
        sent = conversation.messages.filter(seq__gt=draft.asked_seq, agent__isnull=False, text=draft.text).first()
        draft.answer_seq = None if sent is None else sent.seq
        draft.decided_by = None if sent is None else sent.agent
        standing.close(draft, DraftState.SUPERSEDED if sent is None else DraftState.APPROVED)


def _locked(conversation: Conversation, draft_id: str) -> Draft:
    """The draft as it stands under the lock of its conversation."""
    return conversation.drafts.select_related("decided_by").get(pk=draft_id)


def _check_stands(conversation: Conversation, draft: Draft) -> None:
    owed = conversation.unanswered_since is not None and conversation.last_customer_seq == draft.asked_seq
    if draft.state != DraftState.WAITING or not owed or conversation.epoch != draft.epoch:
        raise DraftDecidedError(draft)


def _author(conversation: Conversation, draft: Draft, agent: Agent) -> Author:
    if draft.kind == DraftKind.HELD:
        return ByAssistant(epoch=draft.epoch, answers=draft.asked_seq)
    if conversation.agent_id != agent.id:
        raise DraftDecidedError(draft)
    return ByAgent(agent)


def _marks(draft: Draft, agent: Agent) -> dict[str, Any]:
    """What the log keeps beside the words: the sources, and which person checked what the assistant says."""
    if draft.kind == DraftKind.SUGGESTED:
        return {}
    checked = {log.CHECKED_BY: {"id": str(agent.id), "name": agent.first_name}}
    skill = {log.SKILL: draft.skill} if draft.skill else {}
    return {"sources": draft.sources, "data": {**Carried(**draft.carries).data, **skill, **checked}}
