"""Prints precision, recall and F1 of the signals on texts that they were not trained on."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from conversations.management.commands.train_signals import encode, held_out
from escalation.public_data import SIGNALS, DataError, gather
from escalation.signals import model
from escalation.signals.teaching import figures


class Command(BaseCommand):
    """`evaluate_signals [--data FOLDER]`: on held-out hand-written cases, and public data where it is given."""

    help = "Measure the signals' committed weights on the held-out parts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", type=Path, help="folder of public data; without it the hand-written cases alone")

    def handle(self, *_: object, **options: Any) -> None:
        for signal in SIGNALS:
            try:
                examples = held_out(gather(signal, options["data"]))
            except DataError as error:
                raise CommandError(str(error)) from error
            vectors = encode([example.text for example in examples], self.stderr.write)
            for figure in figures(signal, model.load(signal), examples, vectors):
                if figure.n:
                    self.stdout.write(figure.line())
