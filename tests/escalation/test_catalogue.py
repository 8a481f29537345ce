"""The catalogue of facts: complete, offering nothing that the strict reading refuses, and in words of its own."""

import json
from typing import Any

import pytest

from escalation import catalogue, sentences
from escalation.catalogue import Choice, Fact, Operator
from escalation.checking import Company
from escalation.conditions import Negated, document_of
from escalation.reading_conditions import read_condition
from escalation.regions import Space
from escalation.vocabulary import BARE, NAMED, OPERATORS, TRIGGERS

COMPANY = Company(
    teams=["Sales", "Customer care"],
    skills=["billing"],
    people={"agt_2": "Bob", "agt_1": "Alice"},
    topics=["order_status"],
    languages=["en", "de"],
    tasks={"recommend": "Recommend a product"},
    attributes={"plan": ["gold", "silver"], "orders": [1, 2.5], "vip": [True], "note": []},
)
FACTS = {fact.fact: fact for fact in catalogue.facts(COMPANY)}


def test_every_fact_is_offered_with_its_operators() -> None:
    named = {f"{kind}.{name}" for kind, names in NAMED.items() for name in names}
    own = {f"customer.{name}" for name in COMPANY.attributes} | {"hours.Sales", "hours.Customer care"}
    assert set(FACTS) == {*named, *own, *BARE}
    for name, fact in FACTS.items():
        kind = name.split(".")[0]
        offered = {one.operator for one in fact.operators}
        assert offered <= set(OPERATORS[kind])
        assert offered == set(OPERATORS[kind]) or kind == "customer"
        assert fact.label
        assert "_" not in fact.label + fact.description


def values_of(fact: Fact, operator: Operator) -> list[Any]:
    choices = [choice.value for choice in fact.choices or (Choice("x", "x"),)]
    shares = [level.value for level in fact.levels or (Choice(0.5, "half"),)]
    values: dict[str, list[Any]] = {
        "none": [],
        "share": shares,
        "number": [3],
        "text": ["x"],
        "choice": choices,
        "choices": [choices],
        "boolean": [True, False],
        "clock_range": [["18:00", "08:00"]],
    }
    return values[operator.value]


@pytest.mark.parametrize("name", FACTS)
def test_what_is_offered_can_be_read_said_and_checked(name: str) -> None:
    fact = FACTS[name]
    for operator in fact.operators:
        plain = {"fact": name, "operator": operator.operator}
        values = values_of(fact, operator)
        for document in [{**plain, "value": value} for value in values] if operator.value != "none" else [plain]:
            condition = read_condition(document, "when")
            told, denied = sentences.condition(condition), sentences.condition(Negated(condition))
            assert told != denied
            assert "_" not in told + denied
            assert Space([condition]).region(condition) is not None
            assert document_of(condition) == document
        assert values or operator.value == "none"


def test_attributes_are_compared_as_their_values_are() -> None:
    operators = {name: [one.operator for one in FACTS[f"customer.{name}"].operators] for name in COMPANY.attributes}
    assert operators == {
        "plan": ["is", "one_of", "known"],
        "orders": ["at_least", "at_most", "above", "below", "is", "known"],
        "vip": ["is", "known"],
        "note": ["is", "one_of", "at_least", "at_most", "above", "below", "known"],
    }
    assert FACTS["customer.plan"].choices == (Choice("gold", "gold"), Choice("silver", "silver"))


def test_signals_say_in_which_languages_they_are_noticed() -> None:
    assert FACTS["signal.anger"].languages == ("en", "de", "es", "fr", "it", "nl", "pt")
    assert FACTS["signal.low_confidence"].languages is None
    assert FACTS["signal.anger"].levels == (
        Choice(0.25, "any"),
        Choice(0.5, "some"),
        Choice(0.7, "high"),
        Choice(0.85, "very high"),
    )


def test_the_whole_is_plain_json() -> None:
    told = catalogue.whole(COMPANY)
    assert json.loads(json.dumps(told)) == told
    assert [one["value"] for one in told["people"]] == ["supervisors", "admins", "agt_1", "agt_2"]
    assert {one["value"] for one in told["triggers"]} == set(TRIGGERS) == set(told["words"])
    assert [one["value"] for one in told["triggers"] if one["protective"]] == [
        "distress",
        "billing_legal",
        "asks_human",
    ]
    assert all("en" in said for said in told["words"].values())
    assert told["teams"] == ["Customer care", "Sales"]
    assert catalogue.whole(Company())["skills"] == []
