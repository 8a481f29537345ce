"""What a plan would cost a company with so many people and so many resolutions; pure, without tax and discounts."""

from dataclasses import dataclass

from billing.plans import Interval, Plan

MONTHS = 12


@dataclass(frozen=True)
class Wanted:
    """What a company thinks that it needs: people with a seat, resolutions in a month, how often it wants to pay."""

    seats: int
    resolutions: int
    interval: Interval


@dataclass(frozen=True)
class Quote:
    """What that is with one plan; amounts in cents, for a month, with seats of a year spread over its months."""

    plan: Plan
    wanted: Wanted

    @property
    def fits(self) -> bool:
        """Whether the plan has so many seats at all."""
        return self.plan.seats_most is None or self.wanted.seats <= self.plan.seats_most

    @property
    def beyond(self) -> int:
        """Resolutions that are not in the bundle."""
        return max(0, self.wanted.resolutions - self.plan.included)

    @property
    def at_once_cents(self) -> int:
        """The seats, each time that they are paid."""
        return self.wanted.seats * self.plan.seat_cents(self.wanted.interval)

    @property
    def seats_cents(self) -> int:
        """The seats, for a month; halves of a cent are rounded up."""
        if self.wanted.interval == Interval.MONTH:
            return self.at_once_cents
        return (2 * self.at_once_cents + MONTHS) // (2 * MONTHS)

    @property
    def beyond_cents(self) -> int:
        """What is beyond the bundle, where it can be bought."""
        return self.beyond * (self.plan.overage_cents or 0)

    @property
    def solves_all(self) -> bool:
        """Whether the assistant may solve all that is wanted."""
        return self.beyond == 0 or self.plan.overage_cents is not None

    @property
    def month_cents(self) -> int:
        """All of it, for a month."""
        return self.seats_cents + self.beyond_cents


def cheapest(quotes: list[Quote]) -> Quote | None:
    """The one that costs least of those that have room for everything; None when none has."""
    enough = [one for one in quotes if one.fits and one.solves_all]
    return min(enough, key=lambda one: one.month_cents, default=None)
