"""What another threshold would have done to the last 30 days, from the decisions as they were stored."""

from collections.abc import Iterable
from datetime import timedelta
from typing import cast

from django.db.models import Count, F, FloatField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Round
from django.utils import timezone
from typing_extensions import TypedDict

from assistant import conduct
from assistant.knowledge import store
from conversations import wire
from conversations.models import Decision, Message
from tenants import current

Bin = tuple[float, int, float]  # a confidence, how many questions were answered with it, and the sum of theirs
MONTH = timedelta(days=30)
STEPS = 20
MOST_SHOWN = 20


class Shares(TypedDict):
    """Shares within 0 to 1; null where there was nothing to count."""

    answered: float | None
    """Of the questions."""
    right: float | None
    """Of the answers, as far as their confidence tells."""


class CurvePoint(Shares):
    """What answering from a threshold on comes to."""

    threshold: float


class QuestionAsked(TypedDict):
    """A customer's question, by its place in the conversation."""

    seq: int
    text: str


class MovedConversation(TypedDict):
    """A conversation in which another threshold would have changed something."""

    id: str
    customer: str
    asked: QuestionAsked
    confidence: float
    at: str


class Moved(TypedDict):
    """Questions that another threshold would have treated otherwise."""

    count: int
    conversations: list[MovedConversation]
    """Those nearest to the change."""


class ThresholdTrial(TypedDict):
    """What another threshold would have done to the last 30 days."""

    chosen: float | None
    """As it is set; null: drawn from the knowledge."""
    drawn: float
    used: float
    at: float
    """The one that was tried."""
    questions: int
    curve: list[CurvePoint]
    was: Shares
    """What really came of them."""
    tried: CurvePoint
    newly_answered: Moved
    no_longer_answered: Moved


def shown(*, at: float | None) -> ThresholdTrial:
    """The threshold as it is, the curve, and who would have been answered and who not with the threshold `at`.

    `right` is the share of answers that are expected to be right, by their calibrated confidence; None without answers.
    """
    chosen, drawn = conduct.wanted().threshold, store.current_index(current.schema_name()).threshold
    used = drawn if chosen is None else chosen
    tried = used if at is None else at
    month = _month()
    bins = _bins(month)
    return {
        "chosen": chosen,
        "drawn": drawn,
        "used": used,
        "at": tried,
        "questions": sum(count for _sure, count, _sum in bins),
        "curve": [_point(bins, step / STEPS) for step in range(STEPS + 1)],
        "was": _was(month),
        "tried": _point(bins, tried),
        "newly_answered": _moved(month.filter(confidence__gte=tried, confidence__lt=F("needed")), "-confidence"),
        "no_longer_answered": _moved(month.filter(confidence__lt=tried, confidence__gte=F("needed")), "confidence"),
    }


def _month() -> QuerySet[Decision]:
    """The decisions in which an answer was looked for; `needed` is what it would have had to be sure of then.

    Politeness needs no knowledge, and is the only thing that is wholly certain.
    """
    needed = Cast(KT("facts__confidence_threshold"), FloatField())
    since = timezone.now() - MONTH
    asked = Decision.objects.filter(created_at__gte=since, confidence__isnull=False, confidence__lt=1.0)
    return asked.filter(
        Q(action__in=("answer", "unsure", "held", "off")) | Q(trigger__in=("low_confidence", "copilot"))
    ).annotate(needed=needed)


def _bins(month: QuerySet[Decision]) -> list[Bin]:
    rounded = month.annotate(near=Round("confidence", 2)).values("near")
    found = rounded.annotate(count=Count("id"), total=Sum("confidence")).order_by("near")
    return [(row["near"], row["count"], row["total"]) for row in found]


def _point(bins: Iterable[Bin], threshold: float) -> CurvePoint:
    """What answering from `threshold` comes to; the bins are a hundredth wide."""
    known = list(bins)
    over = [(count, total) for sure, count, total in known if sure >= round(threshold, 2)]
    answered, asked = sum(count for count, _ in over), sum(count for _, count, _ in known)
    return {
        "threshold": threshold,
        "answered": answered / asked if asked else None,
        "right": sum(total for _, total in over) / answered if answered else None,
    }


def _was(month: QuerySet[Decision]) -> Shares:
    """What really came of them, with the threshold that each was held against."""
    sure = month.filter(confidence__gte=F("needed")).aggregate(count=Count("id"), total=Sum("confidence"))
    asked = month.count()
    return {
        "answered": sure["count"] / asked if asked else None,
        "right": sure["total"] / sure["count"] if sure["count"] else None,
    }


def _moved(decisions: QuerySet[Decision], order: str) -> Moved:
    """How many, and the conversations behind those nearest to the change."""
    asked = Message.objects.filter(conversation=OuterRef("conversation"), seq=OuterRef("asked_seq"))
    rows = decisions.annotate(asked=Subquery(asked.values("text")[:1])).select_related("conversation__customer")
    return {"count": decisions.count(), "conversations": [_row(row) for row in rows.order_by(order, "id")[:MOST_SHOWN]]}


def _row(decision: Decision) -> MovedConversation:
    return {
        "id": decision.conversation_id,
        "customer": decision.conversation.customer.name,
        "asked": {"seq": decision.asked_seq, "text": getattr(decision, "asked") or ""},  # noqa: B009  annotated above
        "confidence": cast("float", decision.confidence),  # as `_month` asks
        "at": wire.stamp(decision.created_at),
    }
