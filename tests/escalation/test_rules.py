"""The rule book: order, protection, defaults, strict parsing, and a person when it cannot be read."""

from copy import deepcopy
from typing import Any

import pytest

from escalation import rules
from escalation.defaults import DEFAULT_RULES
from escalation.facts import Facts
from escalation.rules import (
    Approval,
    HandOver,
    Marks,
    RuleBook,
    RuleError,
    Unreadable,
    decide,
    marks,
    parse,
    problems,
)
from tests.escalation.conversations import facts

DEFAULTS = parse(DEFAULT_RULES, version=7)


def rule(name: str, trigger: str = "anger", when: Any = None, **changes: Any) -> dict[str, Any]:
    made = {
        "name": name,
        "trigger": trigger,
        "label": name,
        "when": when or {"fact": f"signal.{trigger}", "operator": "fires"},
        "team": "Sales",
        "priority": "normal",
        "say": "One moment.",
        "reason": "Because.",
    }
    return {**made, **changes}


def document(*rules: dict[str, Any]) -> dict[str, Any]:
    return {"format": 1, "rules": [*rules, *deepcopy(DEFAULT_RULES["rules"])]}


def book(*rules: dict[str, Any]) -> RuleBook:
    return parse(document(*rules), version=3)


ALWAYS = {"fact": "signal.anger", "operator": "at_least", "value": 0}


@pytest.mark.parametrize(
    ("seen", "trigger"),
    [
        (facts(), None),
        (facts(values={"anger": 0.49}), None),
        (facts(values={"anger": 0.5}), "anger"),
        (facts(values={"asks_human": 0.9}), "asks_human"),
        (facts(values={"distress": 0.6}), "distress"),
        (facts(values={"distress": 0.6, "asks_human": 1.0, "anger": 1.0}), "distress"),
        (facts(values={"asks_human": 0.6, "anger": 1.0}), "asks_human"),
        (facts(confidence=0.9), None),
        (facts(confidence=0.0), None),
        (facts(confidence=0.3, counts={"unsure": 1, "unsure_in_a_row": 1}), "low_confidence"),
        (facts(confidence=0.3, counts={"unsure": 1, "unsure_in_a_row": 0}), None),
        (facts(confidence=0.1, counts={"unsure": 1, "unsure_in_a_row": 0}), "low_confidence"),
        (facts(confidence=0.3, counts={"unsure": 2, "unsure_in_a_row": 0}), "low_confidence"),
        (facts(confidence=0.5, counts={"unsure": 5, "unsure_in_a_row": 1}), None),
    ],
)
def test_the_defaults_hand_over_on(seen: Facts, trigger: str | None) -> None:
    decision = decide(seen, DEFAULTS)
    assert (decision and decision.trigger) == trigger


def test_a_hand_over_names_rule_version_team_and_the_signals_that_fired() -> None:
    decision = decide(facts(values={"anger": 0.9, "asks_human": 0.8}), DEFAULTS)
    assert isinstance(decision, HandOver)
    assert decision.rule == "Whoever asks for a person gets one"
    assert (decision.version, decision.team, decision.priority) == (7, "Customer care", "high")
    assert decision.signals == ("asks_human", "anger")


def test_the_first_rule_that_holds_decides() -> None:
    both = book(rule("first", when=ALWAYS), rule("second", when=ALWAYS))
    decision = decide(facts(), both)
    assert decision is not None
    assert decision.rule == "first"


def test_a_rule_that_is_off_is_passed_over() -> None:
    decision = decide(facts(), book(rule("first", when=ALWAYS, on=False), rule("second", when=ALWAYS)))
    assert decision is not None
    assert decision.rule == "second"


def test_no_rule_comes_before_a_protective_one() -> None:
    decision = decide(facts(values={"distress": 0.8, "anger": 0.9}), book(rule("grab all", when=ALWAYS)))
    assert decision is not None
    assert decision.trigger == "distress"


def test_a_tenant_may_tighten_a_protective_trigger() -> None:
    early = {"fact": "signal.distress", "operator": "at_least", "value": 0.2}
    decision = decide(facts(values={"distress": 0.3}), book(rule("early", "distress", early)))
    assert decision is not None
    assert decision.rule == "early"


def test_a_protective_trigger_cannot_be_loosened() -> None:
    never = {"fact": "signal.distress", "operator": "above", "value": 1}
    loosened = deepcopy(DEFAULT_RULES)
    loosened["rules"][0]["when"] = never
    decision = decide(facts(values={"distress": 0.7}), parse(loosened))
    assert decision is not None
    assert decision.trigger == "distress"


def test_the_customer_is_told_in_their_language_and_else_in_english() -> None:
    asked = {"asks_human": 1.0}
    told = {language: decide(facts(values=asked, language=language), DEFAULTS) for language in ("de", "de-AT", "ja")}
    assert isinstance(told["de"], HandOver)
    assert isinstance(told["de-AT"], HandOver)
    assert isinstance(told["ja"], HandOver)
    assert told["de"].say.startswith("Natürlich")
    assert told["de-AT"].say == told["de"].say
    assert told["ja"].say.startswith("Of course")


def test_a_rule_may_ask_for_approval_with_a_hand_over_where_there_is_nothing_to_approve() -> None:
    asks = rule("check it", "own", ALWAYS, does="ask_approval", skill="billing", reason="A refund.")
    decision = decide(facts(), book(asks, rule("later", when=ALWAYS)))
    assert isinstance(decision, Approval)
    assert (decision.rule, decision.trigger, decision.version, decision.reason) == ("check it", "own", 3, "A refund.")
    assert (decision.instead.team, decision.instead.skill, decision.instead.say) == ("Sales", "billing", "One moment.")
    before = decide(facts(values={"distress": 0.8}), book(asks))
    assert isinstance(before, HandOver)


def test_rules_that_mark_decide_nothing_and_apply_wherever_they_stand() -> None:
    first = rule("first", "own", ALWAYS, does="mark", say={}, tags=["late", "vip"], notify=["admins"])
    last = rule("last", "own", ALWAYS, does="mark", tags=["vip", "new"], notify=["admins", "agt_1"])
    off = rule("off", "own", ALWAYS, does="mark", tags=["off"], on=False)
    never = rule("never", "own", {"not": ALWAYS}, does="mark", tags=["never"])
    anger = rule("anger", tags=["upset", "late"], notify=["supervisors"])
    marking = parse({"format": 1, "rules": [first, off, anger, *deepcopy(DEFAULT_RULES["rules"]), last, never]})
    assert decide(facts(), marking) is None
    assert marks(facts(), marking) == Marks(("late", "vip", "new"), ("admins", "agt_1"))
    angry = facts(values={"anger": 0.9})
    assert marks(angry, marking) == Marks(("late", "vip", "new", "upset"), ("admins", "agt_1", "supervisors"))
    asks = facts(values={"anger": 0.9, "asks_human": 0.9})
    assert "upset" not in marks(asks, marking).tags
    assert rules.fired(angry, marking) == ("anger",)
    assert marks(facts(), Unreadable("broken")) == Marks()


def test_all_problems_of_a_document_are_told_with_their_places() -> None:
    broken = {"all": [{"fact": "signal.anger", "operator": "is"}, {"not": {"fact": "x", "operator": "is", "value": 1}}]}
    wrong = document(rule("one", priority="now", team="", when=broken), {"name": "two"}, rule("three", does="mark"))
    assert [one.place for one in problems(wrong)] == [
        "rules[0].team",
        "rules[0].priority",
        "rules[0].when.all[0].operator",
        "rules[0].when.all[1].not.fact",
        "rules[1]",
    ]
    assert problems(DEFAULT_RULES) == ()


@pytest.mark.parametrize("seen", [facts(), facts(confidence=1.0), facts(values={"anger": 1.0})])
def test_an_unreadable_book_always_ends_with_a_person(seen: Facts) -> None:
    decision = decide(seen, Unreadable("rules[0].when: broken", 4))
    assert decision is not None
    assert (decision.trigger, decision.version) == ("rules_unreadable", 4)
    assert "rules[0].when" in decision.reason


def test_distress_is_met_gently_even_when_the_book_is_unreadable() -> None:
    decision = decide(facts(values={"distress": 0.9}), Unreadable("broken"))
    assert decision is not None
    assert decision.trigger == "distress"


REFUSED: list[tuple[Any, str]] = [
    (None, "document"),
    ([], "document"),
    ({"format": 1}, "document"),
    ({"format": 2, "rules": []}, "format"),
    ({"format": True, "rules": []}, "format"),
    ({"format": 1, "rules": {}}, "rules"),
    ({"format": 1, "rules": []}, "rules"),
    (document({"name": "half"}), "rules[0]"),
    (document(rule("extra", colour="red")), "rules[0]"),
    (document(rule("")), "rules[0].name"),
    (document(rule("long", label="x" * 81)), "rules[0].label"),
    (document(rule("whim", trigger="boredom", when=ALWAYS)), "rules[0].trigger"),
    (document(rule("rush", priority="now")), "rules[0].priority"),
    (document(rule("team", team=7)), "rules[0].team"),
    (document(rule("mute", say="")), "rules[0].say.en"),
    (document(rule("mute", say={"de": "Moment."})), "rules[0].say"),
    (document(rule("on", on=1)), "rules[0].on"),
    (document(rule("twin"), rule("twin")), "rules[1].name"),
    (document(rule("when", when={"all": []})), "rules[0].when.all"),
    (document(rule("off", "distress", on=False)), "rules[0].on"),
    (document(rule("weak", "asks_human", does="ask_approval")), "rules[0].does"),
    (document(rule("weak", "billing_legal", does="mark")), "rules[0].does"),
    (document(rule("does", does="sing")), "rules[0].does"),
    (document(rule("skill", skill="")), "rules[0].skill"),
    (document(rule("tags", tags="vip")), "rules[0].tags"),
    (document(rule("tags", tags=["x" * 41])), "rules[0].tags[0]"),
    (document(rule("tags", tags=["ok", "two\nlines"])), "rules[0].tags[1]"),
    (document(rule("tags", tags=[f"{i}" for i in range(11)])), "rules[0].tags"),
    (document(rule("notify", notify=["everybody"])), "rules[0].notify[0]"),
    (document(rule("notify", notify=[["agt_1"]])), "rules[0].notify[0]"),
    (document(rule("mute", say={"en": "x", "German": "y"})), "rules[0].say"),
    (document(rule("mute", does="ask_approval", say={})), "rules[0].say"),
    ({"format": 1, "rules": DEFAULT_RULES["rules"][1:]}, "rules"),
]


@pytest.mark.parametrize(("wrong", "place"), REFUSED)
def test_parse_refuses_and_names_the_place_and_a_stored_one_is_unreadable(wrong: Any, place: str) -> None:
    with pytest.raises(RuleError) as refusal:
        parse(wrong)
    assert refusal.value.place == place
    assert isinstance(rules.read(wrong, version=2), Unreadable)


def test_the_defaults_speak_seven_languages() -> None:
    for each in DEFAULTS.rules:
        assert set(each.say) == {"en", "de", "fr", "es", "pt", "it", "nl"}
