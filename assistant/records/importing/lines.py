"""The records of a CSV file: one to a line, or an order to several lines, each with one of its items."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from assistant.records.importing.columns import AMOUNTS, ATTRIBUTES, MOMENTS
from assistant.records.kinds import Kind

Json = dict[str, Any]
DELIMITERS = (",", ";", "\t", "|")
MOST_LINES, MOST_COLUMNS, LONGEST_NAME = 50_000, 100, 80
DATES = {"iso": (), "day_first": ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y"), "month_first": ("%m/%d/%Y", "%m/%d/%y")}
DOTTED = ("%d.%m.%Y", "%d.%m.%y")
_MONEY = re.compile(r"[^\d.,-]")


class NoTableError(ValueError):
    """The file is no table; the message says why."""


@dataclass(frozen=True)
class Way:
    """How a file is to be read: {field: column}, columns kept as attributes, and how its dates are written."""

    mapping: Mapping[str, str]
    attributes: Sequence[str] = ()
    dates: str = "iso"


@dataclass(frozen=True)
class Line:
    """A record as the file tells it, and where it begins; `problem` says why it is none."""

    number: int
    told: Json = field(default_factory=dict)
    problem: str = ""
    param: str = ""


def head(text: str, *, sample: int = 5) -> tuple[list[str], list[list[str]]]:
    """The names of the columns, and the first lines. NoTableError."""
    rows = _rows(text)
    try:
        _number, names = next(rows)
    except StopIteration as error:
        raise NoTableError(gettext("The file is empty.")) from error
    except csv.Error as error:
        raise NoTableError(gettext("This is no CSV file: {error}.").format(error=error)) from error
    columns = [name.strip().strip("\ufeff")[:LONGEST_NAME] for name in names]
    if len(columns) > MOST_COLUMNS:
        raise NoTableError(
            gettext("These are {count} columns; at most {most_columns} can be read.").format(
                count=len(columns), most_columns=MOST_COLUMNS
            )
        )
    if not any(columns):
        raise NoTableError(gettext("The first line has to name the columns."))
    named = [column for column in columns if column]
    if len(set(named)) < len(named):
        twice = next(column for column in named if named.count(column) > 1)
        raise NoTableError(gettext("Two columns are called {twice}.").format(twice=twice))
    first: list[list[str]] = []
    for _number, row in rows:
        first.append([cell.strip()[:LONGEST_NAME] for cell in row[: len(columns)]])
        if len(first) == sample:
            break
    return columns, first


def records(text: str, kind: Kind, way: Way) -> list[Line]:
    """Every record of the file, in its order. NoTableError when there are too many lines."""
    columns, _ = head(text, sample=0)
    places = {name: columns.index(column) for name, column in way.mapping.items()}
    kept = {column: columns.index(column) for column in way.attributes}
    found: list[Line] = []
    by_key: dict[str, int] = {}
    for count, (number, row) in enumerate(_rows(text)):
        if count > MOST_LINES:
            raise NoTableError(
                gettext("These are more than {most_lines:,} lines; part the file.").format(most_lines=MOST_LINES)
            )
        if count == 0:
            continue
        line = _line(number, row, places, kept, way.dates)
        key = str(line.told.get(kind.key, "")).casefold()
        seen = by_key.get(key) if key else None
        if seen is None:
            by_key[key] = len(found)
            found.append(line)
        elif kind.name == "orders" and "items" in line.told and not line.problem:
            found[seen] = _joined(found[seen], line)
        else:
            told = f"Line {found[seen].number} has the same {kind.key} already."
            found.append(Line(number, line.told, told, kind.key))
    return found


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, each with its number; a csv.Error rises."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise NoTableError(
                gettext("Line {number} cannot be read: {error}.").format(number=number, error=error)
            ) from error
        if any(cell.strip() for cell in row):
            yield number, row


def _line(number: int, row: Sequence[str], places: Mapping[str, int], kept: Mapping[str, int], dates: str) -> Line:
    cells = {name: row[place].strip() for name, place in places.items() if place < len(row) and row[place].strip()}
    told: Json = {}
    item: Json = {}
    for name, cell in cells.items():
        try:
            value = _value(name, cell, dates)
        except ValueError as error:
            return Line(number, told, str(error), name)
        group, _, inner = name.partition(".")
        if group == "item":
            item[inner] = value
        elif inner:
            told.setdefault(group, {})[inner] = value
        else:
            told[name] = value
    if item:
        told["items"] = [item]
    extra = {column: row[place].strip() for column, place in kept.items() if place < len(row) and row[place].strip()}
    if extra:
        told[ATTRIBUTES] = extra
    return Line(number, told)


def _joined(order: Line, line: Line) -> Line:
    """The order with one item more."""
    return Line(
        order.number,
        {**order.told, "items": [*order.told.get("items", []), *line.told["items"]]},
        order.problem,
        order.param,
    )


def _value(name: str, cell: str, dates: str) -> Any:
    if name in MOMENTS:
        return _moment(cell, dates)
    if name in AMOUNTS:
        return _amount(cell)
    if name == "state":
        return "_".join(cell.casefold().replace("-", " ").split())
    if name in ("email", "currency"):
        return cell.upper() if name == "currency" else cell
    return cell


def _moment(cell: str, dates: str) -> str:
    """As RFC 3339 where it is a date in the way that was chosen; else as it stands, for the check to refuse."""
    for form in (*DOTTED, *DATES[dates]):
        try:
            return datetime.strptime(cell, form).date().isoformat()  # noqa: DTZ007  a date, which has no zone
        except ValueError:
            continue
    if "/" in cell:
        raise ValueError("Choose above how dates are written in this file.")
    return cell.replace(" ", "T", 1) if re.match(r"\d{4}-\d\d-\d\d \d\d:", cell) else cell


def _amount(cell: str) -> str:
    """The amount with a point before the cents, whichever sign stands there, without the currency."""
    plain = _MONEY.sub("", cell)
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma > point and len(plain) - comma - 1 != 3:
        return plain.replace(".", "").replace(",", ".")
    if comma > point >= 0:
        return plain.replace(".", "").replace(",", ".")
    return plain.replace(",", "") or cell


def _delimiter(text: str) -> str:
    """The sign that stands most often in the line that names the columns."""
    first = next((line for line in text.split("\n", 50) if line.strip()), "")[:5000]
    return max(DELIMITERS, key=first.count)
