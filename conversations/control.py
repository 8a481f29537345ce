"""Who holds the baton: every change is one compare-and-set under the conversation's lock, with one winner."""

from typing import Any

from django.utils import timezone

from agents.models import Agent, Team
from conversations import log, queue, wire, words
from conversations.errors import NothingToDoError, StaleEpochError
from conversations.models import Conversation, Handover, Holder, Priority, Status

Json = dict[str, Any]


def check_epoch(conversation: Conversation, epoch: int) -> None:
    """StaleEpochError, naming who holds the baton now, unless `epoch` is still in force."""
    if conversation.epoch != epoch:
        raise StaleEpochError(conversation)


def take(conversation: Conversation, agent: Agent) -> None:
    """The agent holds the baton from now on; nothing changes when the agent holds it already.

    Raises NothingToDoError for a resolved conversation.
    """
    if conversation.agent_id == agent.id:
        return
    if conversation.status == Status.RESOLVED:
        raise NothingToDoError("This conversation is resolved. It opens again when the customer writes.")
    waited = conversation.holder == Holder.QUEUE
    team = conversation.team
    text = (
        words.say(words.ACCEPTED, conversation.language, name=agent.first_name, team=team.name)
        if waited and team is not None
        else words.say(words.JOINED, conversation.language, name=agent.first_name)
    )
    _accept_handover(conversation, agent)
    _move(
        conversation,
        Holder.AGENT,
        agent=agent,
        team=team,
        because="accepted" if waited else "taken_over",
        text=text,
    )
    if waited:
        queue.announce_moves(team)


def to_queue(
    conversation: Conversation,
    *,
    team: Team | None,
    offered_to: Agent | None,
    priority: str,
    trigger: str,
    card: Json,
) -> None:
    """The baton leaves the assistant and waits for a person; `card["passed_on"]` is shown to the customer."""
    conversation.priority, conversation.trigger = priority, trigger
    conversation.offered_to = offered_to
    name = team.name if team is not None else words.say(words.OUR_TEAM, conversation.language)
    text = words.say(words.QUEUED, conversation.language, team=name)
    _move(
        conversation,
        Holder.QUEUE,
        agent=None,
        team=team,
        because="handed_over",
        text=text,
        passed_on=card.get("passed_on", ()),
    )
    queue.announce_moves(team)


def hand_back(conversation: Conversation, agent: Agent) -> None:
    """The agent gives the baton back to the assistant; NothingToDoError when the agent does not hold it."""
    if conversation.agent_id != agent.id:
        raise NothingToDoError("Only the agent who holds the conversation can hand it back.")
    _release(conversation)
    text = words.say(words.HANDED_BACK, conversation.language, name=agent.first_name)
    _move(conversation, Holder.ASSISTANT, agent=None, team=None, because="handed_back", text=text)


def resolve(conversation: Conversation) -> None:
    """Nobody needs to act any more; the assistant holds the baton in case the customer writes again."""
    if conversation.status == Status.RESOLVED:
        raise NothingToDoError("This conversation is resolved already.")
    team, waited = conversation.team, conversation.holder == Holder.QUEUE
    conversation.status = Status.RESOLVED
    log.append_status(
        conversation,
        text=words.say(words.RESOLVED, conversation.language),
        data={"status": Status.RESOLVED.value},
    )
    _release(conversation)
    if conversation.holder != Holder.ASSISTANT:
        _move(conversation, Holder.ASSISTANT, agent=None, team=None, because="resolved", text="")
    if waited:
        queue.announce_moves(team)


def reopen(conversation: Conversation) -> None:
    """The customer wrote again after the conversation was resolved."""
    conversation.status = Status.OPEN
    log.append_status(
        conversation,
        text=words.say(words.REOPENED, conversation.language),
        data={"status": Status.OPEN.value},
    )


def _release(conversation: Conversation) -> None:
    conversation.priority, conversation.trigger = Priority.NORMAL, ""


def _accept_handover(conversation: Conversation, agent: Agent) -> None:
    pending = Handover.objects.filter(conversation=conversation, accepted_at__isnull=True)
    pending.update(accepted_at=timezone.now(), accepted_by=agent)
    conversation.offered_to = None


def _move(
    conversation: Conversation,
    holder: Holder,
    *,
    agent: Agent | None,
    team: Team | None,
    because: str,
    text: str,
    passed_on: Any = (),
) -> None:
    conversation.epoch += 1
    conversation.holder, conversation.agent, conversation.team = holder, agent, team
    conversation.held_since = timezone.now()
    conversation.held_because = because
    conversation.waiting_since = conversation.held_since if holder == Holder.QUEUE else None
    if holder != Holder.QUEUE:
        conversation.offered_to = None
    log.append_control(conversation, text=text, data={**wire.control(conversation), "passed_on": list(passed_on)})
