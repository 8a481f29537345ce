"""What a waiting customer is shown: where they stand, for how long, and what else they can do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from billing import bundle
from conversations import modes, queue, wire
from conversations.models import Callback, CallState, Conversation, Holder, WaitsBy
from conversations.waiting import phones, promises, team_times
from conversations.waiting.estimating import Range
from conversations.waiting.promises import Told
from conversations.waiting.team_times import Times
from escalation.vocabulary import PROTECTIVE

Json = dict[str, Any]
LEAVE = "leave"
PEOPLE_ALONE = frozenset(PROTECTIVE) - {"asks_human"}  # wishes for a person bear a word of the assistant meanwhile


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


def shown(conversation: Conversation, told: Told | None, scene: Scene) -> Json:
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
        "chosen": conversation.waits_by,
        "call": None if call is None else _call(call),
        "mail": masked(conversation.answer_to or conversation.customer.email),
    }


def of_conversation(conversation: Conversation) -> Json | None:
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


def choices(conversation: Conversation, *, speaks: bool) -> list[str]:
    """What the customer can choose; who is in distress, or threatens with the law, waits for people alone."""
    aside = speaks and conversation.trigger not in PEOPLE_ALONE
    mail = [WaitsBy.MAIL.value] if settings.MAIL_LEAVES else []
    return [WaitsBy.CALL.value, *mail, *([WaitsBy.ASSISTANT.value] if aside else []), LEAVE]


def masked(email: str) -> str | None:
    """An address as its owner knows it again and nobody else learns it."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}•••@{domain}" if domain else None


def _call(call: Callback) -> Json:
    return {
        "phone": phones.readable(call.phone),
        "begins_at": wire.stamp(call.begins_at),
        "ends_at": wire.stamp(call.ends_at),
    }


def _range(wait: Range | None) -> Json | None:
    return None if wait is None else {"low": wait.low, "high": wait.high}
