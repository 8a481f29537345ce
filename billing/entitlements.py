"""What a company may do, from its plan and how it stands with it; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from billing.models import Standing
from billing.plans import BUSINESS, FREE, TRIAL_INCLUDED, Feature, Plan

LOCKED_AFTER = timedelta(days=14)  # from the first try to be paid that failed, or from having more people than seats


class Lock(StrEnum):
    """Why settings can be read and not changed; conversations go on in either case."""

    UNPAID = "unpaid"
    OVER_SEATS = "over_seats"


@dataclass(frozen=True)
class Place:
    """Where a company stands. `seats` are those paid for; None where the plan itself says how many.

    `subscribed` says that there is a subscription at Stripe, which alone ends its trial then.
    """

    plan: Plan
    standing: Standing
    subscribed: bool = False
    seats: int | None = None
    trial_ends_at: datetime | None = None
    unpaid_since: datetime | None = None
    over_seats_since: datetime | None = None
    overage: bool = False
    overage_limit_cents: int | None = None


@dataclass(frozen=True)
class Entitlements:
    """What is allowed. `seats`, `cap` and `history_days` are None where there is no limit.

    `included` resolutions are in the price; at `cap` in a period the assistant begins no conversation any more.
    """

    plan: Plan
    seats: int | None
    included: int | None
    cap: int | None
    history_days: int | None
    features: frozenset[Feature]
    lock: Lock | None = None

    def has(self, feature: Feature) -> bool:
        """Whether the feature may be used."""
        return feature in self.features

    def seats_left(self, taken: int) -> int | None:
        """How many more people may have a seat; None without a limit, never negative."""
        return None if self.seats is None else max(0, self.seats - taken)

    def assistant_may_begin(self, counted: int) -> bool:
        """Whether the assistant may take a conversation that it has not answered in yet, after so many resolutions."""
        return self.cap is None or counted < self.cap


SELF_HOSTED = Entitlements(BUSINESS, None, None, None, None, frozenset(Feature))
"""Of every company where nobody is billed, and of the company that runs Baton."""


def standing_now(place: Place, allowed: Entitlements) -> Standing:
    """How a company stands that is allowed so much: a trial that is over is the free plan, whatever the row says."""
    over = place.standing == Standing.TRIAL and allowed.plan != place.plan
    return Standing.FREE if over else place.standing


def allowed(place: Place, *, now: datetime) -> Entitlements:
    """What the company may do at this moment. A trial that is over is the free plan, whatever the row still says.

    Not so where a subscription begins after it: that this happened is heard from Stripe some moments later.
    """
    plan, is_trial = place.plan, place.standing == Standing.TRIAL
    over = place.trial_ends_at is None or place.trial_ends_at <= now
    if is_trial and over and not place.subscribed:
        plan, is_trial = FREE, False
    included = TRIAL_INCLUDED if is_trial else plan.included
    return Entitlements(
        plan=plan,
        seats=place.seats if plan.seats_most is None else plan.seats_most,
        included=included,
        cap=_cap(place, plan, included=included, is_trial=is_trial),
        history_days=plan.history_days,
        features=plan.features,
        lock=_lock(place, now),
    )


def _cap(place: Place, plan: Plan, *, included: int, is_trial: bool) -> int | None:
    """The bundle; with bought resolutions what the limit in money allows beyond it, rounded down."""
    bought = place.overage and not is_trial and plan.overage_cents is not None and place.standing == Standing.ACTIVE
    if not bought or plan.overage_cents is None:
        return included
    return None if place.overage_limit_cents is None else included + place.overage_limit_cents // plan.overage_cents


def _lock(place: Place, now: datetime) -> Lock | None:
    if place.unpaid_since is not None and now - place.unpaid_since >= LOCKED_AFTER:
        return Lock.UNPAID
    if place.over_seats_since is not None and now - place.over_seats_since >= LOCKED_AFTER:
        return Lock.OVER_SEATS
    return None
