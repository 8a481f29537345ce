"""The bill as it stands: what the next invoice asks for if nothing more happens; pure, without tax and discounts."""

from dataclasses import dataclass
from datetime import datetime

from billing.bundle import Bundle
from billing.models import Standing
from billing.plans import CURRENCY, Interval

PAYING = frozenset({Standing.ACTIVE, Standing.PAST_DUE, Standing.UNPAID, Standing.TRIAL})
EVERY = {Interval.MONTH: "a month", Interval.YEAR: "a year"}


@dataclass(frozen=True)
class Item:
    """A line of the bill."""

    words: str
    quantity: int
    unit_cents: int

    @property
    def cents(self) -> int:
        """What the line comes to."""
        return self.quantity * self.unit_cents


@dataclass(frozen=True)
class Bill:
    """What is asked for at `next_at`; nothing at no time where nothing is paid."""

    items: tuple[Item, ...] = ()
    next_at: datetime | None = None
    currency: str = CURRENCY

    @property
    def total_cents(self) -> int:
        """All of it."""
        return sum(item.cents for item in self.items)


NOTHING = Bill()


def so_far(bundle: Bundle) -> Bill:
    """The next invoice: resolutions beyond the bundle as far as they are counted, and the seats where it renews them.

    Of seats paid by the year it is the invoice of the month while there is something to pay in it.
    """
    found = bundle.found
    if found is None or not found.stripe_subscription or bundle.standing not in PAYING:
        return NOTHING
    bought = _bought(bundle)
    renews = _renews_at(bundle)
    at_once = renews is not None and renews <= bundle.period.end
    seats = _seats(bundle) if renews is not None and (at_once or not bought) else ()
    if not seats and not bought:
        return NOTHING
    return Bill((*seats, *bought), bundle.period.end if bought or at_once else renews)


def _renews_at(bundle: Bundle) -> datetime | None:
    """When the seats are paid next; None where the subscription ends before."""
    found = bundle.found
    if found is None or found.ends_at is not None:
        return None
    return found.renews_at


def _seats(bundle: Bundle) -> tuple[Item, ...]:
    found, plan = bundle.found, bundle.place.plan
    if found is None or not found.seats or not found.interval:
        return ()
    interval = Interval(found.interval)
    return (Item(f"Seats, {plan.name}, {EVERY[interval]}", found.seats, plan.seat_cents(interval)),)


def _bought(bundle: Bundle) -> tuple[Item, ...]:
    unit = bundle.allowed.plan.overage_cents
    if not bundle.beyond or unit is None:
        return ()
    return (Item(f"Resolutions beyond the {bundle.allowed.included:,} included", bundle.beyond, unit),)
