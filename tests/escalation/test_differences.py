"""What changed between two books, in words: added, removed, changed, renamed, moved, switched."""

from copy import deepcopy
from typing import Any

import pytest

from escalation.book import RuleBook, Unreadable
from escalation.defaults import DEFAULT_RULES
from escalation.differences import Change, difference
from escalation.rules import parse

Rules = list[dict[str, Any]]
BEFORE = parse(DEFAULT_RULES)
NAMES = [rule.name for rule in BEFORE.rules]
ANGER, LOOP = 4, 8


def after(change: Any) -> RuleBook:
    """The default rules after `change` was made to their list."""
    document = deepcopy(DEFAULT_RULES)
    change(document["rules"])
    return parse(document)


def set_to(place: int, **fields: Any) -> Any:
    return lambda rules: rules[place].update(fields)


def test_the_same_rules_differ_in_nothing() -> None:
    assert difference(BEFORE, parse(deepcopy(DEFAULT_RULES))) == []


CHANGED: list[tuple[dict[str, Any], str]] = [
    ({"team": "Sales"}, "It goes to Sales (before: Customer care)."),
    ({"team": None, "skill": "calm"},
     "It goes to whoever is free (before: Customer care); it needs the skill calm (before: no skill)."),
    ({"priority": "urgent"}, "Its priority is urgent (before: high)."),
    ({"when": {"fact": "signal.anger", "operator": "at_least", "value": 0.7}},
     "It holds when anger is at least high (before: when the customer is angry or frustrated)."),
    ({"does": "ask_approval"}, "It does this: ask a person to approve the answer (before: hand over to a person)."),
    ({"tags": ["cross"], "notify": ["admins", "agt_1"]},
     "Its tags are cross (before: none); it notifies the admins, Bob (before: nobody)."),
    ({"trigger": "own"}, "It counts as “A reason of your own” (before: “Anger or frustration”)."),
    ({"label": "Cross"}, "The desk calls it “Cross” (before: “Anger or frustration”)."),
    ({"reason": "Cross."}, "The reason it gives is “Cross.” (before: “The customer is angry or frustrated.”)."),
    ({"say": {"en": "Hm.", "de": "Hm."}},
     "The customer reads other words in English, German, French, Spanish, Portuguese, Italian, Dutch."),
    ({"name": "Cool down"}, "It was called “An upset customer gets a person”."),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), CHANGED)
def test_a_changed_rule_says_what_it_is_and_what_it_was(fields: dict[str, Any], words: str) -> None:
    name = fields.get("name", NAMES[ANGER])
    assert difference(BEFORE, after(set_to(ANGER, **fields)), {"agt_1": "Bob"}) == [Change("changed", name, words)]


def test_words_in_english_alone_are_shown() -> None:
    one, other = (after(set_to(ANGER, say=text)) for text in ("Sorry.", "So sorry."))
    (change,) = difference(one, other)
    assert change.words == "The customer reads “So sorry.” (before: “Sorry.”)."


def test_switching_is_no_other_change() -> None:
    off = after(set_to(ANGER, on=False))
    assert difference(BEFORE, off) == [Change("switched_off", NAMES[ANGER], "Switched off.")]
    assert difference(off, BEFORE) == [Change("switched_on", NAMES[ANGER], "Switched on.")]


def test_an_added_rule_moves_no_other_and_a_removed_one_comes_last() -> None:
    less = after(lambda rules: rules.pop(ANGER))
    sentence = "When the customer is angry or frustrated, hand over to Customer care, with high priority"
    assert difference(BEFORE, less) == [Change("removed", NAMES[ANGER], sentence)]
    assert difference(less, BEFORE) == [Change("added", NAMES[ANGER], sentence)]


def test_one_moved_rule_is_one_change() -> None:
    first = after(lambda rules: rules.insert(0, rules.pop(LOOP)))
    assert difference(BEFORE, first) == [Change("moved", NAMES[LOOP], "Moved to the first place.")]
    last = after(lambda rules: rules.append(rules.pop(LOOP)))
    words = f"Moved to the last place, after “{NAMES[-1]}”."
    assert difference(BEFORE, last) == [Change("moved", NAMES[LOOP], words)]
    earlier = after(lambda rules: rules.insert(ANGER + 1, rules.pop(LOOP)))
    assert difference(BEFORE, earlier) == [Change("moved", NAMES[LOOP], f"Moved to the place after “{NAMES[ANGER]}”.")]


def test_of_an_unreadable_book_every_rule_is_new() -> None:
    assert [change.kind for change in difference(Unreadable("?"), BEFORE)] == ["added"] * len(NAMES)
