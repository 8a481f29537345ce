"""What a company may do, from where it stands; pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from billing.entitlements import Entitlements, Lock, Place, allowed
from billing.models import Standing
from billing.plans import BUSINESS, FREE, PLANS, TEAM, TRIAL_INCLUDED, Feature, Plan

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
PAYS = Place(TEAM, Standing.ACTIVE, subscribed=True, seats=3)
TRIES = Place(BUSINESS, Standing.TRIAL, trial_ends_at=NOW + timedelta(seconds=1))


def at(place: Place, *, after: timedelta = timedelta()) -> Entitlements:
    return allowed(place, now=NOW + after)


@pytest.mark.parametrize(
    ("place", "cap"),
    [
        (PAYS, 500),
        (replace(PAYS, overage=True), None),
        (replace(PAYS, overage=True, overage_limit_cents=100_00), 500 + 204),
        (replace(PAYS, overage=True, overage_limit_cents=0), 500),
        (replace(PAYS, overage=False, overage_limit_cents=100_00), 500),
        (replace(PAYS, overage=True, standing=Standing.PAST_DUE), 500),
        (replace(PAYS, plan=BUSINESS, overage=True, standing=Standing.COMPLIMENTARY), 2_000),
        (replace(TRIES, overage=True), TRIAL_INCLUDED),
        (Place(FREE, Standing.FREE, overage=True), 100),
    ],
)
def test_beyond_the_bundle_is_bought_only_by_who_pays_wants_it_and_up_to_their_limit(
    place: Place, cap: int | None
) -> None:
    found = at(place)
    assert found.cap == cap
    assert found.assistant_may_begin((cap or 10**9) - 1)
    assert cap is None or not found.assistant_may_begin(cap)


def test_a_trial_ends_to_the_second_unless_a_subscription_stands_behind_it() -> None:
    assert (at(TRIES).plan, at(TRIES).seats, at(TRIES).history_days) == (BUSINESS, None, None)
    over = at(TRIES, after=timedelta(seconds=1))
    assert (over.plan, over.seats, over.cap, over.history_days) == (FREE, 2, 100, 30)
    behind = replace(TRIES, subscribed=True, seats=4)
    assert (at(behind, after=timedelta(hours=2)).plan, at(behind).seats) == (BUSINESS, 4)
    assert at(replace(TRIES, trial_ends_at=None)).plan == FREE


LATE = NOW - timedelta(days=14)


@pytest.mark.parametrize(
    ("place", "lock"),
    [
        (replace(PAYS, unpaid_since=LATE), Lock.UNPAID),
        (replace(PAYS, over_seats_since=LATE), Lock.OVER_SEATS),
        (replace(PAYS, unpaid_since=LATE, over_seats_since=LATE), Lock.UNPAID),
    ],
)
def test_settings_lock_after_fourteen_days_and_not_a_second_before(place: Place, lock: Lock) -> None:
    assert (at(place, after=-timedelta(seconds=1)).lock, at(place).lock) == (None, lock)
    assert at(place).features == TEAM.features


@pytest.mark.parametrize("plan", PLANS.values())
def test_a_plan_gives_what_it_says_and_a_dearer_one_no_less(plan: Plan) -> None:
    found = at(Place(plan, Standing.ACTIVE, seats=7))
    assert (found.features, found.included, found.history_days) == (plan.features, plan.included, plan.history_days)
    assert found.seats == (plan.seats_most or 7)
    assert (found.seats_left(1), found.seats_left(99)) == ((plan.seats_most or 7) - 1, 0)
    dearer = [one for one in PLANS.values() if one.month_cents > plan.month_cents]
    assert all(one.included > plan.included and one.features >= plan.features for one in dearer)
    assert BUSINESS.features == frozenset(Feature)
