"""The list of what was erased: beside the uploads and outside of the database, so that it outlives a restore.

It holds ids that lead nowhere. A backup brings back what was erased after it was made; what is on this list goes again
before anybody sees it.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

FOLDER, FILE = "_erased", "list.jsonl"


@dataclass(frozen=True)
class Erased:
    """A customer of a company, by the ids of both; without a customer the whole company."""

    schema: str
    customer: str
    at: str

    @property
    def when(self) -> datetime:
        """The moment of the erasure."""
        return datetime.fromisoformat(self.at)


def note(schema: str, customer: str = "") -> None:
    """Write down that it is erased, on the disk before this returns; twice does no harm."""
    add([Erased(schema, customer, datetime.now(UTC).isoformat(timespec="seconds"))])


def add(entries: Iterable[Erased]) -> None:
    """Write down those that are not on the list yet."""
    known = set(listed())
    lines = "".join(f"{json.dumps(asdict(one))}\n" for one in dict.fromkeys(entries) if one not in known)
    if lines:
        _append(lines.encode())


def listed() -> list[Erased]:
    """All of the list, in the order in which it grew."""
    file = _file()
    return parsed(file.read_text()) if file.exists() else []


def parsed(text: str) -> list[Erased]:
    """The entries of a list as text. A last line that was cut off is none; ValueError for any other that is none."""
    lines = text.split("\n")[:-1]
    try:
        return [Erased(**json.loads(line)) for line in lines if line]
    except TypeError as error:
        raise ValueError("A line of the list of the erased has other fields.") from error


def as_text(entries: Iterable[Erased]) -> str:
    """The entries as `parsed` takes them."""
    return "".join(f"{json.dumps(asdict(one))}\n" for one in entries)


def _append(lines: bytes) -> None:
    file = _file()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, lines)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _file() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER / FILE
