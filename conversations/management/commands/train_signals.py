"""Trains the signals: first the models of single lines, then the network over whole talks; writes their weights."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError
from numpy.typing import NDArray

from assistant.encoders import minilm, use
from assistant.reading import BEGINS
from escalation import cases
from escalation.evaluation import Figure
from escalation.hearing import SECOND_VIEW, Heard, Line
from escalation.public_data import SIGNALS, DataError, Example, gather
from escalation.signals import lessons, marks, model, network, portrait, rehearsal, schooling, surroundings
from escalation.signals.lessons import Lesson
from escalation.signals.teaching import teach

BATCH = 256
FIGURES = "figures.json"
NETWORK = "network"
SAMPLE = "sample"  # the network on the part of the held-out talks that the rehearsal measures on
REHEARSAL = "rehearsal"  # of the network's training, which a test does again
CASES = "cases"  # a sum over the written cases that the network was trained on

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
Views = Mapping[str, NDArray[np.float32]]


class Command(BaseCommand):
    """`train_signals --data FOLDER`: the same data gives the same figures; `--check` compares, writes nothing."""

    help = "Train the signals from the folder of public data and the hand-written cases, and print their figures."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", type=Path, required=True, help="folder of public data, one folder a set")
        parser.add_argument("--only", choices=(*SIGNALS, NETWORK), action="append", help="this part; may be repeated")
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a figure differs")

    def handle(self, *_: object, **options: Any) -> None:
        chosen = options["only"] or [*SIGNALS, NETWORK]
        taught: dict[str, list[Figure]] = {}
        try:
            taught |= self._teach_lines([name for name in chosen if name != NETWORK], options)
            if NETWORK in chosen:
                taught |= self._teach_network(options)
        except DataError as error:
            raise CommandError(str(error)) from error
        for figures in taught.values():
            for figure in figures:
                self.stdout.write(figure.line())
        (self._compare if options["check"] else self._write)(taught)

    def _teach_lines(self, chosen: Sequence[str], options: Mapping[str, Any]) -> dict[str, list[Figure]]:
        examples = {signal: gather(signal, options["data"]) for signal in chosen}
        texts = sorted({example.text for listed in examples.values() for example in listed})
        rows = dict(zip(texts, encode(texts, self._say), strict=True)) if texts else {}
        figures: dict[str, list[Figure]] = {}
        for signal, listed in examples.items():
            self._say(f"training {signal} on {len(listed)} examples …")
            taught = teach(signal, listed, np.stack([rows[example.text] for example in listed]))
            figures[signal] = taught.figures
            if not options["check"]:
                model.save(signal, taught.weights)
        model.load.cache_clear()
        return figures

    def _teach_network(self, options: Mapping[str, Any]) -> dict[str, list[Figure]]:
        listed = lessons.gather(options["data"])
        whole = draw_table([*listed, *surroundings.vary(listed)], self._say)
        held = np.array([lesson.held_out for lesson in whole.lessons])
        self._say(f"training the network on {int((~held).sum())} lessons …")
        taught = network.halved(schooling.teach(whole.part(~held), self._say))
        if not options["check"]:
            network.save(taught)
        kept = whole.part(held)
        figures = marks.mark(kept.lessons, taught.values(kept.rows))
        sample = kept.part(np.array([rehearsal.is_part(lesson) for lesson in kept.lessons]))
        few = [each for each in marks.mark(sample.lessons, taught.values(sample.rows)) if each.name == rehearsal.F1]
        return {NETWORK: figures, SAMPLE: few, REHEARSAL: rehearsal.rehearse(whole)}

    def _write(self, taught: Mapping[str, list[Figure]]) -> None:
        kept = {**kept_figures(), **{name: _plain(figures) for name, figures in taught.items()}}
        if NETWORK in taught:
            kept[CASES] = cases.fingerprint()
        text = json.dumps(kept, indent=1, sort_keys=True)
        (model.WEIGHTS / FIGURES).write_text(f"{text}\n", encoding="utf-8")
        self._say(f"wrote the weights and figures of {', '.join(taught)}")

    def _compare(self, taught: Mapping[str, list[Figure]]) -> None:
        kept = kept_figures()
        changed = [name for name, figures in taught.items() if kept.get(name) != _plain(figures)]
        if changed:
            raise CommandError(f"other figures than those kept for {', '.join(changed)}")
        self._say("the same figures as those kept")

    def _say(self, line: str) -> None:
        self.stderr.write(line)


def draw_table(listed: Sequence[Lesson], say: Callable[[str], None]) -> schooling.Table:
    """The lessons with what the network sees of them."""
    texts = sorted({turn.text for lesson in listed for turn in lesson.turns if turn.role == "customer"})
    near = dict(zip(texts, encode(texts, say), strict=True))
    far = dict(zip(texts, encode(texts, say, encoder=use.encode), strict=True))
    said = sorted({turn.text for lesson in listed for turn in lesson.turns if turn.role == "assistant"})
    replies = dict(zip(said, encode([text[:BEGINS] for text in said], say, encoder=use.encode), strict=True))
    say(f"drawing {len(listed)} talks …")
    return schooling.table(listed, np.stack([portrait.draw(_heard(lesson, near, far, replies)) for lesson in listed]))


def encode(texts: Sequence[str], say: Callable[[str], None], *, encoder: Encode = minilm.encode) -> NDArray[np.float32]:
    """One vector per text, with a line of progress every 4,096 texts."""
    parts = []
    for start in range(0, len(texts), BATCH):
        if start % 4096 == 0:
            say(f"encoding {start} of {len(texts)} …")
        parts.append(encoder(texts[start : start + BATCH]))
    return np.concatenate(parts)


def held_out(examples: Sequence[Example]) -> list[Example]:
    """The examples that no training sees."""
    return [example for example in examples if example.held_out]


def _heard(lesson: Lesson, near: Views, far: Views, replies: Views) -> Heard:
    lines = tuple(Line(turn.role, turn.text, seq) for seq, turn in enumerate(lesson.turns, 1))
    said = [line.text for line in lines if line.role == "customer"]
    views = np.stack([near[text] for text in said]), np.stack([far[text] for text in said])
    answered = [replies[line.text] for line in lines if line.role == "assistant"]
    rows = np.array(answered, dtype=np.float32).reshape(-1, SECOND_VIEW)
    return Heard(lines, views[0], customer=lesson.customer, vectors_use=views[1], replies=rows)


def _plain(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Figures as they are kept: to four digits, so that another processor's last bits do not matter."""
    rows = [asdict(figure) for figure in figures]
    return [{key: round(v, 4) if isinstance(v, float) else v for key, v in row.items()} for row in rows]


def kept_figures() -> dict[str, Any]:
    """What is kept beside the weights: the figures of each part, and which written cases they come from."""
    path = model.WEIGHTS / FIGURES
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
