"""What somebody held who takes conversations no more goes back to the queue, so that nobody waits for them."""

from agents import people
from conversations import control, log, offers
from conversations.models import Conversation, Status
from tenants.jobs import Lease


def hand_on(held: Lease) -> None:
    """Return all that the agent of the job holds to the queues of their teams; nothing when they are back already."""
    agent_id = str(held.ids["agent_id"])
    if people.who_take_conversations().filter(pk=agent_id).exists():
        return
    theirs = Conversation.objects.filter(agent_id=agent_id).exclude(status=Status.RESOLVED)
    for conversation_id in theirs.values_list("pk", flat=True):
        _return(str(conversation_id), agent_id)


def _return(conversation_id: str, agent_id: str) -> None:
    with log.writing(conversation_id) as conversation:
        if conversation.agent_id != agent_id or conversation.status == Status.RESOLVED:
            return
        if conversation.status == Status.SNOOZED:
            control.wake(conversation)
        found = offers.best(conversation, conversation.team, not_to=[agent_id])
        control.return_to_queue(conversation, offered_to=found.agent)
