"""Amounts in the smallest unit of a currency, and what a part of a period costs; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

Share = tuple[int, int]
"""So many, of how many."""


@dataclass(frozen=True)
class Span:
    """A stretch of time in seconds since 1970, its end not included."""

    start: int
    end: int

    def share_left(self, at: int) -> Share:
        """What is left of it at a moment, as a fraction: seconds left, of how many."""
        return max(0, self.end - max(at, self.start)), self.end - self.start


def part(amount: int, share: Share) -> int:
    """That share of an amount, rounded half away from zero as Stripe does."""
    left, whole = share
    doubled = 2 * amount * left
    sign = -1 if doubled < 0 else 1
    return sign * ((abs(doubled) + whole) // (2 * whole))


def share_of(stored: Sequence[int]) -> Share:
    """A share that was stored as a list."""
    some, whole = stored
    return some, whole


def percent_of(amount: int, percent: float) -> int:
    """So many hundredths of an amount, rounded half up; `percent` has two decimals at most."""
    hundredths = round(percent * 100)
    return (2 * amount * hundredths + 10_000) // 20_000


def tiered(quantity: int, tiers: list[dict[str, int | None]]) -> int:
    """What a quantity costs by graduated tiers, each with `up_to` (None for the last), `unit_amount`, `flat_amount`."""
    cost, below = 0, 0
    for tier in tiers:
        if quantity <= below:
            break
        up_to = tier["up_to"]
        inside = (quantity if up_to is None else min(quantity, up_to)) - below
        cost += inside * (tier["unit_amount"] or 0) + (tier["flat_amount"] or 0)
        below += inside
    return cost
