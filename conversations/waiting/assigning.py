"""A supervisor gives a conversation straight to a person, who holds it from that moment."""

from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext

from agents import people
from agents.models import Agent
from conversations import control, log, notes
from conversations.models import Conversation
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor


@transaction.atomic
def assign(conversation: Conversation, agent_id: str, *, epoch: int, by: Agent, actor: Actor) -> Conversation:
    """The agent holds it now, whoever did before; the desk reads in a note who decided it.

    Raises StaleEpochError when the baton moved meanwhile, NothingToDoError for a resolved one, ParameterError for
    somebody who takes no conversations, or has it already.
    """
    agent = people.colleague(agent_id)
    with log.writing(str(conversation.id)) as held:
        control.check_epoch(held, epoch)
        if held.agent_id == agent.id:
            raise ParameterError(gettext("agent_id: {name} has it already.").format(name=agent.name), param="agent_id")
        before = held.agent.name if held.agent is not None else held.holder
        control.take(held, agent)
        if agent.id != by.id:
            notes.of_baton(held, f"{by.name} gave this to {agent.name}.", client_id=uuid4())
        about = About("conversation", str(held.id))
        audit.record("conversation.assigned", actor=actor, about=about, changes={"holder": (before, agent.name)})
    return held
