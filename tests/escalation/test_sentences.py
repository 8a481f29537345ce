"""Rules in words: each comparison where it must hold and where it must not, groups within groups, and the deeds."""

from typing import Any

import pytest

from escalation import sentences
from escalation.book import Rule
from escalation.defaults import DEFAULT_RULES
from escalation.reading import read_rule
from escalation.reading_conditions import RuleError, read_condition
from escalation.rules import parse
from escalation.sentences import Part

Json = dict[str, Any]


def fact(name: str, operator: str, *value: Any) -> Json:
    return {"fact": name, "operator": operator, **({"value": value[0]} if value else {})}


def rule(when: Json, **changes: Any) -> Rule:
    document = {
        "name": "It",
        "trigger": "own",
        "label": "It",
        "when": when,
        "team": "Sales",
        "priority": "normal",
        "say": "One moment.",
        "reason": "Because.",
        **changes,
    }
    wrong: list[RuleError] = []
    made = read_rule(document, "rule", wrong=wrong)
    assert made is not None, wrong
    return made


ANGRY = fact("signal.anger", "at_least", 0.7)
CLAUSES = [
    (fact("signal.anger", "fires"), "the customer is angry or frustrated", "the customer is not angry or frustrated"),
    (ANGRY, "anger is at least high", "anger is below high"),
    (fact("signal.anger", "at_least", 0.25), "there is any anger", "anger is below 25%"),
    (fact("signal.upsell", "at_least", 0.6), "the chance to offer more is at least 60%",
     "the chance to offer more is below 60%"),
    (fact("signal.churn_risk", "above", 0.125), "the risk of leaving is above 12.5%",
     "the risk of leaving is at most 12.5%"),
    (fact("rise.anger", "at_least", 0.3), "anger has risen clearly", "anger has risen by less than 30 points"),
    (fact("rise.anger", "at_most", -0.2), "anger has fallen by at least 20 points",
     "anger has fallen by less than 20 points, or not at all"),
    (fact("confidence", "below", 0.4), "the assistant's confidence is below 40%",
     "the assistant's confidence is at least 40%"),
    (fact("confidence_share", "below", 0.5), "the assistant's confidence is below 50% of what an answer needs",
     "the assistant's confidence is at least 50% of what an answer needs"),
    (fact("count.unsure_in_a_row", "at_least", 2), "the assistant was unsure at least 2 times in a row",
     "the assistant was unsure fewer than 2 times in a row"),
    (fact("count.customer_messages", "is", 1), "the customer has written exactly 1 message",
     "the number of messages of the customer is not 1"),
    (fact("customer.plan", "is", "business"), "the customer's plan is business", "the customer's plan is not business"),
    (fact("customer.orders_per_year", "above", 1000), "the customer's orders per year is above 1,000",
     "the customer's orders per year is not above 1,000"),
    ({**fact("customer.vip", "is"), "value": True}, "the customer's vip is yes", "the customer's vip is not yes"),
    ({**fact("customer.city", "known"), "value": False}, "the customer's city is not known",
     "the customer's city is known"),
    (fact("language", "one_of", ["de", "fr"]), "the customer writes German or French",
     "the customer does not write German or French"),
    (fact("topic", "one_of", ["a", "b", "order_status"]), "the topic is a, b or order status",
     "the topic is none of a, b and order status"),
    (fact("topic", "is", ""), "there is no topic", "there is a topic"),
    (fact("channel", "is", "email"), "the customer writes by e-mail", "the customer does not write by e-mail"),
    (fact("mode", "is", "off"), "the assistant is off", "the assistant's mode is not “Off”"),
    (fact("weekday", "one_of", ["friday", "monday", "tuesday", "wednesday", "thursday"]), "it is Monday to Friday",
     "it is not Monday to Friday"),
    (fact("weekday", "one_of", ["saturday", "sunday"]), "it is Saturday or Sunday",
     "it is neither Saturday nor Sunday"),
    (fact("clock", "between", ["18:00", "08:00"]), "it is between 18:00 and 08:00",
     "it is not between 18:00 and 08:00"),
    ({**fact("hours", "is"), "value": False}, "nobody is at work", "somebody is at work"),
    ({**fact("hours.Sales", "is"), "value": True}, "Sales is at work", "Sales is not at work"),
    (fact("skill.name", "is", "recommend"), "the assistant's task is recommend",
     "the assistant's task is not recommend"),
    (fact("skill.outcome", "is", "outside_policy"),
     "the assistant gave its task up because it was outside of the policy",
     "the assistant did not give a task up because it was outside of the policy"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "holds", "holds_not"), CLAUSES)
def test_a_comparison_reads_well_where_it_must_hold_and_where_it_must_not(
    when: Json, holds: str, holds_not: str
) -> None:
    assert sentences.condition(read_condition(when, "when")) == holds
    assert sentences.condition(read_condition({"not": when}, "when")) == holds_not


BOTH = {"all": [ANGRY, fact("language", "is", "de")]}
GROUPS = [
    (BOTH, "anger is at least high and the customer writes German"),
    ({"not": BOTH}, "either anger is below high or the customer does not write German"),
    ({"any": [BOTH, fact("topic", "is", "a")]},
     "either both anger is at least high and the customer writes German or the topic is a"),
    ({"all": [fact("topic", "is", "a"), {"all": [BOTH]}]},
     "the topic is a, anger is at least high and the customer writes German"),
    ({"all": [fact("topic", "is", "a"), {"any": [BOTH, fact("mode", "is", "off")]}]},
     "the topic is a and either (anger is at least high and the customer writes German) or the assistant is off"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "words"), GROUPS)
def test_groups_say_how_far_they_reach(when: Json, words: str) -> None:
    assert sentences.condition(read_condition(when, "when")) == words


DEEDS: list[tuple[Json, str]] = [
    ({}, "hand over to **Sales**"),
    ({"team": None}, "hand over to **a person**"),
    ({"priority": "urgent", "skill": "billing"},
     "hand over to **Sales**, to somebody with the skill **billing**, urgent"),
    ({"team": None, "skill": "billing", "priority": "high"},
     "hand over to **a person** with the skill **billing**, with high priority"),
    ({"does": "ask_approval", "tags": ["vip"]}, "let **Sales** approve the answer first, and add the tag **vip**"),
    ({"does": "mark", "say": {}, "tags": ["a", "b"], "notify": ["supervisors", "agt_1", "agt_2"]},
     "add the tags **a** and **b**, and notify **the supervisors**, **Bob** and **a colleague**"),
    ({"does": "mark"}, "only note it in the decision"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "words"), DEEDS)
def test_a_sentence_ends_with_what_the_rule_does(changes: Json, words: str) -> None:
    said = sentences.sentence(rule(ANGRY, **changes), {"agt_1": "Bob"})
    assert said == f"When **anger** is at least **high**, {words}"


def test_parts_carry_emphasis_apart_from_what_people_wrote() -> None:
    made = rule(fact("customer.plan", "is", "*gold* {}"), team="S*")
    assert sentences.parts(made) == (
        Part("When the customer's "),
        Part("plan", strong=True),
        Part(" is "),
        Part("*gold* {}", strong=True),
        Part(", hand over to "),
        Part("S*", strong=True),
    )


def test_every_default_rule_is_one_short_sentence() -> None:
    said = [sentences.plain(rule) for rule in parse(DEFAULT_RULES).rules]
    assert said[0] == "When the customer seems to be in distress, hand over to Customer care, urgent"
    assert all(len(words) < 330 and "_" not in words for words in said)
