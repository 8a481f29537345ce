"""Who holds the baton: every change is one compare-and-set under the conversation's lock, with one winner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from agents import people
from agents.models import Agent, Team
from conversations import deadlines, log, offers, queue, turns, wire, words
from conversations.control_room import standing as oversight
from conversations.desk_tasks import standing
from conversations.errors import NothingToDoError, StaleEpochError
from conversations.known_already import soon
from conversations.models import Channel, Conversation, Customer, EndedBy, Handover, Holder, OfferEnd, Priority, Status
from conversations.outbound import mail
from conversations.surveys import soon as survey
from conversations.waiting import ending
from conversations.webhooks import telling

Json = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """In whose hand the baton was, for which team, and to whom it was offered."""

    holder: Holder
    agent: Agent | None
    team: Team | None
    offered_to: Agent | None


def check_epoch(conversation: Conversation, epoch: int) -> None:
    """StaleEpochError, naming who holds the baton now, unless `epoch` is still in force."""
    if conversation.epoch != epoch:
        raise StaleEpochError(conversation)


def take(conversation: Conversation, agent: Agent) -> None:
    """The agent holds the baton from now on; an agent who holds it already keeps it.

    Raises NothingToDoError for a resolved conversation.
    """
    _check_live(conversation)
    _awake(conversation)
    if conversation.agent_id == agent.id:
        return
    waited = conversation.holder == Holder.QUEUE
    team = conversation.team
    text = (
        words.say(words.ACCEPTED, conversation.language, name=agent.first_name, team=team.name)
        if waited and team is not None
        else words.say(words.JOINED, conversation.language, name=agent.first_name)
    )
    if waited:
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
    priority: str,
    trigger: str,
    card: Json,
) -> None:
    """The baton leaves the assistant and waits for a person; `card["passed_on"]` is shown to the customer.

    To whom it is offered then is `offers.route`'s to say.
    """
    conversation.priority, conversation.trigger = priority, trigger
    _queue(
        conversation,
        team=team,
        because="handed_over",
        text=words.QUEUED,
        passed_on=card.get("passed_on", ()),
    )


def hand_back(conversation: Conversation, agent: Agent) -> None:
    """The agent gives the baton back to the assistant; NothingToDoError when the agent does not hold it."""
    if conversation.agent_id != agent.id:
        raise NothingToDoError(gettext("Only the agent who holds the conversation can hand it back."))
    ending.check_no_call(conversation)
    _awake(conversation)
    _release(conversation)
    soon.measure(conversation)
    text = words.say(words.HANDED_BACK, conversation.language, name=agent.first_name)
    _move(conversation, Holder.ASSISTANT, agent=None, team=None, because="handed_back", text=text)
    if conversation.unanswered_since is not None:
        leave_to_assistant(conversation)


def transfer(conversation: Conversation, *, team: Team | None, offered_to: Agent | None) -> None:
    """The baton goes to the queue of another team, offered to one of its people; nobody holds it who did not take it.

    Raises NothingToDoError for a resolved conversation.
    """
    _check_live(conversation)
    left = conversation.team if conversation.holder == Holder.QUEUE else None
    _awake(conversation)
    conversation.skill = None  # whoever passes it on knows better than the rule
    _queue(conversation, team=team, offered_to=offered_to, because="transferred", text=words.TRANSFERRED)
    if left is not None and left != team:
        queue.announce_moves(left)


def return_to_queue(conversation: Conversation) -> None:
    """The agent who held it does not answer: the conversation waits for another person of the same team.

    To whom it is offered then is `offers.route`'s to say.
    """
    conversation.priority = Priority.HIGH if conversation.priority == Priority.NORMAL else conversation.priority
    _queue(conversation, team=conversation.team, because="returned", text=words.RETURNED)


def let_go(conversation: Conversation) -> None:
    """The agent who held it is gone, and owes no answer: it waits for a colleague, and the customer is told nothing."""
    _queue(conversation, team=conversation.team, because=deadlines.LET_GO, text=None)


def snooze(conversation: Conversation, agent: Agent, *, until: datetime) -> None:
    """Nothing is to be done before `until`, or before the customer writes; NothingToDoError unless the agent holds it.

    The customer is not told.
    """
    _check_live(conversation)
    if conversation.agent_id != agent.id:
        raise NothingToDoError(gettext("Take the conversation over before you snooze it."))
    conversation.status, conversation.snoozed_until = Status.SNOOZED, until
    log.append_status(conversation, text="", data={"status": Status.SNOOZED.value})


def wake(conversation: Conversation) -> None:
    """A snoozed conversation is open again, in the hand of the agent who snoozed it."""
    conversation.status, conversation.snoozed_until = Status.OPEN, None
    log.append_status(conversation, text="", data={"status": Status.OPEN.value})
    if conversation.agent is not None:
        people.watch_if_absent(conversation.agent)


def notice(conversation: Conversation, text: str) -> None:
    """Tell the customer how it stands, in a quiet line of the log."""
    log.append_status(conversation, text=text, data={"status": conversation.status, "notice": True})


def news(conversation: Conversation, text: str) -> None:
    """Tell the customer what came of something meanwhile; who does not see it gets it by mail."""
    data = {"status": conversation.status, "notice": True, mail.NEWS: True}
    mail.expect(conversation, log.append_status(conversation, text=text, data=data))


def leave_queue(conversation: Conversation, *, text: str) -> None:
    """The customer, who waits, wants to wait no more: the assistant has the baton again."""
    team = conversation.team
    _release(conversation)
    conversation.unanswered_since = None  # what they asked, they asked a person
    _move(conversation, Holder.ASSISTANT, agent=None, team=None, because="left_queue", text=text)
    queue.announce_moves(team)


def resolve(conversation: Conversation, *, by: EndedBy = EndedBy.AGENT, reason: str = "") -> None:
    """Nobody needs to act any more; the assistant holds the baton in case the customer writes again.

    `reason` is stretches.UNDONE where an act is taken back. TasksOpenError while departments still work on it.
    """
    if conversation.status == Status.RESOLVED:
        raise NothingToDoError(gettext("This conversation is resolved already."))
    standing.check_none_open(conversation)
    ending.check_no_call(conversation)
    team, waited = conversation.team, conversation.holder == Holder.QUEUE
    conversation.status, conversation.snoozed_until = Status.RESOLVED, None
    conversation.unanswered_since, conversation.steps = None, 0
    log.append_status(
        conversation,
        text=words.say(words.RESOLVED, conversation.language),
        data={"status": Status.RESOLVED.value, "by": by.value, **_because(reason)},
    )
    survey.resolved(conversation)
    _release(conversation)
    if conversation.holder == Holder.AGENT:
        soon.measure(conversation)
    if conversation.holder == Holder.ASSISTANT:
        oversight.left(str(conversation.id))
    else:
        _move(conversation, Holder.ASSISTANT, agent=None, team=None, because="resolved", text="")
    if waited:
        queue.announce_moves(team)
    telling.resolved(conversation, by)


def reopen(conversation: Conversation, *, reason: str = "") -> None:
    """A resolved conversation is open again, in the assistant's hand; NothingToDoError when it is not resolved, or was
    brought from elsewhere.

    `reason` is stretches.UNDONE where an act is taken back.
    """
    if conversation.status != Status.RESOLVED:
        raise NothingToDoError(gettext("This conversation is open already."))
    if conversation.channel == Channel.IMPORT:
        raise NothingToDoError(
            gettext("This conversation was brought from elsewhere; it can be read, but not go on here.")
        )
    conversation.status, conversation.merged_into = Status.OPEN, None
    log.append_status(
        conversation,
        text=words.say(words.REOPENED, conversation.language),
        data={"status": Status.OPEN.value, **_because(reason)},
    )
    telling.reopened(conversation)


def set_priority(conversation: Conversation, priority: str) -> None:
    """How soon a person should look, from now on; NothingToDoError for a resolved conversation."""
    _check_live(conversation)
    conversation.priority = priority


def put_back(conversation: Conversation, agent: Agent, *, place: Place) -> None:
    """The baton goes back to where it was before `agent` moved it; whoever held it and is gone leaves it to the queue.

    What the assistant owed the customer then, it owes them again.
    """
    gone = place.holder == Holder.AGENT and (place.agent is None or not place.agent.is_active)
    holder = Holder.QUEUE if gone else place.holder
    _awake(conversation)
    said = words.say(words.HANDED_BACK, conversation.language, name=agent.first_name)
    if holder == Holder.AGENT and place.agent is not None:
        said = words.say(words.JOINED, conversation.language, name=place.agent.first_name)
    if holder == Holder.QUEUE:
        name = words.team(place.team.name if place.team is not None else None, conversation.language)
        said = words.say(words.TRANSFERRED, conversation.language, team=name)
    left = conversation.team if conversation.holder == Holder.QUEUE else None
    held_by = place.agent if holder == Holder.AGENT else None
    _move(conversation, holder, agent=held_by, team=place.team, because="undone", text=said)
    if holder == Holder.QUEUE:
        conversation.offered_to = place.offered_to
        queue.announce_moves(place.team)
    if left is not None and left != place.team:
        queue.announce_moves(left)
    if holder == Holder.ASSISTANT and conversation.unanswered_since is not None:
        leave_to_assistant(conversation)


def _because(reason: str) -> Json:
    return {"reason": reason} if reason else {}


def _check_live(conversation: Conversation) -> None:
    if conversation.status == Status.RESOLVED:
        raise NothingToDoError(gettext("This conversation is resolved. Open it again first."))


def _awake(conversation: Conversation) -> None:
    if conversation.status == Status.SNOOZED:
        wake(conversation)


def _queue(
    conversation: Conversation,
    *,
    team: Team | None,
    because: str,
    text: Mapping[str, str] | None,
    offered_to: Agent | None = None,
    passed_on: Sequence[str] = (),
) -> None:
    name = words.team(team.name if team is not None else None, conversation.language)
    said = "" if text is None else words.say(text, conversation.language, team=name)
    _move(conversation, Holder.QUEUE, agent=None, team=team, because=because, text=said, passed_on=passed_on)
    conversation.offered_to = offered_to
    queue.announce_moves(team)


def leave_to_assistant(conversation: Conversation) -> None:
    """The assistant answers what the agent left open, unless it passed just that on: then the agent has seen to it."""
    asked = conversation.last_customer_seq
    if conversation.decisions.filter(asked_seq=asked).exists():
        conversation.unanswered_since = None
    else:
        turns.expect(conversation, asked_seq=asked)


def _release(conversation: Conversation) -> None:
    conversation.priority, conversation.trigger, conversation.skill = Priority.NORMAL, "", None


def _accept_handover(conversation: Conversation, agent: Agent) -> None:
    pending = Handover.objects.filter(conversation=conversation, accepted_at__isnull=True)
    pending.update(accepted_at=timezone.now(), accepted_by=agent)
    if conversation.offered_to_id == agent.id:
        offers.end(conversation, OfferEnd.ACCEPTED)


def _move(
    conversation: Conversation,
    holder: Holder,
    *,
    agent: Agent | None,
    team: Team | None,
    because: str,
    text: str,
    passed_on: Sequence[str] = (),
) -> None:
    if holder != Holder.ASSISTANT or conversation.holder != Holder.ASSISTANT:
        _tell_routing(conversation, agent)
    if conversation.holder == Holder.ASSISTANT and holder != Holder.ASSISTANT:
        oversight.left(str(conversation.id))
    ending.moved(conversation, holder, agent=agent, because=because)
    before = Holder(conversation.holder)
    conversation.epoch += 1
    conversation.steps = 0
    conversation.holder, conversation.agent, conversation.team = holder, agent, team
    conversation.held_since = timezone.now()
    conversation.held_because = because
    conversation.waiting_since = conversation.held_since if holder == Holder.QUEUE else None
    log.append_control(conversation, text=text, data={**wire.control(conversation), "passed_on": list(passed_on)})
    telling.baton_moved(conversation, before=before)


def _tell_routing(conversation: Conversation, taken_by: Agent | None) -> None:
    """Somebody has one more or one less than before: who got free may be offered another, who took it is watched."""
    got_free = {one for one in (conversation.agent_id, conversation.offered_to_id) if one is not None}
    if conversation.agent_id is not None:
        people.busied(str(conversation.agent_id))
    offers.end(conversation, OfferEnd.WITHDRAWN)
    if taken_by is not None:
        people.took(taken_by)
        Customer.objects.filter(pk=conversation.customer_id).update(last_agent=taken_by)
        conversation.customer.last_agent_id = taken_by.id
    if got_free - {None if taken_by is None else taken_by.id}:
        people.desk_moved()
