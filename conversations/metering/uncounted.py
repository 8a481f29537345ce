"""What the assistant had alone and is not counted, and why: so that a company can see how strict the rule is."""

from collections import Counter
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from billing.models import Resolution
from conversations import wire
from conversations.insights import gathering
from conversations.metering import counting
from conversations.metering.counting import Measured
from conversations.metering.rule import NOT_WORDS, Not
from conversations.metering.verified import NotCounted
from conversations.models import Episode, Part
from tenants import ids

LOOKED_BACK = timedelta(days=30)
MOST_LOOKED_AT = 150  # the newest; their logs are read


class UncountedTalk(TypedDict):
    """A conversation that the assistant had alone, and that is no resolution."""

    conversation_id: str | None
    customer: wire.Named | None
    topic: str
    ended_at: str | None
    why: Not
    words: str
    """Why, in a sentence."""


class UncountedReason(TypedDict):
    """How often a reason stood among those that were looked at."""

    why: Not
    words: str
    count: int


class Uncounted(TypedDict):
    """What the assistant had alone of late and is not counted."""

    data: list[UncountedTalk]
    """The newest."""
    reasons: list[UncountedReason]
    looked_at: int
    """Counted or not."""


def shown(*, limit: int) -> Uncounted:
    """The newest of the last thirty days, and how many there are of each reason among those looked at. 17 queries."""
    found = list(
        Episode.objects.filter(
            part=Part.ASSISTANT, ended_at__gte=timezone.now() - LOOKED_BACK, conversation__isnull=False
        )
        .select_related("conversation__customer")
        .order_by("-ended_at", "-id")[:MOST_LOOKED_AT]
    )
    keys = sorted({counting.key_of(one) for one in found})
    units = Resolution.objects.filter(conversation_id__in=keys).values_list("conversation_id", "episode")
    counted = set(units)
    left = [one for one in found if counting.place_of(one) not in counted]
    histories = (
        list(gathering.histories([ids.decode("conv", str(one.conversation_id)) for one in left])) if left else []
    )
    verdicts = counting.verdicts_of(Measured(histories, left, ()))
    against = [(one, verdict.why) for one, verdict in verdicts if isinstance(verdict, NotCounted)]
    many = Counter(why for _, why in against)
    return {
        "data": [_example(one, why, gettext(NOT_WORDS[why])) for one, why in against[:limit]],
        "reasons": [
            {"why": why, "words": gettext(NOT_WORDS[why]), "count": count} for why, count in many.most_common()
        ],
        "looked_at": len(found),
    }


def _example(one: Episode, why: Not, words: str) -> UncountedTalk:
    talk = one.conversation
    return {
        "conversation_id": one.conversation_id,
        "customer": None if talk is None else {"id": talk.customer_id, "name": talk.customer.name},
        "topic": one.topic,
        "ended_at": None if one.ended_at is None else wire.stamp(one.ended_at),
        "why": why,
        "words": words,
    }
