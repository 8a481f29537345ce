"""The shop pays for Baton: subscribed at the sandbox as any company, with a past that adds up."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from billing import catalogue, ledger, standing, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.models import Credit, Resolution, StripeWrite, WriteState
from conversations.demo import subscribed
from conversations.demo.loading import Loaded
from tenants import current
from tenants.models import Tenant
from tests.billing import sandbox as sandboxes
from tests.demo.conftest import NOW


def test_where_nobody_is_billed_nothing_is_asked(loaded: Loaded, settings: Settings) -> None:
    settings.STRIPE_API_KEY, settings.STRIPE_API_BASE = "sk_test_of_stripe_itself", ""
    assert subscribed.load(timezone.now()) is False
    assert not StripeCustomer.objects.exists()


def test_it_pays_for_its_seats_with_invoices_that_name_it(loaded: Loaded, settings: Settings) -> None:
    with sandboxes.running() as fresh:
        settings.STRIPE_API_KEY, settings.STRIPE_API_BASE = "sk_test_sandbox", fresh().origin
        catalogue.set_up()
        catalogue.set_up_portal()
        now = timezone.now()
        assert subscribed.load(now) is True
        assert subscribed.load(now) is False, "the second time there is nothing to do"
        with current.entered(Tenant.objects.get(schema_name="demo")):
            row = standing.row()
            assert row is not None
            assert (row.plan, row.standing, row.interval, row.card) == (
                "business",
                "active",
                "month",
                "Visa ending in 4242",
            )
            assert row.seats == loaded.agents + 1
            assert row.period_start == subscribed.story(now).open.start
            assert row.period_end is not None
            assert row.period_end > now
            customer = StripeCustomer.objects.get().stripe_id
            bills, more = stripe_client.invoices(customer)
            assert ([one.status for one in bills], more) == (["paid"] * 4, False)
            assert bills[-1].total_cents == loaded.agents * 79_00
            assert bills[0].total_cents == row.seats * 79_00
            known = stripe_client.details(customer)
            assert (known.name, known.email, known.country) == (*list(subscribed.BUYER.values())[:2], "GB")
            assert [one.value for one in known.tax_ids] == [subscribed.VAT]
            assert not StripeWrite.objects.exclude(state=WriteState.DONE).exists()


@pytest.mark.usefixtures("in_demo")
def test_what_was_resolved_counts_in_the_month_in_which_it_was() -> None:
    told = subscribed.story(NOW)
    assert [month.end for month in told.months[:-1]] == [month.start for month in told.months[1:]]
    assert told.open.start <= NOW < told.open.end
    subscribed.count(told)
    found = list(Resolution.objects.all())
    assert found
    for one in found:
        [month] = [month for month in told.months if month.start <= one.ended_at < month.end]
        assert (one.period_start, one.billable, one.free_because) == (month.start, True, "")
        assert one.pushed_at is None if month == told.open else month.start < (one.pushed_at or NOW) < month.end
    for credit in Credit.objects.select_related("resolution"):
        assert credit.period_start == credit.resolution.period_start
    assert 0 < ledger.totals(told.open.start).charged < len(found)
