"""What happened that may explain a chart: rules and knowledge published, the assistant changed, and notes of people."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.models import ArticleVersion
from conversations import wire
from conversations.insights.periods import Period
from conversations.models import ReportMark
from escalation.models import RuleBookVersion
from tenants.errors import NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor
from tenants.trail.models import AuditEntry

Kind = Literal["rules", "knowledge", "assistant", "note"]
# What changes how the assistant answers, and how people call it.
OF_ASSISTANT = {
    "assistant.changed": "Assistant changed",
    "skill.changed": "Skill changed",
    "topic.changed": "Topic changed",
    "topic.created": "Topic added",
    "topic.removed": "Topic removed",
    "connector.changed": "Connector changed",
    "identity.changed": "Proof of identity changed",
}
MOST = 500  # of each kind


class ChartMark(TypedDict):
    """Something that happened, and that may explain a chart."""

    id: str
    at: str
    kind: Kind
    title: str
    by: str | None
    """Who did it, by name."""
    link: str | None
    """Where the console shows more of it."""


def within(period: Period) -> list[ChartMark]:
    """All of the period, the earliest first; changes of articles by one person on one day are one. Four queries."""
    found = [*_rules(period), *_knowledge(period), *_assistant(period), *_notes(period)]
    return sorted(found, key=lambda one: (one["at"], one["id"]))


@transaction.atomic
def write(on: date, title: str, *, by: str, actor: Actor) -> ChartMark:
    """Somebody says what happened on a day."""
    made = ReportMark.objects.create(on=on, title=title, by=by)
    audit.record("reports.mark_added", actor=actor, about=About("report_mark", str(made.id), title))
    return _note(made, None)


@transaction.atomic
def remove(mark_id: str, *, actor: Actor) -> None:
    """Take a note back; NotFoundError for none, and for what is no note."""
    found = ReportMark.objects.filter(pk=mark_id).first() if mark_id.startswith("mark_") else None
    if found is None:
        raise NotFoundError(gettext("There is no such note here."), param="mark_id")
    audit.record("reports.mark_removed", actor=actor, about=About("report_mark", str(found.id), found.title))
    found.delete()


def _rules(period: Period) -> Iterable[ChartMark]:
    rows = RuleBookVersion.objects.filter(published_at__gte=period.begins, published_at__lt=period.ends).order_by()
    for number, at, note, by in rows.values_list("number", "published_at", "note", "published_by")[:MOST]:
        title = f"Rules, version {number}" + (f": {note}" if note else "")
        yield _mark(f"rules-{number}", at, "rules", title=title, by=by, link=f"/console/rules/versions/{number}")


def _knowledge(period: Period) -> Iterable[ChartMark]:
    rows = ArticleVersion.objects.filter(created_at__gte=period.begins, created_at__lt=period.ends).order_by(
        "-created_at"
    )
    days: dict[tuple[date, str], list[tuple[str, str, datetime]]] = defaultdict(list)
    for article, title, by, at in rows.values_list("article_id", "fields__title", "author", "created_at")[: 20 * MOST]:
        days[at.astimezone(period.zone).date(), by].append((str(article), str(title), at))
    for (day, by), changes in days.items():
        articles = {article: title for article, title, _ in changes}
        article, title = next(iter(articles.items()))
        one = len(articles) == 1
        told = f"Article “{title}”" if one else f"{len(articles)} articles"
        link = f"/console/knowledge/articles/{article}" if one else "/console/knowledge"
        key = f"knowledge-{day.isoformat()}-{article}"
        yield _mark(key, changes[-1][2], "knowledge", title=told, by=by, link=link)


def _assistant(period: Period) -> Iterable[ChartMark]:
    rows: QuerySet[AuditEntry] = AuditEntry.objects.filter(
        action__in=OF_ASSISTANT, at__gte=period.begins, at__lt=period.ends
    ).order_by("-at")
    for one in rows[:MOST]:
        title = OF_ASSISTANT[one.action] + (f": {one.object_name}" if one.object_name else "")
        yield _mark(str(one.id), one.at, "assistant", title=title, by=one.actor_name, link=None)


def _notes(period: Period) -> Iterable[ChartMark]:
    rows = ReportMark.objects.filter(on__gte=period.first, on__lte=period.last)[:MOST]
    return [_note(one, period) for one in rows]


def _note(one: ReportMark, period: Period | None) -> ChartMark:
    at = one.on if period is None else Period(one.on, one.on, period.zone).begins
    return {"id": one.id, "at": _stamp(at), "kind": "note", "title": one.title, "by": one.by, "link": None}


def _mark(key: str, at: datetime, kind: Kind, *, title: str, by: str, link: str | None) -> ChartMark:
    return {"id": key, "at": _stamp(at), "kind": kind, "title": title, "by": by or None, "link": link}


def _stamp(at: date) -> str:
    return wire.stamp(at)
