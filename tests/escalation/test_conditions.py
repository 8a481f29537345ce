"""Conditions: what holds on which facts, and what is refused with its place."""

from dataclasses import replace
from typing import Any

import pytest

from escalation.circumstances import Circumstances
from escalation.conditions import holds
from escalation.reading_conditions import DEEPEST, RuleError, read_condition
from tests.escalation.conversations import facts


def is_fact(name: str, operator: str, *value: Any) -> dict[str, Any]:
    return {"fact": name, "operator": operator, **({"value": value[0]} if value else {})}


ANGRY = facts(
    values={"anger": 0.7},
    language="de",
    customer={"plan": "Gold", "orders": 12, "vip": True},
    counts={"customer_messages": 3, "unsure": 1},
)
NIGHT = replace(
    facts(),
    circumstances=Circumstances(
        topic="Refunds",
        channel="email",
        mode="supervised",
        weekday="sunday",
        clock="23:30",
        open={"Sales": True, "Customer care": False},
    ),
    course={"anger": ((2, 0.3), (5, 0.7)), "distress": ()},
    signals={**facts(values={"anger": 0.75}).signals},
)
LOW = facts(confidence=0.1)
HOLDS = [
    (is_fact("signal.anger", "fires"), ANGRY, True),
    (is_fact("signal.distress", "fires"), ANGRY, False),
    (is_fact("signal.anger", "at_least", 0.7), ANGRY, True),
    (is_fact("signal.anger", "above", 0.7), ANGRY, False),
    (is_fact("signal.anger", "below", 0.9), ANGRY, True),
    (is_fact("signal.anger", "at_most", 0.1), ANGRY, False),
    (is_fact("count.customer_messages", "at_least", 3), ANGRY, True),
    (is_fact("count.unsure", "is", 1), ANGRY, True),
    (is_fact("language", "is", "DE"), ANGRY, True),
    (is_fact("language", "one_of", ["fr", "nl"]), ANGRY, False),
    (is_fact("customer.plan", "is", "gold"), ANGRY, True),
    (is_fact("customer.plan", "one_of", ["silver", "gold"]), ANGRY, True),
    (is_fact("customer.orders", "above", 10), ANGRY, True),
    ({"fact": "customer.vip", "operator": "is", "value": True}, ANGRY, True),
    (is_fact("customer.vip", "is", 1), ANGRY, False),
    (is_fact("customer.plan", "above", 10), ANGRY, False),
    (is_fact("customer.city", "is", "Bonn"), ANGRY, False),
    ({"not": is_fact("customer.city", "is", "Bonn")}, ANGRY, True),
    ({"fact": "customer.city", "operator": "known", "value": False}, ANGRY, True),
    ({"fact": "customer.plan", "operator": "known", "value": True}, ANGRY, True),
    (is_fact("confidence", "below", 0.5), ANGRY, None),
    ({"not": is_fact("confidence", "below", 0.5)}, ANGRY, None),
    (is_fact("signal.low_confidence", "fires"), ANGRY, None),
    (is_fact("confidence", "below", 0.5), LOW, True),
    (is_fact("confidence_share", "below", 0.5), LOW, True),
    (is_fact("signal.low_confidence", "fires"), LOW, True),
    ({"all": [is_fact("signal.anger", "fires"), is_fact("language", "is", "de")]}, ANGRY, True),
    ({"all": [is_fact("signal.anger", "fires"), is_fact("confidence", "below", 1)]}, ANGRY, None),
    ({"all": [is_fact("signal.distress", "fires"), is_fact("confidence", "below", 1)]}, ANGRY, False),
    ({"any": [is_fact("signal.anger", "fires"), is_fact("confidence", "below", 1)]}, ANGRY, True),
    ({"any": [is_fact("signal.distress", "fires"), is_fact("confidence", "below", 1)]}, ANGRY, None),
    ({"not": {"any": [is_fact("signal.distress", "fires")]}}, ANGRY, True),
    (is_fact("topic", "is", "refunds"), NIGHT, True),
    (is_fact("topic", "one_of", ["orders", ""]), NIGHT, False),
    (is_fact("topic", "is", "refunds"), ANGRY, None),
    ({"not": is_fact("topic", "is", "refunds")}, ANGRY, None),
    (is_fact("channel", "is", "email"), NIGHT, True),
    (is_fact("mode", "one_of", ["autopilot", "off"]), NIGHT, False),
    (is_fact("weekday", "one_of", ["saturday", "sunday"]), NIGHT, True),
    (is_fact("weekday", "is", "monday"), ANGRY, None),
    (is_fact("clock", "between", ["18:00", "08:00"]), NIGHT, True),
    (is_fact("clock", "between", ["08:00", "18:00"]), NIGHT, False),
    (is_fact("clock", "between", ["23:30", "23:31"]), NIGHT, True),
    (is_fact("clock", "between", ["23:00", "23:30"]), NIGHT, False),
    (is_fact("clock", "between", ["23:31", "23:30"]), NIGHT, False),
    (is_fact("clock", "between", ["18:00", "08:00"]), ANGRY, None),
    ({**is_fact("hours", "is"), "value": True}, NIGHT, True),
    ({**is_fact("hours", "is"), "value": False}, ANGRY, None),
    ({**is_fact("hours.Sales", "is"), "value": True}, NIGHT, True),
    ({**is_fact("hours.Customer care", "is"), "value": False}, NIGHT, True),
    ({**is_fact("hours.Night", "is"), "value": False}, NIGHT, None),
    (is_fact("rise.anger", "at_least", 0.45), NIGHT, True),
    (is_fact("rise.anger", "above", 0.45), NIGHT, False),
    (is_fact("rise.distress", "above", -0.1), NIGHT, True),
    (is_fact("rise.anger", "at_least", -1), ANGRY, None),
]


@pytest.mark.parametrize(("document", "seen", "expected"), HOLDS)
def test_a_condition_holds_or_not_or_is_not_known_yet(document: Any, seen: Any, expected: Any) -> None:
    assert holds(read_condition(document, "when"), seen) is expected


def nested(depth: int) -> Any:
    document: Any = is_fact("signal.anger", "fires")
    for _ in range(depth):
        document = {"not": document}
    return document


REFUSED = [
    ("anger", "when"),
    ({}, "when"),
    ({"all": []}, "when.all"),
    ({"any": "x"}, "when.any"),
    ({"all": [is_fact("signal.anger", "fires")], "any": []}, "when"),
    ({"or": [is_fact("signal.anger", "fires")]}, "when"),
    ({"not": []}, "when.not"),
    (is_fact("signal.joy", "fires"), "when.fact"),
    (is_fact("signal", "fires"), "when.fact"),
    (is_fact("customer.", "is", 1), "when.fact"),
    ({"fact": 3, "operator": "is", "value": 1}, "when.fact"),
    (is_fact("weather", "is", "rain"), "when.fact"),
    (is_fact("signal.anger", "is", 0.5), "when.operator"),
    ({"fact": "signal.anger"}, "when.operator"),
    ({"fact": "signal.anger", "operator": "fires", "value": True}, "when"),
    (is_fact("signal.anger", "above"), "when"),
    (is_fact("signal.anger", "above", 1.2), "when.value"),
    ({"fact": "signal.anger", "operator": "above", "value": True}, "when.value"),
    (is_fact("signal.anger", "above", "0.5"), "when.value"),
    (is_fact("confidence", "below", float("nan")), "when.value"),
    (is_fact("count.unsure", "is", "two"), "when.value"),
    (is_fact("customer.plan", "is", None), "when.value"),
    (is_fact("customer.plan", "is", float("inf")), "when.value"),
    (is_fact("customer.plan", "known", "yes"), "when.value"),
    (is_fact("customer.orders", "above", 10**400), "when.value"),
    (is_fact("customer.orders", "is", 10**400), "when.value"),
    (is_fact("rise.anger", "above", 1.1), "when.value"),
    (is_fact("rise.loop", "above", 0.1), "when.fact"),
    (is_fact("hours.", "is", "x"), "when.fact"),
    (is_fact("hours.Sales", "is", "yes"), "when.value"),
    (is_fact("channel", "is", "fax"), "when.value"),
    (is_fact("weekday", "one_of", ["monday", "Sunday"]), "when.value[1]"),
    (is_fact("clock", "between", ["18:00"]), "when.value"),
    (is_fact("clock", "between", ["18:00", "24:00"]), "when.value[1]"),
    (is_fact("clock", "between", ["8:00", "18:00"]), "when.value[0]"),
    (is_fact("clock", "between", ["18:00", "18:00"]), "when.value"),
    (is_fact("topic", "is", "x" * 201), "when.value"),
    (is_fact("customer.plan", "one_of", []), "when.value"),
    (is_fact("language", "one_of", ["en", 3]), "when.value[1]"),
    ({"all": [is_fact("signal.anger", "fires"), {"not": is_fact("x", "is", 1)}]}, "when.all[1].not.fact"),
    (nested(DEEPEST + 1), "when" + ".not" * (DEEPEST + 1)),
]


@pytest.mark.parametrize(("document", "place"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(document: Any, place: str) -> None:
    with pytest.raises(RuleError) as refusal:
        read_condition(document, "when")
    assert refusal.value.place == place
