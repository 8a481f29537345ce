"""Fits how retrieval sums its views and how sure it is of a hit, and prints figures on groups left out."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand

from assistant.evaluation import bench, figures, fitting
from assistant.evaluation.fitting import Seen
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
        own = bench.own()
        asked = [variant for one in own for variant in bench.with_questions(one)]
        seen = [self._see(one) for one in [*own, *asked, *bench.public(data)]]
        abroad = [self._see(one) for one in bench.in_other_languages()]
        self.stdout.write("\nEnglish")
        self._measure(seen, [], views=FEATURES, signs=confidence.SIGNS)
        self.stdout.write("\nother languages")
        self._measure(abroad, seen, views=fitting.READ_BY_ALL, signs=fitting.SIGNS_FOR_ALL)
        if write:
            fitted = {
                "en": fitting.fit(seen, views=FEATURES, signs=confidence.SIGNS),
                "other": fitting.fit([*seen, *abroad], views=fitting.READ_BY_ALL, signs=fitting.SIGNS_FOR_ALL),
            }
            document = {name: _document(one) for name, one in fitted.items()}
            weights.FILE.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
            self.stdout.write(f"wrote {weights.FILE}")

    def _see(self, one: bench.Bench) -> Seen:
        self.stdout.write(f"reading {one.name}: {len(one.articles)} articles, {len(one.asked)} questions")
        return fitting.see(one)

    def _measure(self, seen: list[Seen], also: list[Seen], *, views: Sequence[str], signs: Sequence[str]) -> None:
        """Each group of `seen` by a fit on the other groups and `also`."""
        self.stdout.write("left out              questions  right first  refused at 90%  calibration error")
        together: list[figures.Outcome] = []
        for group in dict.fromkeys(one.bench.group for one in seen):
            others = [one for one in [*seen, *also] if one.bench.group != group]
            fitted = fitting.fit(others, views=views, signs=signs)
            for one in seen:
                if one.bench.group == group:
                    outcomes = fitting.outcomes(one, fitted)
                    self._print(one.bench.name, outcomes)
                    together += outcomes if one.bench.counts > 1.0 else []
        self._print("own benches together", together)

    def _print(self, name: str, outcomes: list[figures.Outcome]) -> None:
        self.stdout.write(
            f"{name:22} {len(outcomes):8} {figures.right_first(outcomes):12.3f} "
            f"{figures.refused_at(outcomes, 0.9):15.3f} {figures.calibration_error(outcomes):18.3f}"
        )


def _document(one: weights.Weights) -> dict[str, object]:
    return {
        "views": {name: round(float(value), 4) for name, value in zip(FEATURES, one.views, strict=True)},
        "signs": {name: round(float(value), 4) for name, value in zip(confidence.SIGNS, one.signs, strict=True)},
        "bias": round(one.bias, 4),
    }
