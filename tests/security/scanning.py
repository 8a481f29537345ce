"""Asks semgrep with the rules that lie beside this module."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parent / "rules"
QUIETLY = ("--metrics=off", "--disable-version-check", "--quiet", "--no-git-ignore", "--json")
PLACES = {"python": "conversations/example.py"}  # where an example lies that does not say where


@dataclass(frozen=True)
class Rule:
    """A rule, and what it must and must not find."""

    name: str
    place: str
    bad: list[str]
    good: list[str]


def rules() -> list[Rule]:
    """Those of all files."""
    return [_rule(one) for file in sorted(RULES.glob("*.yaml")) for one in yaml.safe_load(file.read_text())["rules"]]


def found(folder: Path) -> Iterator[tuple[str, str]]:
    """The rule and the path of whatever semgrep finds below the folder; RuntimeError when it cannot look."""
    semgrep = Path(sys.executable).with_name("semgrep")
    asked = [str(semgrep), "scan", *QUIETLY, "--config", str(RULES), "."]
    ran = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout or "{}")
    if ran.returncode not in {0, 1} or told.get("errors"):
        raise RuntimeError(ran.stderr or told)
    for one in told["results"]:
        yield str(one["check_id"]).rsplit(".", maxsplit=1)[-1], str(one["path"])


def _rule(told: dict[str, Any]) -> Rule:
    about = told["metadata"]
    place = about.get("path") or PLACES[told["languages"][0]]
    return Rule(str(told["id"]), str(place), list(about["bad"]), list(about["good"]))
