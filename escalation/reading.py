"""Reads books of rules from JSON, strictly; all that is wrong is told, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from escalation.book import FORMAT, Book, Rule, RuleBook, Unreadable
from escalation.reading_conditions import RuleError, look
from escalation.vocabulary import DOES, GROUPS, HAND_OVER, MARK, PRIORITIES, PROTECTIVE, REQUIRED, TRIGGERS

MOST_RULES = 200
MOST_TAGS = 10
MOST_NOTIFIED = 20
LONGEST_SAY = 1000
LONGEST = {"name": 80, "label": 80, "team": 80, "skill": 80, "reason": 300}
_FIELDS = {"name", "trigger", "label", "when", "team", "priority", "say", "reason"}
_OPTIONAL = {"on", "does", "skill", "tags", "notify"}
_TAG = re.compile(r"[^\s\x00][^\n\x00]{0,39}")
_AGENT = re.compile(r"agt_[0-9A-Za-z]{1,36}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def parse(document: object, *, version: int = 0) -> RuleBook:
    """The rule book that a JSON document describes; raises RuleError naming the first place that is wrong."""
    rules, wrong = _read(document)
    if wrong:
        raise wrong[0]
    return RuleBook(rules, version)


def problems(document: object) -> tuple[RuleError, ...]:
    """Everything that keeps a document from being a rule book; nothing when it is one."""
    return tuple(_read(document)[1])


def read(document: object, *, version: int) -> Book:
    """A stored document: its rule book, or Unreadable with what is wrong."""
    try:
        return parse(document, version=version)
    except RuleError as error:
        return Unreadable(str(error), version)


def read_rule(document: object, place: str, *, wrong: list[RuleError]) -> Rule | None:
    """One rule, or None where something is wrong with it: all of that is added to `wrong`."""
    if not isinstance(document, dict):
        wrong.append(RuleError(place, "a rule must be an object"))
        return None
    found: list[RuleError] = []
    unknown = sorted(str(key) for key in document.keys() - _FIELDS - _OPTIONAL)
    missing = sorted(_FIELDS - document.keys())
    if unknown:
        found.append(RuleError(place, f"has unknown fields {', '.join(unknown)}"))
    if missing:
        found.append(RuleError(place, f"lacks {', '.join(missing)}"))
    values: dict[str, Any] = {}
    for field, reader in _READERS.items():
        if field not in document:
            continue
        try:
            values[field] = reader(document[field], f"{place}.{field}")
        except RuleError as error:
            found.append(error)
    if "when" in document:
        values["when"] = look(document["when"], f"{place}.when", wrong=found)
    found += _unfitting(values, place)
    wrong += found
    return None if found else Rule(**values)


def _read(document: object) -> tuple[tuple[Rule, ...], list[RuleError]]:
    if not isinstance(document, dict) or document.keys() != {"format", "rules"}:
        return (), [RuleError("document", "must be an object with exactly format and rules")]
    wrong: list[RuleError] = []
    if document["format"] != FORMAT or isinstance(document["format"], bool):
        wrong.append(RuleError("format", f"must be {FORMAT}"))
    listed = document["rules"]
    if not isinstance(listed, list) or len(listed) > MOST_RULES:
        return (), [*wrong, RuleError("rules", f"must have at most {MOST_RULES} rules")]
    rules = [read_rule(each, f"rules[{i}]", wrong=wrong) for i, each in enumerate(listed)]
    wrong += _twice_named(listed)
    wrong += _unprotected(listed)
    return tuple(rule for rule in rules if rule is not None), wrong


def _unfitting(values: Mapping[str, Any], place: str) -> list[RuleError]:
    """What is wrong with fields that are right each by itself."""
    trigger, does = values.get("trigger"), values.get("does", HAND_OVER)
    found = []
    if trigger in PROTECTIVE and not values.get("on", True):
        found.append(RuleError(f"{place}.on", f"{trigger} protects customers and cannot be switched off"))
    if trigger in PROTECTIVE and does != HAND_OVER:
        found.append(RuleError(f"{place}.does", f"{trigger} protects customers and always hands over"))
    if does != MARK and "say" in values and "en" not in values["say"]:
        found.append(RuleError(f"{place}.say", "must have English words, for all whose language has none"))
    return found


def _text(field: str) -> Callable[[object, str], str]:
    def read_text(value: object, place: str) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST[field]:
            raise RuleError(place, f"must have 1 to {LONGEST[field]} characters")
        return value

    return read_text


def _text_or_nothing(field: str) -> Callable[[object, str], str | None]:
    read_text = _text(field)
    return lambda value, place: None if value is None else read_text(value, place)


def _choice(choices: tuple[str, ...]) -> Callable[[object, str], str]:
    def read_choice(value: object, place: str) -> str:
        if not isinstance(value, str) or value not in choices:
            raise RuleError(place, f"must be one of {', '.join(choices)}")
        return value

    return read_choice


def _read_truth(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise RuleError(place, "must be true or false")
    return value


def _read_tags(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_TAGS:
        raise RuleError(place, f"must have at most {MOST_TAGS} tags")
    for i, tag in enumerate(value):
        if not isinstance(tag, str) or not _TAG.fullmatch(tag):
            raise RuleError(f"{place}[{i}]", "must be a word or two in one line, at most 40 characters")
    return tuple(dict.fromkeys(value))


def _read_notify(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_NOTIFIED:
        raise RuleError(place, f"must name at most {MOST_NOTIFIED} people or groups")
    for i, one in enumerate(value):
        if not isinstance(one, str) or not (one in GROUPS or _AGENT.fullmatch(one)):
            raise RuleError(f"{place}[{i}]", f"must be {', '.join(GROUPS)} or the id of an agent")
    return tuple(dict.fromkeys(value))


def _read_say(value: object, place: str) -> Mapping[str, str]:
    texts = {"en": value} if isinstance(value, str) else value
    if not isinstance(texts, dict):
        raise RuleError(place, "must be a text, or texts by language with en among them")
    for language, text in texts.items():
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise RuleError(place, f"{language!r} is not a language code such as en")
        if not isinstance(text, str) or not 1 <= len(text.strip()) <= LONGEST_SAY:
            raise RuleError(f"{place}.{language}", f"must have 1 to {LONGEST_SAY} characters")
    return dict(texts)


_READERS: Mapping[str, Callable[[object, str], Any]] = {
    "name": _text("name"),
    "trigger": _choice(TRIGGERS),
    "label": _text("label"),
    "on": _read_truth,
    "does": _choice(DOES),
    "team": _text_or_nothing("team"),
    "skill": _text_or_nothing("skill"),
    "priority": _choice(PRIORITIES),
    "tags": _read_tags,
    "notify": _read_notify,
    "say": _read_say,
    "reason": _text("reason"),
}


def _twice_named(listed: list[object]) -> list[RuleError]:
    seen: set[str] = set()
    found = []
    for i, rule in enumerate(listed):
        name = rule.get("name") if isinstance(rule, dict) else None
        if not isinstance(name, str):
            continue
        if name in seen:
            found.append(RuleError(f"rules[{i}].name", f"must be another name: “{name}” is the name of a rule above"))
        seen.add(name)
    return found


def _unprotected(listed: list[object]) -> list[RuleError]:
    triggers = [rule.get("trigger") for rule in listed if isinstance(rule, dict)]
    return [
        RuleError("rules", f"lack a rule for {trigger}, which protects customers and cannot be left out")
        for trigger in REQUIRED
        if trigger not in triggers
    ]
