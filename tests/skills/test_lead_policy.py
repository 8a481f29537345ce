"""How a lead scores, by tables of criteria and answers."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.skills.contract import Ask, Do, Known
from assistant.skills.leads.policy import LeadPolicy, describe, holds, score
from assistant.skills.leads.qualifying import step
from tests.skills import shelf


def criterion(test: str, value: str = "", field: str = "quantity") -> dict[str, Any]:
    """A criterion of ten points."""
    return {"field": field, "test": test, "value": value, "points": 10}


@pytest.mark.parametrize(
    ("one", "told", "met"),
    [
        (criterion("given"), "x", True),
        (criterion("given"), " ", False),
        (criterion("at_least", "10"), "10", True),
        (criterion("at_least", "10"), "9", False),
        (criterion("at_least", "10"), "2500.50", True),
        (criterion("at_least", "10"), "many", False),
        (criterion("at_least", "a lot"), "10", False),
        (criterion("at_most", "10"), "10", True),
        (criterion("at_most", "10"), "11", False),
        (criterion("contains", "fleet, leasing"), "We think about LEASING bikes", True),
        (criterion("contains", "fleet, leasing"), "one bike", False),
        (criterion("contains", " , "), "anything", False),
    ],
)
def test_a_criterion_holds_or_not(one: dict[str, Any], told: str, met: object) -> None:
    assert holds(one, told) is met


def test_points_add_up_and_can_count_against() -> None:
    against = {**criterion("contains", "student", "company"), "points": -30}
    policy = replace(LeadPolicy(), criteria=(criterion("at_least", "10"), against))
    points, reasons = score({"quantity": "20", "company": "Student union"}, policy)
    assert points == -20
    assert reasons == ("How many is at least 10 (+10)", "Company contains student (-30)")


def test_fields_are_asked_in_order_and_none_that_is_known() -> None:
    known = Known(name="Carol", email="carol@example.org")
    policy = replace(LeadPolicy(), fields=("need", "email", "name", "quantity"))
    asked = []
    slots: dict[str, str] = {}
    while isinstance(found := step(shelf.slots(**slots), shelf.scene(policy, known=known)), Ask):
        asked.append(found.slot)
        slots[found.slot] = "3"
    assert asked == ["need", "quantity"]
    assert isinstance(found, Do)
    assert found.act.request["told"]["email"] == "carol@example.org"


def test_a_lead_that_nobody_can_answer_is_asked_for_an_address() -> None:
    policy = replace(LeadPolicy(), fields=("need",))
    found = step(shelf.slots(need="Bikes"), shelf.scene(policy, known=Known()))
    assert isinstance(found, Ask)
    assert found.slot == "email"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl"])
def test_it_speaks_the_customers_language(language: str) -> None:
    told = shelf.slots(need="20 Räder", quantity="20", when="März", name="Carol", email="c@example.org", budget="9000")
    found = step(told, shelf.scene(LeadPolicy(), known=Known(), language=language))
    assert isinstance(found, Do)
    assert "{" not in found.act.says
    assert "20 Räder" in found.act.says
    assert found.act.request["score"] == 80


def test_the_policy_is_put_in_sentences() -> None:
    says = " ".join(describe(replace(LeadPolicy(), team="Sales", notify="sales@example.com")))
    assert "How many is at least 10: +40 points." in says
    assert "From 40 points on a lead is good, and the team Sales gets the chat at once." in says
    assert "Good leads are told to sales@example.com by mail." in says
