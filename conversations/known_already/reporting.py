"""How often customers had to say again what the card had: a share with an interval, and the conversations behind it."""

from collections import Counter
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.utils import timezone

from conversations import wire
from conversations.known_already.asking import LABELS
from conversations.models import Handover
from conversations.quality import estimating

Json = dict[str, Any]
MOST_SHOWN = 50


def report(*, days: int) -> Json:
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
        "share": None if share is None else asdict(share),
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


def _shown(handover: Handover) -> Json:
    return {
        "conversation_id": handover.conversation_id,
        "customer": handover.conversation.customer.name,
        "agent": None if handover.accepted_by is None else handover.accepted_by.name,
        "accepted_at": wire.stamp(handover.accepted_at),
        "repeats": [{**one, "label": LABELS.get(one["what"], one["what"])} for one in handover.repeats or []],
    }
