"""Trains the signals for anger, distress and wishing for a person, and writes their weights."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError
from numpy.typing import NDArray

from assistant.encoders import minilm
from escalation.public_data import SIGNALS, DataError, Example, gather
from escalation.signals import model
from escalation.signals.teaching import Taught, teach

BATCH = 256
FIGURES = "figures.json"


class Command(BaseCommand):
    """`train_signals --data FOLDER`: the same data gives the same figures; `--check` compares, writes nothing."""

    help = "Train the signals from the folder of public data and the hand-written cases, and print their figures."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", type=Path, required=True, help="folder of public data, one folder a set")
        parser.add_argument("--signal", choices=SIGNALS, action="append", help="only this signal; may be repeated")
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a figure differs")

    def handle(self, *_: object, **options: Any) -> None:
        chosen = options["signal"] or list(SIGNALS)
        try:
            examples = {signal: gather(signal, options["data"]) for signal in chosen}
        except DataError as error:
            raise CommandError(str(error)) from error
        texts = sorted({example.text for listed in examples.values() for example in listed})
        rows = dict(zip(texts, encode(texts, self._say), strict=True))
        taught: dict[str, Taught] = {}
        for signal, listed in examples.items():
            self._say(f"training {signal} on {len(listed)} examples …")
            taught[signal] = teach(signal, listed, np.stack([rows[example.text] for example in listed]))
        for each in taught.values():
            for figure in each.figures:
                self.stdout.write(figure.line())
        (self._compare if options["check"] else self._write)(taught)

    def _write(self, taught: dict[str, Taught]) -> None:
        for signal, each in taught.items():
            path = model.save(signal, each.weights)
            self._say(f"wrote {path.name}, {path.stat().st_size // 1024} KB")
        kept = {**_kept_figures(), **{signal: _plain(each) for signal, each in taught.items()}}
        text = json.dumps(kept, indent=1, sort_keys=True)
        (model.WEIGHTS / FIGURES).write_text(f"{text}\n", encoding="utf-8")

    def _compare(self, taught: dict[str, Taught]) -> None:
        kept = _kept_figures()
        changed = [signal for signal, each in taught.items() if kept.get(signal) != _plain(each)]
        if changed:
            raise CommandError(f"other figures than those kept for {', '.join(changed)}")
        self._say("the same figures as those kept")

    def _say(self, line: str) -> None:
        self.stderr.write(line)


def encode(texts: Sequence[str], say: Callable[[str], None]) -> NDArray[np.float32]:
    """One vector per text, with a line of progress every 4,096 texts."""
    parts = []
    for start in range(0, len(texts), BATCH):
        if start % 4096 == 0:
            say(f"encoding {start} of {len(texts)} …")
        parts.append(minilm.encode(texts[start : start + BATCH]))
    return np.concatenate(parts)


def held_out(examples: Sequence[Example]) -> list[Example]:
    """The examples that no training sees."""
    return [example for example in examples if example.held_out]


def _plain(taught: Taught) -> list[dict[str, Any]]:
    """Figures as they are kept: to four digits, so that another processor's last bits do not matter."""
    rows = [asdict(figure) for figure in taught.figures]
    return [{key: round(v, 4) if isinstance(v, float) else v for key, v in row.items()} for row in rows]


def _kept_figures() -> dict[str, Any]:
    path = model.WEIGHTS / FIGURES
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
