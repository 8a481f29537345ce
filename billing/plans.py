"""The plans that companies subscribe to, as data; everything that a plan allows or costs is said here alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_noop

CURRENCY = "eur"


class PlanKey(StrEnum):
    """Which plan."""

    FREE = "free"
    TEAM = "team"
    BUSINESS = "business"


class Interval(StrEnum):
    """How often the seats are paid; resolutions beyond the bundle are paid monthly in either case."""

    MONTH = "month"
    YEAR = "year"


class Feature(StrEnum):
    """What some plans have and others do not. Whatever keeps people safe is in every plan, and so is no feature."""

    CONTROL_ROOM = "control_room"
    SLA = "sla"
    SSO = "sso"


@dataclass(frozen=True)
class Plan:
    """One plan. Prices are in cents of `CURRENCY`, without tax; None means: not sold so, or no limit."""

    key: PlanKey
    name: str
    for_whom: str
    month_cents: int
    """A seat for a month."""
    year_cents: int
    """A seat for a year."""
    seats_most: int | None
    included: int
    """Resolutions by the assistant in a month."""
    overage_cents: int | None
    """One resolution beyond those; None where none can be bought."""
    history_days: int | None
    features: frozenset[Feature]

    @property
    def is_paid(self) -> bool:
        """Whether it is subscribed to with Stripe."""
        return self.month_cents > 0

    def seat_cents(self, interval: Interval) -> int:
        """A seat for one such interval."""
        return self.month_cents if interval == Interval.MONTH else self.year_cents

    def lookup_key(self, interval: Interval) -> str:
        """By which the price of a seat is found at Stripe; another amount needs another key."""
        return f"baton_{self.key}_seat_{interval}_{self.seat_cents(interval)}_{CURRENCY}"

    @property
    def usage_lookup_key(self) -> str:
        """By which the metered price of resolutions is found at Stripe."""
        return f"baton_{self.key}_resolutions_{self.included}_{self.overage_cents}_{CURRENCY}"


FREE = Plan(
    key=PlanKey.FREE,
    name="Free",
    for_whom=gettext_noop("For the first steps, and for a quiet inbox."),
    month_cents=0,
    year_cents=0,
    seats_most=2,
    included=100,
    overage_cents=None,
    history_days=30,
    features=frozenset(),
)
TEAM = Plan(
    key=PlanKey.TEAM,
    name="Team",
    for_whom=gettext_noop("For a team that answers every day."),
    month_cents=29_00,
    year_cents=290_00,
    seats_most=None,
    included=500,
    overage_cents=49,
    history_days=None,
    features=frozenset(),
)
BUSINESS = Plan(
    key=PlanKey.BUSINESS,
    name="Business",
    for_whom=gettext_noop("For companies that answer for what the assistant says."),
    month_cents=79_00,
    year_cents=790_00,
    seats_most=None,
    included=2_000,
    overage_cents=39,
    history_days=None,
    features=frozenset(Feature),
)
PLANS: Mapping[PlanKey, Plan] = {plan.key: plan for plan in (FREE, TEAM, BUSINESS)}
TRIAL_DAYS = 14
TRIAL_PLAN = BUSINESS
TRIAL_INCLUDED = 500
"""Resolutions by the assistant in the whole trial."""
METER = "baton_resolutions"
"""The name of the events by which resolutions are told to Stripe."""
