"""The audit log as a file: CSV that no spreadsheet runs, or JSON lines."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping

from tenants.trail import reading
from tenants.trail.models import AuditEntry

COLUMNS = (
    "at",
    "action",
    "actor_kind",
    "actor_id",
    "actor_name",
    "via_id",
    "via_name",
    "object_kind",
    "object_id",
    "object_name",
    "changes",
    "address",
    "request_id",
    "id",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")


def as_csv(entries: Iterable[AuditEntry]) -> str:
    """Rows of CSV; a text that a spreadsheet would take for a formula begins with an apostrophe (OWASP)."""
    out = io.StringIO()
    csv.writer(out).writerows([harmless(value) for value in _values(entry)] for entry in entries)
    return out.getvalue()


def as_json_lines(entries: Iterable[AuditEntry]) -> str:
    """One JSON object a line, as the list shows it."""
    return "".join(f"{json.dumps(reading.shown(entry), ensure_ascii=False)}\n" for entry in entries)


def harmless(text: str) -> str:
    """The text as a cell that stays text."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _values(entry: AuditEntry) -> list[str]:
    told = {**{name: str(getattr(entry, name) or "") for name in COLUMNS}, "at": entry.at.isoformat()}
    told["changes"] = json.dumps(entry.changes, ensure_ascii=False) if entry.changes else ""
    return [told[name] for name in COLUMNS]


HEADINGS: Mapping[str, str] = {"csv": ",".join(COLUMNS) + "\r\n", "jsonl": ""}
WRITERS: Mapping[str, Callable[[Iterable[AuditEntry]], str]] = {"csv": as_csv, "jsonl": as_json_lines}
TYPES: Mapping[str, str] = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
