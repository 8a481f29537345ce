"""What goes into a zip, one source after the other; each can stop after any row and go on there later."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet

from conversations.exporting.archive import Archive
from conversations.models import Attachment
from tenants import ids

Json = dict[str, Any]
Goes = Callable[[], bool]  # whether there is time to go on
ROWS_AT_ONCE = 500
LONGEST_ENTRY = 200_000  # rows; a table that is longer has several files


@dataclass(frozen=True)
class Place:
    """How far an archive is: the number of the source, its next file, the key of its last row, rows done in all."""

    source: int = 0
    file: int = 1
    after: str = ""
    done: int = 0

    def as_json(self) -> Json:
        """For the archive's mark."""
        return asdict(self)

    def next_source(self) -> "Place":
        """The beginning of the next source."""
        return Place(source=self.source + 1, done=self.done)


@dataclass(frozen=True)
class Rows:
    """Rows of a table as JSON lines in `data/`; `shape` gives what is shown of one."""

    name: str
    rows: QuerySet[Any]
    shape: Callable[[Any], Json]

    def count(self) -> int:
        """How many there are."""
        return self.rows.count()

    def add(self, archive: Archive, place: Place, goes: Goes) -> Place:
        """One file of rows after `place`; gives the place that was reached."""
        reached = [place]
        name = f"data/{self.name}.jsonl" if place.file == 1 else f"data/{self.name}.{place.file}.jsonl"
        archive.add_lines(name, self._lines(reached, goes))
        return reached[-1]

    def _lines(self, reached: list[Place], goes: Goes) -> Iterator[str]:
        first = at = reached[-1]
        while True:
            found = list(_after(self.rows, at.after)[:ROWS_AT_ONCE])
            for row in found:
                yield json.dumps(self.shape(row), cls=DjangoJSONEncoder, ensure_ascii=False)
            if found:
                at = replace(at, after=str(found[-1].pk), done=at.done + len(found))
            if len(found) < ROWS_AT_ONCE:
                reached.append(at.next_source())
                return
            if not goes() or at.done - first.done >= LONGEST_ENTRY:
                reached.append(replace(at, file=at.file + 1))
                return


@dataclass(frozen=True)
class Files:
    """The content of uploads, in `files/`; one whose content is gone is left out."""

    rows: QuerySet[Attachment]

    def count(self) -> int:
        """How many there are."""
        return self.rows.count()

    def add(self, archive: Archive, place: Place, goes: Goes) -> Place:
        """Uploads after `place`, until the end or until time is up."""
        at = place
        while True:
            found = list(_after(self.rows, at.after)[:ROWS_AT_ONCE])
            for upload in found:
                _copy(archive, upload.stored_as, f"files/{upload.id}-{upload.name}")
                at = replace(at, after=str(upload.id), done=at.done + 1)
                if not goes():
                    return at
            if len(found) < ROWS_AT_ONCE:
                return at.next_source()


@dataclass(frozen=True)
class Texts:
    """Small files that are made from nothing but this moment: the read-me, the workspace's own settings, its logo."""

    texts: dict[str, str]
    stored: dict[str, str]  # name of the entry: name of the stored file

    def count(self) -> int:
        """How many there are."""
        return len(self.texts) + len(self.stored)

    def add(self, archive: Archive, place: Place, _goes: Goes) -> Place:
        """All of them."""
        for name, text in self.texts.items():
            archive.add_lines(name, [text])
        for name, stored_as in self.stored.items():
            _copy(archive, stored_as, name)
        return replace(place, done=place.done + self.count()).next_source()


Source = Rows | Files | Texts


def whole(without: frozenset[str], others: dict[str, str]) -> Callable[[Model], Json]:
    """Shapes a row with all its fields but those; a UUID of another table becomes that table's public id."""

    def shape(row: Model) -> Json:
        shown = {
            field.attname: getattr(row, field.attname)
            for field in row._meta.concrete_fields
            if field.attname not in without
        }
        return {name: _public(value, others.get(name)) for name, value in shown.items()}

    return shape


def _public(value: Any, prefix: str | None) -> Any:
    return ids.encode(prefix, value) if prefix is not None and isinstance(value, UUID) else value


def _after(rows: QuerySet[Any], key: str) -> QuerySet[Any]:
    ordered = rows.order_by("pk")
    return ordered.filter(pk__gt=key) if key else ordered


def _copy(archive: Archive, stored_as: str, name: str) -> None:
    try:
        with default_storage.open(stored_as) as content:
            archive.add_file(name, content)
    except FileNotFoundError:
        return
