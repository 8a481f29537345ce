"""Tasks of the desk as they go over the wire."""

from typing_extensions import TypedDict

from conversations import rows, wire
from conversations.desk_tasks import standing
from conversations.models import AuthorKind, Conversation, DeskTask, DeskTaskState, Kind, Teamwork, Telling


class DeskTaskRow(TypedDict):
    """A task that another department does for a conversation."""

    id: str
    conversation_id: str
    teamwork_id: str
    title: str
    details: str
    team: wire.Named | None
    owner: rows.Colleague | None
    """Null while anybody of the team may take it."""
    state: DeskTaskState
    due_at: str
    result: str
    """What came of it."""
    created_by: rows.Colleague
    created_at: str
    closed_by: rows.Colleague | None
    closed_at: str | None


class TeamworkRow(TypedDict):
    """How the customer hears of the end of what departments do, and whether they did."""

    id: str
    telling: Telling
    text: str
    ended_at: str | None
    told: bool


class DeskTasks(TypedDict):
    """All tasks of a conversation, and how the customer hears of their end."""

    data: list[DeskTaskRow]
    has_more: bool
    next_cursor: str | None
    teamwork: TeamworkRow | None


def of_conversation(conversation: Conversation) -> DeskTasks:
    """All tasks of the conversation and the newest teamwork. Two queries, and one more once all are done."""
    newest = standing.newest_teamwork(conversation)
    return {
        "data": [shown(task) for task in standing.of(conversation)],
        "has_more": False,
        "next_cursor": None,
        "teamwork": None if newest is None else teamwork(newest),
    }


def shown(task: DeskTask) -> DeskTaskRow:
    """A task with whose it is and how it stands."""
    return {
        "id": task.id,
        "conversation_id": task.conversation_id,
        "teamwork_id": task.teamwork_id,
        "title": task.title,
        "details": task.details,
        "team": wire.team(task.team),
        "owner": rows.colleague(task.owner),
        "state": DeskTaskState(task.state),
        "due_at": wire.stamp(task.due_at),
        "result": task.result,
        "created_by": rows.named(task.created_by),
        "created_at": wire.stamp(task.created_at),
        "closed_by": rows.colleague(task.closed_by),
        "closed_at": wire.stamp(task.closed_at) if task.closed_at else None,
    }


def teamwork(one: Teamwork) -> TeamworkRow:
    """How the customer hears of the end of the work, and whether they did."""
    return {
        "id": one.id,
        "telling": Telling(one.telling),
        "text": one.text,
        "ended_at": wire.stamp(one.ended_at) if one.ended_at else None,
        "told": one.ended_at is not None and (one.told_at is not None or _replied_since(one)),
    }


def _replied_since(one: Teamwork) -> bool:
    """Whether an agent wrote to the customer after the end."""
    said = one.conversation.messages.filter(seq__gt=one.ended_seq, kind=Kind.TEXT, author_kind=AuthorKind.AGENT)
    return said.exists()
