"""Subscribing through the real SDK against the sandbox, as it goes with Stripe."""

from typing import Any

import pytest
import stripe

from tests.billing.sandbox import DAY, NEW_YEAR, Sandbox

HOUR = 3_600
ASKS_ONCE, ASKS_ALWAYS = "4000 0025 0000 3155", "4000 0027 6000 3184"
FAILS_LATER, NO_MONEY = "4000 0000 0000 0341", "4000 0000 0000 9995"


def metered(sandbox: Sandbox) -> Any:
    """A price of 50 cents for each unit beyond a hundred."""
    meter = sandbox.client.v1.billing.meters.create(
        {"display_name": "Resolutions", "event_name": "resolution", "default_aggregation": {"formula": "sum"}}
    )
    product = sandbox.client.v1.products.create({"name": "Resolutions"})
    return sandbox.client.v1.prices.create(
        {
            "product": product.id,
            "currency": "eur",
            "billing_scheme": "tiered",
            "tiers_mode": "graduated",
            "tiers": [{"up_to": 100, "unit_amount": 0}, {"up_to": "inf", "unit_amount": 50}],
            "recurring": {"interval": "month", "usage_type": "metered", "meter": meter.id},
        }
    )


def use(sandbox: Sandbox, customer: Any, value: int, *, key: str) -> None:
    payload = {"stripe_customer_id": customer.id, "value": str(value)}
    sandbox.client.v1.billing.meter_events.create({"event_name": "resolution", "identifier": key, "payload": payload})


def test_a_trial_costs_nothing_warns_and_becomes_a_subscription(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan(), subscription_data={"trial_period_days": 14})
    assert (begun.status, begun.latest_invoice.total, begun.latest_invoice.status) == ("trialing", 0, "paid")
    sandbox.goes_on(customer, NEW_YEAR + 12 * DAY)
    assert "customer.subscription.trial_will_end" in sandbox.told()
    sandbox.goes_on(customer, NEW_YEAR + 14 * DAY + 2 * HOUR)
    now = sandbox.subscription(begun.id)
    assert (now.status, now.latest_invoice.total, now.latest_invoice.status) == ("active", 8700, "paid")


def test_a_trial_without_a_card_ends_as_it_was_said(sandbox: Sandbox) -> None:
    customer, price = sandbox.customer(), sandbox.plan()
    begun = sandbox.client.v1.subscriptions.create(
        {
            "customer": customer.id,
            "items": [{"price": price.id}],
            "trial_period_days": 14,
            "trial_settings": {"end_behavior": {"missing_payment_method": "cancel"}},
        }
    )
    sandbox.goes_on(customer, NEW_YEAR + 14 * DAY + 2 * HOUR)
    assert sandbox.subscription(begun.id).status == "canceled"


def test_a_period_is_renewed_with_what_was_used_in_the_last(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan(), metered(sandbox))
    for key, value in (("a", 90), ("b", 30)):
        use(sandbox, customer, value, key=key)
    with pytest.raises(stripe.InvalidRequestError, match="identifier"):
        use(sandbox, customer, 30, key="b")
    sandbox.goes_on(customer, begun["items"].data[0].current_period_end + 2 * HOUR)
    now = sandbox.subscription(begun.id)
    assert [(line.quantity, line.amount) for line in now.latest_invoice.lines.data] == [(120, 1000), (3, 8700)]
    assert (now.status, now.latest_invoice.status, now.latest_invoice.amount_paid) == ("active", "paid", 9700)
    assert now["items"].data[0].current_period_start == begun["items"].data[0].current_period_end


def test_an_upgrade_costs_what_its_preview_says(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    item = begun["items"].data[0].id
    sandbox.goes_on(customer, NEW_YEAR + 15 * DAY + 12 * HOUR)  # half of January
    wanted: Any = {"items": [{"id": item, "quantity": 5}], "proration_behavior": "always_invoice"}
    seen = sandbox.client.v1.invoices.create_preview({"subscription": begun.id, "subscription_details": wanted})
    asked: Any = {**wanted, "expand": ["latest_invoice"]}
    changed = sandbox.client.v1.subscriptions.update(begun.id, asked)
    assert [line.amount for line in seen.lines.data] == [-4350, 7250]
    assert isinstance(changed.latest_invoice, stripe.Invoice)
    assert (changed.latest_invoice.total, changed.latest_invoice.status) == (seen.total, "paid") == (2900, "paid")


def test_a_downgrade_is_given_back_with_the_next_invoice(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    sandbox.goes_on(customer, NEW_YEAR + 15 * DAY + 12 * HOUR)
    item = begun["items"].data[0].id
    sandbox.client.v1.subscriptions.update(begun.id, {"items": [{"id": item, "quantity": 1}]})
    sandbox.goes_on(customer, begun["items"].data[0].current_period_end + 2 * HOUR)
    assert sandbox.subscription(begun.id).latest_invoice.total == 2900 - 2900  # 1 seat, less half a month of 2 seats


def test_from_monthly_to_yearly_begins_a_year_now(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    year = sandbox.plan(cents=29_000, every="year")
    sandbox.goes_on(customer, NEW_YEAR + 15 * DAY + 12 * HOUR)
    wanted: Any = {"items": [{"id": begun["items"].data[0].id, "price": year.id}]}
    sandbox.client.v1.subscriptions.update(begun.id, wanted)
    now = sandbox.subscription(begun.id)
    assert now.latest_invoice.total == 3 * 29_000 - 4350
    assert now["items"].data[0].current_period_start == NEW_YEAR + 15 * DAY + 12 * HOUR


def test_a_card_that_fails_is_tried_again_until_it_is_given_up_and_a_new_one_recovers_it(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan(), number="4242424242424242")
    bad = sandbox.client.v1.checkout.sessions.create(
        {"mode": "setup", "customer": customer.id, "currency": "eur", "success_url": "http://baton.example/ok"}
    )
    sandbox.pays(bad, number=FAILS_LATER)
    sandbox.client.v1.subscriptions.update(begun.id, {"default_payment_method": ""})
    end = begun["items"].data[0].current_period_end
    sandbox.goes_on(customer, end + 2 * HOUR)
    overdue = sandbox.subscription(begun.id)
    assert (overdue.status, overdue.latest_invoice.attempt_count) == ("past_due", 1)
    sandbox.goes_on(customer, end + 20 * DAY)
    given_up = sandbox.subscription(begun.id)
    assert (given_up.status, given_up.latest_invoice.attempt_count) == ("unpaid", 4)
    with pytest.raises(stripe.CardError):
        sandbox.client.v1.invoices.pay(given_up.latest_invoice.id)
    assert sandbox.subscription(begun.id).latest_invoice.attempt_count == 5
    good = sandbox.client.v1.checkout.sessions.create(
        {"mode": "setup", "customer": customer.id, "currency": "eur", "success_url": "http://baton.example/ok"}
    )
    sandbox.pays(good)
    sandbox.client.v1.invoices.pay(given_up.latest_invoice.id)
    assert sandbox.subscription(begun.id).status == "active"


def test_a_card_without_money_subscribes_to_nothing(sandbox: Sandbox) -> None:
    customer = sandbox.customer()
    session = sandbox.session(customer, sandbox.plan())
    with pytest.raises(Exception, match="insufficient funds"):
        sandbox.pays(session, number=NO_MONEY)
    assert sandbox.client.v1.subscriptions.list({"customer": customer.id}).data == []
    assert sandbox.client.v1.checkout.sessions.retrieve(session.id).status == "open"


@pytest.mark.parametrize(("answer", "status"), [("yes", "complete"), ("no", "open")])
def test_three_d_secure_waits_for_the_customer(sandbox: Sandbox, answer: str, status: str) -> None:
    session = sandbox.pays(sandbox.session(sandbox.customer(), sandbox.plan()), number=ASKS_ALWAYS)
    assert session.status == "open"
    begun = sandbox.subscription(session.subscription)
    assert begun.status == "incomplete"
    intent = begun.latest_invoice.payments.data[0].payment.payment_intent
    sandbox.fills(f"/3ds/{intent}", answer=answer)
    done = sandbox.client.v1.checkout.sessions.retrieve(session.id)
    assert done.status == status
    assert sandbox.subscription(begun.id).status == ("active" if answer == "yes" else "canceled")


def test_a_card_that_asks_once_renews_by_itself(sandbox: Sandbox) -> None:
    customer = sandbox.customer()
    session = sandbox.pays(sandbox.session(customer, sandbox.plan()), number=ASKS_ONCE)
    begun = sandbox.subscription(session.subscription)
    sandbox.fills(f"/3ds/{begun.latest_invoice.payments.data[0].payment.payment_intent}", answer="yes")
    sandbox.goes_on(customer, begun["items"].data[0].current_period_end + 2 * HOUR)
    now = sandbox.subscription(begun.id)
    assert (now.status, now.latest_invoice.billing_reason) == ("active", "subscription_cycle")


@pytest.mark.parametrize(("answer", "status"), [("yes", "complete"), ("no", "open")])
def test_a_card_that_asks_is_proven_before_a_trial_begins(sandbox: Sandbox, answer: str, status: str) -> None:
    customer = sandbox.customer()
    trial: Any = {"subscription_data": {"trial_end": NEW_YEAR + 14 * DAY}}
    session = sandbox.pays(sandbox.session(customer, sandbox.plan(), **trial), number=ASKS_ONCE)
    assert (session.status, session.subscription) == ("open", None)
    with sandbox.world.store.changing():
        (waiting,) = sandbox.world.store.all("setup_intent")
    sandbox.fills(f"/3ds/{waiting['id']}", answer=answer)
    done: Any = sandbox.client.v1.checkout.sessions.retrieve(session.id)
    owner: Any = sandbox.client.v1.customers.retrieve(customer.id)
    assert done.status == status
    assert bool(owner.invoice_settings.default_payment_method) == (answer == "yes")
    if answer == "yes":
        sandbox.goes_on(customer, NEW_YEAR + 14 * DAY + 2 * HOUR)
        assert sandbox.subscription(done.subscription).latest_invoice.status == "paid"


def test_what_is_cancelled_lasts_until_its_period_ends_and_can_be_kept(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan())
    client = sandbox.client.v1.subscriptions
    end = begun["items"].data[0].current_period_end
    assert client.update(begun.id, {"cancel_at_period_end": True}).cancel_at == end
    assert client.update(begun.id, {"cancel_at_period_end": False}).cancel_at is None
    client.update(begun.id, {"cancel_at_period_end": True})
    sandbox.goes_on(customer, end + 2 * HOUR)
    assert sandbox.subscription(begun.id).status == "canceled"
    assert sandbox.told()[-2] == "customer.subscription.deleted"
    assert client.list({"customer": customer.id}).data == []
    assert len(client.list({"customer": customer.id, "status": "all"}).data) == 1


def test_a_coupon_for_once_counts_once(sandbox: Sandbox) -> None:
    coupon = sandbox.client.v1.coupons.create({"percent_off": 25, "duration": "once"})
    sandbox.client.v1.promotion_codes.create({"promotion": {"type": "coupon", "coupon": coupon.id}, "code": "HELLO"})
    customer = sandbox.customer()
    session = sandbox.session(customer, sandbox.plan(), allow_promotion_codes=True)
    begun = sandbox.subscription(sandbox.pays(session, code="hello").subscription)
    assert begun.latest_invoice.total == 6525
    sandbox.goes_on(customer, begun["items"].data[0].current_period_end + 2 * HOUR)
    assert sandbox.subscription(begun.id).latest_invoice.total == 8700


def test_money_goes_back_once(sandbox: Sandbox) -> None:
    _customer, begun = sandbox.subscribed(sandbox.plan())
    intent = begun.latest_invoice.payments.data[0].payment.payment_intent
    assert sandbox.client.v1.refunds.create({"payment_intent": intent, "amount": 8000}).status == "succeeded"
    assert sandbox.client.v1.refunds.create({"payment_intent": intent}).amount == 700
    with pytest.raises(stripe.InvalidRequestError, match="already been refunded"):
        sandbox.client.v1.refunds.create({"payment_intent": intent})


def test_an_upgrade_that_needs_proof_changes_nothing_or_leaves_its_invoice_open(sandbox: Sandbox) -> None:
    customer = sandbox.customer()
    session = sandbox.pays(sandbox.session(customer, sandbox.plan()), number=ASKS_ALWAYS)
    begun = sandbox.subscription(session.subscription)
    sandbox.fills(f"/3ds/{begun.latest_invoice.payments.data[0].payment.payment_intent}", answer="yes")
    wanted: Any = {"items": [{"id": begun["items"].data[0].id, "quantity": 5}], "proration_behavior": "always_invoice"}
    insists: Any = {**wanted, "payment_behavior": "error_if_incomplete"}
    with pytest.raises(stripe.CardError) as raised:
        sandbox.client.v1.subscriptions.update(begun.id, insists)
    assert raised.value.code == "subscription_payment_intent_requires_action"
    assert sandbox.subscription(begun.id)["items"].data[0].quantity == 3
    sandbox.client.v1.subscriptions.update(begun.id, wanted)
    owed = sandbox.subscription(begun.id)
    assert (owed.status, owed["items"].data[0].quantity, owed.latest_invoice.status) == ("past_due", 5, "open")
    with pytest.raises(stripe.CardError) as raised:
        sandbox.client.v1.invoices.pay(owed.latest_invoice.id)
    assert raised.value.code == "invoice_payment_intent_requires_action"
    sandbox.fills(f"/3ds/{owed.latest_invoice.payments.data[0].payment.payment_intent}", answer="yes")
    now = sandbox.subscription(begun.id)
    assert (now.status, now.latest_invoice.status) == ("active", "paid")


def test_a_credit_note_gives_back_what_was_paid_and_writes_off_what_was_not(sandbox: Sandbox) -> None:
    _customer, begun = sandbox.subscribed(sandbox.plan())
    create = sandbox.client.v1.credit_notes.create
    made = create({"invoice": begun.latest_invoice.id, "amount": 2900, "refund_amount": 2900, "memo": "One seat"})
    assert (made.type, made.refunds[0].amount_refunded) == ("post_payment", 2900)
    found = sandbox.client.v1.invoices.retrieve(begun.latest_invoice.id)
    assert (found.status, found.post_payment_credit_notes_amount) == ("paid", 2900)
    with pytest.raises(stripe.InvalidRequestError, match="more than the invoice"):
        create({"invoice": found.id, "amount": 8000, "refund_amount": 8000})
    with pytest.raises(stripe.InvalidRequestError, match="must equal"):
        create({"invoice": found.id, "amount": 500})
    assert len(sandbox.client.v1.credit_notes.list({"invoice": found.id}).data) == 1


def test_cancelled_at_once_pays_what_was_used_and_gives_back_the_rest(sandbox: Sandbox) -> None:
    customer, begun = sandbox.subscribed(sandbox.plan(), metered(sandbox))
    use(sandbox, customer, 140, key="a")
    sandbox.goes_on(customer, NEW_YEAR + 15 * DAY + 12 * HOUR)
    ended = sandbox.client.v1.subscriptions.cancel(begun.id, {"invoice_now": True, "prorate": True})
    last = sandbox.subscription(ended.id).latest_invoice
    assert [line.amount for line in last.lines.data] == [-4350, 2000]
    assert (ended.status, last.status, last.amount_due) == ("canceled", "paid", 0)
    assert sandbox.client.v1.customers.retrieve(customer.id).balance == -2350


def test_whoever_pays_is_named_on_the_invoice(sandbox: Sandbox) -> None:
    customer = sandbox.customer()
    keeps: Any = {"customer_update": {"address": "auto", "name": "auto"}, "tax_id_collection": {"enabled": True}}
    session = sandbox.session(customer, sandbox.plan(), **keeps)
    where = {"line1": "Lane 1", "city": "Bonn", "postal_code": "53111", "country": "DE"}
    form = {"number": "4242424242424242", "name": "Acme GmbH", "email": "pay@acme.example", **where}
    wrong = sandbox.fills(f"/checkout/{session.id}", **form, tax_id="12")
    assert (wrong.status_code, "eu_vat" in wrong.text) == (422, True)
    assert sandbox.fills(f"/checkout/{session.id}", **form, tax_id="DE123456789").status_code == 303
    found = sandbox.client.v1.customers.retrieve(customer.id)
    assert found.address is not None
    assert (found.name, found.address.city) == ("Acme GmbH", "Bonn")
    [number] = sandbox.client.v1.customers.tax_ids.list(customer.id).data
    [bill] = sandbox.client.v1.invoices.list({"customer": customer.id}).data
    assert [one.value for one in bill.customer_tax_ids or []] == [number.value] == ["DE123456789"]
    sandbox.client.v1.customers.tax_ids.delete(customer.id, number.id)
    assert sandbox.client.v1.customers.tax_ids.list(customer.id).data == []
