"""Fits a tenant's intents on one file and guesses those of another."""

import csv
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from assistant import intents
from assistant.evaluation import files


class Command(BaseCommand):
    """`evaluate_intents --train train.csv --test test.csv --output out.csv`."""

    help = "Learn intents from the rows text,label of one file and write predictions for another."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two files to read and one to write."""
        parser.add_argument("--train", type=Path, required=True, help="columns text,label")
        parser.add_argument("--test", type=Path, required=True, help="columns text,label")
        parser.add_argument("--output", type=Path, required=True)

    def handle(self, *, train: Path, test: Path, output: Path, **_: object) -> None:
        """Fit, guess, write."""
        known = files.csv_rows(train, needs=("text", "label"))
        asked = files.csv_rows(test, needs=("text", "label"))
        if len({row["label"] for row in known}) < 2:
            raise CommandError(f"{train}: at least two labels are needed to tell intents apart")
        self.stdout.write(f"learning from {len(known)} examples")
        fitted = intents.fit(*intents.with_names([row["text"] for row in known], [row["label"] for row in known]))
        self.stdout.write(f"threshold {fitted.threshold:.3f}; guessing {len(asked)}")
        guesses = fitted.guess([row["text"] for row in asked])
        with output.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines)
            writer.writerow(["text", "label", "predicted", "confidence", "accepted"])
            for row, guess in zip(asked, guesses, strict=True):
                accepted = "true" if guess.accepted else "false"
                writer.writerow([row["text"], row["label"], guess.label, f"{guess.confidence:.4f}", accepted])
        self.stdout.write(f"written to {output}")
