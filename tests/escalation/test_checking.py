"""Warnings about rules: what is told, what is left untold, and that none is ever a false alarm."""

import os
from copy import deepcopy
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation import rules
from escalation.checking import Caution, Company, warnings
from escalation.conditions import holds
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts
from escalation.order import asked
from escalation.rules import RuleBook, parse
from tests.escalation.anything import any_facts, conditions

Json = dict[str, Any]
YES, NO = True, False
LONG = os.environ.get("BATON_PROPERTIES") == "long"


def fact(name: str, operator: str, *value: Any) -> Json:
    return {"fact": name, "operator": operator, **({"value": value[0]} if value else {})}


def rule(name: str, when: Json, **changes: Any) -> Json:
    return {
        "name": name,
        "trigger": "own",
        "label": name,
        "when": when,
        "team": "Sales",
        "priority": "normal",
        "say": "One moment.",
        "reason": "Because.",
        **changes,
    }


PROTECTIVE = [deepcopy(each) for each in DEFAULT_RULES["rules"] if each["trigger"] in rules.PROTECTIVE]


def book(*documents: Json) -> RuleBook:
    return parse({"format": 1, "rules": [*documents, *PROTECTIVE]})


def kinds(*documents: Json) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.rule, one.other) for one in warnings(book(*documents))]


ANGRY, VERY = fact("signal.anger", "at_least", 0.7), fact("signal.anger", "at_least", 0.85)
FIRES, GOLD = fact("signal.anger", "fires"), fact("customer.plan", "is", "gold")
GERMAN, LATE = fact("language", "is", "de"), fact("clock", "between", ["18:00", "08:00"])


def test_the_default_rules_have_nothing_to_be_warned_of() -> None:
    languages = ["en", "de", "fr", "es", "pt", "it", "nl"]
    company = Company(teams=["Customer care"], skills=[], people={}, topics=[], languages=languages)
    assert warnings(parse(DEFAULT_RULES), company) == []


SHADOWED = [
    (ANGRY, VERY),
    (FIRES, ANGRY),
    (ANGRY, {"all": [ANGRY, GOLD]}),
    ({"any": [GOLD, ANGRY]}, GOLD),
    ({"any": [GOLD, ANGRY]}, {"all": [GERMAN, {"any": [{"all": [GOLD, LATE]}, VERY]}]}),
    (fact("count.unsure", "above", 1), fact("count.unsure", "at_least", 2)),
    (fact("customer.orders", "above", 3), fact("customer.orders", "is", 5)),
    (fact("customer.orders", "known", YES), fact("customer.orders", "one_of", [5, "many", False])),
    (fact("customer.plan", "one_of", ["GOLD", "silver"]), GOLD),
    ({"not": GOLD}, fact("customer.plan", "known", NO)),
    (fact("weekday", "one_of", ["saturday", "sunday"]), fact("weekday", "is", "sunday")),
    (LATE, fact("clock", "between", ["23:00", "01:00"])),
    ({"not": fact("clock", "between", ["08:00", "18:00"])}, LATE),
    ({"not": {"any": [GERMAN, {"not": FIRES}]}}, {"all": [ANGRY, fact("language", "one_of", ["fr", "en"])]}),
    (fact("rise.anger", "above", -1), fact("rise.anger", "at_least", 0.3)),
]


@pytest.mark.parametrize(("first", "second"), SHADOWED)
def test_a_rule_is_shadowed_by_one_before_it_that_holds_whenever_it_does(first: Json, second: Json) -> None:
    assert kinds(rule("first", first), rule("second", second)) == [("shadowed", "second", "first")]
    (told,) = warnings(book(rule("first", first), rule("second", second)))
    assert told.words == "Whenever it holds, “first” holds too and comes first, so it never decides."


NOT_SHADOWED = [
    (VERY, ANGRY),
    (GOLD, fact("customer.plan", "known", YES)),
    ({"all": [ANGRY, GOLD]}, ANGRY),
    (fact("confidence", "at_most", 0.9), ANGRY),  # asked before the answer is there, the first is not known yet
    ({"not": fact("topic", "is", "refunds")}, GOLD),
    (fact("customer.orders", "above", 3), fact("customer.orders", "known", YES)),
]


@pytest.mark.parametrize(("first", "second"), NOT_SHADOWED)
def test_a_rule_that_may_hold_alone_is_not_warned_of(first: Json, second: Json) -> None:
    assert kinds(rule("first", first), rule("second", second)) == []


def test_several_rules_together_may_shadow_one() -> None:
    low, high = fact("count.unsure", "below", 3), fact("count.unsure", "at_least", 3)
    assert kinds(rule("low", low), rule("high", high), rule("all", fact("count.unsure", "above", -1))) == [
        ("always", "all", None),
        ("shadowed", "all", None),
    ]
    assert kinds(rule("low", low), rule("high", high), rule("some", fact("count.unsure", "at_least", 1))) == [
        ("shadowed", "some", None)
    ]


def test_the_protection_comes_before_any_rule_on_its_signal() -> None:
    told = warnings(
        parse({"format": 1, "rules": [*PROTECTIVE[::2], rule("mine", fact("signal.billing_legal", "fires"))]})
    )
    words = "Whenever it holds, Baton's own protection for talk of a dispute comes first, so it never decides."
    assert told == [Caution("shadowed", "mine", None, words)]


def test_the_same_condition_with_another_target_is_a_conflict() -> None:
    same = {"not": {"not": {"any": [ANGRY, VERY]}}}
    assert kinds(rule("first", ANGRY), rule("second", same, team="Support")) == [("conflict", "second", "first")]
    assert kinds(rule("first", ANGRY), rule("second", same)) == [("shadowed", "second", "first")]


NEVER = [
    ({"all": [ANGRY, fact("signal.anger", "below", 0.5)]}, "anger"),
    ({"all": [FIRES, {"not": FIRES}]}, "anger"),
    (fact("signal.anger", "above", 1), "anger"),
    (fact("count.unsure", "is", 1.5), "the number of times that the assistant was unsure"),
    ({"all": [GOLD, fact("customer.plan", "is", "silver")]}, "the customer's plan"),
    ({"all": [GOLD, fact("customer.plan", "at_least", 3)]}, "the customer's plan"),
    ({"all": [LATE, fact("clock", "between", ["09:00", "17:30"])]}, "the time of day"),
    ({"all": [fact("hours", "is", YES), fact("hours", "is", NO)]}, "the opening hours"),
]


@pytest.mark.parametrize(("when", "about"), NEVER)
def test_a_contradiction_is_told_with_the_fact_it_is_about(when: Json, about: str) -> None:
    (told,) = warnings(book(rule("mine", when)))
    assert (told.kind, told.words) == ("never", f"It can never hold: what it asks of {about} excludes itself.")


ALWAYS = [
    fact("signal.anger", "at_least", 0),
    {"any": [ANGRY, fact("signal.anger", "below", 0.9)]},
    {"not": {"all": [GOLD, fact("customer.plan", "is", "silver")]}},
    {"any": [fact("hours", "is", YES), fact("hours", "is", NO)]},
    fact("channel", "one_of", ["widget", "email", "api"]),
]


@pytest.mark.parametrize("when", ALWAYS)
def test_a_rule_that_always_holds_is_told_and_hides_those_after_it(when: Json) -> None:
    assert kinds(rule("mine", when))[0] == ("always", "mine", None)
    assert ("always", "mark", None) in kinds(rule("mark", when, does="mark"))


def test_rules_that_mark_hide_nothing_and_are_hidden_by_nothing() -> None:
    marks = {"does": "mark", "tags": ["angry"]}
    assert kinds(rule("first", ANGRY, **marks), rule("second", ANGRY), rule("third", ANGRY, **marks)) == []
    assert kinds(rule("fourth", ANGRY, does="mark")) == [("idle", "fourth", None)]


def test_rules_that_are_off_are_left_alone() -> None:
    assert kinds(rule("first", ANGRY, on=False), rule("second", ANGRY), rule("third", VERY, on=False)) == []


def test_names_that_nobody_has_are_told() -> None:
    when = {"any": [fact("hours.Night", "is", YES), fact("topic", "one_of", ["Refunds", "weather"])]}
    mine = rule("mine", when, skill="billing", notify=["supervisors", "agt_1"])
    company = Company(teams=["Support"], skills=["law"], people={}, topics=["refunds"], languages=["en-GB", "pl", "cs"])
    told = [(one.kind, one.words) for one in warnings(book(mine), company) if one.rule == "mine"]
    assert told == [
        ("unknown_team", "There is no team “Sales”. Its topic's team gets the conversation, or whoever is free."),
        ("unknown_skill", "Nobody has the skill “billing”."),
        ("unknown_person", "Somebody whom it notifies is not in the company any more."),
        ("unknown_team", "There is no team “Night”, so it is never known whether it is at work."),
        ("unknown_topic", "There is no topic “weather”."),
        ("no_words", "Customers who write Polish and Czech read its English words."),
    ]
    assert warnings(book(mine)) == []


def test_long_numbers_of_customers_are_told_apart_exactly() -> None:
    number = fact("customer.account", "is", 12345678901234567)
    other = fact("customer.account", "is", 12345678901234568)
    assert kinds(rule("one", number), rule("other", other)) == []
    assert kinds(rule("both", {"all": [number, other]})) == [("never", "both", None)]


@st.composite
def related_books(draw: st.DrawFn) -> RuleBook:
    """Three rules, of which the later ones often are made of the earlier ones."""
    first, other = draw(conditions), draw(conditions)
    made: list[Json] = [
        {"all": [first, other]},
        {"any": [first, other]},
        {"not": {"any": [{"not": first}, other]}},
        {"any": [first, {"not": first}]},
        {"all": [first, {"not": first}]},
        other,
    ]
    second, third = draw(st.sampled_from(made)), draw(st.sampled_from(made))
    does = [draw(st.sampled_from(["hand_over", "ask_approval", "mark"])) for _ in range(3)]
    whens = zip((first, second, third), does, strict=True)
    return book(*(rule(f"rule {i}", when, does=deed) for i, (when, deed) in enumerate(whens)))


@settings(max_examples=5000 if LONG else 25, deadline=None)
@given(related_books(), st.lists(any_facts(), min_size=2, max_size=4))
def test_no_warning_is_a_false_alarm(made: RuleBook, seen: list[Facts]) -> None:
    told = warnings(made)
    by_name = {one.name: one for one in made.rules}
    order = asked(made)
    for facts in seen:
        decision = rules.decide(facts, made)
        for one in told:
            mine = by_name[one.rule]
            held = holds(mine.when, facts)
            assert not (one.kind == "never" and held)
            assert not (one.kind == "always" and held is False)
            if one.kind in ("shadowed", "conflict"):
                before = [each for each in order[: order.index(mine)] if each.ends]
                others = [each for each in before if one.other in (None, each.name)]
                assert not held or any(holds(each.when, facts) for each in others)
                assert decision is None or decision.rule != one.rule


def test_a_book_of_two_hundred_rules_is_checked_at_once() -> None:
    many = [
        rule(
            f"rule {i}",
            {"all": [fact("signal.anger", "at_least", i / 200), fact("customer.plan", "is", f"plan {i % 20}"),
                     {"any": [LATE, fact("count.unsure", "at_least", i % 5), GERMAN]}]},
        )
        for i in range(197)
    ]  # fmt: skip
    began = perf_counter()
    found = warnings(book(*many))
    assert perf_counter() - began < 5
    assert {one.kind for one in found} == {"shadowed"}
