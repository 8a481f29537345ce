"""Seats that are paid yearly beside use that is paid monthly, and discounts, through the real SDK."""

from typing import Any

import pytest
import stripe

from tests.billing.sandbox import DAY, NEW_YEAR, Sandbox
from tests.billing.test_sandbox_flows import HOUR, metered, use

FEBRUARY, MARCH, NEXT_YEAR = NEW_YEAR + 31 * DAY, NEW_YEAR + 59 * DAY, NEW_YEAR + 365 * DAY
NOON = 12 * HOUR


def yearly(sandbox: Sandbox, **more: Any) -> tuple[Any, Any]:
    """A customer who pays three seats for a year, and by the month what they use."""
    return sandbox.subscribed(sandbox.plan(cents=29_000, every="year"), metered(sandbox), **more)


def spans(found: Any) -> list[tuple[int, int]]:
    return [(one.current_period_start, one.current_period_end) for one in found["items"].data]


def bought(found: Any) -> list[tuple[int, int]]:
    return [(line.quantity, line.amount) for line in found.latest_invoice.lines.data]


def test_seats_last_a_year_and_use_is_paid_each_month(sandbox: Sandbox) -> None:
    customer, begun = yearly(sandbox)
    assert spans(begun) == [(NEW_YEAR, NEXT_YEAR), (NEW_YEAR, FEBRUARY)]
    assert bought(begun) == [(3, 87_000)]
    use(sandbox, customer, 130, key="january")
    ahead = sandbox.client.v1.invoices.create_preview({"subscription": begun.id})
    assert (ahead.period_end, ahead.amount_due) == (FEBRUARY, 1_500)
    sandbox.goes_on(customer, FEBRUARY + 2 * HOUR)
    now = sandbox.subscription(begun.id)
    assert spans(now) == [(NEW_YEAR, NEXT_YEAR), (FEBRUARY, MARCH)]
    assert (bought(now), now.latest_invoice.status) == ([(130, 1_500)], "paid")
    sandbox.goes_on(customer, NEXT_YEAR + 2 * HOUR)
    now = sandbox.subscription(begun.id)
    assert (bought(now), spans(now)[0][0]) == ([(0, 0), (3, 87_000)], NEXT_YEAR)


def test_a_periods_end_is_the_months_unless_the_latest_is_asked_for(sandbox: Sandbox) -> None:
    customer, begun = yearly(sandbox)
    client = sandbox.client.v1.subscriptions
    assert client.update(begun.id, {"cancel_at_period_end": True}).cancel_at == FEBRUARY
    assert client.update(begun.id, {"cancel_at_period_end": False}).cancel_at is None
    found = client.update(begun.id, {"cancel_at": "max_period_end"})
    assert (found.cancel_at, found.cancel_at_period_end) == (NEXT_YEAR, False)
    assert client.update(begun.id, {"cancel_at": ""}).cancel_at is None
    client.update(begun.id, {"cancel_at": "max_period_end"})
    sandbox.goes_on(customer, FEBRUARY + 2 * HOUR)
    assert sandbox.subscription(begun.id).status == "active"
    use(sandbox, customer, 120, key="february")
    sandbox.goes_on(customer, NEXT_YEAR + 2 * HOUR)
    now = sandbox.subscription(begun.id)
    assert (now.status, now.ended_at) == ("canceled", NEXT_YEAR)


def test_another_interval_begins_all_periods_anew_and_pays_what_was_used(sandbox: Sandbox) -> None:
    seat, usage = sandbox.plan(), metered(sandbox)
    customer, begun = sandbox.subscribed(seat, usage)
    use(sandbox, customer, 110, key="a")
    at = NEW_YEAR + 15 * DAY + NOON
    sandbox.goes_on(customer, at)
    year = sandbox.plan(cents=29_000, every="year")
    wanted: Any = {"items": [{"id": begun["items"].data[0].id, "price": year.id}]}
    seen = sandbox.client.v1.invoices.create_preview({"subscription": begun.id, "subscription_details": wanted})
    wanted |= {"proration_date": at}
    sandbox.client.v1.subscriptions.update(begun.id, wanted)
    now = sandbox.subscription(begun.id)
    assert bought(now) == [(3, -4_350), (110, 500), (3, 87_000)]
    assert now.latest_invoice.total == seen.total == 87_000 + 500 - 4_350
    assert [start for start, _end in spans(now)] == [at, at]


def test_what_was_used_keeps_the_price_of_its_moment(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan(), metered(sandbox))
    use(sandbox, customer, 150, key="before")
    sandbox.goes_on(customer, NEW_YEAR + 15 * DAY + NOON)
    other: Any = {
        "product": sandbox.client.v1.products.create({"name": "More"}).id,
        "currency": "eur",
        "unit_amount": 10,
        "recurring": {**begun["items"].data[1].price.recurring.to_dict(), "trial_period_days": ""},
    }
    other["recurring"] = {name: other["recurring"][name] for name in ("interval", "usage_type", "meter")}
    price = sandbox.client.v1.prices.create(other)
    wanted: Any = {"items": [{"id": begun["items"].data[1].id, "price": price.id}]}
    sandbox.client.v1.subscriptions.update(begun.id, wanted)
    use(sandbox, customer, 7, key="after")
    sandbox.goes_on(customer, FEBRUARY + 2 * HOUR)
    assert bought(sandbox.subscription(begun.id)) == [(150, 2_500), (7, 70), (3, 8_700)]


def test_use_is_taken_back_by_less_than_nothing_and_never_paid_out(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan(), metered(sandbox))
    use(sandbox, customer, 120, key="a")
    use(sandbox, customer, -15, key="b")
    meter = sandbox.client.v1.billing.meters.list().data[0].id
    asked: Any = {"customer": customer.id, "start_time": NEW_YEAR, "end_time": FEBRUARY}
    [told] = sandbox.client.v1.billing.meters.event_summaries.list(meter, asked).data
    assert told.aggregated_value == 105
    half: Any = {"event_name": "resolution", "payload": {"stripe_customer_id": customer.id, "value": "1.5"}}
    with pytest.raises(stripe.InvalidRequestError, match="whole number"):
        sandbox.client.v1.billing.meter_events.create(half)
    adjust: Any = {"type": "cancel", "event_name": "resolution", "cancel": {"identifier": "a"}}
    sandbox.client.v1.billing.meter_event_adjustments.create(adjust)
    sandbox.goes_on(customer, FEBRUARY + 2 * HOUR)
    assert bought(sandbox.subscription(begun.id)) == [(0, 0), (3, 8_700)]


def test_what_is_given_back_is_what_was_paid_after_the_coupon(sandbox: Sandbox) -> None:
    coupon = sandbox.client.v1.coupons.create({"percent_off": 20, "duration": "once"})
    sandbox.client.v1.promotion_codes.create({"promotion": {"type": "coupon", "coupon": coupon.id}, "code": "TWENTY"})
    customer = sandbox.customer()
    session = sandbox.session(customer, sandbox.plan(cents=10_000), seats=2, allow_promotion_codes=True)
    begun = sandbox.subscription(sandbox.pays(session, code="twenty").subscription)
    assert begun.latest_invoice.total == 16_000
    sandbox.goes_on(customer, NEW_YEAR + 15 * DAY + NOON)
    item: Any = {"id": begun["items"].data[0].id, "quantity": 1}
    sandbox.client.v1.subscriptions.update(begun.id, {"items": [item], "proration_behavior": "always_invoice"})
    assert bought(sandbox.subscription(begun.id)) == [(2, -8_000), (1, 5_000)]


def test_an_invoice_that_waits_goes_on_when_a_newer_one_comes(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    sandbox.goes_on(customer, FEBRUARY + 600)  # the month's invoice is still a draft
    item: Any = {"id": begun["items"].data[0].id, "quantity": 4}
    sandbox.client.v1.subscriptions.update(begun.id, {"items": [item], "proration_behavior": "always_invoice"})
    sandbox.goes_on(customer, FEBRUARY + 2 * HOUR)
    bills = sandbox.client.v1.invoices.list({"customer": customer.id}).data
    assert [(one.billing_reason, one.status) for one in bills] == [
        ("subscription_update", "paid"),
        ("subscription_cycle", "paid"),
        ("subscription_create", "paid"),
    ]


def test_a_trial_that_is_ended_early_is_paid_at_once(sandbox: Sandbox) -> None:
    until = NEW_YEAR + 10 * DAY
    _customer, begun = yearly(sandbox, subscription_data={"trial_end": until})
    assert (begun.status, spans(begun)) == ("trialing", [(NEW_YEAR, until), (NEW_YEAR, until)])
    sandbox.client.v1.subscriptions.update(begun.id, {"trial_end": "now"})
    now = sandbox.subscription(begun.id)
    assert (now.status, now.latest_invoice.total, now.latest_invoice.status) == ("active", 87_000, "paid")
    with pytest.raises(stripe.InvalidRequestError, match="2 days"):
        sandbox.subscribed(sandbox.plan(), subscription_data={"trial_end": NEW_YEAR + DAY})
