"""The conversations behind each number of the quality page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import labels, rows, wire
from conversations.models import Handover, Message, Review, ReviewVerdict, Verdict
from conversations.quality import counting
from tenants import cursors
from tenants.openapi.shapes import Listed

SAID = Q(counting__verdict__isnull=False)
OTHER = Q(counting__verdict__in=(Verdict.RIGHT, Verdict.TOO_LATE)) & ~Q(counting__trigger="")
OF_HANDOVERS: Mapping[str, Q] = {
    "handovers": Q(),
    "labelled": SAID,
    "unlabelled": ~SAID,
    "right": Q(counting__verdict=Verdict.RIGHT),
    "too_late": Q(counting__verdict=Verdict.TOO_LATE),
    "needless": Q(counting__verdict=Verdict.NEEDLESS),
    "other": OTHER,
    "elsewhere": OTHER,
}
OF_REVIEWS: Mapping[str, Q] = {
    "missed": Q(verdict=ReviewVerdict.MISSED),
    "reviewed": ~Q(verdict=""),
    "cannot_tell": Q(verdict=ReviewVerdict.CANNOT_TELL),
}
KINDS = (*OF_HANDOVERS, *OF_REVIEWS)


class AskedLine(TypedDict):
    """What the customer wrote in the message `seq`."""

    seq: int
    text: str


class QualityConversation(TypedDict):
    """A conversation behind a number of the quality page, by its handover or its review."""

    id: str
    """Of the handover, or of the review."""
    conversation_id: str
    customer: rows.CustomerBrief
    at: str
    asked: AskedLine | None
    trigger: labels.Trigger | None
    verdict: Verdict | ReviewVerdict | None
    meant: labels.Trigger | None
    """What the reason should have been."""
    by: str | None


@dataclass(frozen=True)
class Asked:
    """Which ones: of a time, and where it is given of one version and one trigger."""

    since: datetime
    until: datetime | None = None
    version: int | None = None
    trigger: str = ""


def window(now: datetime, days: int) -> datetime:
    """The beginning of the day from which on it is so many days, today among them."""
    today = now.astimezone(counting.zone()).date()
    return _midnight(today - timedelta(days=days - 1))


def week(first: date, since: datetime) -> tuple[datetime, datetime]:
    """The beginning and end of the week, no earlier than `since`."""
    return max(since, _midnight(first)), _midnight(first + timedelta(days=7))


def page(kind: str, asked: Asked, *, limit: int, cursor: str) -> Listed[QualityConversation]:
    """A page of what stands behind the number of this kind, the newest first."""
    if kind in OF_HANDOVERS:
        return _paged(_handovers(kind, asked), _handover, limit=limit, cursor=cursor)
    return _paged(_reviews(kind, asked), _review, limit=limit, cursor=cursor)


def _handovers(kind: str, asked: Asked) -> QuerySet[Any]:
    found = counting.labelled(asked.since).filter(OF_HANDOVERS[kind])
    if asked.until is not None:
        found = found.filter(requested_at__lt=asked.until)
    if asked.version is not None:
        found = found.filter(decision__rules_version=asked.version)
    if asked.trigger:
        of_it = "counting__trigger" if kind == "elsewhere" else "decision__trigger"
        found = found.filter(**{of_it: asked.trigger})
    said = F("counting__verdict")
    text = _text("conversation_id", "decision__asked_seq")
    return (
        found.select_related("decision", "conversation__customer")
        .annotate(said=said, meant=F("counting__trigger"), said_by=F("counting__made_by__name"), asked_text=text)
        .order_by("-id")
    )


def _reviews(kind: str, asked: Asked) -> QuerySet[Any]:
    found = counting.drawn(asked.since).filter(OF_REVIEWS[kind])
    if asked.until is not None:
        found = found.filter(began_at__lt=asked.until)
    if asked.version is not None:
        found = found.filter(rules_version=asked.version)
    if asked.trigger and kind == "missed":
        found = found.filter(trigger=asked.trigger)
    text = _text("conversation_id", "at_seq")
    return found.select_related("conversation__customer", "judged_by").annotate(asked_text=text).order_by("-id")


def _text(conversation: str, seq: str) -> Subquery:
    said = Message.objects.filter(conversation=OuterRef(conversation), seq=OuterRef(seq))
    return Subquery(said.values("text")[:1])


def _paged(
    found: QuerySet[Any], show: Callable[[Any], QualityConversation], *, limit: int, cursor: str
) -> Listed[QualityConversation]:
    listed = cursors.newest_ids_first(found, limit=limit, cursor=cursor)
    return listed.of([show(one) for one in listed.rows])


def _handover(one: Any) -> QualityConversation:
    handover: Handover = one
    return {
        "id": handover.id,
        "conversation_id": handover.conversation_id,
        "customer": rows.customer(handover.conversation),
        "at": wire.stamp(handover.requested_at),
        "asked": {"seq": handover.decision.asked_seq, "text": one.asked_text or ""},
        "trigger": labels.trigger(handover.decision.trigger),
        "verdict": Verdict(one.said) if one.said else None,
        "meant": labels.trigger(one.meant) if one.meant else None,
        "by": one.said_by,
    }


def _review(one: Any) -> QualityConversation:
    review: Review = one
    who: Agent | None = review.judged_by
    return {
        "id": review.id,
        "conversation_id": review.conversation_id,
        "customer": rows.customer(review.conversation),
        "at": wire.stamp(review.began_at),
        "asked": {"seq": review.at_seq, "text": one.asked_text} if review.at_seq is not None else None,
        "trigger": labels.trigger(review.trigger) if review.trigger else None,
        "verdict": ReviewVerdict(review.verdict) if review.verdict else None,
        "meant": None,
        "by": None if who is None else who.name,
    }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=counting.zone())
