"""What somebody holds who takes conversations no more, or is gone, goes back to the queue: nobody waits for them."""

from datetime import datetime

from django.utils import timezone

from agents import dispatching, people
from agents.models import Agent, Presence
from conversations import after_hours, control, log, offers
from conversations.desk_tasks import writing as desk_tasks
from conversations.models import Conversation, Holder, Status
from tenants.jobs import Lease


def hand_on(held: Lease) -> None:
    """Return all that the agent of the job holds to the queues of their teams; nothing when they are back already."""
    agent_id = str(held.ids["agent_id"])
    if people.who_take_conversations().filter(pk=agent_id).exists():
        return
    theirs = Conversation.objects.filter(agent_id=agent_id).exclude(status=Status.RESOLVED)
    for conversation_id in theirs.values_list("pk", flat=True):
        _return(str(conversation_id), agent_id)
    desk_tasks.let_go(agent_id)


def look_after(held: Lease) -> None:
    """Is the agent of the job still there? Who is gone for longer than the grace holds nothing any more.

    What rests until a time stays theirs until then.
    """
    agent_id = str(held.ids["agent_id"])
    agent = Agent.objects.filter(pk=agent_id, is_active=True).first()
    if agent is None:
        return
    grace, now = dispatching.grace(), timezone.now()
    gone_at = people.gone_at(agent, grace)
    if people.presence(agent) != Presence.OFFLINE or gone_at > now:
        people.watch(agent_id, run_at=max(gone_at, now + grace / 4))
        return
    people.desk_moved()
    theirs = Conversation.objects.filter(holder=Holder.AGENT, agent_id=agent_id, status=Status.OPEN)
    later: list[datetime] = []
    for conversation_id, since in theirs.values_list("pk", "held_since"):
        if since + grace > now:
            later.append(since + grace)
        else:
            _return(str(conversation_id), agent_id)
    if later:
        people.watch(agent_id, run_at=min(later))


def _return(conversation_id: str, agent_id: str) -> None:
    with log.writing(conversation_id) as conversation:
        if conversation.agent_id != agent_id or conversation.status == Status.RESOLVED:
            return
        if conversation.status == Status.SNOOZED:
            control.wake(conversation)
        pass_on(conversation)


def pass_on(conversation: Conversation) -> None:
    """Let the conversation, which is locked, go from its agent to the queue; the customer hears of it if they wait."""
    left = str(conversation.agent_id)
    if conversation.unanswered_since is None:
        control.let_go(conversation)
    else:
        control.return_to_queue(conversation)
    offers.route(conversation, cause=conversation.held_because, not_to=[left])
    if conversation.unanswered_since is not None and conversation.offered_to is None:
        after_hours.say_when(conversation, conversation.team)
