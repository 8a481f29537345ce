"""The rule book: strict parsing, and the pure decision whether a person takes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from escalation.conditions import Comparison, Condition, RuleError, holds, read_condition
from escalation.defaults import DEFAULT_RULES, UNREADABLE_SAY
from escalation.facts import Facts
from escalation.signals import NAMES

__all__ = ["PROTECTIVE", "HandOver", "Rule", "RuleBook", "RuleError", "Unreadable", "decide", "parse", "read"]

FORMAT = 1
TRIGGERS = (*NAMES, "low_confidence")
# The gravest first; a tenant may tighten these, never loosen them.
PROTECTIVE = ("distress", "billing_legal", "asks_human")
REQUIRED = ("distress", "asks_human")  # books written before disputes had a signal rest on the floor for them
PRIORITIES = ("normal", "high", "urgent")
MOST_RULES = 200
_RULE_FIELDS = {"name", "trigger", "label", "when", "team", "priority", "say", "reason"}
_OPTIONAL = {"on"}
_LONGEST = {"name": 80, "label": 80, "team": 80, "reason": 300}


@dataclass(frozen=True, slots=True)
class Rule:
    """When it holds, and where the conversation goes with which words; `say` maps language codes to texts."""

    name: str
    trigger: str
    label: str
    when: Condition
    team: str | None
    priority: str
    say: Mapping[str, str]
    reason: str
    on: bool = True


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


def decide(facts: Facts, rules: Book) -> HandOver | None:
    """A hand-over, or None while the assistant may go on.

    Protective rules come first whatever their place in the book, then the others in order. Below them lies a floor
    that no book can remove: a protective signal over its own threshold is always a hand-over.
    """
    if isinstance(rules, Unreadable):
        guarded = _first(_FLOOR, facts)
        return _hand_over(guarded, facts, rules.version) if guarded else _unreadable(facts, rules)
    chosen = _first(_in_order(rules), facts)
    return _hand_over(chosen, facts, rules.version) if chosen else None


def fired(facts: Facts, rules: Book) -> tuple[str, ...]:
    """The triggers whose rules hold, that of the deciding rule first."""
    ordered = _FLOOR if isinstance(rules, Unreadable) else _in_order(rules)
    return tuple(dict.fromkeys(rule.trigger for rule in ordered if holds(rule.when, facts)))


def parse(document: object, *, version: int = 0) -> RuleBook:
    """The rule book that a JSON document describes; raises RuleError naming the first place that is wrong."""
    if not isinstance(document, dict) or document.keys() != {"format", "rules"}:
        raise RuleError("document", "must be an object with exactly format and rules")
    if document["format"] != FORMAT or isinstance(document["format"], bool):
        raise RuleError("format", f"must be {FORMAT}")
    listed = document["rules"]
    if not isinstance(listed, list) or len(listed) > MOST_RULES:
        raise RuleError("rules", f"must be a list of at most {MOST_RULES} rules")
    rules = tuple(_read_rule(rule, f"rules[{i}]") for i, rule in enumerate(listed))
    _check_names(rules)
    _check_protection(rules)
    return RuleBook(rules, version)


def read(document: object, *, version: int) -> Book:
    """A stored document: its rule book, or Unreadable with what is wrong."""
    try:
        return parse(document, version=version)
    except RuleError as error:
        return Unreadable(str(error), version)


def _in_order(book: RuleBook) -> list[Rule]:
    """The rules that are on, the protective ones first with the floor below them."""
    live = [rule for rule in book.rules if rule.on]
    protective = [rule for rule in live if rule.trigger in PROTECTIVE]
    return [*_guard(protective), *(rule for rule in live if rule.trigger not in PROTECTIVE)]


def _first(rules: list[Rule], facts: Facts) -> Rule | None:
    return next((rule for rule in rules if holds(rule.when, facts)), None)


def _guard(protective: list[Rule]) -> list[Rule]:
    """The tenant's protective rules, each trigger followed by the floor for it."""
    guarded: list[Rule] = []
    for floor in _FLOOR:
        guarded += [rule for rule in protective if rule.trigger == floor.trigger]
        guarded.append(floor)
    return guarded


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


def _read_rule(document: object, place: str) -> Rule:
    if not isinstance(document, dict):
        raise RuleError(place, "a rule must be an object")
    unknown = sorted(str(key) for key in document.keys() - _RULE_FIELDS - _OPTIONAL)
    missing = sorted(_RULE_FIELDS - document.keys())
    if unknown or missing:
        problem = f"has unknown fields {', '.join(unknown)}" if unknown else f"lacks {', '.join(missing)}"
        raise RuleError(place, problem)
    on = document.get("on", True)
    if not isinstance(on, bool):
        raise RuleError(f"{place}.on", "must be true or false")
    team = document["team"]
    return Rule(
        name=_read_text(document, "name", place),
        trigger=_read_choice(document, "trigger", TRIGGERS, place),
        label=_read_text(document, "label", place),
        when=read_condition(document["when"], f"{place}.when"),
        team=None if team is None else _read_text(document, "team", place),
        priority=_read_choice(document, "priority", PRIORITIES, place),
        say=_read_say(document["say"], f"{place}.say"),
        reason=_read_text(document, "reason", place),
        on=on,
    )


def _read_text(document: Mapping[str, object], field: str, place: str) -> str:
    value = document[field]
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST[field]:
        raise RuleError(f"{place}.{field}", f"must be a text of 1 to {_LONGEST[field]} characters")
    return value


def _read_choice(document: Mapping[str, object], field: str, choices: tuple[str, ...], place: str) -> str:
    value = document[field]
    if not isinstance(value, str) or value not in choices:
        raise RuleError(f"{place}.{field}", f"must be one of {', '.join(choices)}")
    return value


def _read_say(value: object, place: str) -> Mapping[str, str]:
    texts = {"en": value} if isinstance(value, str) else value
    if not isinstance(texts, dict) or "en" not in texts:
        raise RuleError(place, "must be a text, or texts by language with en among them")
    for language, text in texts.items():
        if not isinstance(language, str) or not isinstance(text, str) or not 1 <= len(text.strip()) <= 1000:
            raise RuleError(f"{place}.{language}", "must be a text of 1 to 1000 characters")
    return texts


def _check_names(rules: tuple[Rule, ...]) -> None:
    seen: set[str] = set()
    for i, rule in enumerate(rules):
        if rule.name in seen:
            raise RuleError(f"rules[{i}].name", f"{rule.name!r} names another rule already")
        seen.add(rule.name)


def _check_protection(rules: tuple[Rule, ...]) -> None:
    for i, rule in enumerate(rules):
        if rule.trigger in PROTECTIVE and not rule.on:
            raise RuleError(f"rules[{i}].on", f"{rule.trigger} protects customers and cannot be switched off")
    for trigger in REQUIRED:
        if not any(rule.trigger == trigger for rule in rules):
            raise RuleError("rules", f"lack a rule for {trigger}, which protects customers and cannot be left out")


def _floor() -> list[Rule]:
    """The default protective rules, the gravest first, each on nothing but its own signal."""
    defaults = [_read_rule(rule, f"defaults[{i}]") for i, rule in enumerate(DEFAULT_RULES["rules"])]
    floor = [rule for trigger in PROTECTIVE for rule in defaults if rule.trigger == trigger]
    expected = [Comparison("signal", trigger, "fires", None) for trigger in PROTECTIVE]
    if [rule.when for rule in floor] != expected:
        raise RuleError("defaults", "each protective trigger needs one default rule on its own signal")
    return floor


_FLOOR = _floor()
