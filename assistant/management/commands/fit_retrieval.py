"""Fits how retrieval sums its views and how sure it is of a hit, and prints figures on groups left out."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from assistant.evaluation import bench, figures, fitting
from assistant.evaluation.fitting import Eyes, Family, Seen
from assistant.knowledge import confidence, weights
from assistant.knowledge.views import FEATURES


class Command(BaseCommand):
    """`fit_retrieval --data FOLDER [--write]`."""

    help = "Fit the weights of retrieval and confidence; measure them on benches whose group was left out."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder of public data, and whether to write the weights."""
        parser.add_argument("--data", type=Path, required=True, help="folder with banking77, clinc150 …")
        parser.add_argument("--write", action="store_true", help=f"write {weights.FILE.name}")

    def handle(self, *, data: Path, write: bool, **_: object) -> None:
        """Fit on all but one group at a time and print, then on all."""
        eyes = Eyes()
        seen = [self._see(one, eyes) for one in [*bench.all_ways(bench.own()), *bench.public(data)]]
        abroad = [self._see(one, eyes) for one in bench.in_other_languages()]
        self.stdout.write("\nEnglish")
        self._measure(seen, [], fitting.ENGLISH)
        self.stdout.write("\nother languages")
        self._measure(abroad, seen, fitting.OTHER)
        if write:
            fitted = {
                fitting.ENGLISH.name: fitting.fit(seen, fitting.ENGLISH),
                fitting.OTHER.name: fitting.fit([*seen, *abroad], fitting.OTHER),
            }
            document = {name: _document(one) for name, one in fitted.items()}
            weights.FILE.write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")
            self.stdout.write(f"wrote {weights.FILE}")

    def _see(self, one: bench.Bench, eyes: Eyes) -> Seen:
        self.stdout.write(f"reading {one.name}: {len(one.articles)} articles, {len(one.asked)} questions")
        return eyes.see(one)

    def _measure(self, seen: list[Seen], also: list[Seen], family: Family) -> None:
        """Each group of `seen` by a fit on other groups and `also`."""
        self.stdout.write("left out              questions  right first  refused at 90%  calibration error")
        ways: dict[str, list[figures.Outcome]] = {}
        for part in fitting.left_out([one.bench.group for one in seen]):
            fitted = fitting.fit([one for one in [*seen, *also] if one.bench.group not in part], family)
            for one in seen:
                if one.bench.group in part:
                    outcomes = fitting.outcomes(one, fitted)
                    self._print(one.bench.name, outcomes)
                    if one.bench.own:
                        ways.setdefault(one.bench.ask.name.lower(), []).extend(outcomes)
        for way, outcomes in ways.items():
            self._print(f"companies, {way}", outcomes)

    def _print(self, name: str, outcomes: list[figures.Outcome]) -> None:
        self.stdout.write(
            f"{name:22} {len(outcomes):8} {figures.right_first(outcomes):12.3f} "
            f"{figures.refused_at(outcomes, 0.9):15.3f} {figures.calibration_error(outcomes):18.3f}"
        )


def _document(one: weights.Weights) -> dict[str, object]:
    return {
        "views": {name: round(float(value), 4) for name, value in zip(FEATURES, one.views, strict=True)},
        "signs": {name: round(float(value), 4) for name, value in zip(confidence.SIGNS, one.signs, strict=True)},
        "minilm": [round(float(value), 3) for value in one.minilm] if one.minilm.any() else [],
        "use": [round(float(value), 3) for value in one.use],
        "halfway": [round(float(value), 3) for value in one.halfway] if one.halfway.any() else [],
        "middle": [round(float(value), 4) for value in one.middle] if one.halfway.any() else [],
        "bias": round(one.bias, 4),
    }
