"""What a printed report shows, as plain values."""

from dataclasses import dataclass
from datetime import date

Span = tuple[date, date]  # both days included


@dataclass(frozen=True)
class Value:
    """A figure with its 95% interval, resting on `of` cases; without a value where nothing counted."""

    value: float | None
    low: float | None = None
    high: float | None = None
    of: int = 0


@dataclass(frozen=True)
class Figure:
    """One metric over the period: now, before, and its course; `changed` says "better", "worse", "same" or nothing.

    `note` says why there is no value where that has a reason.
    """

    key: str
    name: str
    unit: str
    definition: str
    now: Value
    before: Value | None = None
    changed: str | None = None
    points: tuple[Value | None, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """Something that was changed, at a place along the buckets: 0 is the beginning of the first, 1 of the second."""

    place: float
    day: date
    title: str


@dataclass(frozen=True)
class Row:
    """A row of the table: a team, a topic; one value for each of its columns."""

    name: str
    values: tuple[Value | None, ...]


@dataclass(frozen=True)
class Table:
    """Figures by a dimension; `columns` are keys of the sheet's figures."""

    dimension: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Sheet:
    """A whole report; `buckets` are the days of each point of a course, `narrowed` what it is narrowed to, in words."""

    company: str
    title: str
    days: Span
    compared: Span | None
    measured: str
    currency: str
    figures: tuple[Figure, ...]
    narrowed: tuple[str, ...] = ()
    buckets: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    table: Table | None = None
