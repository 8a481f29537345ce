"""Decides a file of written cases by a tenant's rules and knowledge; nothing is stored."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from assistant import conduct
from assistant.models import Engine
from conversations import replaying
from conversations.replaying import CaseError
from conversations.rules_replay import cases
from conversations.rules_replay.cases import BookError
from escalation.rules import Book
from tenants import current
from tenants.models import Tenant

PROGRESS_EVERY = 100


class Command(BaseCommand):
    """`replay --tenant SLUG --input cases.jsonl --output decisions.jsonl`: one JSON object a line in and out.

    With `--rules document.json` each decision also tells what these rules would change against the published ones.
    """

    help = "Replay written cases through the turn that serves customers. A bad line gives {“line”, “error”}."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose rules and knowledge, and the two files."""
        parser.add_argument("--tenant", required=True, metavar="SLUG", help="the tenant's name, as in its host name")
        parser.add_argument("--input", type=Path, required=True)
        parser.add_argument("--output", type=Path, required=True)
        parser.add_argument("--engine", choices=Engine.values, help="instead of the tenant's own choice")
        parser.add_argument("--rules", type=Path, help="a document of rules to compare with the published ones")

    def handle(self, *_: object, **options: Any) -> None:
        """Every line of the input gives one of the output, in the same order."""
        tenant = Tenant.objects.filter(schema_name=options["tenant"]).first()
        if tenant is None:
            raise CommandError(f"there is no tenant {options['tenant']}")
        try:
            other = None if options["rules"] is None else cases.read_book(options["rules"])
            with (
                options["input"].open(encoding="utf-8") as lines,
                options["output"].open("w", encoding="utf-8") as output,
                current.entered(tenant),
            ):
                done, bad = self._run(lines, output, engine=options["engine"], other=other)
        except BookError as error:
            raise CommandError(f"{options['rules']}: {error}") from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        self.stderr.write(f"{done} cases decided, {bad} lines could not be read")

    def _run(self, lines: TextIO, output: TextIO, *, engine: str | None, other: Book | None) -> tuple[int, int]:
        settings = conduct.wanted()
        settings.engine = engine or settings.engine
        done = bad = 0
        changes: Counter[str] = Counter()
        for number, case in _cases(lines):
            if isinstance(case, CaseError):
                row: replaying.Json = {"line": number, "error": str(case)}
                bad += 1
            else:
                row = replaying.replay(case, settings=settings, other=other)
                done += 1
                changes.update([row["compared"]["change"]] if other is not None else [])
            output.write(json.dumps(row, ensure_ascii=False) + "\n")
            if (done + bad) % PROGRESS_EVERY == 0:
                self.stderr.write(f"{done + bad} …")
        if other is not None:
            self.stderr.write(cases.summary(changes))
        return done, bad


def _cases(lines: TextIO) -> Iterator[tuple[int, replaying.Case | CaseError]]:
    """Each line that is not blank, by its number, as a case or as what is wrong with it."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, replaying.read_case(json.loads(line))
        except CaseError as error:
            yield number, error
        except ValueError as error:
            yield number, CaseError(f"not JSON: {error}")
