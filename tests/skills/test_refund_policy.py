"""Which refunds are routine: the policy as a table of cases."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from assistant.records.contract import ItemSeen
from assistant.skills.orders.refund_policy import Case, RefundPolicy, amount_of, describe, judge
from tests.skills.shelf import BELL, NOW, TUBES, order

POLICY = RefundPolicy()


def case(*items: ItemSeen, times: int = 0, reason: str = "", **changed: Any) -> Case:
    """A wish for money back, for the bell where nothing is named."""
    return Case(order(**changed), items or (BELL,), reason, times, NOW)


@pytest.mark.parametrize(
    ("wish", "broken"),
    [
        (case(), ()),
        (case(TUBES), ()),
        (case(BELL, TUBES), ()),
        (case(state="returned"), ()),
        (case(state="shipped"), ("state",)),
        (case(state="paid"), ("state",)),
        (case(delivered_at=NOW - timedelta(days=30)), ()),
        (case(delivered_at=NOW - timedelta(days=30, seconds=40)), ("window",)),
        (case(delivered_at=None), ("window",)),
        (case(times=1), ()),
        (case(times=2), ("often",)),
        (case(replace(BELL, price=Decimal("99.99")), total=Decimal(400)), ()),
        (case(replace(BELL, price=Decimal(100)), total=Decimal(400)), ("approval",)),
        (case(replace(BELL, price=Decimal(250)), total=Decimal(400)), ("approval",)),
        (case(replace(BELL, price=Decimal("250.01")), total=Decimal(400)), ("most", "approval")),
        (case(replace(TUBES, refunded=1)), ()),
        (case(replace(TUBES, refunded=2)), ("something", "positive")),
        (case(refunded=Decimal("45.95")), ("positive",)),
    ],
)
def test_the_usual_policy_case_by_case(wish: Case, broken: tuple[str, ...]) -> None:
    assert tuple(one.name for one in judge(POLICY, wish).broken) == broken


@pytest.mark.parametrize(
    ("changed", "wish", "amount"),
    [
        ({}, case(), "25.00"),
        ({}, case(TUBES), "16.00"),
        ({}, case(replace(TUBES, refunded=1)), "8.00"),
        ({}, case(BELL, TUBES), "45.95"),  # the delivery too
        ({}, case(BELL, TUBES, delivered_at=NOW - timedelta(days=15)), "41.00"),
        ({}, case(BELL, TUBES, refunded=Decimal("10.00")), "35.95"),
        ({}, case(refunded=Decimal("30.00")), "15.95"),  # never more than is left
        ({"fee": Decimal("3.95")}, case(), "21.05"),
        ({"fee": Decimal("3.95")}, case(reason="faulty"), "25.00"),
        ({"fee": Decimal("3.95")}, case(reason="changed_mind"), "21.05"),
    ],
)
def test_what_is_given_back(changed: dict[str, Any], wish: Case, amount: str) -> None:
    assert amount_of(replace(POLICY, **changed), wish) == Decimal(amount)


@pytest.mark.parametrize(
    ("changed", "wish", "broken"),
    [
        ({"states": ()}, case(), ("state",)),
        ({"never": ("bell",)}, case(), ("never",)),
        ({"never": ("BEL-1",)}, case(), ("never",)),
        ({"never": ("tube", " ")}, case(), ()),
        ({"fee": Decimal(30)}, case(), ("positive",)),
        ({"approval_from": Decimal(0)}, case(replace(BELL, price=Decimal(200)), total=Decimal(400)), ()),
        ({"approval_from": Decimal(10)}, case(), ("approval",)),
        ({"most_times": 1}, case(times=1), ("often",)),
    ],
)
def test_what_an_admin_changes_counts(changed: dict[str, Any], wish: Case, broken: tuple[str, ...]) -> None:
    assert tuple(one.name for one in judge(replace(POLICY, **changed), wish).broken) == broken


def test_the_desk_reads_why() -> None:
    verdict = judge(POLICY, case(state="shipped", times=3))
    assert verdict.outside == "The order is shipped. The customer had 3 refunds in 90 days; 2 are routine."


def test_the_summary_tells_every_limit() -> None:
    told = " ".join(describe(replace(POLICY, fee=Decimal("3.95"), never=("gift card",))))
    for part in ("30 days", "250.00", "2 refunds in 90 days", "100.00", "3.95", "gift card", "14 days"):
        assert part in told
