"""Tasks of the desk as they go over the wire."""

from typing import Any

from conversations import rows, wire
from conversations.desk_tasks import standing
from conversations.models import AuthorKind, Conversation, DeskTask, Kind, Teamwork

Json = dict[str, Any]


def of_conversation(conversation: Conversation) -> Json:
    """All tasks of the conversation and the newest teamwork. Two queries, and one more once all are done."""
    newest = standing.newest_teamwork(conversation)
    return {
        "data": [shown(task) for task in standing.of(conversation)],
        "has_more": False,
        "next_cursor": None,
        "teamwork": None if newest is None else teamwork(newest),
    }


def shown(task: DeskTask) -> Json:
    """A task with whose it is and how it stands."""
    return {
        "id": task.id,
        "conversation_id": task.conversation_id,
        "teamwork_id": task.teamwork_id,
        "title": task.title,
        "details": task.details,
        "team": wire.team(task.team),
        "owner": rows.colleague(task.owner),
        "state": task.state,
        "due_at": wire.stamp(task.due_at),
        "result": task.result,
        "created_by": rows.colleague(task.created_by),
        "created_at": wire.stamp(task.created_at),
        "closed_by": rows.colleague(task.closed_by),
        "closed_at": wire.stamp(task.closed_at) if task.closed_at else None,
    }


def teamwork(one: Teamwork) -> Json:
    """How the customer hears of the end of the work, and whether they did."""
    return {
        "id": one.id,
        "telling": one.telling,
        "text": one.text,
        "ended_at": wire.stamp(one.ended_at) if one.ended_at else None,
        "told": one.ended_at is not None and (one.told_at is not None or _replied_since(one)),
    }


def _replied_since(one: Teamwork) -> bool:
    """Whether an agent wrote to the customer after the end."""
    said = one.conversation.messages.filter(seq__gt=one.ended_seq, kind=Kind.TEXT, author_kind=AuthorKind.AGENT)
    return said.exists()
