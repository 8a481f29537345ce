"""Reports as CSV: one line for each figure, or one for each episode; no spreadsheet runs any of it."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from conversations.insights.pdf.sheet import Figure, Sheet, Span, Table, Value
from conversations.models import Episode
from tenants.trail.files import harmless

Line = list[Any]
TYPE = "text/csv; charset=utf-8"
AT_ONCE = 2000
OF_FIGURES = (
    "what",
    "metric",
    "name",
    "unit",
    "from",
    "to",
    "by",
    "part",
    "value",
    "low_95",
    "high_95",
    "of",
    "before",
    "changed",
)
FIGURE, COURSE, PART, MARK = "figure", "course", "part", "mark"
OF_EPISODES = (
    "id", "conversation_id", "number", "channel", "language", "topic", "trigger", "rules_version", "knowledge_number",
    "engine", "team", "agent", "part", "ended_by", "began_at", "ended_at", "reopened_at", "repeat_at",
    "customer_turns", "customer_messages", "assistant_messages", "agent_messages", "assistant_answers", "reasks",
    "repeats", "transfers", "handovers", "first_reply", "assistant_first_reply", "person_first_reply", "person_wait",
    "assistant_seconds", "queue_seconds", "agent_seconds", "handle_seconds", "mood_start", "mood_end", "churn",
    "saved", "needed_person", "missed", "needless", "late", "surveyed", "satisfaction", "effort", "rated_holder",
    "promises", "promises_kept", "promises_broken", "sla_met", "sla_missed", "model_tokens",
)  # fmt: skip
NAMES = {"team": "team__name", "agent": "agent__name"}


def of_figures(sheet: Sheet) -> str:
    """The figures of a report, their courses and its table, as lines that a spreadsheet filters by its first column.

    Shares are 0 to 1, times are in seconds; what nobody knows is empty.
    """
    return _written([list(OF_FIGURES), *_figures(sheet)])


def of_episodes(episodes: QuerySet[Episode]) -> Iterator[str]:
    """Each episode with what was measured of it, some lines at a time; holds no word that anybody wrote."""
    yield _written([list(OF_EPISODES)])
    columns = [NAMES.get(name, name) for name in OF_EPISODES]
    ordered, after = episodes.order_by("pk"), None
    while True:
        rows = ordered if after is None else ordered.filter(pk__gt=after)
        found = list(rows.values_list(*columns)[:AT_ONCE])
        yield _written(list(row) for row in found)
        if len(found) < AT_ONCE:
            return
        after = found[-1][0]


def _figures(sheet: Sheet) -> Iterator[Line]:
    for one in sheet.figures:
        yield _line(FIGURE, one, sheet.days, value=one.now)
    for one in sheet.figures:
        known = [(span, point) for span, point in zip(sheet.buckets, one.points, strict=False) if point is not None]
        yield from (_line(COURSE, one, span, value=point) for span, point in known)
    for mark in sheet.marks:
        yield [MARK, "", mark.title, "", mark.day, mark.day, *[""] * (len(OF_FIGURES) - 6)]
    if sheet.table is not None:
        yield from _parts(sheet, sheet.table)


def _parts(sheet: Sheet, table: Table) -> Iterator[Line]:
    columns = [one for key in table.columns for one in sheet.figures if one.key == key]
    for row in table.rows:
        for one, value in zip(columns, row.values, strict=True):
            yield _line(PART, one, sheet.days, value=value or Value(None), part=(table.dimension, row.name))


def _line(what: str, one: Figure, span: Span, *, value: Value, part: tuple[str, str] = ("", "")) -> Line:
    numbers = [value.value, value.low, value.high, value.of]
    compared = [one.before.value if one.before else None, one.changed] if what == FIGURE else [None, None]
    return [what, one.key, one.name, one.unit, *span, *part, *numbers, *compared]


def _written(lines: Iterable[Line]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([_cell(value) for value in line] for line in lines)
    return out.getvalue()


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.6g}"
        case int():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case _:
            return harmless(str(value))
