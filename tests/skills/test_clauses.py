"""Policies as data: what their conditions make of a case, and what happens to what cannot be read or is not known."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from assistant.skills import clauses
from assistant.skills.clauses import judge, judge_act, read_clauses, read_policy
from assistant.skills.terms import ClauseError, UnknownError

NOW = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
FACTS = {
    "now": NOW,
    "state": "delivered",
    "member": "gold",
    "yes": True,
    "one": 1,
    "delivered_at": NOW - timedelta(hours=30),
    "payments": [{"amount": Decimal("10.50"), "id": "a"}, {"amount": Decimal("4.50"), "id": "b"}],
    "wanted": ["x", "x"],
    "bought": ["x", "y", "x"],
    "nothing": None,
    "order": {"total": Decimal(15)},
    "bags": {"gold/economy": 3},
}
HOLDS: list[tuple[dict[str, Any], bool]] = [
    ({"this": "$state", "is": "delivered"}, True),
    ({"this": "$state", "is_not": "delivered"}, False),
    ({"this": "$state", "in": ["shipped", "delivered"]}, True),
    ({"this": "$state", "not_in": ["shipped", "delivered"]}, False),
    ({"this": "$one", "is": True}, False),
    ({"this": "$yes", "is": 1}, False),
    ({"this": "$one", "is": "1"}, False),
    ({"this": "$yes", "is": True}, True),
    ({"this": {"hours_since": "$delivered_at"}, "at_most": 30}, True),
    ({"this": {"hours_since": "$delivered_at"}, "below": 30}, False),
    ({"this": {"sum": "$payments", "of": "$it.amount"}, "is": 15}, True),
    ({"this": {"sum": "$payments", "of": "$it.amount"}, "at_most": "$order.total"}, True),
    ({"this": {"sum": "$payments", "of": "$it.amount"}, "above": {"minus": ["$order.total", 0.01]}}, True),
    ({"this": {"times": [2, "$one", 3]}, "is": 6}, True),
    ({"this": {"count": "$payments"}, "is": 2}, True),
    ({"this": {"different": "$wanted"}, "is": 1}, True),
    ({"this": "$wanted", "part_of": "$bought"}, True),
    ({"this": "$bought", "part_of": "$wanted"}, False),
    ({"this": {"each": "$payments", "of": "$it.id"}, "part_of": ["b", "a"]}, True),
    ({"this": {"table": {"gold/economy": 3}, "by": ["$member", "economy"]}, "at_least": 3}, True),
    ({"this": "gold/economy", "in": "$bags"}, True),
    ({"every": "$payments", "holds": {"this": "$it.amount", "above": 4}}, True),
    ({"every": "$payments", "holds": {"this": "$it.amount", "above": 5}}, False),
    ({"some": "$payments", "as": "paid", "holds": {"this": "$paid.id", "is": "b"}}, True),
    (
        {"every": "$payments", "as": "a", "holds": {"some": "$payments", "holds": {"this": "$it.id", "is": "$a.id"}}},
        True,
    ),
    ({"all": [{"this": "$yes", "is": True}, {"not": {"this": "$state", "is": "lost"}}]}, True),
    ({"any": [{"this": "$unknown", "is": 1}, {"this": "$yes", "is": True}]}, True),
]
UNKNOWN: list[dict[str, Any]] = [
    {"this": "$order.weight", "is": 3},
    {"this": "$nothing", "is_not": 3},
    {"this": "$state", "above": 3},
    {"this": "$yes", "at_least": 0},
    {"this": {"hours_since": "$state"}, "at_most": 3},
    {"this": {"table": {"silver": 1}, "by": ["$member"]}, "is": 1},
    {"this": {"sum": "$payments", "of": "$it.id"}, "is": 1},
    {"every": "$state", "holds": {"this": 1, "is": 1}},
    {"not": {"this": "$unknown", "is": 1}},
    {"any": [{"this": "$unknown", "is": 1}, {"this": "$yes", "is": False}]},
]
UNREADABLE: list[Any] = [
    {"this": "$state", "equals": "x"},
    {"this": "$state", "is": "x", "in": ["x"]},
    {"all": []},
    {"any": [], "all": []},
    {"every": "$payments"},
    {"every": "$payments", "holds": {"this": 1, "is": 1}, "name": "x"},
    {"this": {"average": "$payments"}, "is": 1},
    {"this": {"plus": []}, "is": 1},
    {"this": {"sum": "$a", "by": "$b"}, "is": 1},
    {"this": "$state", "in": ["$other"]},
    "yes",
    True,
    None,
]


@pytest.mark.parametrize(("stored", "expected"), HOLDS)
def test_a_condition_holds_or_not(stored: dict[str, Any], *, expected: bool) -> None:
    """Every sign, every reckoning, and how they nest."""
    assert clauses.holds(clauses.read(stored, "here"), FACTS) is expected


@pytest.mark.parametrize("stored", UNKNOWN)
def test_what_is_not_known_is_outside_and_never_allowed(stored: dict[str, Any]) -> None:
    """A missing fact, or one of another kind, never passes; not even turned around by `not`."""
    condition = clauses.read(stored, "here")
    with pytest.raises(UnknownError):
        clauses.holds(condition, FACTS)
    verdict = judge(read_clauses([{"name": "a", "holds": stored, "says": "No.", "otherwise": "approval"}], "b"), FACTS)
    assert verdict.outside.startswith("No. (")
    assert not verdict.waits


@pytest.mark.parametrize("stored", UNREADABLE)
def test_what_cannot_be_read_names_its_place(stored: Any) -> None:
    """An unknown sign or a stray key is an error when the policy is read, and never a condition that is ignored."""
    with pytest.raises(ClauseError) as caught:
        read_policy({"refund": [{"name": "a", "holds": {"not": stored}, "says": "No."}]})
    assert caught.value.place.startswith("refund[0].holds.not")


@pytest.mark.parametrize(
    "stored",
    [[], {"refund": {}}, {"refund": [{"name": "a", "says": "b"}]}, {"refund": [{"name": "a", "holds": {}, "says": 3}]},
     {"refund": [{"name": "a", "holds": {"this": 1, "is": 1}, "says": "", "otherwise": "maybe"}]}],
)  # fmt: skip
def test_a_policy_of_another_shape_is_an_error(stored: Any) -> None:
    """Neither a list for an object nor a clause without its condition passes."""
    with pytest.raises(ClauseError):
        read_policy(stored)


def test_a_verdict_tells_why_with_the_facts_of_the_case() -> None:
    """All broken clauses are told, those for approval apart."""
    policy = read_policy(
        {
            "refund": [
                {"name": "state", "holds": {"this": "$state", "is": "returned"}, "says": "It is {state}."},
                {"name": "sum", "holds": {"this": "$order.total", "below": 10}, "says": "{order.total} is much, {who}.",
                 "otherwise": "approval"},
                {"name": "fine", "holds": {"this": "$one", "is": 1}, "says": "Never told."},
            ]
        }
    )  # fmt: skip
    verdict = judge_act(policy, "refund", FACTS)
    assert verdict.outside == "It is delivered."
    assert verdict.waits == "15 is much, unknown."
    assert verdict.breaks("sum")
    assert not verdict.breaks("fine")


def test_what_a_policy_does_not_name_it_does_not_allow() -> None:
    """An act of a kind that nobody wrote clauses for goes to a person."""
    assert judge_act(read_policy({}), "gift", FACTS).outside
