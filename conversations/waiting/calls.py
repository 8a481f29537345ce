"""Calls that were promised: made, tried again, or not wanted any more; reminded of before, admitted when late."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from conversations import alerts, control, log, offers, words
from conversations.deadlines import CALLED_AHEAD
from conversations.errors import NothingToDoError
from conversations.models import AlertKind, Callback, CallState, Conversation, Holder, Priority, WaitsBy
from conversations.waiting import moves, phones, team_times, telling, windows
from conversations.waiting import words as said
from conversations.waiting.windows import Window
from tenants import jobs
from tenants.errors import NotFoundError, ParameterError
from tenants.jobs import Lease

KIND = "call"
OUTCOMES = ("done", "failed", "again")
MOST_TRIES = 5


@dataclass(frozen=True)
class Outcome:
    """What came of a call; `again_at` begins the next window where it is tried again."""

    what: str
    again_at: datetime | None = None


def promise(conversation: Conversation, phone: str, window: Window) -> Callback:
    """Promise a call within the window, in place of one promised before; the conversation is locked and waits."""
    _cancel(conversation)
    made = Callback.objects.create(
        conversation=conversation, team=conversation.team, phone=phone, begins_at=window.begins, ends_at=window.ends
    )
    conversation.call_at = window.begins
    _set_timer(made)
    times = team_times.of(conversation.team, timezone.now())
    shown = windows.in_words(window, times, conversation.language)
    name = _team(conversation)
    text = words.say(said.BY_CALL, conversation.language, team=name, phone=phones.readable(phone), window=shown)
    control.news(conversation, text)
    return made


def cancel(conversation: Conversation) -> bool:
    """The customer does not want the call any more; False when none is promised. The conversation is locked."""
    return _cancel(conversation)


def access(call_id: str) -> Callback:
    """The call with this id; NotFoundError."""
    found = Callback.objects.filter(pk=call_id).first() if call_id.startswith("cbk_") else None
    if found is None:
        raise NotFoundError(gettext("There is no such call here."), param="callback_id")
    return found


def end(call: Callback, agent: Agent, outcome: Outcome) -> Callback:
    """The agent says what came of the call, and the customer is told; NothingToDoError when it is over already."""
    with log.writing(str(call.conversation_id)) as conversation:
        kept = Callback.objects.select_for_update(of=("self",)).get(pk=call.pk)
        if kept.state != CallState.PROMISED:
            raise NothingToDoError(gettext("Somebody said already what came of this call."))
        now = timezone.now()
        kept.tries, kept.owner = kept.tries + 1, agent
        if kept.kept is None:
            kept.kept = now <= kept.ends_at
        if outcome.what == "again":
            _again(conversation, kept, agent, outcome.again_at)
        else:
            _over(conversation, kept, CallState.DONE if outcome.what == "done" else CallState.FAILED, by=agent)
            text = said.CALLED if outcome.what == "done" else said.NOT_REACHED
            control.news(conversation, words.say(text, conversation.language, name=agent.first_name))
    return kept


def work(held: Lease) -> None:
    """Remind of a call before it is due, and say so when it was not made in time."""
    promised = Callback.objects.filter(pk=str(held.ids["callback_id"]), state=CallState.PROMISED)
    conversation_id = promised.values_list("conversation", flat=True).first()
    if conversation_id is None:
        return
    with log.writing(str(conversation_id)) as conversation:
        call = promised.select_for_update(of=("self",)).first()
        now = timezone.now()
        if call is None or now < call.begins_at - CALLED_AHEAD:
            return
        if now >= call.ends_at and call.overdue_at is None:
            _late(conversation, call)
        elif call.reminded_at is None:
            _remind(conversation, call)


def _remind(conversation: Conversation, call: Callback) -> None:
    """Whoever has the conversation, else the team: it stands in the line again, and routing offers it."""
    call.reminded_at = timezone.now()
    call.save(update_fields=["reminded_at"])
    if conversation.holder == Holder.QUEUE:
        if conversation.offered_to is None:
            offers.route(conversation, cause="call_due")
        moves.expect(conversation.team)
    has_it = [str(one) for one in (conversation.agent_id, conversation.offered_to_id) if one is not None]
    told = has_it[:1] or _team_members(conversation)
    name, phone = conversation.customer.name, phones.readable(call.phone)
    alerts.raise_to(
        told,
        kind=AlertKind.CALL_DUE,
        subject=lambda: gettext("Call {name} at {phone}").format(name=name, phone=phone),
        conversation=conversation,
    )
    _set_timer(call)


def _late(conversation: Conversation, call: Callback) -> None:
    """The promise was not kept: the customer hears it, moves to the front, and the supervisors know."""
    call.overdue_at, call.kept = timezone.now(), False if call.kept is None else call.kept
    call.save(update_fields=["overdue_at", "kept"])
    conversation.priority = Priority.URGENT
    control.news(conversation, words.say(said.NOT_CALLED, conversation.language))
    who = ["supervisors", *([str(conversation.agent_id)] if conversation.agent_id else [])]
    alerts.raise_to(
        who,
        kind=AlertKind.CALL_LATE,
        subject=lambda: gettext("Nobody called {name} in time").format(name=conversation.customer.name),
        conversation=conversation,
    )


def _again(conversation: Conversation, call: Callback, agent: Agent, at: datetime | None) -> None:
    times = team_times.of(conversation.team, timezone.now())
    chosen = next((one for one in windows.offered(times, timezone.now()) if one.begins == at), None)
    if chosen is None:
        raise ParameterError(
            gettext("again_at: choose one of the times at which the team is at work."), param="again_at"
        )
    if call.tries >= MOST_TRIES:
        raise ParameterError(
            gettext("outcome: nobody was reached so often; write to the customer instead."), param="outcome"
        )
    call.begins_at, call.ends_at, call.reminded_at, call.overdue_at = chosen.begins, chosen.ends, None, None
    call.save()
    conversation.call_at = chosen.begins
    _set_timer(call)
    shown = windows.in_words(chosen, times, conversation.language)
    text = words.say(said.CALLS_AGAIN, conversation.language, name=agent.first_name, window=shown)
    control.news(conversation, text)


def _over(conversation: Conversation, call: Callback, state: CallState, *, by: Agent | None) -> None:
    call.state, call.ended_at, call.ended_by = state, timezone.now(), by
    call.save()
    conversation.call_at = None
    if conversation.waits_by == WaitsBy.CALL:
        conversation.waits_by = ""
    telling.again(conversation)


def _cancel(conversation: Conversation) -> bool:
    call = Callback.objects.filter(conversation=conversation, state=CallState.PROMISED).first()
    if call is not None:
        _over(conversation, call, CallState.CANCELLED, by=None)
    return call is not None


def _set_timer(call: Callback) -> None:
    """Ten minutes before the window, then at its end."""
    at = call.ends_at if call.reminded_at is not None else call.begins_at - CALLED_AHEAD
    jobs.write(KIND, {"callback_id": str(call.id)}, key=str(call.id), run_at=max(at, timezone.now()))


def _team(conversation: Conversation) -> str:
    team = conversation.team
    return words.team(team.name if team is not None else None, conversation.language)


def _team_members(conversation: Conversation) -> list[str]:
    if conversation.team is None:
        return ["supervisors"]
    return [str(key) for key in conversation.team.agents.filter(is_active=True).values_list("pk", flat=True)]
