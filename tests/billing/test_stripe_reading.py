"""Stripe's objects as values: also those of which Stripe left something out."""

from typing import Any

import pytest
import stripe

from billing import stripe_reading
from billing.plans import Interval, PlanKey

PERIOD: dict[str, Any] = {"current_period_start": 1_767_225_600, "current_period_end": 1_769_904_000}


def test_an_invoice_of_a_list_comes_without_its_payments() -> None:
    moments = {"paid_at": None, "finalized_at": 1_767_225_600, "voided_at": None, "marked_uncollectible_at": None}
    found = stripe_reading.invoice(
        _of(
            stripe.Invoice,
            id="in_1",
            number=None,
            status="open",
            total=2_900,
            amount_remaining=2_400,
            total_taxes=[{"amount": 463}],
            currency="eur",
            created=1_767_225_600,
            period_start=1_767_225_600,
            period_end=1_769_904_000,
            status_transitions=moments,
            next_payment_attempt=None,
            hosted_invoice_url=None,
            invoice_pdf=None,
            lines={"object": "list", "data": []},
        )
    )
    assert (found.needs_proof, found.tax_cents, found.due_cents, found.page, found.number) == (
        False,
        463,
        2_400,
        "",
        "",
    )


@pytest.mark.parametrize(
    ("method", "customer", "words"),
    [
        ({"type": "card", "card": {"brand": "american_express", "last4": "0005"}}, "cus_1", "American Express"),
        ({"type": "sepa_debit", "card": None, "sepa_debit": {"last4": "3000"}}, "cus_1", "SEPA debit"),
        ({"type": "us_bank_account", "card": None, "sepa_debit": None}, "cus_1", "Us bank account"),
        (None, {"id": "cus_1", "object": "customer", "deleted": True}, ""),
        (None, {"id": "cus_1", "object": "customer", "invoice_settings": {"default_payment_method": None}}, ""),
    ],
)
def test_with_what_is_paid_is_said_in_words(method: Any, customer: Any, words: str) -> None:
    owned = None if method is None else {"id": "pm_1", "object": "payment_method", **method}
    found = _subscription(default_payment_method=owned, customer=customer)
    assert found.card.startswith(words)
    assert bool(found.card) == bool(words)
    assert found.customer == "cus_1"


@pytest.mark.parametrize(
    ("coupon", "end", "words"),
    [
        ({"percent_off": 20.0, "duration": "forever"}, None, "20% off"),
        ({"percent_off": 12.5, "duration": "repeating"}, 1_769_904_000, "12.5% off until 1 February 2026"),
        (
            {"percent_off": None, "amount_off": 500, "currency": "eur", "duration": "once"},
            None,
            "5.00 EUR off one invoice",
        ),
    ],
)
def test_a_discount_is_said_in_words(coupon: Any, end: int | None, words: str) -> None:
    source = {"type": "coupon", "coupon": {"id": "WELCOME20", "object": "coupon", **coupon}}
    found = _subscription(discounts=[{"id": "di_1", "object": "discount", "end": end, "source": source}])
    assert found.discount == words


def test_seats_are_paid_by_the_year_and_use_counts_by_the_month() -> None:
    seat = _item("seats", interval="year", quantity=4, **{**PERIOD, "current_period_end": 1_798_761_600})
    found = _subscription(items={"object": "list", "data": [_item("usage", **PERIOD), seat]})
    assert (found.plan, found.interval, found.seats) == (PlanKey.TEAM, Interval.YEAR, 4)
    assert f"{found.period_end:%d.%m.%Y} {found.renews_at:%d.%m.%Y}" == "01.02.2026 01.01.2027"


def test_prices_without_batons_mark_are_no_plan() -> None:
    foreign = {**_item("seats", **PERIOD), "price": {"id": "price_9", "object": "price", "metadata": {"x": "y"}}}
    found = _subscription(items={"object": "list", "data": [foreign]})
    assert (found.plan, found.interval, found.seat_item, found.usage_item) == (None, None, "", "")


def _item(part: str, *, interval: str = "month", **more: Any) -> dict[str, Any]:
    marks = {"baton_plan": "team", "baton_part": part}
    price = {"id": f"price_{part}", "object": "price", "metadata": marks, "recurring": {"interval": interval}}
    return {"id": f"si_{part}", "object": "subscription_item", "price": price, **more}


def _subscription(**more: Any) -> Any:
    items = [_item("seats", quantity=3, **PERIOD), _item("usage", **PERIOD)]
    fields = {
        "id": "sub_1",
        "customer": "cus_1",
        "status": "active",
        "items": {"object": "list", "data": items},
        "start_date": 1_767_225_600,
        "trial_end": None,
        "ended_at": None,
        "cancel_at": None,
        "cancel_at_period_end": False,
        "discounts": [],
        "default_payment_method": None,
    }
    return stripe_reading.subscription(_of(stripe.Subscription, **{**fields, **more}), invoice=None, owed=None)


def _of(kind: Any, **fields: Any) -> Any:
    return kind.construct_from({"object": kind.OBJECT_NAME, **fields}, "sk_test_sandbox")
