"""Does the acts through the desk's own writers, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from agents import people, permissions
from agents.models import Agent
from agents.permissions import Right
from conversations import control, log, tagging
from conversations.canned import variables
from conversations.desk_acts.acts import ME, Act, AddNote, Assign, Reopen, Reply, Resolve, SetPriority, Snooze, Tag
from conversations.desk_acts.standing import Standing
from conversations.inbox import writes
from conversations.models import Conversation, Status

Json = dict[str, Any]


@dataclass(frozen=True)
class Applied:
    """The conversation afterwards, and what `undo` needs to take it back; keep that as it is."""

    conversation: Conversation
    undo: Json


@dataclass
class _Doing:
    conversation_id: str
    agent: Agent
    key: UUID
    notes: list[str] = field(default_factory=list)
    said: int = 0


@transaction.atomic
def apply(acts: Sequence[Act], conversation_id: str, agent: Agent, *, key: UUID) -> Applied:
    """Do the acts in their order under one lock; whichever cannot be done undoes those before it.

    The same `key` says and notes nothing twice. Raises Conversation.DoesNotExist and the errors of the writers, which
    say in plain words why: ParameterError, NothingToDoError, NotAllowedError, MissingVariablesError.
    """
    permissions.check_now(agent, Right.WRITE_CONVERSATIONS)
    doing = _Doing(conversation_id, agent, key)
    before = Standing.of(_now(conversation_id))
    for number, act in enumerate(acts):
        _do(act, doing, number)
    after = _now(conversation_id)
    undo = {
        "before": before.json(),
        "after": Standing.of(after).json(),
        "notes": doing.notes,
        "said": doing.said,
    }
    return Applied(after, undo)


def _now(conversation_id: str) -> Conversation:
    """The row as it is, held from here to the end of the transaction."""
    with log.writing(conversation_id) as conversation:
        return conversation


def _do(act: Act, doing: _Doing, number: int) -> None:
    found, agent = doing.conversation_id, doing.agent
    match act:
        case Reply() | AddNote():
            _say(act, doing, number)
        case Tag():
            _tag(act, doing)
        case Assign():
            _assign(act, doing)
        case Snooze():
            _snooze(act, doing)
        case SetPriority(priority):
            with log.writing(found) as conversation:
                control.set_priority(conversation, priority)
        case Resolve():
            writes.resolve(found, epoch=_now(found).epoch)
        case Reopen():
            writes.reopen(found, agent, epoch=_now(found).epoch)


def _say(act: Reply | AddNote, doing: _Doing, number: int) -> None:
    found, client_id = doing.conversation_id, uuid5(doing.key, f"{doing.conversation_id} {number}")
    conversation = _now(found)
    said = variables.complete(act.text, conversation, doing.agent)
    if isinstance(act, Reply):
        writes.reply(found, doing.agent, said, client_id=client_id)
        doing.said += 1
    else:
        note = writes.add_note(conversation, doing.agent, said, client_id=client_id)
        doing.notes.append(str(note.id))


def _tag(act: Tag, doing: _Doing) -> None:
    had = _now(doing.conversation_id).tags
    kept = [tag for tag in had if tag not in act.remove]
    tagging.set_tags(doing.conversation_id, doing.agent, [*kept, *(tag for tag in act.add if tag not in kept)])


def _assign(act: Assign, doing: _Doing) -> None:
    conversation = _now(doing.conversation_id)
    if act.agent_id in (ME, str(doing.agent.id)) and act.team_id is None:
        writes.take_over(doing.conversation_id, doing.agent, epoch=conversation.epoch)
        return
    to = doing.agent if act.agent_id == ME else people.colleague(act.agent_id) if act.agent_id else None
    team = people.team(act.team_id) if act.team_id else None
    writes.transfer(doing.conversation_id, doing.agent, epoch=conversation.epoch, to=to, team=team, note="")


def _snooze(act: Snooze, doing: _Doing) -> None:
    until = act.until or timezone.now() + (act.lasts or timedelta())
    conversation = _now(doing.conversation_id)
    if conversation.status == Status.SNOOZED and conversation.agent_id == doing.agent.id:
        with log.writing(doing.conversation_id) as asleep:
            control.wake(asleep)
    writes.snooze(doing.conversation_id, doing.agent, epoch=conversation.epoch, until=until)
