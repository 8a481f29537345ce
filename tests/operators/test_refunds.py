"""A refund moves money once, at the sandbox through the real SDK, and both audit logs tell of it."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from billing.arrivals.models import StripeCustomer
from tenants import current
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.billing.sandbox import Sandbox

AT = "/operators/companies/globex/billing/"


@pytest.fixture
def paid(sandbox: Sandbox, globex: Tenant, settings: Settings) -> Any:
    """Globex paid an invoice of 87 euro; gives it."""
    settings.STRIPE_API_KEY, settings.STRIPE_API_BASE = "sk_test_sandbox", sandbox.origin
    customer, subscription = sandbox.subscribed(sandbox.plan())
    StripeCustomer.objects.create(tenant=globex, stripe_id=customer.id)
    return subscription.latest_invoice


def given_back(sandbox: Sandbox) -> list[int]:
    """The amounts of all refunds, in cents."""
    return [one.amount for one in sandbox.client.v1.refunds.list().data]


def form(page: str) -> str:
    """What makes the form's refund happen once."""
    found = re.search(r'name="once" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_refund_moves_money_once_however_often_it_is_sent(
    operator: Client, platform: Tenant, globex: Tenant, sandbox: Sandbox, paid: Any
) -> None:
    page = operator.get(AT).content.decode()
    assert "€87" in page
    refund, told = f"{AT}refund/{paid.id}/", {"amount": "12.50", "reason": "A day without us.", "once": form(page)}
    assert operator.post(refund, told).status_code == 302
    assert operator.post(refund, told).status_code == 409
    assert given_back(sandbox) == [12_50]
    assert "invoice.refunded, €12.50" in operator.get(AT).content.decode()
    for company in (platform, globex):
        with current.entered(company):
            entry = AuditEntry.objects.get(action="invoice.refunded")
            assert entry.changes["cents"] == [None, 12_50]
            assert entry.changes["reason"] == [None, "A day without us."]


@pytest.mark.parametrize(
    ("amount", "reason", "status"),
    [("0", "x", 422), ("NaN", "x", 422), ("1.005", "x", 422), ("87.01", "x", 422), ("5", " ", 422)],
)
def test_what_makes_no_sense_moves_nothing(
    operator: Client, sandbox: Sandbox, paid: Any, amount: str, reason: str, status: int
) -> None:
    told = {"amount": amount, "reason": reason, "once": "a"}
    assert operator.post(f"{AT}refund/{paid.id}/", told).status_code == status
    assert given_back(sandbox) == []


def test_an_invoice_of_somebody_else_is_not_there(operator: Client, sandbox: Sandbox, paid: Any) -> None:
    other = sandbox.subscribed(sandbox.plan())[1].latest_invoice
    told = {"amount": "5", "reason": "x", "once": "a"}
    assert operator.post(f"{AT}refund/{other.id}/", told).status_code == 404
    assert given_back(sandbox) == []


def test_a_payment_service_that_is_silent_is_said_and_the_page_is_there(
    operator: Client, paid: Any, settings: Settings
) -> None:
    settings.STRIPE_API_BASE = "http://127.0.0.1:9"
    page = operator.get(AT)
    assert page.status_code == 200
    assert "does not answer" in page.content.decode()
