"""The next step of a conversation whose deadline has passed: another person, a notice, or the close."""

from datetime import datetime

from django.utils import timezone

from agents import hours, people
from agents.models import Presence
from conversations import after_hours, control, deadlines, log, offers, queue, turn, words
from conversations.drafting import expiring
from conversations.models import Conversation, EndedBy, Holder, OfferEnd, Status

TELL_AT = frozenset({1, 4})  # steps of a wait after which the customer is told that it goes on; later at every one
PATIENCE = 3  # steps that an agent who is there may let pass before somebody else is asked


def take(conversation_id: str) -> None:
    """Take the step that is due, or none when something happened meanwhile; sets the timer anew in any case."""
    unanswered = None
    with log.writing(conversation_id) as conversation:
        conversation.timer_at = None  # it has just run
        if conversation.due_at is not None and conversation.due_at <= timezone.now():
            unanswered = _step(conversation)
    if unanswered is not None:
        expiring.nobody_checked(conversation_id, unanswered)
        turn.give_up(conversation_id, unanswered)


def _step(conversation: Conversation) -> int | None:
    """Gives the seq of the message that the assistant owes an answer to, when that is what is due."""
    if conversation.status == Status.SNOOZED:
        control.wake(conversation)
        return None
    match conversation.holder:
        case Holder.QUEUE:
            _wait_on(conversation)
        case Holder.AGENT if conversation.unanswered_since is not None:
            _press_agent(conversation)
        case Holder.ASSISTANT if conversation.unanswered_since is not None:
            conversation.steps += 1
            return conversation.last_customer_seq
        case _ if conversation.tasks_open or conversation.call_at is not None:
            pass  # departments still work on it; it is looked at again after another quiet while
        case _:
            control.resolve(conversation, by=EndedBy.SILENCE)
    return None


def _wait_on(conversation: Conversation) -> None:
    """Nobody took it yet: the next person is asked, and the customer hears now and then that the place is kept."""
    now = timezone.now()
    if deadlines.is_forgotten(conversation, now) and not conversation.tasks_open:
        control.resolve(conversation, by=EndedBy.SILENCE)
        return
    _ask_the_next(conversation, now)
    if deadlines.waits_on_at(conversation, now) > now:
        return
    taken = conversation.steps
    conversation.steps += 1
    if not deadlines.somebody_waits(conversation):
        return
    while deadlines.waits_on_at(conversation, now) <= now:  # after an outage several are due; the customer hears once
        conversation.steps += 1
    steps = range(taken + 1, conversation.steps + 1)
    if any(step in TELL_AT or step > max(TELL_AT) for step in steps):
        _promise(conversation, first=min(TELL_AT) in steps)


def _ask_the_next(conversation: Conversation, now: datetime) -> None:
    """An offer that stood for its time ends; who it is offered to then depends on the ladder, too."""
    if conversation.offered_until is not None and conversation.offered_until <= now:
        offers.end(conversation, OfferEnd.EXPIRED)
        offers.route(conversation, cause="expired")
        people.desk_moved()
    elif conversation.offered_to is None and not queue.is_resting(conversation):
        offers.route(conversation, cause="waited")


def _promise(conversation: Conversation, *, first: bool) -> None:
    """Say that the place is kept; out of hours, when the team is back, and that once."""
    team = conversation.team
    if team is not None and not hours.at_work(hours.of(team), timezone.now()):
        if first:
            after_hours.say_when(conversation, team)
        return
    name = words.team(team.name if team is not None else None, conversation.language)
    control.notice(conversation, words.say(words.STILL_WAITING, conversation.language, team=name))


def _press_agent(conversation: Conversation) -> None:
    """The agent owes an answer; after a while, or at once when the agent is gone, somebody else is asked."""
    agent = conversation.agent
    gone = agent is None or people.presence(agent) == Presence.OFFLINE
    if gone or conversation.steps + 1 >= PATIENCE:
        left = [] if agent is None else [str(agent.id)]
        control.return_to_queue(conversation)
        offers.route(conversation, cause="returned", not_to=left)
        return
    conversation.steps += 1
    if conversation.steps == 1 and agent is not None:
        text = words.say(words.STILL_ON_IT, conversation.language, name=agent.first_name)
        control.notice(conversation, text)
