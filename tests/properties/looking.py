"""What must hold of a conversation at every moment, read from its row, its log and its timers alone."""

from datetime import datetime
from typing import Any

from conversations import deadlines, log, rows, turns
from conversations.models import AuthorKind, Conversation, Holder, Kind, Message, Status
from tenants.models import Job, JobState

AT_FIRST: dict[str, Any] = {"holder": "assistant", "agent": None, "team": None, "reason": "started"}


def whole(conversation_id: str) -> tuple[Conversation, list[Message]]:
    """The conversation with all that belongs to its row, and its log."""
    conversation = Conversation.objects.select_related(*log.LOADED).get(pk=conversation_id)
    return conversation, list(conversation.messages.order_by("seq"))


def check(conversation_id: str) -> Conversation:
    """Everything below; gives the row."""
    conversation, entries = whole(conversation_id)
    check_log(conversation, entries)
    check_control(conversation, entries)
    check_who_spoke(entries)
    check_what_is_owed(conversation, entries)
    check_timers(conversation)
    assert rows.row(conversation)["seq"] == len(entries)
    return conversation


def check_log(conversation: Conversation, entries: list[Message]) -> None:
    """I2: the log is numbered 1..n, and the row counts it."""
    assert [entry.seq for entry in entries] == list(range(1, conversation.seq + 1))


def check_control(conversation: Conversation, entries: list[Message]) -> None:
    """The epoch rises with each entry of control and only then, and the last one says what the row says."""
    changes = [entry.data for entry in entries if entry.kind == Kind.CONTROL]
    assert [change["epoch"] for change in changes] == list(range(2, conversation.epoch + 1))
    last: dict[str, Any] = (
        changes[-1] if changes else {"holder": "assistant", "agent": None, "team": None, "reason": "started"}
    )
    assert last["holder"] == conversation.holder
    assert (last["agent"] or {}).get("id") == conversation.agent_id
    assert (last["team"] or {}).get("id") == conversation.team_id
    assert last["reason"] == conversation.held_because
    assert conversation.offered_to is None or conversation.holder == Holder.QUEUE
    said = [entry.data["status"] for entry in entries if entry.kind == Kind.STATUS and "notice" not in entry.data]
    assert conversation.status == (said[-1] if said else Status.OPEN)


def check_who_spoke(entries: list[Message]) -> None:
    """I5: the assistant says nothing but while it holds the baton, agents nothing but while they hold it."""
    holder, agent = "assistant", None
    for entry in entries:
        if entry.kind == Kind.CONTROL:
            holder, agent = entry.data["holder"], (entry.data["agent"] or {}).get("id")
        elif entry.author_kind == AuthorKind.ASSISTANT:
            assert holder == "assistant", f"the assistant spoke at {entry.seq} while {holder} held the baton"
        elif entry.author_kind == AuthorKind.AGENT:
            assert entry.agent_id == agent


def check_what_is_owed(conversation: Conversation, entries: list[Message]) -> None:
    """`unanswered_since` is the time of the first line without an answer; the assistant answers only what it owes."""
    decided = dict(conversation.decisions.values_list("asked_seq", "created_at"))
    owed, asked = None, 0
    for entry in entries:
        asked = entry.seq if entry.author_kind == AuthorKind.CUSTOMER else asked
        if entry.kind == Kind.STATUS and entry.data["status"] == Status.RESOLVED:
            owed = None
        elif entry.kind == Kind.CONTROL and _was_passed_on(entry, decided.get(asked)):
            owed = None  # the assistant had passed it on, and the agent has seen to it
        elif entry.author_kind == AuthorKind.CUSTOMER:
            owed = owed or entry.created_at
        elif entry.kind == Kind.TEXT and not entry.data.get(log.FAREWELL):
            assert owed is not None or entry.author_kind == AuthorKind.AGENT, f"answered twice at {entry.seq}"
            owed = None
    assert conversation.unanswered_since == owed


def _was_passed_on(entry: Message, decided_at: datetime | None) -> bool:
    """Whether the agent handed back what the assistant had passed on before."""
    return entry.data["reason"] == "handed_back" and decided_at is not None and decided_at < entry.created_at


def check_timers(conversation: Conversation) -> None:
    """I7: what lives has a deadline and a timer before it; I8: what the assistant owes has a turn that waits."""
    waiting = Job.objects.filter(key=str(conversation.id), state=JobState.READY)
    of_kind = {job.kind: job for job in waiting}
    assert len(of_kind) == len(waiting)
    assert (conversation.due_at is None) == (conversation.status == Status.RESOLVED)
    if conversation.due_at is not None:
        assert of_kind[deadlines.KIND].run_at == conversation.timer_at
        assert of_kind[deadlines.KIND].run_at <= conversation.due_at
    by_assistant = conversation.holder == Holder.ASSISTANT and conversation.unanswered_since is not None
    if by_assistant and conversation.status == Status.OPEN:
        assert of_kind[turns.KIND].ids["asked_seq"] == conversation.last_customer_seq
