"""The quality of the handovers as its page shows it, and the reviews that wait."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from conversations import labels, rows, wire
from conversations.models import AuthorKind, Kind, Message, Review, ReviewVerdict
from conversations.quality import counting, listing
from conversations.quality.counting import TRIGGERS, Drawn, Seen
from conversations.quality.measuring import Figures, figures
from escalation.models import RuleBookVersion
from escalation.rules import PROTECTIVE
from tenants import cursors

Json = dict[str, Any]
Part = tuple[Json, Seen]  # a week or a version of the rules as it is told, and what falls into it


def quality(*, days: int, by: str, now: datetime) -> Json:
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
        "triggers": [_row(name, lately, before, parts) for name in TRIGGERS],
        "versions": [{"number": number, "published_at": wire.stamp(at)} for number, at in versions if at >= since],
        "reviews": _reviews(lately.drawn),
    }


def reviews(*, state: str, limit: int, cursor: str) -> Json:
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
    counts = Review.objects.aggregate(open=Count("pk", filter=Q(verdict="")), done=Count("pk", filter=~Q(verdict="")))
    return {**listed.of([review(one) for one in listed.rows]), "counts": counts}


def review(one: Review) -> Json:
    """A review as its queue shows it; needs the customer and who judged loaded."""
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "customer": rows.customer(one.conversation),
        "began_at": wire.stamp(one.began_at),
        "language": one.conversation.language,
        "opening": getattr(one, "opening", None),
        "verdict": one.verdict or None,
        "trigger": labels.trigger(one.trigger) if one.trigger else None,
        "at_seq": one.at_seq,
        "by": rows.colleague(one.judged_by),
        "at": wire.stamp(one.judged_at) if one.judged_at else None,
    }


def _row(name: str, lately: Seen, before: Seen, parts: Sequence[Part]) -> Json:
    then = figures(before, name)
    return {
        **({"name": name, "label": labels.trigger(name)["label"], "protective": name in PROTECTIVE} if name else {}),
        **_shown(figures(lately, name)),
        "before": {measure: _value(then, measure) for measure in ("precision", "in_time", "recall")},
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


def _shown(found: Figures) -> Json:
    return asdict(found)


def _value(found: Figures, measure: str) -> float | None:
    one = {"precision": found.precision, "in_time": found.in_time, "recall": found.recall}[measure]
    return None if one is None else one.value


def _reviews(drawn: Iterable[Drawn]) -> Json:
    rows_ = list(drawn)
    return {
        "drawn": len(rows_),
        "stand_for": round(sum(one.weight for one in rows_)),
        "judged": sum(one.judged for one in rows_),
        "cannot_tell": sum(one.verdict == ReviewVerdict.CANNOT_TELL for one in rows_),
        "open": sum(one.verdict == "" for one in rows_),
    }
