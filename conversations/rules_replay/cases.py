"""One case with two books: what each decides about the same facts, and what that changes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from escalation import rules
from escalation.facts import Facts
from escalation.replay.comparing import Change
from escalation.rules import Approval, Book, HandOver, RuleBook, RuleError

Json = dict[str, Any]
Outcome = HandOver | Approval | None
HANDED, HELD, STAYS = "handover", "approval", "answer"


class BookError(ValueError):
    """A file holds no rule book; the message says what is wrong with it."""


def read_book(path: Path) -> RuleBook:
    """The rule book in a file, as it is exported or sent; OSError and BookError when there is none."""
    try:
        return rules.parse(json.loads(path.read_text(encoding="utf-8")))
    except RuleError as error:
        raise BookError(f"{error.place}: {error.problem}") from error
    except ValueError as error:
        raise BookError(f"not JSON: {error}") from error


def compare(facts: Facts, before: Book, after: Book) -> Json:
    """Both decisions about the facts, and the change between them."""
    was, now = rules.decide(facts, before), rules.decide(facts, after)
    return {"before": _told(was), "after": _told(now), "change": _change(was, now).value}


def summary(changes: Counter[str]) -> str:
    """What the cases come to, in a line."""
    told = [f"{changes[change.value]} {change.value.replace('_', ' ')}" for change in Change if changes[change.value]]
    return f"with the other rules: {', '.join(told) or 'no case was decided'}"


def _told(outcome: Outcome) -> Json:
    handover = outcome.instead if isinstance(outcome, Approval) else outcome
    if handover is None:
        return {"decision": STAYS, "rule": None}
    return {
        "decision": HELD if isinstance(outcome, Approval) else HANDED,
        "rule": handover.rule,
        "trigger": handover.trigger,
        "team": handover.team,
        "skill": handover.skill,
        "priority": handover.priority,
        "reason": handover.reason,
    }


def _change(was: Outcome, now: Outcome) -> Change:
    match was, now:
        case HandOver(), HandOver():
            same = (was.team, was.skill, was.priority) == (now.team, now.skill, now.priority)
            return Change.SAME if same else Change.TARGET
        case _, HandOver():
            return Change.NEWLY
        case HandOver(), _:
            return Change.NO_LONGER
        case None, Approval():
            return Change.APPROVAL_ADDED
        case Approval(), None:
            return Change.APPROVAL_GONE
        case _:
            return Change.SAME
