"""Prints every measure of the product's accuracy and speed, with its number of cases and a 95% interval."""

import json
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from conversations.evaluation.parts import PARTS
from conversations.evaluation.table import HEADER, Row, Work


class Command(BaseCommand):
    """`evaluate --data FOLDER [--out report.json] [--only PART …]`."""

    help = "Measure intents, retrieval, confidence, signals and speed on held-out files, and compare with the aims."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the public data is, where the report goes, and which parts of the table to measure."""
        parser.add_argument("--data", type=Path, required=True, help="folder of public data, one folder a set")
        parser.add_argument("--out", type=Path, help="write the report as JSON")
        parser.add_argument("--only", choices=sorted(PARTS), action="append", help="only this part; may be repeated")

    def handle(self, *, data: Path, out: Path | None, only: Sequence[str] | None, **_: object) -> None:
        """Measure part by part; the table comes at the end, after the lines of progress."""
        if not data.is_dir():
            raise CommandError(f"{data} is not a folder")
        rows: list[Row] = []
        started = time.monotonic()
        work = Work(data, lambda line: self.stderr.write(f"{time.monotonic() - started:6.0f} s  {line}"))
        for name, part in PARTS.items():
            if only and name not in only:
                continue
            work.say(name)
            try:
                rows += part(work)
            except FileNotFoundError as error:
                raise CommandError(f"{error.filename}: the folder of public data lacks it") from error
            if out is not None:
                _write(rows, out)  # part by part: a long run that is stopped has not been in vain
        self.stdout.write(HEADER)
        for row in rows:
            self.stdout.write(row.line())


def _write(rows: Sequence[Row], out: Path) -> None:
    reached = {state: sum(row.reached == state for row in rows) for state in ("goal", "floor", "missed", "no aim")}
    document = {"reached": reached, "measures": [row.to_json() for row in rows]}
    out.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
