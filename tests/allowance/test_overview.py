"""What the billing page begins with is true of every way in which a company may stand."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from billing.models import Free, Standing
from billing.plans import PlanKey
from conversations.allowance import overview
from conversations.metering.rule import RULE
from tenants.models import Tenant
from tests import cast
from tests.allowance import ledgers


def shown(browser: Client) -> Any:
    """What the address answers."""
    response = browser.get("/api/v1/billing")
    assert response.status_code == 200, response.content
    return response.json()


def test_where_nobody_is_billed_there_is_no_limit_and_no_bill(in_acme: Tenant, browser: Client) -> None:
    ledgers.resolved(3, billable=False)
    told = shown(browser)
    assert (told["billed"], told["standing"], told["lock"]) == (False, "complimentary", None)
    assert (told["usage"]["net"], told["usage"]["cap"], told["usage"]["percent"]) == (3, None, None)
    assert told["usage"]["paused"] is False
    assert told["bill"]["lines"] == []
    assert told["trial"] is None
    assert told["seats"]["limit"] is None


def test_a_company_begins_with_its_trial(billed: Tenant, browser: Client) -> None:
    ledgers.began(billed, timedelta(days=3, hours=1))
    ledgers.resolved(250, billable=False)
    told = shown(browser)
    assert (told["standing"], told["plan"]["key"], told["trial"]["days_left"]) == ("trial", "business", 11)
    assert (told["usage"]["included"], told["usage"]["percent"], told["usage"]["not_charged"]) == (500, 50, 0)
    assert (told["bill"]["total_cents"], told["bill"]["next_at"]) == (0, None)
    assert told["plan"]["included"] == 2000
    assert told["rule"] == {"words": RULE.words, "points": list(RULE.points)}


def test_a_trial_that_is_over_is_the_free_plan(billed: Tenant, browser: Client) -> None:
    ledgers.began(billed, timedelta(days=15))
    ledgers.resolved(101, billable=False)
    told = shown(browser)
    assert (told["standing"], told["plan"]["key"], told["trial"]) == ("free", "free", None)
    assert (told["usage"]["cap"], told["usage"]["paused"], told["usage"]["not_charged"]) == (100, True, 1)
    assert told["seats"] == {"limit": 2, "taken": 1, "invited": 0, "viewers": 0, "left": 1}


def test_credits_make_room_again(billed: Tenant, browser: Client) -> None:
    ledgers.subscribed()
    first, *_ = ledgers.resolved(500)
    assert shown(browser)["usage"]["paused"] is True
    ledgers.credited(first)
    usage = shown(browser)["usage"]
    assert (usage["counted"], usage["credited"], usage["net"], usage["percent"]) == (500, 1, 499, 99)
    assert usage["paused"] is False


def test_the_bill_so_far_has_the_seats_and_what_was_bought(billed: Tenant, browser: Client) -> None:
    row = ledgers.subscribed(overage=True, overage_limit_cents=100_00, card="Visa 4242", discount="20 % off")
    ledgers.resolved(510)
    ledgers.resolved(2, billable=False)
    ledgers.resolved(1, billable=False, because=Free.GIVEN)  # no cap kept anybody from charging it
    told = shown(browser)
    assert [(line["quantity"], line["unit_cents"], line["cents"]) for line in told["bill"]["lines"]] == [
        (5, 29_00, 145_00),
        (10, 49, 4_90),
    ]
    assert told["bill"]["total_cents"] == 149_90
    assert told["bill"]["next_at"] == told["period"]["end"]
    assert (told["usage"]["cap"], told["usage"]["not_charged"]) == (500 + 100_00 // 49, 2)
    assert told["overage"] == {"on": True, "limit_cents": 100_00, "unit_cents": 49}
    assert (told["card"], told["discount"]) == (row.card, row.discount)


def test_seats_paid_by_the_year_are_on_the_bill_when_they_renew(billed: Tenant, browser: Client) -> None:
    year = timezone.now() + timedelta(days=300)
    ledgers.subscribed(interval="year", renews_at=year, overage=True)
    told = shown(browser)["bill"]
    assert [line["cents"] for line in told["lines"]] == [5 * 290_00]
    assert told["next_at"].startswith(f"{year:%Y-%m-%d}")
    ledgers.resolved(501)
    told = shown(browser)["bill"]
    assert [line["cents"] for line in told["lines"]] == [49]
    assert not told["next_at"].startswith(f"{year:%Y-%m-%d}")


def test_who_cancelled_pays_no_more_seats(billed: Tenant, browser: Client) -> None:
    ends_at = timezone.now() + timedelta(days=20)
    ledgers.subscribed(ends_at=ends_at, renews_at=None)
    told = shown(browser)
    assert (told["bill"]["lines"], told["bill"]["next_at"]) == ([], None)
    assert told["ends_at"] is not None


def test_a_failed_payment_is_told_with_its_next_steps(billed: Tenant, browser: Client) -> None:
    since = timezone.now() - timedelta(days=8)
    page = "https://pay.example/invoice"
    trying: dict[str, Any] = {"next_try_at": since + timedelta(days=10), "owed_page": page}
    ledgers.subscribed(standing=Standing.PAST_DUE, unpaid_since=since, **trying)
    told = shown(browser)
    assert (told["dunning"]["step"], told["dunning"]["steps"]) == (3, 4)
    assert told["dunning"]["locks_at"].startswith(f"{since + timedelta(days=14):%Y-%m-%d}")
    assert (told["lock"], told["dunning"]["invoice_page"]) == (None, page)


def test_people_and_invitations_are_counted_as_they_cost(billed: Tenant, browser: Client, olivia: Agent) -> None:
    ledgers.subscribed()
    for name, role in (("bob", Role.AGENT), ("eve", Role.VIEWER), ("gone", Role.AGENT)):
        cast.agent(name, role)
    Agent.objects.filter(email="gone@example.com").update(is_active=False)
    body = {"email": "new@example.com", "role": "agent"}
    assert browser.post("/api/v1/invitations", body, content_type="application/json").status_code == 201
    assert shown(browser)["seats"] == {"limit": 5, "taken": 2, "invited": 1, "viewers": 1, "left": 3}


@pytest.mark.parametrize("plan", [PlanKey.TEAM, PlanKey.BUSINESS])
def test_it_costs_as_many_queries_however_much_there_is(
    billed: Tenant, plan: PlanKey, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ledgers.subscribed(plan)
    ledgers.resolved(40)
    with django_assert_num_queries(6):
        overview.shown()
