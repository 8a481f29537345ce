"""Stripe hears of each unit and each credit once, also where its answer is lost and it forgot since."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from billing import following, ledger, pushing, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.errors import PaymentServiceError
from billing.ledger import Unit
from billing.models import Credit, CreditReason, How, Resolution
from billing.periods import Period
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tests.billing.conftest import SECRET
from tests.billing.lives import Life
from tests.billing.sandbox import Sandbox

HELD = Lease(uuid4(), uuid4(), "acme", pushing.KIND, {}, attempt=1)


@pytest.fixture
def period(stripe_settings: Sandbox, in_acme: Tenant) -> Period:
    """Acme subscribed a moment ago, and lives by the clock on the wall."""
    who = stripe_settings.client.v1.customers.create({"name": "Acme", "email": "pay@acme.example"})
    StripeCustomer.objects.create(tenant=in_acme, stripe_id=who.id)
    Life(stripe_settings, who, SECRET).subscribes()
    row = following.follow()
    assert row is not None
    assert row.period_start is not None
    assert row.period_end is not None
    return Period(row.period_start, row.period_end)


def counted(many: int, *, first: int = 1) -> list[Resolution]:
    """So many units, now."""
    now = timezone.now()
    return ledger.count([Unit(UUID(int=first + number), 1, now, How.RATED) for number in range(many)])


def known(period: Period) -> int:
    """How much Stripe knows of."""
    customer = StripeCustomer.objects.get().stripe_id
    return stripe_client.used(customer=customer, start=period.start, end=period.end)


def loses_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told arrives, and nobody hears that it did."""
    tell = stripe_client.push_usage

    def told(**what: Any) -> None:
        tell(**what)
        raise PaymentServiceError("Nobody answers.")

    monkeypatch.setattr(stripe_client, "push_usage", told)


def test_units_and_credits_arrive_once_though_answers_are_lost(period: Period, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *_ = counted(3)
    assert ledger.credit(first, CreditReason.REOPENED) is not None
    with monkeypatch.context() as broken:
        loses_answers(broken)
        pushing.work(HELD)
    assert (known(period), pushing.told(period)) == (1, 0)
    assert Job.objects.filter(kind=pushing.KIND, run_at__gt=timezone.now()).exists()
    pushing.work(HELD)
    assert (known(period), pushing.told(period)) == (2, 2)
    with monkeypatch.context() as broken:
        loses_answers(broken)
        (last,) = counted(1, first=9)
        pushing.work(HELD)
    # A day later Stripe forgot the identifier, and is asked first how much it knows of.
    Resolution.objects.filter(pk=last.pk).update(counted_at=timezone.now() - timedelta(days=1))
    monkeypatch.setattr(stripe_client, "push_usage", lambda **_: pytest.fail("told twice"))
    pushing.work(HELD)
    assert (known(period), pushing.told(period)) == (3, 3)
    assert not Resolution.objects.filter(pushed_at=None).exists()
    assert not pushing.go()


def test_a_credit_waits_for_a_unit_that_it_can_be_set_against(period: Period) -> None:
    (old,) = counted(1)
    before = period.start - timedelta(days=2)
    Resolution.objects.filter(pk=old.pk).update(period_start=period.start - timedelta(days=31), pushed_at=before)
    assert ledger.credit(old, CreditReason.RATED_BADLY) is not None
    pushing.work(HELD)
    assert (known(period), Credit.objects.filter(pushed_at=None).count()) == (0, 1)
    counted(2, first=5)
    pushing.work(HELD)
    assert (known(period), Credit.objects.filter(pushed_at=None).count()) == (1, 0)


def test_what_was_not_told_before_its_invoice_was_made_is_never_told(period: Period) -> None:
    (old,) = counted(1)
    long_ago = period.start - timedelta(days=40)
    Resolution.objects.filter(pk=old.pk).update(period_start=long_ago, counted_at=long_ago)
    assert ledger.credit(old, CreditReason.REVIEWED) is not None
    pushing.work(HELD)
    assert (known(period), Credit.objects.filter(pushed_at=None).count()) == (0, 1)
