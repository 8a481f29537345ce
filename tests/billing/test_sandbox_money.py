"""The sandbox's arithmetic: parts of periods, tiers, and months that are shorter than others."""

from datetime import UTC, datetime

import pytest

from billing.sandbox import money, periods
from billing.sandbox.money import Span


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("amount", "share", "becomes"),
    [
        (3000, (1, 3), 1000),
        (1000, (1, 3), 333),
        (1000, (1, 16), 63),
        (-1000, (1, 16), -63),
        (5, (1, 2), 3),
        (7, (0, 9), 0),
    ],
)
def test_a_part_is_rounded_half_away_from_nothing(amount: int, share: tuple[int, int], becomes: int) -> None:
    assert money.part(amount, share) == becomes


@pytest.mark.parametrize(("quantity", "cost"), [(0, 0), (100, 0), (101, 50), (300, 10_000), (350, 12_000)])
def test_tiers_cost_what_lies_in_each(quantity: int, cost: int) -> None:
    tiers: list[dict[str, int | None]] = [
        {"up_to": 100, "unit_amount": 0, "flat_amount": 0},
        {"up_to": 300, "unit_amount": 50, "flat_amount": 0},
        {"up_to": None, "unit_amount": 40, "flat_amount": 0},
    ]
    assert money.tiered(quantity, tiers) == cost


@pytest.mark.parametrize(
    ("anchor", "interval", "moment", "begins", "ends"),
    [
        ("2026-01-31T10:00", "month", "2026-02-10T00:00", "2026-01-31T10:00", "2026-02-28T10:00"),
        ("2026-01-31T10:00", "month", "2026-02-28T10:00", "2026-02-28T10:00", "2026-03-31T10:00"),
        ("2024-02-29T00:00", "year", "2025-06-01T00:00", "2025-02-28T00:00", "2026-02-28T00:00"),
        ("2026-01-01T00:00", "week", "2026-01-08T00:00", "2026-01-08T00:00", "2026-01-15T00:00"),
    ],
)
def test_a_period_is_counted_from_its_anchor(anchor: str, interval: str, moment: str, begins: str, ends: str) -> None:
    assert periods.period(at(anchor), interval, 1, at=at(moment)) == Span(at(begins), at(ends))
