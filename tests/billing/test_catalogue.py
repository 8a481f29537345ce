"""What Baton sells, at Stripe; and that few know Stripe at all."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from billing import catalogue
from billing.errors import PaymentServiceError
from billing.plans import BUSINESS, TEAM, Interval
from tests.billing.sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
APPS = ("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants")
IMPORTS = re.compile(r"^\s*(from|import) stripe\b", re.MULTILINE)
KNOW_STRIPE = {
    "billing/catalogue.py",
    "billing/stripe_changes.py",
    "billing/stripe_client.py",
    "billing/stripe_connection.py",
    "billing/stripe_reading.py",
}


def test_what_is_sold_is_made_once_however_often_it_is_set_up(
    stripe_settings: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {one.id for one in stripe_settings.client.v1.prices.list({"limit": 100}).data}
    assert len(before) == 6
    for made in (["portal", "endpoint http://baton.example/stripe/events/", "STRIPE_WEBHOOK_SECRET=whsec_"], ["there"]):
        call_command("stripe_set_up", url="http://baton.example")
        told = capsys.readouterr().out
        assert all(one in told for one in made)
    assert {one.id for one in stripe_settings.client.v1.prices.list({"limit": 100}).data} == before
    assert len(stripe_settings.client.v1.webhook_endpoints.list().data) == 1
    year = stripe_settings.client.v1.prices.retrieve(catalogue.prices(TEAM, Interval.YEAR).seat)
    assert (year.unit_amount, year.recurring and year.recurring.interval) == (TEAM.year_cents, "year")
    usage = catalogue.prices(BUSINESS, Interval.MONTH).usage
    assert usage == catalogue.prices(BUSINESS, Interval.YEAR).usage


def test_what_baton_listens_to_and_what_the_pages_offer_are_brought_up_to_date(
    stripe_settings: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("stripe_set_up", url="http://baton.example")
    doors, pages = stripe_settings.client.v1.webhook_endpoints, stripe_settings.client.v1.billing_portal.configurations
    door, page = doors.list().data[0], pages.list().data[0]
    wanted = set(door.enabled_events)
    doors.update(door.id, {"enabled_events": ["invoice.paid"]})
    pages.update(page.id, {"features": {"subscription_cancel": {"enabled": True}}, "metadata": {catalogue.PORTAL: "1"}})
    capsys.readouterr()
    call_command("stripe_set_up", url="http://baton.example")
    told = capsys.readouterr().out
    assert "portal" in told
    assert "events of endpoint" in told
    assert "SECRET" not in told
    assert set(doors.retrieve(door.id).enabled_events) == wanted
    assert [one.id for one in doors.list().data] == [door.id]
    assert catalogue.portal() == page.id
    cancels = pages.retrieve(page.id).features.subscription_cancel
    assert str(cancels and cancels.enabled).lower() == "false"


def test_where_nobody_is_billed_nothing_is_sold() -> None:
    with pytest.raises(CommandError):
        call_command("stripe_set_up")
    with pytest.raises(PaymentServiceError):
        catalogue.prices(TEAM, Interval.MONTH)


def test_nobody_but_the_client_and_the_sandbox_knows_stripe() -> None:
    found = {
        str(path.relative_to(ROOT))
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if "sandbox" not in path.parts and IMPORTS.search(path.read_text())
    }
    assert found == KNOW_STRIPE
