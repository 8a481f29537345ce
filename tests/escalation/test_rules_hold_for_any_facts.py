"""Properties: stored decisions replay identically, no rule takes a protective hand-over away, junk hands over."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from escalation import rules
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts, Quote, Signal
from escalation.rules import PRIORITIES, PROTECTIVE, TRIGGERS, RuleBook, RuleError, decide, parse
from escalation.signals import NAMES
from escalation.vocabulary import COUNTS, SIGNALS

share = st.floats(0, 1)
number = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-1000, 1000)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
quotes = st.builds(Quote, words, st.integers(1, 99), st.integers(0, 99), st.integers(0, 99))


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    signals = {
        name: Signal(name, draw(share), draw(share), tuple(draw(st.lists(quotes, max_size=2)))) for name in NAMES
    }
    customer = draw(st.dictionaries(words, words | number | st.booleans(), max_size=3))
    counts = draw(st.dictionaries(st.sampled_from(COUNTS), st.integers(0, 9)))
    made = Facts(signals, None, None, draw(st.sampled_from(["en", "de", "xx"])), customer, counts)
    return made.with_confidence(draw(share), draw(share)) if draw(st.booleans()) else made


numeric = st.sampled_from(["at_least", "at_most", "above", "below"])
comparisons = (
    st.builds(
        lambda name, operator, value: {"fact": f"signal.{name}", "operator": operator, "value": value},
        st.sampled_from(SIGNALS), numeric, share,
    )
    | st.builds(lambda name: {"fact": f"signal.{name}", "operator": "fires"}, st.sampled_from(SIGNALS))
    | st.builds(
        lambda name, operator, value: {"fact": f"count.{name}", "operator": operator, "value": value},
        st.sampled_from(COUNTS), numeric, st.integers(0, 9),
    )
    | st.builds(lambda code: {"fact": "language", "operator": "is", "value": code}, st.sampled_from(["en", "de"]))
    | st.builds(lambda value: {"fact": "confidence", "operator": "below", "value": value}, share)
)  # fmt: skip
conditions: st.SearchStrategy[dict[str, Any]] = st.recursive(
    comparisons,
    lambda inner: (
        st.builds(lambda word, parts: {word: parts}, st.sampled_from(["all", "any"]), st.lists(inner, min_size=1))
        | st.builds(lambda part: {"not": part}, inner)
    ),
    max_leaves=6,
)


@st.composite
def rule_documents(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "name": "added",
        "trigger": draw(st.sampled_from(TRIGGERS)),
        "label": "Added",
        "when": draw(conditions),
        "team": draw(st.sampled_from([None, "Sales"])),
        "priority": draw(st.sampled_from(PRIORITIES)),
        "say": "One moment.",
        "reason": "Added.",
    }


def with_added(added: dict[str, Any], place: int) -> RuleBook:
    document = deepcopy(DEFAULT_RULES)
    document["rules"].insert(place, added)
    return parse(document)


@given(any_facts(), rule_documents(), st.integers(0, 4))
def test_facts_stored_as_json_decide_identically(seen: Facts, added: dict[str, Any], place: int) -> None:
    again = Facts.from_json(json.loads(json.dumps(seen.to_json())))
    book = with_added(added, place)
    assert again == seen
    assert decide(again, book) == decide(seen, book)


@given(any_facts(), rule_documents(), st.integers(0, 4))
def test_adding_a_rule_never_removes_a_hand_over(seen: Facts, added: dict[str, Any], place: int) -> None:
    before, after = decide(seen, parse(DEFAULT_RULES)), decide(seen, with_added(added, place))
    if before is not None:
        assert after is not None
    if before is not None and before.trigger in PROTECTIVE:
        assert after is not None
        assert PROTECTIVE.index(after.trigger) <= PROTECTIVE.index(before.trigger)


@given(any_facts(), rule_documents())
def test_a_protective_signal_over_its_threshold_is_always_a_hand_over(seen: Facts, added: dict[str, Any]) -> None:
    decision = decide(seen, with_added(added, 0))
    if any(seen.signals[name].fired for name in PROTECTIVE):
        assert decision is not None
        assert decision.trigger in PROTECTIVE


junk = st.recursive(
    st.none() | st.booleans() | number | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(any_facts(), junk, st.sampled_from(["name", "when", "say", "team", "priority", "trigger", "on"]))
def test_any_damage_to_a_stored_book_is_read_or_hands_over(seen: Facts, damage: Any, field: str) -> None:
    document = deepcopy(DEFAULT_RULES)
    document["rules"][0][field] = damage
    try:
        parse(document)
    except RuleError:
        assert decide(seen, rules.read(document, version=1)) is not None
    assert isinstance(rules.read(damage, version=1), rules.Unreadable)
