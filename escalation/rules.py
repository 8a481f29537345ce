"""The pure decision whether a person takes over, looks at the answer first, or is only told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from escalation.book import Book, Rule, RuleBook, Unreadable, document_of
from escalation.conditions import holds
from escalation.defaults import UNREADABLE_SAY
from escalation.explaining import Considered, Fired, Lack, Nearly, explain
from escalation.facts import Facts
from escalation.order import asked
from escalation.reading import parse, problems, read
from escalation.reading_conditions import RuleError
from escalation.vocabulary import ASK_APPROVAL, PRIORITIES, PROTECTIVE, TRIGGERS

__all__ = [
    "PRIORITIES",
    "PROTECTIVE",
    "TRIGGERS",
    "Approval",
    "Book",
    "Considered",
    "Fired",
    "HandOver",
    "Lack",
    "Marks",
    "Nearly",
    "Rule",
    "RuleBook",
    "RuleError",
    "Unreadable",
    "decide",
    "document_of",
    "explain",
    "fired",
    "marks",
    "parse",
    "problems",
    "read",
]


@dataclass(frozen=True, slots=True)
class HandOver:
    """The baton goes to a person: why, by which rule, to whom, and what the customer reads."""

    trigger: str
    label: str
    rule: str
    version: int
    team: str | None
    priority: str
    say: str
    reason: str
    signals: tuple[str, ...]
    skill: str | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """An agent looks at the assistant's answer before it goes out; where there is none to look at: `instead`."""

    trigger: str
    label: str
    rule: str
    version: int
    reason: str
    instead: HandOver


@dataclass(frozen=True, slots=True)
class Marks:
    """The tags to put on the conversation, and who is told: `supervisors`, `admins` or ids of agents."""

    tags: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()


def decide(facts: Facts, rules: Book) -> HandOver | Approval | None:
    """What the first rule that holds asks for, or None while the assistant may go on; rules that only mark ask nothing.

    Protective rules come first whatever their place in the book, then the others in order. Below them lies a floor
    that no book can remove: a protective signal over its own threshold is always a hand-over.
    """
    chosen = _chosen(facts, rules)
    if chosen is None:
        return _unreadable(facts, rules) if isinstance(rules, Unreadable) else None
    handover = _hand_over(chosen, facts, rules.version)
    if chosen.does != ASK_APPROVAL:
        return handover
    return Approval(chosen.trigger, chosen.label, chosen.name, rules.version, handover.reason, handover)


def marks(facts: Facts, rules: Book) -> Marks:
    """What all rules that hold and only mark leave behind, wherever they stand, and what the deciding rule does."""
    chosen = _chosen(facts, rules)
    marking = [rule for rule in asked(rules) if not rule.ends and holds(rule.when, facts)]
    marking += [] if chosen is None else [chosen]
    tags = dict.fromkeys(tag for rule in marking for tag in rule.tags)
    return Marks(tuple(tags), tuple(dict.fromkeys(one for rule in marking for one in rule.notify)))


def fired(facts: Facts, rules: Book) -> tuple[str, ...]:
    """The triggers whose rules hold, that of the deciding rule first; those of rules that only mark are none."""
    held = [rule for rule in asked(rules) if rule.ends and holds(rule.when, facts)]
    return tuple(dict.fromkeys(rule.trigger for rule in held))


def _chosen(facts: Facts, rules: Book) -> Rule | None:
    return next((rule for rule in asked(rules) if rule.ends and holds(rule.when, facts)), None)


def _hand_over(rule: Rule, facts: Facts, version: int) -> HandOver:
    return HandOver(
        trigger=rule.trigger,
        label=rule.label,
        rule=rule.name,
        version=version,
        team=rule.team,
        priority=rule.priority,
        say=_in_language(rule.say, facts.language),
        reason=_with_quote(rule.reason, rule.trigger, facts),
        signals=_fired(facts, rule.trigger),
        skill=rule.skill,
    )


def _unreadable(facts: Facts, rules: Unreadable) -> HandOver:
    return HandOver(
        trigger="rules_unreadable",
        label="The rules could not be read",
        rule="",
        version=rules.version,
        team=None,
        priority="high",
        say=_in_language(UNREADABLE_SAY, facts.language),
        reason=f"The published rules could not be read, so a person decides. {rules.problem}",
        signals=_fired(facts, ""),
    )


def _in_language(say: Mapping[str, str], language: str) -> str:
    return say.get(language.split("-", maxsplit=1)[0].lower(), say["en"])


def _with_quote(reason: str, trigger: str, facts: Facts) -> str:
    signal = facts.signals.get(trigger)
    if signal is None or not signal.evidence:
        return reason
    words = " ".join(signal.evidence[0].text.split())
    short = words if len(words) <= 160 else f"{words[:159].rstrip()}…"
    return f"{reason.rstrip('.')}: “{short}”."


def _fired(facts: Facts, trigger: str) -> tuple[str, ...]:
    names = sorted(name for name, signal in facts.signals.items() if signal.fired)
    return tuple(sorted(names, key=lambda name: name != trigger))
