"""Reads and writes the files of the evaluation commands, with errors that name the line."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError


def json_lines(file: Path, *, needs: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file; each must have the fields it `needs`."""
    with _opened(file) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise CommandError(f"{file}, line {number}: not JSON: {error}") from None
            missing = [field for field in needs if not isinstance(row, dict) or field not in row]
            if missing:
                raise CommandError(f"{file}, line {number}: no “{missing[0]}”")
            yield row


def csv_rows(file: Path, *, needs: Iterable[str]) -> list[dict[str, str]]:
    """The rows of a CSV file whose header must have the columns it `needs`."""
    with _opened(file) as lines:
        reader = csv.DictReader(lines)
        for column in needs:
            if column not in (reader.fieldnames or ()):
                raise CommandError(f"{file}: no column “{column}” in the first line")
        return list(reader)


def write_json_lines(file: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    with file.open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def _opened(file: Path) -> Any:
    try:
        return file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from None
