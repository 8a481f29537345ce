"""Three departments work at once on one thread: each has a clock, all are done once, and the customer is told once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from agents.models import Agent, Role
from conversations import control, log
from conversations.desk_tasks import clock, standing, writing
from conversations.desk_tasks.writing import Wanted
from conversations.errors import NothingToDoError, TasksOpenError
from conversations.inbox import writes
from conversations.models import (
    Alert,
    AlertKind,
    Conversation,
    Customer,
    DeskTask,
    DeskTaskState,
    Kind,
    Message,
    Note,
    Telling,
)
from tenants.jobs import Lease
from tenants.models import Job
from tests import cast
from tests.conversations.doors import team_of

TOLD = "The frame is replaced, the invoice is corrected, and the courier comes on Monday."


@pytest.fixture
def held(carol: Customer, bob: Agent) -> Conversation:
    """A conversation that Bob holds."""
    conversation = cast.says(carol, "My bicycle broke, the invoice is wrong, and nobody picks it up")
    return writes.take_over(str(conversation.id), bob, epoch=conversation.epoch)


def _three(held: Conversation, bob: Agent) -> list[tuple[DeskTask, Agent]]:
    """A task for each of three departments, with somebody of each."""
    made = []
    for name in ("Workshop", "Billing", "Logistics"):
        agent = cast.agent(name.lower())
        wanted = Wanted(f"{name}: please look", team_of(name, agent), None, timezone.now() + timedelta(hours=8))
        made.append((writing.begin(str(held.id), bob, wanted, client_id=uuid4()), agent))
    return made


def _status(conversation: Conversation) -> list[str]:
    return list(
        Message.objects.filter(conversation=conversation, kind=Kind.STATUS)
        .exclude(text="")
        .values_list("text", flat=True)
    )


def test_the_customer_is_told_once_when_the_last_of_three_is_done(held: Conversation, bob: Agent) -> None:
    tasks = _three(held, bob)
    writing.tell_by(str(held.id), telling=Telling.TEXT, text=TOLD)
    before = len(_status(held))
    for number, (task, agent) in enumerate(tasks):
        assert Alert.objects.filter(agent=agent, kind=AlertKind.TASK_GIVEN).count() == 1
        writing.take(task, agent)
        held.refresh_from_db()
        assert (held.tasks_open, len(_status(held))) == (3 - number, before)
        writing.finish(task, agent, result=f"{agent.first_name} did it.")
    held.refresh_from_db()
    assert (held.tasks_open, _status(held)[before:]) == (0, [TOLD])
    teamwork = held.teamwork.get()
    assert teamwork.ended_at == teamwork.told_at
    assert Alert.objects.get(agent=bob, kind=AlertKind.TASKS_DONE).text == "The customer was told."
    first = Note.objects.earliest("created_at")
    assert first.text == "Done: Workshop: please look\nWorkshop did it."
    writing.open_again(tasks[0][0], bob)
    writing.finish(tasks[0][0], bob, result="")
    assert _status(held)[before:] == [TOLD]


def test_who_holds_it_tells_the_customer_where_no_text_is_chosen(held: Conversation, bob: Agent) -> None:
    before = len(_status(held))
    for task, agent in _three(held, bob):
        writing.finish(task, agent, result="")
    assert len(_status(held)) == before
    assert Alert.objects.get(agent=bob, kind=AlertKind.TASKS_DONE).text == "Tell the customer what came of it."


def test_nothing_ends_a_conversation_on_which_departments_still_work(held: Conversation, bob: Agent) -> None:
    tasks = _three(held, bob)
    writes.reply(str(held.id), bob, "We look into it", client_id=uuid4())
    held.refresh_from_db()
    with pytest.raises(TasksOpenError, match="3 tasks are"):
        writes.resolve(str(held.id), epoch=held.epoch)
    with log.writing(str(held.id)) as conversation, pytest.raises(TasksOpenError):
        control.resolve(conversation)
    held.refresh_from_db()
    assert held.status == "open"
    done = writes.drop_tasks_and_resolve(str(held.id), bob, epoch=held.epoch)
    assert (done.status, done.tasks_open, done.teamwork.get().told_at) == ("resolved", 0, None)
    assert {task.state for task in DeskTask.objects.all()} == {DeskTaskState.DROPPED}
    with pytest.raises(NothingToDoError):
        writing.finish(tasks[0][0], bob, result="")


def test_a_task_reminds_its_people_and_then_the_supervisors_of_their_team(held: Conversation, bob: Agent) -> None:
    task, agent = _three(held, bob)[0]
    lead = cast.agent("lead", Role.SUPERVISOR)
    assert task.team is not None
    task.team.agents.add(lead)
    job = Job.objects.get(kind=clock.KIND, key=str(task.id))
    assert job.run_at == task.due_at - timedelta(hours=1)
    for passed, kind in (
        (timedelta(hours=7, minutes=1), AlertKind.TASK_DUE),
        (timedelta(hours=9), AlertKind.TASK_OVERDUE),
    ):
        _pass(task, passed)
        clock.ring(Lease(uuid4(), uuid4(), "acme", clock.KIND, job.ids, attempt=1))
        assert Alert.objects.filter(agent=agent, kind=kind).count() == 1
    assert Alert.objects.filter(agent=lead, kind=AlertKind.TASK_OVERDUE).count() == 1
    assert not Alert.objects.filter(agent=bob, kind__in=[AlertKind.TASK_DUE, AlertKind.TASK_OVERDUE]).exists()
    clock.ring(Lease(uuid4(), uuid4(), "acme", clock.KIND, job.ids, attempt=1))
    assert Alert.objects.get(agent=agent, kind=AlertKind.TASK_OVERDUE).count == 1


def _pass(task: DeskTask, time: timedelta) -> None:
    """So much time went by since the task began."""
    began = timezone.now() - time
    DeskTask.objects.filter(pk=task.pk).update(
        created_at=began, due_at=began + timedelta(hours=8), alarm_at=timezone.now()
    )


def test_a_task_is_listed_with_its_team_until_somebody_takes_it(held: Conversation, bob: Agent) -> None:
    (task, worker), *_others = _three(held, bob)
    colleague = cast.agent("colleague")
    assert task.team is not None
    task.team.agents.add(colleague)
    assert {str(one.id) for one in standing.open_of(colleague)} == {str(task.id)}
    writing.take(task, worker)
    assert not standing.open_of(colleague).exists()
    with pytest.raises(NothingToDoError, match="Workshop Example has this task already"):
        writing.take(task, colleague)
