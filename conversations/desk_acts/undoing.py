"""Takes back what acts did, and leaves alone what others did since."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents import permissions
from agents.models import Agent, Team
from agents.permissions import Right
from conversations import control, events, log
from conversations.control import Place
from conversations.desk_acts.standing import Standing
from conversations.errors import NothingToDoError
from conversations.insights.stretches import UNDONE
from conversations.models import Conversation, Holder, Note, Status

Json = dict[str, Any]
MOVED_ON = gettext_noop("The conversation went on since, so this cannot be undone any more.")


@transaction.atomic
def undo(stored: Json, conversation_id: str, agent: Agent) -> Conversation:
    """Put the conversation back to how it was before; words that a customer got stay said.

    NothingToDoError when somebody moved the baton, closed or opened it since, and nothing is undone then. Tags and
    priority that somebody else changed since stay as they are.
    """
    permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
    before, after = Standing.read(stored["before"]), Standing.read(stored["after"])
    with log.writing(conversation_id) as conversation:
        if not before.same_hand(after):
            _put_back(conversation, agent, before, after)
        _take_back_tags(conversation, before, after)
        if conversation.priority == after.priority and conversation.status != Status.RESOLVED:
            conversation.priority, conversation.trigger = before.priority, before.trigger
        _take_back_notes(conversation, stored["notes"])
    return conversation


def _put_back(conversation: Conversation, agent: Agent, before: Standing, after: Standing) -> None:
    if not Standing.of(conversation).same_hand(after):
        raise NothingToDoError(gettext(MOVED_ON))
    if before.status == Status.RESOLVED:
        if conversation.status == Status.SNOOZED:
            control.wake(conversation)
        control.resolve(conversation, reason=UNDONE)
        return
    _open(conversation, before)
    if before.epoch != conversation.epoch or before.holder != conversation.holder:
        control.put_back(conversation, agent, place=_place(before))
    elif conversation.holder == Holder.ASSISTANT and conversation.unanswered_since is not None:
        control.leave_to_assistant(conversation)
    _rest_again(conversation, before)


def _open(conversation: Conversation, before: Standing) -> None:
    if conversation.status == Status.SNOOZED:
        control.wake(conversation)
    if conversation.status == Status.RESOLVED:
        control.reopen(conversation, reason=UNDONE)
        if conversation.last_customer_seq == before.asked_seq:
            conversation.unanswered_since = before.unanswered_since


def _rest_again(conversation: Conversation, before: Standing) -> None:
    held_by_same = conversation.agent is not None and conversation.agent_id == before.agent_id
    if not held_by_same or conversation.agent is None or before.snoozed_until is None:
        return
    if before.snoozed_until > timezone.now():
        control.snooze(conversation, conversation.agent, until=before.snoozed_until)


def _place(before: Standing) -> Place:
    offered = _agent(before.offered_to_id)
    return Place(
        holder=Holder(before.holder),
        agent=_agent(before.agent_id),
        team=Team.objects.filter(pk=before.team_id).first() if before.team_id else None,
        offered_to=offered if offered is not None and offered.is_active else None,
    )


def _agent(agent_id: str | None) -> Agent | None:
    return Agent.objects.filter(pk=agent_id).first() if agent_id else None


def _take_back_tags(conversation: Conversation, before: Standing, after: Standing) -> None:
    added = [tag for tag in after.tags if tag not in before.tags]
    removed = [tag for tag in before.tags if tag not in after.tags]
    kept = [tag for tag in conversation.tags if tag not in added]
    conversation.tags = [*kept, *(tag for tag in removed if tag not in kept)]
    conversation.tags_refused = [tag for tag in conversation.tags_refused if tag not in removed]


def _take_back_notes(conversation: Conversation, note_ids: list[str]) -> None:
    for note in Note.objects.filter(conversation=conversation, pk__in=note_ids):
        events.publish(events.NoteRemoved(str(conversation.id), {"id": str(note.id)}))
        note.delete()
