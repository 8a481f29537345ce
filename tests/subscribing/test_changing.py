"""What a change takes away is told before it is done; what stands in its way names whom it is about."""

from datetime import UTC, datetime, timedelta

import pytest

from billing import changing, entitlements
from billing.changing import InUse, Wanted
from billing.entitlements import Entitlements, Place
from billing.errors import BlockedError, LossesError
from billing.models import Standing
from billing.plans import BUSINESS, FREE, PLANS, TEAM, TRIAL_PLAN, Feature, Interval, Plan

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PEOPLE = ("Maya Larsen", "Hannah Roth", "Priya Nair")


def on(plan: Plan, seats: int | None = 5) -> Entitlements:
    return entitlements.allowed(Place(plan, Standing.ACTIVE, seats=seats), now=NOW)


def to(plan: Plan, seats: int = 5) -> Wanted:
    return Wanted(plan, Interval.MONTH, seats) if plan.is_paid else Wanted(plan)


def codes(now: Entitlements, wanted: Wanted, in_use: InUse) -> list[str]:
    return [loss.code for loss in changing.losses(now, wanted, in_use)]


@pytest.mark.parametrize(
    ("now", "wanted", "in_use", "lost"),
    [
        (on(TEAM), to(BUSINESS), InUse(PEOPLE), []),
        (on(TEAM), to(TEAM, 9), InUse(PEOPLE, invited=2), []),
        (on(BUSINESS), to(TEAM), InUse(PEOPLE), ["control_room", "sla", "sso", "bundle"]),
        (on(TEAM), to(TEAM, 2), InUse(PEOPLE), ["seats"]),
        (on(TEAM), to(TEAM, 3), InUse(PEOPLE, invited=1), ["invitations"]),
        (on(TEAM), to(FREE), InUse(PEOPLE), ["seats", "history", "bundle"]),
        (on(TEAM), to(FREE), InUse(PEOPLE[:2]), ["history", "bundle"]),
        (on(BUSINESS), to(TEAM, 2), InUse(PEOPLE), ["seats", "control_room", "sla", "sso", "bundle"]),
    ],
)
def test_what_is_lost_follows_from_both_plans_and_what_is_in_use(
    now: Entitlements, wanted: Wanted, in_use: InUse, lost: list[str]
) -> None:
    assert codes(now, wanted, in_use) == lost


def test_fewer_seats_than_people_are_refused_by_name_whatever_is_accepted() -> None:
    found = changing.losses(on(BUSINESS), to(TEAM, 2), InUse(PEOPLE))
    with pytest.raises(BlockedError, match="Maya Larsen, Hannah Roth and Priya Nair") as raised:
        changing.check(found, accepts=[loss.code for loss in found])
    assert "3 people have a seat, 1 more than 2 seats" in raised.value.message
    many = changing.losses(on(TEAM), to(TEAM, 2), InUse(tuple(f"P{n}" for n in range(14))))
    with pytest.raises(BlockedError, match="P9 and 4 more"):
        changing.check(many, accepts=[])


def test_leaving_for_free_is_never_blocked_by_people() -> None:
    found = changing.losses(on(TEAM), to(FREE), InUse(PEOPLE))
    changing.check(found, accepts=["seats", "history", "bundle"])
    assert "Nobody is thrown out" in found[0].words


def test_each_loss_must_be_accepted_by_its_code() -> None:
    found = changing.losses(on(BUSINESS), to(TEAM), InUse(PEOPLE))
    with pytest.raises(LossesError, match=r"\(sla, sso\)") as raised:
        changing.check(found, accepts=["control_room", "bundle", "something else"])
    assert (raised.value.code, raised.value.param) == ("losses_not_accepted", "accepts")


def test_the_words_say_what_the_company_itself_uses() -> None:
    in_use = InUse(PEOPLE, resolutions=612, older=1234, promises=1, signs_on=True)
    told = {loss.code: loss.words for loss in changing.losses(on(BUSINESS), to(FREE), in_use)}
    assert "Your promise is kept for when you come back" in told["sla"]
    assert "whoever has no password gets a letter" in told["sso"]
    assert "now that would be 1,234" in told["history"]
    assert told["bundle"].startswith("Free includes 100 resolutions a month instead of 2,000. This period has 612")
    assert "unless you buy" not in told["bundle"]
    team = {loss.code: loss.words for loss in changing.losses(on(BUSINESS), to(TEAM), in_use)}
    assert "unless you buy some beyond the bundle" in team["bundle"]


def test_in_the_trial_team_takes_features_and_business_takes_nothing() -> None:
    trial = Place(TRIAL_PLAN, Standing.TRIAL, trial_ends_at=NOW + timedelta(days=3))
    now = entitlements.allowed(trial, now=NOW)
    assert codes(now, to(BUSINESS), InUse(PEOPLE)) == []
    assert codes(now, to(TEAM), InUse(PEOPLE)) == [feature.value for feature in Feature]


@pytest.mark.parametrize(("hours", "kept"), [(48, "no"), (49, "yes"), (300, "yes"), (-1, "no")])
def test_a_trial_is_kept_by_whoever_subscribes_while_enough_of_it_is_left(hours: int, kept: str) -> None:
    ends = NOW + timedelta(hours=hours)
    assert changing.trial_kept(ends, now=NOW) == (ends if kept == "yes" else None)
    assert changing.trial_kept(None, now=NOW) is None


def test_what_subscribing_costs_is_told_without_asking_anybody() -> None:
    now = changing.first(Wanted(TEAM, Interval.YEAR, 3), now=NOW, trial_end=None)
    assert (now.now_cents, now.next_cents, now.next_at) == (87_000, 87_000, NOW.replace(year=2027))
    ends = NOW + timedelta(days=10)
    later = changing.first(Wanted(BUSINESS, Interval.MONTH, 4), now=NOW, trial_end=ends)
    assert (later.now_cents, later.next_cents, later.next_at) == (0, 31_600, ends)
    assert (later.lines[0].cents, later.lines[0].quantity) == (31_600, 4)
    assert changing.first(Wanted(PLANS[FREE.key]), now=NOW, trial_end=None).lines == ()


@pytest.mark.parametrize(
    ("moment", "interval", "later"),
    [
        ("2026-01-31", Interval.MONTH, "2026-02-28"),
        ("2026-12-15", Interval.MONTH, "2027-01-15"),
        ("2028-02-29", Interval.YEAR, "2029-02-28"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(moment: str, interval: Interval, later: str) -> None:
    assert changing.after(datetime.fromisoformat(moment), interval) == datetime.fromisoformat(later)


def test_a_preview_is_good_for_half_an_hour() -> None:
    good = [changing.is_good(NOW - timedelta(minutes=minutes), now=NOW) for minutes in (0, 29, 31, -2)]
    assert good == [True, True, False, False]
