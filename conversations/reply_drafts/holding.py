"""Undo send: a reply waits some seconds on the server, while its agent holds the baton, and then it is said once.

Whoever comes first says it: the page that held it, or a job shortly after, so that a page which is gone loses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents import permissions
from agents.models import Agent
from agents.permissions import NotAllowedError, Right
from conversations import alerts, control, desk_acts, log, wire
from conversations.attachments import claiming
from conversations.authors import ByAgent
from conversations.desk_acts.acts import Act
from conversations.desk_acts.acts import Reply as ReplyAct
from conversations.errors import ClientIdReusedError, NothingToDoError
from conversations.inbox import writes
from conversations.models import AlertKind, Conversation, HeldReply, Message, Status
from conversations.reply_drafts import drafts
from conversations.translating import writing
from conversations.translating.writing import Written
from tenants import jobs
from tenants.errors import BatonError, NotFoundError, ParameterError
from tenants.jobs import Lease

KIND = "held_reply"
GRACE = timedelta(seconds=2)  # the page says it by itself in this time


class SaidAlreadyError(BatonError):
    """It was said, or taken back, already."""

    status = 409
    type = "conflict_error"
    code = "not_held"

    def __init__(self) -> None:
        super().__init__(gettext("This reply is on its way already, so it cannot be taken back any more."))


@dataclass(frozen=True)
class Words:
    """What is to be said: text, uploads, what is done after it, and the words that the text is a translation of."""

    text: str
    attachments: Sequence[str] = ()
    acts: Sequence[Act] = ()
    written: Written | None = None


def hold(conversation_id: str, agent: Agent, words: Words, *, client_id: UUID, seconds: int) -> HeldReply:
    """Hold a reply for so long; the agent takes the baton now, so the assistant says nothing meanwhile.

    One that this agent holds here already is said at once. The same `client_id` gives the held one back. Raises
    ParameterError, NothingToDoError for a resolved conversation, ClientIdReusedError for one that was said already.
    """
    text = writes.checked(words.text, optional=bool(words.attachments))
    if any(isinstance(act, ReplyAct) for act in words.acts):
        raise ParameterError(gettext("acts: the reply itself says it; leave that act out."), param="acts")
    with log.writing(conversation_id) as conversation:
        permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
        known = HeldReply.objects.filter(conversation=conversation, client_id=client_id).first()
        if known is not None:
            if (known.text, known.attachments, known.agent_id) != (text, list(words.attachments), agent.id):
                raise ClientIdReusedError
            return known
        if log.has(conversation, client_id):
            raise ClientIdReusedError
        _say_earlier(conversation, agent)
        control.take(conversation, agent)
        claiming.claim(words.attachments, agent=agent)  # whether it can be sent; it is claimed again when it is
        due_at = timezone.now() + timedelta(seconds=seconds)
        held = HeldReply.objects.create(
            conversation=conversation,
            agent=agent,
            client_id=client_id,
            text=text,
            written_text=words.written.text if words.written else "",
            written_language=words.written.language if words.written else "",
            attachments=list(words.attachments),
            acts=desk_acts.as_json(words.acts),
            due_at=due_at,
        )
        ids = {"held_id": str(held.id), "conversation_id": conversation_id}
        jobs.write(KIND, ids, key=str(held.id), run_at=due_at + GRACE)
    return held


def access_held(agent: Agent, held_id: str) -> HeldReply:
    """The agent's own held reply; NotFoundError for one that never was, was said, or is somebody else's."""
    try:
        return HeldReply.objects.get(pk=held_id, agent=agent)
    except (HeldReply.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such held reply here."), param="held_id") from error


def take_back(held: HeldReply) -> None:
    """It is not said; SaidAlreadyError when it was said in this moment. The agent keeps the baton."""
    with log.writing(str(held.conversation_id)):
        gone, _ = HeldReply.objects.filter(pk=held.pk).delete()
        if not gone:
            raise SaidAlreadyError


@dataclass(frozen=True)
class Said:
    """The conversation afterwards, the message, and why the acts after it could not be done, if so."""

    conversation: Conversation
    message: Message
    problem: str | None = None


def say(held: HeldReply) -> Said:
    """Say it now; SaidAlreadyError when it is gone, NothingToDoError when it may not be said any more.

    It goes back into the agent's draft in the latter case: while it was held somebody took the baton, or closed the
    conversation, and did so on purpose.
    """
    said = _release(held)
    if said is None:
        raise NothingToDoError(
            gettext("Somebody else took this conversation meanwhile, so your reply is a draft again.")
        )
    return said


def work(lease: Lease) -> None:
    """Say what no page said."""
    held = HeldReply.objects.filter(pk=str(lease.ids["held_id"])).select_related("agent").first()
    if held is not None and held.due_at <= timezone.now():
        try:
            said = _release(held)
        except SaidAlreadyError:
            return
        if said is None:
            _tell(held, "A reply was not sent", "Somebody else took the conversation, so it is your draft again.")
        elif said.problem:
            _tell(held, "Not all was done after a reply", said.problem)


class OwnWords(TypedDict):
    """What an agent wrote, in their own language."""

    text: str
    language: str


class HeldReplyRow(TypedDict):
    """A reply that is said in some seconds, and can be taken back until then."""

    id: str
    conversation_id: str
    client_id: str
    text: str
    written: OwnWords | None
    """The agent's own words, where the text is their translation."""
    attachments: list[str]
    acts: list[desk_acts.ActShape]
    """What is done after it."""
    due_at: str
    left_ms: int


def of_agent(agent: Agent) -> list[HeldReplyRow]:
    """All that this agent holds. One query."""
    return [shown(held) for held in HeldReply.objects.filter(agent=agent)]


def shown(held: HeldReply) -> HeldReplyRow:
    """A held reply as its agent sees it."""
    return {
        "id": held.id,
        "conversation_id": held.conversation_id,
        "client_id": str(held.client_id),
        "text": held.text,
        "written": {"text": held.written_text, "language": held.written_language} if held.written_text else None,
        "attachments": held.attachments,
        "acts": held.acts,
        "due_at": wire.stamp(held.due_at),
        "left_ms": max(0, int((held.due_at - timezone.now()).total_seconds() * 1000)),
    }


def _say_earlier(conversation: Conversation, agent: Agent) -> None:
    """Two in a row are said in their order: the earlier one now."""
    earlier = HeldReply.objects.filter(conversation=conversation, agent=agent).select_related("agent").first()
    if earlier is not None:
        _put_out(conversation, earlier)


@transaction.atomic
def _release(held: HeldReply) -> Said | None:
    """What was said and what became of the acts; None when the words went back into the agent's draft."""
    with log.writing(str(held.conversation_id)) as conversation:
        message = _put_out(conversation, held)
    if message is None:
        return None
    if not held.acts:
        return Said(conversation, message)
    try:
        acts = desk_acts.parse(held.acts)
        done = desk_acts.apply(acts, str(conversation.id), held.agent, key=held.client_id)
    except BatonError as error:  # the words are said; what should have followed is not possible any more
        return Said(conversation, message, problem=error.message)
    return Said(done.conversation, message)


def _put_out(conversation: Conversation, held: HeldReply) -> Message | None:
    """Say it into the conversation, which is held by `writing`, or give it back to its agent as a draft."""
    gone, _ = HeldReply.objects.filter(pk=held.pk).delete()
    if not gone:
        raise SaidAlreadyError
    if _may_be_said(conversation, held):
        try:
            with transaction.atomic():
                message = log.append(
                    conversation,
                    ByAgent(held.agent),
                    held.text,
                    client_id=held.client_id,
                    attachments=held.attachments,
                )
                writing.keep(message, Written(held.written_text, held.written_language) if held.written_text else None)
                return message
        except ParameterError:  # a file is gone
            pass
    drafts.put_back(conversation, held.agent, held.written_text or held.text)
    return None


def _may_be_said(conversation: Conversation, held: HeldReply) -> bool:
    if log.has(conversation, held.client_id):
        return True
    if conversation.agent_id != held.agent_id or conversation.status == Status.RESOLVED:
        return False
    return _may_write(held.agent)


def _tell(held: HeldReply, subject: str, text: str) -> None:
    """The page is gone, so the agent hears of it elsewhere."""
    conversation = Conversation.objects.select_related("customer").get(pk=held.conversation_id)
    alerts.raise_to(
        [str(held.agent_id)],
        kind=AlertKind.REPLY_NOT_SENT,
        subject=f"{subject}: {conversation.customer.name}",
        text=text,
        conversation=conversation,
    )


def _may_write(agent: Agent) -> bool:
    try:
        permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
    except NotAllowedError:
        return False
    return True
