"""One row for each unit, in one period, charged or not, and taken back once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from billing import ledger, periods
from billing.ledger import Day, Totals
from billing.models import Credit, CreditReason, Free, Resolution, Standing, Subscription
from billing.periods import Period
from tenants.models import Job, Tenant
from tests.metering.units import counted, subscribed, unit


@pytest.fixture
def billed(in_acme: Tenant, settings: Any) -> Tenant:
    """Acme, where subscriptions cost."""
    settings.STRIPE_API_KEY = "sk_test_acme"
    return in_acme


def pushes() -> int:
    """How many jobs wait that tell Stripe."""
    return Job.objects.filter(kind=ledger.PUSH).count()


def test_a_unit_is_written_once_however_often_it_is_counted(billed: Tenant) -> None:
    found = subscribed()
    (first,) = ledger.count([unit(), unit()])
    assert ledger.count([unit(), unit(2)])[0].conversation_id == unit(2).conversation
    assert [first.billable, first.period_start, pushes()] == [True, found.period_start, 1]
    assert found.period_start is not None
    assert ledger.net(found.period_start) == 2


def test_what_the_cap_has_no_room_for_is_counted_and_never_charged(billed: Tenant) -> None:
    found = subscribed(overage=True, overage_limit_cents=100)  # two units of 49 cents beyond the bundle of 500
    assert found.period_start is not None
    counted(503)
    assert Resolution.objects.filter(free_because=Free.CAP).count() == 1
    assert ledger.totals(found.period_start) == Totals(counted=503, credited=0, charged=502, free=1)
    ledger.credit(Resolution.objects.filter(billable=True)[0], CreditReason.REOPENED)
    (more,) = counted(1, first=900)
    assert (more.billable, ledger.net(found.period_start)) == (True, 503)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"standing": Standing.COMPLIMENTARY}, Free.GIVEN),
        ({"standing": Standing.FREE, "plan": "free"}, Free.PLAN),
        ({"standing": Standing.TRIAL, "trial_ends_at": datetime(2100, 1, 1, tzinfo=UTC)}, Free.TRIAL),
        (
            {"standing": Standing.TRIAL, "trial_ends_at": datetime(2020, 1, 1, tzinfo=UTC), "stripe_subscription": ""},
            Free.PLAN,
        ),
    ],
)
def test_only_who_subscribed_is_charged(billed: Tenant, fields: dict[str, Any], why: Free) -> None:
    subscribed(**fields)
    (one,) = counted()
    assert (one.billable, one.free_because, pushes()) == (False, why, 0)


def test_without_a_key_units_are_counted_and_nobody_is_charged(in_acme: Tenant) -> None:
    (one,) = counted()
    assert (one.free_because, pushes()) == (Free.NOBODY, 0)


def test_what_is_learned_of_long_after_its_period_is_counted_there_and_free(billed: Tenant) -> None:
    found = subscribed()
    assert found.period_start is not None
    (old,) = ledger.count([unit(ended_at=found.period_start - timedelta(days=3))])
    assert (old.free_because, old.counted_at) == (Free.LATE, old.ended_at)
    assert old.period_start < found.period_start
    (just,) = ledger.count([unit(2, ended_at=timezone.now() - timedelta(hours=20))])
    assert (just.billable, just.period_start) == (True, found.period_start)


def test_a_unit_is_credited_once_in_the_period_of_the_credit(billed: Tenant) -> None:
    found = subscribed(period_start=timezone.now() - timedelta(days=2))
    (one,) = counted()
    later = subscribed(period_start=timezone.now() - timedelta(days=1))
    assert found.period_start is not None
    assert later.period_start is not None
    assert ledger.credit(one, CreditReason.REOPENED) is not None
    assert ledger.credit(one, CreditReason.RATED_BADLY) is None
    assert Credit.objects.get().reason == CreditReason.REOPENED
    assert (ledger.net(found.period_start), ledger.net(later.period_start)) == (1, -1)


def test_days_are_those_of_the_zone_and_none_is_left_out(in_acme: Tenant, django_assert_num_queries: Any) -> None:
    before_midnight = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # half past midnight in Berlin
    (one,) = ledger.count([unit(ended_at=before_midnight)], now=before_midnight)
    ledger.credit(one, CreditReason.REVIEWED, now=before_midnight + timedelta(days=1))
    with django_assert_num_queries(2):
        found = ledger.by_day(date(2026, 3, 2), date(2026, 3, 4), ZoneInfo("Europe/Berlin"))
    assert found == [Day(date(2026, 3, 2), 0, 0), Day(date(2026, 3, 3), 1, 0), Day(date(2026, 3, 4), 0, 1)]
    other = one.period_start - timedelta(days=1)  # its first day may have units of the period before
    assert {
        day.counted + day.credited
        for day in ledger.by_day(date(2026, 3, 2), date(2026, 3, 4), ZoneInfo("UTC"), of_period=other)
    } == {0}


def test_counting_takes_few_queries(billed: Tenant, django_assert_max_num_queries: Any) -> None:
    subscribed()
    with django_assert_max_num_queries(10):
        counted(50)
    with django_assert_max_num_queries(4):
        counted(50)


def test_who_subscribes_during_the_trial_has_one_trial_and_not_another_bundle() -> None:
    began, subscribed, ends = (datetime(2026, 3, day, tzinfo=UTC) for day in (1, 9, 15))
    row = Subscription(stripe_subscription="sub_1", period_start=subscribed, period_end=ends, trial_ends_at=ends)
    row.standing = Standing.TRIAL
    assert periods.current(row, company_began=began, now=subscribed) == Period(began, ends)
    row.standing = Standing.ACTIVE
    assert periods.current(row, company_began=began, now=subscribed) == Period(subscribed, ends)


def test_earlier_periods_end_on_the_last_of_a_short_month() -> None:
    here = Period(datetime(2026, 3, 31, tzinfo=UTC), datetime(2026, 4, 30, tzinfo=UTC))
    assert periods.earlier(here, datetime(2026, 3, 1, tzinfo=UTC)).start == datetime(2026, 2, 28, tzinfo=UTC)
    assert periods.earlier(here, datetime(2025, 12, 31, 1, tzinfo=UTC)).start == datetime(2025, 12, 31, tzinfo=UTC)
    assert periods.earlier(here, here.start) == here
