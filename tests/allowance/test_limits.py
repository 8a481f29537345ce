"""More than the bundle is bought only by an admin's word, up to their limit, and every change is on record."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from billing.models import Resolution, Standing, Subscription
from billing.plans import PlanKey
from conversations import allowance
from conversations.allowance import days
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests.allowance import ledgers


def ask(browser: Client, **body: Any) -> Any:
    """Ask for other limits."""
    return browser.patch("/api/v1/billing/limits", body, content_type="application/json")


def stands() -> tuple[bool, int | None] | None:
    """What is bought now, as it is stored."""
    return Subscription.objects.values_list("overage", "overage_limit_cents").first()


def test_an_admin_buys_more_up_to_a_limit_and_stops_again(billed: Tenant, browser: Client) -> None:
    ledgers.subscribed()
    ledgers.resolved(500)
    told = ask(browser, overage=True, overage_limit_cents=100_00)
    assert told.status_code == 200, told.content
    assert (told.json()["usage"]["cap"], told.json()["usage"]["paused"]) == (704, False)
    entry = AuditEntry.objects.get(action="billing.limits_changed")
    assert entry.changes == {"overage": [False, True], "overage_limit_cents": [None, 100_00]}
    assert Job.objects.filter(kind=allowance.WARNINGS).exists()
    ask(browser, overage=True, overage_limit_cents=100_00)
    assert AuditEntry.objects.filter(action="billing.limits_changed").count() == 1
    assert ask(browser, overage=True, overage_limit_cents=None).json()["usage"]["cap"] is None
    assert ask(browser, overage=False, overage_limit_cents=None).json()["usage"]["paused"] is True


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"overage": True}, "overage_limit_cents"),
        ({"overage": True, "overage_limit_cents": 48}, "overage_limit_cents"),
        ({"overage": True, "overage_limit_cents": -1}, "overage_limit_cents"),
        ({"overage": True, "overage_limit_cents": 10**10}, "overage_limit_cents"),
        ({"overage": True, "overage_limit_cents": "much"}, "overage_limit_cents"),
        ({"overage_limit_cents": 1000}, "overage"),
    ],
)
def test_what_is_wrong_is_named_and_changes_nothing(
    billed: Tenant, browser: Client, body: dict[str, Any], param: str
) -> None:
    ledgers.subscribed()
    answer = ask(browser, **body)
    assert (answer.status_code, answer.json()["error"]["param"]) == (422, param)
    assert stands() == (False, None)
    assert not AuditEntry.objects.filter(action="billing.limits_changed").exists()


@pytest.mark.parametrize(
    ("plan", "standing", "why"),
    [
        (PlanKey.BUSINESS, Standing.TRIAL, "In the trial nothing is bought"),
        (PlanKey.FREE, Standing.FREE, "The free plan sells no"),
        (PlanKey.TEAM, Standing.PAST_DUE, "open invoice"),
        (PlanKey.TEAM, Standing.COMPLIMENTARY, "gift"),
    ],
)
def test_nothing_is_bought_without_a_paid_plan_that_runs(
    billed: Tenant, browser: Client, plan: PlanKey, standing: Standing, why: str
) -> None:
    ledgers.subscribed(plan, standing=standing, trial_ends_at=timezone.now() + timedelta(days=5))
    answer = ask(browser, overage=True, overage_limit_cents=1000)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "not_possible_now")
    assert why in answer.json()["error"]["message"]
    assert stands() == (False, None)
    ledgers.subscribed(plan, overage=True)
    assert ask(browser, overage=False, overage_limit_cents=None).status_code == 200  # less is always possible
    assert stands() == (False, None)


def test_where_nobody_is_billed_nothing_is_bought(in_acme: Tenant, browser: Client, settings: LazySettings) -> None:
    settings.STRIPE_API_KEY = ""
    assert ask(browser, overage=True, overage_limit_cents=1000).status_code == 409
    assert stands() is None


def test_days_are_counted_by_the_companys_clocks(
    billed: Tenant, browser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ledgers.subscribed()
    yesterday = timezone.now() - timedelta(days=1)
    first, *_ = ledgers.resolved(3, at=yesterday)
    ledgers.resolved(2)
    ledgers.credited(first)
    with django_assert_num_queries(3):
        days.shown(None, None)
    told = browser.get("/api/v1/billing/usage/days").json()
    assert len(told["data"]) == 11
    assert [(one["counted"], one["credited"]) for one in told["data"]][-2:] == [(3, 0), (2, 1)]
    assert told["included"] == 500
    day = told["data"][-2]["day"]
    told = browser.get(f"/api/v1/billing/usage/days?from={day}&to={day}").json()
    assert told["data"] == [{"day": day, "counted": 3, "credited": 0}]


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("from=2026-05-02&to=2026-05-01", "to"),
        ("from=2020-01-01&to=2026-01-01", "from"),
        ("from=yesterday", "from"),
    ],
)
def test_days_that_make_no_sense_are_named(billed: Tenant, browser: Client, query: str, param: str) -> None:
    answer = browser.get(f"/api/v1/billing/usage/days?{query}")
    assert (answer.status_code, answer.json()["error"]["param"]) == (422, param)


def test_the_overview_forecasts_from_the_days_that_were(billed: Tenant, browser: Client) -> None:
    ledgers.subscribed()
    for back in range(1, 10):
        ledgers.resolved(8, at=timezone.now() - timedelta(days=back))
    told = browser.get("/api/v1/billing").json()["usage"]
    assert told["forecast"]["low"] < told["forecast"]["by_end"] < told["forecast"]["high"]
    assert told["forecast"]["by_end"] == pytest.approx(72 + 20 * 8, abs=8)
    assert told["forecast"]["used_up_on"] is None
    Resolution.objects.all().delete()
    assert browser.get("/api/v1/billing").json()["usage"]["forecast"] is None
