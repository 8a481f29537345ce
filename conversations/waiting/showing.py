"""What a waiting customer is shown: where they stand, for how long, and what else they can do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, cast

from django.conf import settings
from django.utils import timezone
from typing_extensions import TypedDict

from billing import bundle
from conversations import modes, queue, wire
from conversations.models import Callback, CallState, Conversation, Holder, WaitsBy
from conversations.waiting import phones, promises, team_times
from conversations.waiting.estimating import Range
from conversations.waiting.promises import Told
from conversations.waiting.team_times import Times
from escalation.vocabulary import PROTECTIVE

WaitChoice = Literal["mail", "call", "assistant", "leave"]
LEAVE: Final = "leave"
PEOPLE_ALONE = frozenset(PROTECTIVE) - {"asks_human"}  # wishes for a person bear a word of the assistant meanwhile


class WaitRange(TypedDict):
    """In how many seconds from now 8 of 10 such waits end."""

    low: int
    high: int


class PromisedCall(TypedDict):
    """A call that a waiting customer was promised, as they see it."""

    phone: str
    begins_at: str
    ends_at: str


class QueueStanding(TypedDict):
    """Where a waiting customer stands, and how they can go on."""

    position: int | None
    """From 1; null for who stands in no line, since a call is promised."""
    wait: WaitRange | None
    """Null where that is not known."""
    opens_at: str | None
    """When the team is back; null while it is at work."""
    closes_at: str | None
    """When it goes home, where the wait may be longer than that."""
    choices: list[WaitChoice]
    chosen: WaitsBy | Literal[""]
    call: PromisedCall | None
    mail: str | None
    """The address for the answer, as its owner knows it again."""


@dataclass(frozen=True)
class Scene:
    """What is the same for all who wait for one team at one moment; `calls` are those promised, by conversation."""

    times: Times
    now: datetime
    speaks: bool
    calls: dict[str, Callback]


def scene(times: Times, now: datetime, calls: dict[str, Callback]) -> Scene:
    """What all who wait have in common."""
    return Scene(times, now, assistant_speaks(), calls)


def assistant_speaks() -> bool:
    """Whether who waits can be offered the assistant meanwhile: not at the cap of the plan either."""
    return modes.speaks() and not bundle.is_used_up()


def shown(conversation: Conversation, told: Told | None, scene: Scene) -> QueueStanding:
    """The waiting customer's own view; `told` is None for who stands in no line since a call is promised."""
    now, times = scene.now, scene.times
    opens = times.opens_at(now)
    wait = None if told is None or opens is not None else told.wait
    call = scene.calls.get(str(conversation.id))
    closes = times.closes_at(now) if wait is None and opens is None and told is not None else None
    return {
        "position": None if told is None else told.place,
        "wait": _range(wait),
        "opens_at": None if opens is None else wire.stamp(opens),
        "closes_at": None if closes is None else wire.stamp(closes),
        "choices": choices(conversation, speaks=scene.speaks),
        "chosen": cast("WaitsBy", conversation.waits_by),
        "call": None if call is None else _call(call),
        "mail": masked(conversation.answer_to or conversation.customer.email),
    }


def of_conversation(conversation: Conversation) -> QueueStanding | None:
    """The same for one conversation, as it was told last; None for who does not wait."""
    if conversation.holder != Holder.QUEUE:
        return None
    now = timezone.now()
    times = team_times.of(conversation.team, now)
    place = queue.position(conversation)
    told = None if place is None else Told(place, promises.left(promises.newest(conversation), now))
    return shown(conversation, told, scene(times, now, calls_of([conversation])))


def calls_of(conversations: list[Conversation]) -> dict[str, Callback]:
    """The calls that are promised to these, by conversation; no query where none is."""
    called = [one for one in conversations if one.call_at is not None]
    if not called:
        return {}
    found = Callback.objects.filter(conversation__in=called, state=CallState.PROMISED)
    return {str(one.conversation_id): one for one in found}


def choices(conversation: Conversation, *, speaks: bool) -> list[WaitChoice]:
    """What the customer can choose; who is in distress, or threatens with the law, waits for people alone."""
    aside = speaks and conversation.trigger not in PEOPLE_ALONE
    mail: list[WaitChoice] = ["mail"] if settings.MAIL_LEAVES else []
    meanwhile: list[WaitChoice] = ["assistant"] if aside else []
    return ["call", *mail, *meanwhile, LEAVE]


def masked(email: str) -> str | None:
    """An address as its owner knows it again and nobody else learns it."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}" if domain else None


def _call(call: Callback) -> PromisedCall:
    return {
        "phone": phones.readable(call.phone),
        "begins_at": wire.stamp(call.begins_at),
        "ends_at": wire.stamp(call.ends_at),
    }


def _range(wait: Range | None) -> WaitRange | None:
    return None if wait is None else {"low": wait.low, "high": wait.high}
