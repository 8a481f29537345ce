"""The one writer of the desk's tasks: every change holds the conversation's lock, so that the last one done is one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent, Team
from conversations import control, events, log
from conversations.alerts import raising
from conversations.desk_tasks import clock, standing
from conversations.errors import ClientIdReusedError, NothingToDoError
from conversations.events import TasksChanged
from conversations.models import AlertKind, Conversation, DeskTask, DeskTaskState, Note, Status, Teamwork, Telling
from tenants.errors import ParameterError

MOST_OPEN = 20


@dataclass(frozen=True)
class Wanted:
    """What a new task shall be."""

    title: str
    team: Team | None
    owner: Agent | None
    due_at: datetime
    details: str = ""


def begin(conversation_id: str, agent: Agent, wanted: Wanted, *, client_id: UUID) -> DeskTask:
    """A new task beside those that run already; the same client id gives the stored one back.

    Raises ParameterError for a task that is nobody's or due in the past, NothingToDoError in a resolved conversation.
    """
    with log.writing(conversation_id) as conversation:
        stored = standing.of(conversation).filter(client_id=client_id).first()
        if stored is not None:
            if stored.title != wanted.title:
                raise ClientIdReusedError
            return stored
        _check(conversation, wanted)
        task = DeskTask(
            conversation=conversation,
            teamwork=_under_way(conversation, agent),
            title=wanted.title,
            details=wanted.details,
            team=wanted.team,
            owner=wanted.owner,
            due_at=wanted.due_at,
            created_by=agent,
            client_id=client_id,
        )
        _keep(conversation, task)
        _give(conversation, task, agent)
    return task


def change(task: DeskTask, agent: Agent, changes: dict[str, Any]) -> DeskTask:
    """Change what the task is, whose, or when it is due; NothingToDoError for one that is over."""
    with _locked(task) as (conversation, found):
        _check_open(found)
        before = (found.team_id, found.owner_id)
        for name, value in changes.items():
            setattr(found, name, value)
        if found.team is None and found.owner is None:
            raise ParameterError(gettext("team_id: say which team or person does it."), param="team_id")
        if "due_at" in changes:
            _check_due(found.due_at)
        _keep(conversation, found)
        if (found.team_id, found.owner_id) != before:
            _give(conversation, found, agent)
    return found


def take(task: DeskTask, agent: Agent) -> DeskTask:
    """The agent does it from now on; NothingToDoError when somebody else has it."""
    with _locked(task) as (conversation, found):
        _check_open(found)
        if found.owner is not None and found.owner.is_active and found.owner_id != agent.id:
            raise NothingToDoError(gettext("{name} has this task already.").format(name=found.owner.name))
        found.owner = agent
        _keep(conversation, found)
    return found


def finish(task: DeskTask, agent: Agent, *, result: str) -> DeskTask:
    """It is done, with what came of it; when it was the last one, all are done. NothingToDoError when it is over."""
    return _end(task, agent, state=DeskTaskState.DONE, result=result)


def drop(task: DeskTask, agent: Agent, *, result: str) -> DeskTask:
    """Nobody needs it any more, and why; NothingToDoError when it is over."""
    return _end(task, agent, state=DeskTaskState.DROPPED, result=result)


def open_again(task: DeskTask, agent: Agent) -> DeskTask:
    """It was not done after all; it runs beside those that are under way now, if any."""
    with _locked(task) as (conversation, found):
        if found.state == DeskTaskState.OPEN:
            raise NothingToDoError(gettext("This task is open already."))
        if conversation.status == Status.RESOLVED:
            raise NothingToDoError(gettext("This conversation is resolved. Open it again first."))
        found.teamwork = _under_way(conversation, agent)
        found.state, found.closed_at, found.closed_by = DeskTaskState.OPEN, None, None
        _keep(conversation, found)
    return found


def tell_by(conversation_id: str, *, telling: Telling, text: str) -> Teamwork:
    """Choose how the customer hears once all is done; NothingToDoError when nothing is under way."""
    with log.writing(conversation_id) as conversation:
        found = conversation.teamwork.filter(ended_at=None).first()
        if found is None:
            raise NothingToDoError(gettext("No task is open in this conversation."))
        if telling == Telling.TEXT and not text.strip():
            raise ParameterError(gettext("text: write what the customer shall read."), param="text")
        found.telling, found.text = telling, text.strip()
        found.save(update_fields=["telling", "text"])
        _announce(conversation)
    return found


def let_go(agent_id: str) -> None:
    """Somebody is with the company no more: what they had to do is their teams' again, and their supervisors know."""
    theirs = DeskTask.objects.filter(owner_id=agent_id, state=DeskTaskState.OPEN)
    for task in theirs.select_related("created_by"):
        with _locked(task) as (conversation, found):
            if found.state == DeskTaskState.OPEN and found.owner_id == agent_id:
                found.owner = None
                _keep(conversation, found)
                _give(conversation, found, found.created_by)


def drop_all(conversation: Conversation, agent: Agent) -> None:
    """Drop what is open, since the conversation, held by `writing`, ends; nobody is told of an end of the work."""
    for task in standing.of(conversation).filter(state=DeskTaskState.OPEN):
        _close(task, agent, state=DeskTaskState.DROPPED, result="")
        _keep(conversation, task)
    conversation.teamwork.filter(ended_at=None).update(ended_at=timezone.now(), ended_seq=conversation.seq)


def _end(task: DeskTask, agent: Agent, *, state: DeskTaskState, result: str) -> DeskTask:
    with _locked(task) as (conversation, found):
        _check_open(found)
        _close(found, agent, state=state, result=result)
        _keep(conversation, found)
        if result.strip():
            _note(conversation, found, agent)
        if not conversation.tasks_open:
            _all_done(conversation, found.teamwork)
    return found


def _all_done(conversation: Conversation, teamwork: Teamwork) -> None:
    """The customer is told, by the text that was chosen or by who holds the conversation, who hears of it now."""
    done = teamwork.tasks.filter(state=DeskTaskState.DONE).count()
    teamwork.ended_at = timezone.now()
    if teamwork.telling == Telling.TEXT and done:
        control.news(conversation, teamwork.text)
        teamwork.told_at = teamwork.ended_at
    teamwork.ended_seq = conversation.seq
    teamwork.save(update_fields=["ended_at", "ended_seq", "told_at"])
    holder = conversation.agent_id or teamwork.begun_by_id
    raising.raise_to(
        [str(holder)],
        kind=AlertKind.TASKS_DONE,
        subject=lambda: gettext("All departments are done: {name}").format(name=conversation.customer.name),
        text=lambda: _outcome(teamwork, done=done),
        conversation=conversation,
    )


def _outcome(teamwork: Teamwork, *, done: int) -> str:
    if not done:
        return gettext("All tasks were dropped.")
    return gettext("The customer was told.") if teamwork.told_at else gettext("Tell the customer what came of it.")


def _close(task: DeskTask, agent: Agent, *, state: DeskTaskState, result: str) -> None:
    task.state, task.result = state, result.strip()
    task.closed_by, task.closed_at = agent, timezone.now()


def _keep(conversation: Conversation, task: DeskTask) -> None:
    """Save the task with its clock, and count anew what is open."""
    clock.wind(task)
    task.save()
    conversation.tasks_open = conversation.desk_tasks.filter(state=DeskTaskState.OPEN).count()
    _announce(conversation)


def _give(conversation: Conversation, task: DeskTask, giver: Agent) -> None:
    """Whose it is hears of it, but for who gave it."""
    others = [one for one in clock.whose(task) or clock.supervisors(task) if one != str(giver.id)]
    if others:
        raising.raise_to(
            others,
            kind=AlertKind.TASK_GIVEN,
            subject=lambda: gettext("{name} asks: {task}").format(name=giver.name, task=task.title),
            text=task.details,
            conversation=conversation,
        )


def _note(conversation: Conversation, task: DeskTask, agent: Agent) -> None:
    """What came of it stands between the messages, too."""
    word = "Done" if task.state == DeskTaskState.DONE else "Dropped"
    text = f"{word}: {task.title}\n{task.result}"
    events.publish(
        events.of_note(Note.objects.create(conversation=conversation, author=agent, text=text, client_id=uuid4()))
    )


def _under_way(conversation: Conversation, agent: Agent) -> Teamwork:
    found = conversation.teamwork.filter(ended_at=None).first()
    return found or Teamwork.objects.create(conversation=conversation, begun_by=agent)


def _check(conversation: Conversation, wanted: Wanted) -> None:
    if conversation.status == Status.RESOLVED:
        raise NothingToDoError(gettext("This conversation is resolved. Open it again first."))
    if wanted.team is None and wanted.owner is None:
        raise ParameterError(gettext("team_id: say which team or person does it."), param="team_id")
    if conversation.tasks_open >= MOST_OPEN:
        raise NothingToDoError(
            gettext("At most {most_open} tasks can be open in one conversation.").format(most_open=MOST_OPEN)
        )
    _check_due(wanted.due_at)


def _check_due(due_at: datetime) -> None:
    if due_at <= timezone.now():
        raise ParameterError(gettext("due_at: must lie ahead."), param="due_at")


def _check_open(task: DeskTask) -> None:
    if task.state == DeskTaskState.OPEN:
        return
    done = gettext("{name} finished this task already.")
    said = done if task.state == DeskTaskState.DONE else gettext("{name} dropped this task already.")
    raise NothingToDoError(said.format(name=task.closed_by.name if task.closed_by else gettext("Somebody")))


def _announce(conversation: Conversation) -> None:
    events.publish(TasksChanged(str(conversation.id), {"open": conversation.tasks_open}))


@contextmanager
def _locked(task: DeskTask) -> Iterator[tuple[Conversation, DeskTask]]:
    """The task as it is now, under the lock of its conversation."""
    with log.writing(str(task.conversation_id)) as conversation:
        yield conversation, DeskTask.objects.select_related(*standing.LOADED).get(pk=task.pk)
