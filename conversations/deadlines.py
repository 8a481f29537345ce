"""When the next step of a conversation is due if nothing happens before; every live one has such a moment.

The moment follows from the row alone. Its timer is a job: it may run too early, never too late, so that it need not be
moved with every message.
"""

from datetime import datetime, timedelta

from agents import people
from agents.models import Presence
from conversations.models import Conversation, Holder, Status
from tenants import jobs
from tenants.jobs import Timer

KIND = "deadline"
ANSWER = timedelta(seconds=60)  # for the assistant; then a person gets the message
REPLY = timedelta(minutes=5)  # for an agent who is there; each further step as long again
ABSENT_REPLY = timedelta(minutes=1)  # for an agent who is not there
FIRST_STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 3, 5, 10))  # of a wait in the queue
LATER_STEPS = timedelta(minutes=10)
CALLED_AHEAD = timedelta(minutes=10)  # so long before a promised call its conversation stands in the line again
FAILED_AFTER = timedelta(minutes=15)  # longer than a job waits between tries: a timer so late is a dead letter
QUIET_WITH_ASSISTANT = timedelta(hours=24)
QUIET_WITH_AGENT = timedelta(hours=72)
LET_GO = "let_go"  # why a conversation waits whose agent went home and owed no answer


def due_at(conversation: Conversation, now: datetime) -> datetime | None:
    """When the next step is due; None for a resolved conversation. Needs the agent loaded."""
    if conversation.status == Status.RESOLVED:
        return None
    if conversation.snoozed_until is not None:
        return conversation.snoozed_until
    match conversation.holder:
        case Holder.QUEUE:
            looks = (waits_on_at(conversation, now), conversation.offered_until, conversation.look_again_at)
            return min(at for at in looks if at is not None)
        case Holder.AGENT:
            return _agents_due(conversation, now)
        case _:
            return _assistants_due(conversation, now)


def keep(conversation: Conversation, now: datetime) -> None:
    """Set the conversation's `due_at`, and its timer when that would be too late; the row is saved by the caller."""
    conversation.due_at = due_at(conversation, now)
    if needs_timer(conversation, now):
        conversation.timer_at = conversation.due_at
        start(conversation)


def needs_timer(conversation: Conversation, now: datetime) -> bool:
    """Whether the timer would run too late for the conversation's `due_at`, or never."""
    due, timer = conversation.due_at, conversation.timer_at
    return due is not None and (timer is None or due < timer or timer < now - FAILED_AFTER)


def start(conversation: Conversation) -> None:
    """Write the timer that the conversation's row speaks of."""
    conversation_id = str(conversation.id)
    jobs.write(KIND, {"conversation_id": conversation_id}, key=conversation_id, run_at=conversation.timer_at)


def timer(conversation: Conversation, run_at: datetime) -> Timer:
    """The same timer, for a statement that writes the conversation's row too."""
    conversation_id = str(conversation.id)
    return Timer(KIND, {"conversation_id": conversation_id}, conversation_id, run_at)


def waits_on_at(conversation: Conversation, now: datetime) -> datetime:
    """When the customer who waits in a queue hears again that the place is kept; who does not wait hears nothing.

    Who is promised a call waits from shortly before it.
    """
    begun = conversation.waiting_since or now
    if conversation.call_at is not None:
        begun = max(begun, conversation.call_at - CALLED_AHEAD)
    return begun + (_queue_step(conversation.steps) if somebody_waits(conversation) else QUIET_WITH_AGENT)


def somebody_waits(conversation: Conversation) -> bool:
    """Whether the customer knows that they wait; not when an agent who owed them nothing went home."""
    return conversation.held_because != LET_GO or conversation.unanswered_since is not None


def is_forgotten(conversation: Conversation, now: datetime) -> bool:
    """Whether nobody wrote for so long in a queue in which nobody knows to be waiting that it is over."""
    since = conversation.waiting_since or now
    return not somebody_waits(conversation) and since + QUIET_WITH_AGENT <= now


def _assistants_due(conversation: Conversation, now: datetime) -> datetime:
    asked, held = conversation.unanswered_since, conversation.draft_due_at
    if held is not None:
        return held + ANSWER * conversation.steps
    return now + QUIET_WITH_ASSISTANT if asked is None else asked + ANSWER * (conversation.steps + 1)


def _queue_step(step: int) -> timedelta:
    beyond = step - len(FIRST_STEPS) + 1
    return FIRST_STEPS[step] if beyond <= 0 else FIRST_STEPS[-1] + beyond * LATER_STEPS


def _agents_due(conversation: Conversation, now: datetime) -> datetime:
    asked, agent = conversation.unanswered_since, conversation.agent
    if asked is None or agent is None:
        return now + QUIET_WITH_AGENT
    there = people.presence(agent) != Presence.OFFLINE
    begun = max(asked, conversation.held_since)
    return begun + (REPLY * (conversation.steps + 1) if there or conversation.steps else ABSENT_REPLY)
