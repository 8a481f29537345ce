"""Takes back what acts did, and leaves alone what others did since."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from agents import permissions
from agents.models import Agent, Team
from agents.permissions import Right
from conversations import control, events, log
from conversations.control import Place
from conversations.desk_acts.standing import Standing
from conversations.errors import NothingToDoError
from conversations.models import Conversation, Holder, Note, Status

Json = dict[str, Any]
MOVED_ON = "The conversation went on since, so this cannot be undone any more."


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
        raise NothingToDoError(MOVED_ON)
    if before.status == Status.RESOLVED:
        if conversation.status == Status.SNOOZED:
            control.wake(conversation)
        control.resolve(conversation)
        return
    if conversation.status == Status.RESOLVED:
        control.reopen(conversation)
        if conversation.last_customer_seq == before.asked_seq:
            conversation.unanswered_since = before.unanswered_since
    elif conversation.status == Status.SNOOZED:
        control.wake(conversation)
    if before.epoch != conversation.epoch or before.holder != conversation.holder:
        control.put_back(conversation, agent, place=_place(before))
    elif conversation.holder == Holder.ASSISTANT and conversation.unanswered_since is not None:
        control.leave_to_assistant(conversation)
    _rest_again(conversation, before)


def _rest_again(conversation: Conversation, before: Standing) -> None:
    held_by_same = conversation.agent is not None and conversation.agent_id == before.agent_id
    if before.status == Status.SNOOZED and before.snoozed_until and before.snoozed_until > timezone.now():
        if held_by_same and conversation.agent is not None:
            control.snooze(conversation, conversation.agent, until=before.snoozed_until)


def _place(before: Standing) -> Place:
    return Place(
        holder=Holder(before.holder),
        agent=Agent.objects.filter(pk=before.agent_id).first(),
        team=Team.objects.filter(pk=before.team_id).first(),
        offered_to=Agent.objects.filter(pk=before.offered_to_id, is_active=True).first(),
    )


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
