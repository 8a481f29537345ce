"""The quality of the handovers as its page shows it, and the reviews that wait."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from django.db.models import Count, OuterRef, Q, Subquery
from typing_extensions import TypedDict

from conversations import labels, rows, wire
from conversations.models import AuthorKind, Kind, Message, Review, ReviewVerdict
from conversations.quality import counting, estimating, listing
from conversations.quality.counting import TRIGGERS, Drawn, Seen
from conversations.quality.estimating import Estimate, EstimatedShare, EstimatedTotal
from conversations.quality.measuring import Figures, figures
from escalation.models import RuleBookVersion
from escalation.rules import PROTECTIVE
from tenants import cursors

By = Literal["week", "version"]


class QualityFigures(TypedDict):
    """How good handovers were; an estimate is null as long as nobody said anything that it could rest on."""

    handovers: int
    labelled: int
    right: int
    too_late: int
    needless: int
    other: int
    """Needed, but for another reason than theirs."""
    elsewhere: int
    """Came to a person for another reason than this one."""
    missed: int
    missed_in_all: EstimatedTotal | None
    precision: EstimatedShare | None
    in_time: EstimatedShare | None
    recall: EstimatedShare | None


class QualityStretch(TypedDict):
    """A week, or a version of the rules."""

    key: str
    begins: str | None


class QualityPart(QualityFigures, QualityStretch):
    """How good handovers were in a week, or under a version of the rules."""


class QualityBefore(TypedDict):
    """What the measures were in as many days before."""

    precision: float | None
    in_time: float | None
    recall: float | None


class QualityRow(QualityFigures):
    """How good handovers were, what that was before, and its course."""

    before: QualityBefore
    series: list[QualityPart]


class QualityTrigger(QualityRow):
    """How good the handovers for one reason were."""

    name: str
    label: str
    protective: bool


class QualityVersion(TypedDict):
    """A version of the rules that was published in these days."""

    number: int
    published_at: str


class QualityReviews(TypedDict):
    """How many conversations were drawn for review, and how far that is."""

    drawn: int
    stand_for: int
    """How many conversations they stand for."""
    judged: int
    cannot_tell: int
    open: int


_Days = TypedDict("_Days", {"from": str, "until": str})


class HandoverQuality(_Days):
    """How good the handovers were, in all and for each reason; `from` and `until` are days."""

    days: int
    by: By
    all: QualityRow
    triggers: list[QualityTrigger]
    versions: list[QualityVersion]
    reviews: QualityReviews


class ReviewRow(TypedDict):
    """A conversation that the assistant had alone, drawn by chance: was a person needed?"""

    id: str
    conversation_id: str
    customer: rows.CustomerBrief
    began_at: str
    language: str
    opening: str | None
    """The customer's first words; null where they are not looked for."""
    verdict: ReviewVerdict | None
    trigger: labels.Trigger | None
    """For what a person was needed."""
    at_seq: int | None
    """At which of the customer's messages."""
    by: rows.Colleague | None
    at: str | None


class ReviewCounts(TypedDict):
    """How many reviews wait, and how many are done."""

    open: int
    done: int


class ReviewList(TypedDict):
    """A page of reviews, and how many there are of each kind."""

    data: list[ReviewRow]
    has_more: bool
    next_cursor: str | None
    counts: ReviewCounts


Part = tuple[QualityStretch, Seen]  # a week or a version of the rules as it is told, and what falls into it


def quality(*, days: int, by: By, now: datetime) -> HandoverQuality:
    """The figures of the last `days` days and of as many before, of all and of each trigger, in weeks or versions."""
    since = listing.window(now, days)
    first, today = since.date(), now.astimezone(counting.zone()).date()
    everything = counting.seen(listing.window(now, 2 * days))
    lately, before = (
        everything.between(first, today),
        everything.between(first - timedelta(days=days), first - timedelta(1)),
    )
    versions = list(RuleBookVersion.objects.order_by("number").values_list("number", "published_at"))
    parts = _weeks(lately, today) if by == "week" else _versions(lately, versions)
    return {
        "days": days,
        "by": by,
        "from": first.isoformat(),
        "until": today.isoformat(),
        "all": _row("", lately, before, parts),
        "triggers": [_trigger(name, lately, before, parts) for name in TRIGGERS],
        "versions": [{"number": number, "published_at": wire.stamp(at)} for number, at in versions if at >= since],
        "reviews": _reviews(lately.drawn),
    }


def reviews(*, state: str, limit: int, cursor: str) -> ReviewList:
    """A page of the reviews that wait, or that are done, and how many there are of each.

    What the assistant doubted is not told before somebody judged, so that it sways nobody.
    """
    first = Message.objects.filter(
        conversation=OuterRef("conversation"), kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER
    )
    found = Review.objects.select_related("conversation__customer", "judged_by").order_by("-id")
    found = found.filter(verdict="") if state == "open" else found.exclude(verdict="")
    found = found.annotate(opening=Subquery(first.order_by("seq").values("text")[:1]))
    listed = cursors.newest_ids_first(found, limit=limit, cursor=cursor)
    told = Review.objects.aggregate(open=Count("pk", filter=Q(verdict="")), done=Count("pk", filter=~Q(verdict="")))
    counts: ReviewCounts = {"open": told["open"], "done": told["done"]}
    return {**listed.of([review(one) for one in listed.rows]), "counts": counts}


def review(one: Review) -> ReviewRow:
    """A review as its queue shows it; needs the customer and who judged loaded."""
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "customer": rows.customer(one.conversation),
        "began_at": wire.stamp(one.began_at),
        "language": one.conversation.language,
        "opening": getattr(one, "opening", None),
        "verdict": ReviewVerdict(one.verdict) if one.verdict else None,
        "trigger": labels.trigger(one.trigger) if one.trigger else None,
        "at_seq": one.at_seq,
        "by": rows.colleague(one.judged_by),
        "at": wire.stamp(one.judged_at) if one.judged_at else None,
    }


def _trigger(name: str, lately: Seen, before: Seen, parts: Sequence[Part]) -> QualityTrigger:
    named = labels.trigger(name)
    return {
        **_row(name, lately, before, parts),
        "name": name,
        "label": named["label"],
        "protective": name in PROTECTIVE,
    }


def _row(name: str, lately: Seen, before: Seen, parts: Sequence[Part]) -> QualityRow:
    then = figures(before, name)
    return {
        **_shown(figures(lately, name)),
        "before": {
            "precision": _value(then.precision),
            "in_time": _value(then.in_time),
            "recall": _value(then.recall),
        },
        "series": [{**told, **_shown(figures(seen, name))} for told, seen in parts],
    }


def _weeks(lately: Seen, last: date) -> list[Part]:
    """The weeks from Monday on, from the first in which anything happened; that one is perhaps not whole."""
    first = min([one.day for one in lately.handed] + [one.day for one in lately.drawn], default=last)
    monday = first - timedelta(days=first.weekday())
    begins = [monday + timedelta(weeks=n) for n in range((last - monday).days // 7 + 1)]
    return [
        ({"key": day.isoformat(), "begins": day.isoformat()}, lately.between(day, day + timedelta(days=6)))
        for day in begins
    ]


def _versions(lately: Seen, published: Iterable[tuple[int, datetime]]) -> list[Part]:
    """The versions under which something was decided, in their order."""
    begins = {number: wire.stamp(at) for number, at in published}
    numbers = sorted({one.version for one in lately.handed} | {one.version for one in lately.drawn})
    return [({"key": str(number), "begins": begins.get(number)}, lately.under(number)) for number in numbers]


def _shown(found: Figures) -> QualityFigures:
    return {
        "handovers": found.handovers,
        "labelled": found.labelled,
        "right": found.right,
        "too_late": found.too_late,
        "needless": found.needless,
        "other": found.other,
        "elsewhere": found.elsewhere,
        "missed": found.missed,
        "missed_in_all": estimating.shown_total(found.missed_in_all),
        "precision": estimating.shown(found.precision),
        "in_time": estimating.shown(found.in_time),
        "recall": estimating.shown(found.recall),
    }


def _value(one: Estimate | None) -> float | None:
    return None if one is None else one.value


def _reviews(drawn: Iterable[Drawn]) -> QualityReviews:
    rows_ = list(drawn)
    return {
        "drawn": len(rows_),
        "stand_for": round(sum(one.weight for one in rows_)),
        "judged": sum(one.judged for one in rows_),
        "cannot_tell": sum(one.verdict == ReviewVerdict.CANNOT_TELL for one in rows_),
        "open": sum(one.verdict == "" for one in rows_),
    }
