"""How many conversations each view holds, in one question, and never counted further than somebody would read."""

from typing import cast

from django.db.models import Q, QuerySet
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import reach
from conversations.inbox.listing import views
from conversations.models import Conversation
from tenants.current import connection

MOST = 1000  # which stands for as many or more


class ConversationCounts(TypedDict):
    """How many conversations each view holds, at most a thousand."""

    waiting: int
    mine: int
    unassigned: int
    team: int
    all: int
    mentions: int
    """Those that the agent has not seen."""
    snoozed: int
    sla: int
    held: int
    assistant: int
    tasks: int
    resolved: int
    unanswered: int
    """The agent's own in which the customer waits for an answer."""


def counts(agent: Agent) -> ConversationCounts:
    """One number for each view of what the plan shows, at most MOST; of mentions those that the agent has not seen.

    `unanswered` are the agent's own in which the customer waits for an answer.
    """
    wanted: dict[str, QuerySet[Conversation]] = {name: view.rows(agent) for name, view in views.VIEWS.items()}
    wanted["mentions"] = _some(views.mentioned(agent, unseen=True))
    wanted["unanswered"] = views.VIEWS["mine"].rows(agent).filter(unanswered_since__isnull=False)
    since = reach.begins()
    columns: list[str] = []
    values: list[object] = []
    for name, rows in wanted.items():
        seen = rows if since is None else rows.filter(reach.shown(since))
        asked, given = seen.order_by().values("pk")[:MOST].query.sql_with_params()
        columns.append(f"(SELECT count(*) FROM ({asked}) AS counted) AS {name}")  # noqa: S608
        values += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)}", values)
        found = cursor.fetchone() or ()
    return cast("ConversationCounts", dict(zip(wanted, map(int, found), strict=True)))


def _some(condition: Q) -> QuerySet[Conversation]:
    return Conversation.objects.filter(condition)
