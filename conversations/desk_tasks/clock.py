"""The clock of a task: a reminder before it is due, the alarm when it is overdue, and again each day after that."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from agents.people import who_take_conversations
from agents.permissions import Right, roles_with
from conversations import alarm, log
from conversations.alerts import raising
from conversations.alerts.people import SUPERVISORS
from conversations.models import AlertKind, Conversation, DeskTask, DeskTaskState
from tenants import jobs
from tenants.jobs import Lease

KIND = "desk_task_alarm"
LEADS = Right.READ_SETTINGS  # begins at the supervisors


def wind(task: DeskTask) -> None:
    """Set the alarm of a task that is open, take it off one that is not; the row is saved by the caller."""
    if task.state != DeskTaskState.OPEN:
        task.alarm_at = None
        return
    task.alarm_at = alarm.next_ring(due_at=task.due_at, since=task.created_at, now=timezone.now())
    ids = {"task_id": str(task.id), "conversation_id": str(task.conversation_id)}  # it goes with the conversation
    jobs.write(KIND, ids, key=str(task.id), run_at=task.alarm_at)


def ring(held: Lease) -> None:
    """Remind those whose task it is, or tell the team's supervisors too that it is overdue; nothing if it moved."""
    found = DeskTask.objects.filter(pk=str(held.ids["task_id"])).values_list("conversation_id", flat=True).first()
    if found is None:
        return
    with log.writing(str(found)) as conversation:
        task = DeskTask.objects.select_related("team", "owner").get(pk=str(held.ids["task_id"]))
        now = timezone.now()
        if task.alarm_at is None or task.alarm_at > now:
            return
        _tell(conversation, task, now)
        wind(task)
        task.save(update_fields=["alarm_at"])


def whose(task: DeskTask) -> list[str]:
    """The ids of those who have to do it: its owner, or the people of its team."""
    if task.owner is not None and task.owner.is_active:
        return [str(task.owner.id)]
    return [] if task.team is None else _ids(who_take_conversations().filter(teams=task.team))


def supervisors(task: DeskTask) -> Collection[str]:
    """The ids of those who lead its team, or where nobody does, all supervisors."""
    if task.team is None:
        return [SUPERVISORS]
    return _ids(task.team.agents.filter(is_active=True, role__in=roles_with(LEADS))) or [SUPERVISORS]


def _tell(conversation: Conversation, task: DeskTask, now: datetime) -> None:
    name = conversation.customer.name
    if now < task.due_at:
        left = alarm.span(task.due_at - now)
        who: Collection[str] = whose(task) or supervisors(task)
        raising.raise_to(
            who,
            kind=AlertKind.TASK_DUE,
            subject=lambda: gettext("Due soon: {task}").format(task=task.title),
            text=lambda: gettext("For {name}. It is due {time} from now.").format(name=name, time=left),
            conversation=conversation,
        )
        return
    late = alarm.span(now - task.due_at)
    who = [*whose(task), *supervisors(task)]
    raising.raise_to(
        who,
        kind=AlertKind.TASK_OVERDUE,
        subject=lambda: gettext("Overdue: {task}").format(task=task.title),
        text=lambda: _overdue(task, name, late),
        conversation=conversation,
    )


def _overdue(task: DeskTask, name: str, late: str) -> str:
    if task.team is None:
        return gettext("The task for {name} was due {time} ago.").format(name=name, time=late)
    told = gettext("The task of {team} for {name} was due {time} ago.")
    return told.format(team=task.team.name, name=name, time=late)


def _ids(people: QuerySet[Agent]) -> list[str]:
    return [str(key) for key in people.order_by("id").values_list("id", flat=True)]
