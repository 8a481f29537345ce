"""A rule and a book of rules, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from escalation import conditions
from escalation.conditions import Condition
from escalation.vocabulary import HAND_OVER, MARK, PROTECTIVE

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """When it holds, what it does, and where the conversation goes with which words by language.

    `does`: hand_over to a person, ask_approval of an agent for the answer, or only mark with `tags` and `notify`, which
    apply to the other two as well.
    """

    name: str
    trigger: str
    label: str
    when: Condition
    team: str | None
    priority: str
    say: Mapping[str, str]
    reason: str
    on: bool = True
    does: str = HAND_OVER
    skill: str | None = None
    tags: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()

    @property
    def protects(self) -> bool:
        """Whether its trigger is one that no company can switch off."""
        return self.trigger in PROTECTIVE

    @property
    def ends(self) -> bool:
        """Whether the search for a decision ends with it."""
        return self.does != MARK


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A version's rules in their order."""

    rules: tuple[Rule, ...]
    version: int = 0


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A stored book that this version cannot read: every decision on it is a person."""

    problem: str
    version: int = 0


Book: TypeAlias = RuleBook | Unreadable


def document_of(book: RuleBook) -> dict[str, Any]:
    """The JSON document from which `parse` makes an equal book."""
    return {"format": FORMAT, "rules": [rule_document(rule) for rule in book.rules]}


def rule_document(rule: Rule) -> dict[str, Any]:
    """One rule as a document, with every field."""
    return {
        "name": rule.name,
        "trigger": rule.trigger,
        "label": rule.label,
        "on": rule.on,
        "when": conditions.document_of(rule.when),
        "does": rule.does,
        "team": rule.team,
        "skill": rule.skill,
        "priority": rule.priority,
        "tags": list(rule.tags),
        "notify": list(rule.notify),
        "say": dict(rule.say),
        "reason": rule.reason,
    }
