"""Properties: stored decisions replay identically, no rule takes a protective hand-over away, junk hands over."""

import json
import os
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from escalation import rules, sentences
from escalation.conditions import holds
from escalation.defaults import DEFAULT_RULES
from escalation.differences import difference
from escalation.facts import Facts
from escalation.order import asked
from escalation.rules import (
    PROTECTIVE,
    HandOver,
    RuleBook,
    RuleError,
    decide,
    document_of,
    explain,
    marks,
    parse,
    problems,
)
from tests.escalation.anything import any_facts, rule_documents, words

number = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-1000, 1000)
LONG = os.environ.get("BATON_PROPERTIES") == "long"
BEFORE = parse(DEFAULT_RULES)
brief = settings(max_examples=2000 if LONG else 40, deadline=None)


def with_added(added: dict[str, Any], place: int) -> RuleBook:
    document = deepcopy(DEFAULT_RULES)
    document["rules"].insert(place, added)
    return parse(document)


@brief
@given(any_facts(), rule_documents(), st.integers(0, 4))
def test_facts_stored_as_json_decide_identically(seen: Facts, added: dict[str, Any], place: int) -> None:
    again = Facts.from_json(json.loads(json.dumps(seen.to_json())))
    book = with_added(added, place)
    assert again == seen
    assert decide(again, book) == decide(seen, book)
    assert marks(again, book) == marks(seen, book)
    assert explain(again, book) == explain(seen, book)


@brief
@given(rule_documents(), st.integers(0, 4))
def test_the_document_of_a_book_is_parsed_to_an_equal_book(added: dict[str, Any], place: int) -> None:
    book = with_added(added, place)
    document = document_of(book)
    assert parse(json.loads(json.dumps(document))) == book
    assert difference(book, parse(document)) == []
    assert problems(document) == ()
    assert all(sentences.sentence(rule).startswith("When ") for rule in book.rules)


@brief
@given(any_facts(), rule_documents(), st.integers(0, 4))
def test_a_rule_that_only_marks_changes_no_decision(seen: Facts, added: dict[str, Any], place: int) -> None:
    book = with_added({**added, "trigger": "own", "does": "mark", "tags": ["new"]}, place)
    with_it, without = decide(seen, book), decide(seen, BEFORE)
    assert with_it == without
    held = holds(book.rules[place].when, seen) is True and book.rules[place].on
    assert marks(seen, book).tags == (("new",) if held else ())


@brief
@given(any_facts(), rule_documents(), st.integers(0, 4))
def test_what_nearly_fired_fires_when_any_one_of_its_lacks_is_met(
    seen: Facts, added: dict[str, Any], place: int
) -> None:
    book = with_added(added, place)
    considered = explain(seen, book)
    by_name = {rule.name: rule for rule in asked(book)}
    for one in considered.nearly:
        assert holds(by_name[one.rule].when, seen) is not True
        assert one.lacks
        assert all(
            abs(lack.was - lack.needed) <= (1 if lack.fact.startswith("count.") else 0.151) for lack in one.lacks
        )
    decision = decide(seen, book)
    assert (decision is None) == (not any(one.does != "mark" for one in considered.fired))


@brief
@given(any_facts(), rule_documents(), st.integers(0, 4))
def test_adding_a_rule_never_removes_a_hand_over(seen: Facts, added: dict[str, Any], place: int) -> None:
    before, after = decide(seen, BEFORE), decide(seen, with_added(added, place))
    if before is not None:
        assert after is not None
    if before is not None and before.trigger in PROTECTIVE:
        assert isinstance(after, HandOver)
        assert PROTECTIVE.index(after.trigger) <= PROTECTIVE.index(before.trigger)


@brief
@given(any_facts(), rule_documents())
def test_a_protective_signal_over_its_threshold_is_always_a_hand_over(seen: Facts, added: dict[str, Any]) -> None:
    decision = decide(seen, with_added(added, 0))
    if any(seen.signals[name].fired for name in PROTECTIVE):
        assert isinstance(decision, HandOver)
        assert decision.trigger in PROTECTIVE


junk = st.recursive(
    st.none() | st.booleans() | number | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


FIELDS = ["name", "when", "say", "team", "priority", "trigger", "on", "does", "skill", "tags", "notify"]


@brief
@given(any_facts(), junk, st.sampled_from(FIELDS))
def test_any_damage_to_a_stored_book_is_read_or_hands_over(seen: Facts, damage: Any, field: str) -> None:
    document = deepcopy(DEFAULT_RULES)
    document["rules"][0][field] = damage
    try:
        parse(document)
    except RuleError:
        assert decide(seen, rules.read(document, version=1)) is not None
    assert isinstance(rules.read(damage, version=1), rules.Unreadable)
