"""How often customers had to say again what the card had: a share with an interval, and the conversations behind it."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

from django.utils import timezone
from typing_extensions import TypedDict

from conversations import wire
from conversations.known_already.asking import LABELS
from conversations.models import Handover
from conversations.quality import estimating

MOST_SHOWN = 50


class RepeatKind(TypedDict):
    """One kind of thing: how often an agent asked for it again, and how often a customer gave it again."""

    what: str
    label: str
    asked: int
    given: int


class Repeat(TypedDict):
    """Something that was said again, in the message `seq`."""

    what: str
    label: str
    by: Literal["agent", "customer"]
    seq: int
    known_seq: int
    """The message in which it was said first."""


class RepeatingConversation(TypedDict):
    """A conversation in which a customer had to say something again."""

    conversation_id: str
    customer: str
    agent: str | None
    accepted_at: str
    repeats: list[Repeat]


class RepeatsReport(TypedDict):
    """How often customers had to say again what the handover card had."""

    days: int
    handovers: int
    repeated: int
    share: estimating.EstimatedShare | None
    """Null where nothing was measured."""
    kinds: list[RepeatKind]
    conversations: list[RepeatingConversation]


def report(*, days: int) -> RepeatsReport:
    """The handovers that people took in these days and are done with. Two queries."""
    since = timezone.now() - timedelta(days=days)
    measured = Handover.objects.filter(accepted_at__gte=since, repeats__isnull=False)
    found = list(measured.values_list("repeats", flat=True))
    again = [one for one in found if one]
    kinds = Counter((one["what"], one["by"]) for repeats in again for one in repeats)
    share = estimating.share(len(again), len(found))
    return {
        "days": days,
        "handovers": len(found),
        "repeated": len(again),
        "share": estimating.shown(share),
        "kinds": [
            {"what": what, "label": label, "asked": kinds[what, "agent"], "given": kinds[what, "customer"]}
            for what, label in LABELS.items()
            if kinds[what, "agent"] or kinds[what, "customer"]
        ],
        "conversations": [_shown(one) for one in _worst(days)],
    }


def _worst(days: int) -> list[Handover]:
    since = timezone.now() - timedelta(days=days)
    rows = Handover.objects.filter(accepted_at__gte=since, repeats__isnull=False).exclude(repeats=[])
    return list(rows.select_related("conversation__customer", "accepted_by").order_by("-accepted_at")[:MOST_SHOWN])


def _shown(handover: Handover) -> RepeatingConversation:
    return {
        "conversation_id": handover.conversation_id,
        "customer": handover.conversation.customer.name,
        "agent": None if handover.accepted_by is None else handover.accepted_by.name,
        "accepted_at": wire.stamp(handover.accepted_at),
        "repeats": [_repeat(one) for one in handover.repeats or []],
    }


def _repeat(kept: Mapping[str, Any]) -> Repeat:
    return {
        "what": kept["what"],
        "label": LABELS.get(kept["what"], kept["what"]),
        "by": kept["by"],
        "seq": kept["seq"],
        "known_seq": kept["known_seq"],
    }
