"""What a waiting customer chooses: a call, an e-mail, the assistant meanwhile, the chat again, or to leave."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from conversations import control, log, notes, offers, receive, words
from conversations.errors import NothingToDoError
from conversations.models import Conversation, Customer, Ended, Holder, Kind, OfferEnd, WaitsBy
from conversations.waiting import calls, phones, promises, showing, team_times, telling, windows
from conversations.waiting import words as said
from conversations.waiting.windows import Window
from tenants.errors import ParameterError, RateLimitedError

MOST_CHANGES, WITHIN = 12, timedelta(hours=1)
NOT_WAITING = gettext_noop("You are not waiting for a person any more.")
OWN_LEFT = "The customer left the queue after {minutes} min and is with the assistant again."


@dataclass(frozen=True)
class InChat:
    """Wait here, as at the beginning."""


@dataclass(frozen=True)
class ByMail:
    """Send the answer by e-mail, to the address that is known where `email` is empty."""

    email: str


@dataclass(frozen=True)
class ByCall:
    """Call this number, in the window that begins then."""

    phone: str
    begins_at: datetime


@dataclass(frozen=True)
class WithAssistant:
    """Let the assistant answer what it can until a person comes."""


@dataclass(frozen=True)
class Leave:
    """Wait no more."""


Choice = InChat | ByMail | ByCall | WithAssistant | Leave


class QueueOptions(showing.QueueStanding):
    """Where a waiting customer stands, and when they can be called."""

    windows: list[windows.CallWindow]
    time_zone: str


def options(customer: Customer) -> QueueOptions:
    """Where the waiting customer stands, and when they can be called; NothingToDoError for who does not wait."""
    conversation = receive.current_conversation(customer)
    shown = None if conversation is None else showing.of_conversation(conversation)
    if conversation is None or shown is None:
        raise NothingToDoError(gettext(NOT_WAITING))
    now = timezone.now()
    times = team_times.of(conversation.team, now)
    return {**shown, "windows": windows.shown(times, now), "time_zone": times.zone.key}


def choose(customer: Customer, choice: Choice) -> showing.QueueStanding | None:
    """Let the customer wait so from now on; gives where they stand then, None for who left.

    The same again changes nothing. Raises NothingToDoError for who does not wait, ParameterError naming what is wrong,
    and RateLimitedError for who changes their mind again and again.
    """
    found = receive.current_conversation(customer)
    if found is None:
        raise NothingToDoError(gettext(NOT_WAITING))
    with log.writing(str(found.id)) as conversation:
        if conversation.holder != Holder.QUEUE:
            raise NothingToDoError(gettext(NOT_WAITING))
        _check_rate(conversation)
        _apply(conversation, choice)
    return showing.of_conversation(conversation)


def _apply(conversation: Conversation, choice: Choice) -> None:
    match choice:
        case ByCall(phone=phone, begins_at=begins_at):
            _call(conversation, phone, begins_at)
        case ByMail(email=email):
            _mail(conversation, email)
        case WithAssistant():
            _aside(conversation)
        case InChat() if conversation.waits_by:
            calls.cancel(conversation)
            conversation.waits_by = ""
            control.notice(conversation, _say(said.IN_CHAT, conversation))
        case Leave():
            _leave(conversation)
            return
    telling.again(conversation)


def _call(conversation: Conversation, phone: str, begins_at: datetime) -> None:
    now = timezone.now()
    times = team_times.of(conversation.team, now)
    number = phones.parsed(phone, zone=times.zone.key)
    window = next((one for one in windows.offered(times, now) if one.begins == begins_at), None)
    if window is None:
        raise ParameterError(gettext("begins_at: choose one of the times that are offered."), param="begins_at")
    promises.end(conversation, Ended.RESTED)
    calls.promise(conversation, number, Window(window.begins, window.ends))
    conversation.waits_by = WaitsBy.CALL
    offers.end(conversation, OfferEnd.WITHDRAWN)


def _mail(conversation: Conversation, email: str) -> None:
    _check_offered(conversation, WaitsBy.MAIL)
    known = conversation.customer.email  # proven: then it goes nowhere else
    address = known or email.strip().lower() or conversation.answer_to
    try:
        validate_email(address)
    except ValidationError as error:
        raise ParameterError(gettext("email: write an address such as name@example.com."), param="email") from error
    if conversation.waits_by == WaitsBy.MAIL and address in (known, conversation.answer_to):
        return
    calls.cancel(conversation)
    conversation.waits_by, conversation.answer_to = WaitsBy.MAIL, "" if known else address
    control.notice(conversation, _say(said.BY_MAIL, conversation, email=showing.masked(address) or ""))


def _aside(conversation: Conversation) -> None:
    _check_offered(conversation, WaitsBy.ASSISTANT)
    if conversation.waits_by == WaitsBy.ASSISTANT:
        return
    calls.cancel(conversation)
    conversation.waits_by = WaitsBy.ASSISTANT
    control.notice(conversation, _say(said.WITH_ASSISTANT, conversation))


def _leave(conversation: Conversation) -> None:
    since = conversation.waiting_since or timezone.now()
    minutes = int((timezone.now() - since).total_seconds() // 60)
    calls.cancel(conversation)
    control.leave_queue(conversation, text=words.say(said.LEFT, conversation.language))
    notes.of_baton(conversation, OWN_LEFT.format(minutes=minutes), client_id=uuid4())


def _check_offered(conversation: Conversation, choice: WaitsBy) -> None:
    if choice not in showing.choices(conversation, speaks=showing.assistant_speaks()):
        raise NothingToDoError(gettext("This is not possible here. You can wait in the chat, or be called."))


def _check_rate(conversation: Conversation) -> None:
    since = timezone.now() - WITHIN
    told = conversation.messages.filter(kind=Kind.STATUS, created_at__gt=since, data__notice=True)
    if told.count() >= MOST_CHANGES:
        raise RateLimitedError(
            gettext("You changed this a lot just now. Please wait a while before you change it again.")
        )


def _say(texts: dict[str, str], conversation: Conversation, **names: str) -> str:
    team = words.team(conversation.team.name if conversation.team is not None else None, conversation.language)
    return words.say(texts, conversation.language, team=team, **names)
