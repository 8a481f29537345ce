"""Which tasks of the desk there are, whose they are, and whether a conversation still has open ones."""

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from agents.models import Agent
from conversations.errors import TasksOpenError
from conversations.models import Conversation, DeskTask, DeskTaskState, Teamwork
from tenants.errors import NotFoundError

LOADED = ("team", "owner", "created_by", "closed_by", "teamwork")


def of(conversation: Conversation) -> QuerySet[DeskTask]:
    """All tasks of the conversation, oldest first."""
    return DeskTask.objects.filter(conversation=conversation).select_related(*LOADED)


def open_of(agent: Agent) -> QuerySet[DeskTask]:
    """The open tasks that are the agent's own, or nobody's in one of their teams."""
    theirs = Q(owner=agent) | Q(owner__isnull=True, team__in=agent.teams.all())
    return DeskTask.objects.filter(theirs, state=DeskTaskState.OPEN)


def conversations_of(agent: Agent) -> QuerySet[DeskTask, object]:
    """The ids of the conversations with an open task of the agent or their teams, for `pk__in`."""
    return open_of(agent).values("conversation_id")


def access_task(agent: Agent, task_id: str) -> DeskTask:
    """The task with this id; NotFoundError when there is none. Whoever may see its conversation may see it."""
    found = None
    if agent.is_active:
        try:
            found = DeskTask.objects.select_related(*LOADED).filter(pk=task_id).first()
        except ValidationError:
            found = None
    if found is None:
        raise NotFoundError(gettext("There is no such task here."), param="task_id")
    return found


def newest_teamwork(conversation: Conversation) -> Teamwork | None:
    """The teamwork under way, or the one that ended last."""
    return conversation.teamwork.order_by("-begun_at", "-id").first()


def check_none_open(conversation: Conversation) -> None:
    """TasksOpenError while a department still works on the conversation."""
    if conversation.tasks_open:
        raise TasksOpenError(conversation.tasks_open)
