"""A write that a policy is asked about, and whether it should pass."""

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.skills import clauses
from assistant.skills.clauses import Policy

Json = dict[str, Any]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """An act with its facts; `how` names the task it is from, and what was changed about it."""

    how: str
    act: str
    facts: Json
    allowed: bool


def policy(name: str) -> Policy:
    """One of the policies that are written down here."""
    return clauses.read_policy(load(HERE / f"{name}.json"))


def load(file: Path) -> Any:
    """The JSON of a file, with exact decimals."""
    return json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


def passes(rules: Policy, case: Case) -> bool:
    """Whether the policy lets the write pass without a person."""
    return not clauses.judge_act(rules, case.act, case.facts).broken


def changed(case: Case, how: str, path: Sequence[str], value: Any) -> Case:
    """The same write with one fact changed, which forbids it."""
    facts = deepcopy(case.facts)
    inner = facts
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    return Case(f"{case.how}: {how}", case.act, facts, allowed=False)
