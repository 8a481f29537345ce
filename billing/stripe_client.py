"""What Baton asks of Stripe. Every function is one question or one act there, and none runs inside a transaction.

Each raises PaymentRefusedError where Stripe says no, and PaymentServiceError where nobody knows whether it was done;
the same act with the same `key` is then done once, however often it is asked.
"""

import json
from datetime import datetime, timedelta

import stripe
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from stripe.params import CustomerTaxIdCreateParams, CustomerUpdateParams, InvoiceListParams, SubscriptionUpdateParams
from stripe.params.billing_portal import SessionCreateParams as PortalSessionCreateParams
from stripe.params.checkout import SessionCreateParams

from billing import catalogue, changing, stripe_changes, stripe_reading
from billing.errors import ForgedEventError, NotAtStripeError, PaymentRefusedError, ProofNeededError
from billing.plans import METER, Interval, Plan
from billing.stripe_changes import Change
from billing.stripe_connection import ALREADY_TOLD, asking, client
from billing.stripe_objects import (
    Arrived,
    BillingDetails,
    Bought,
    FoundCheckout,
    FoundInvoice,
    FoundSubscription,
    Preview,
    TaxId,
)

TOLERANCE = 300  # seconds that a signature is good for
NOT_STRIPES = gettext_noop("This is no event that Stripe signed just now.")
MOST = 100  # a page of a list
OVERDUE = ("past_due", "unpaid")
FEEDBACK = frozenset(
    {
        "customer_service",
        "low_quality",
        "missing_features",
        "other",
        "switched_service",
        "too_complex",
        "too_expensive",
        "unused",
    }
)
WHOLE_SUBSCRIPTION = [
    "customer.invoice_settings.default_payment_method",
    "default_payment_method",
    "discounts.source.coupon",
]
WHOLE_INVOICE = ["payments.data.payment.payment_intent"]
LESS_THAN_A_MINUTE = timedelta(seconds=59, microseconds=999_999)


def is_on() -> bool:
    """Whether anybody is billed here."""
    return bool(settings.STRIPE_API_KEY)


def is_sandbox() -> bool:
    """Whether it is the sandbox, where no money moves."""
    return bool(settings.STRIPE_API_BASE)


def create_customer(*, name: str, email: str, schema: str, key: str) -> str:
    """The id of a new customer. `schema` is there for people who look at Stripe; nothing is decided by it."""
    with asking():
        made = client().v1.customers.create(
            {"name": name, "email": email, "metadata": {"baton_company": schema}}, {"idempotency_key": key}
        )
    return made.id


def subscription_of(customer: str) -> FoundSubscription | None:
    """The customer's living subscription as it is now, else the newest that ended."""
    with asking():
        rows = client().v1.subscriptions.list({"customer": customer, "status": "all", "limit": MOST})
        chosen = stripe_reading.chosen(rows.data)
        if chosen is None:
            return None
        found = client().v1.subscriptions.retrieve(chosen, {"expand": WHOLE_SUBSCRIPTION})
        newest = stripe_reading.key(found.latest_invoice)
        owed = _oldest_open(found.id) if found.status in OVERDUE else None
    return stripe_reading.subscription(found, invoice=invoice(newest) if newest else None, owed=owed)


def _oldest_open(subscription: str) -> FoundInvoice | None:
    rows = client().v1.invoices.list({"subscription": subscription, "status": "open", "limit": MOST})
    tried = [one for one in rows.data if one.attempted]
    return invoice(min(tried, key=lambda one: one.created).id) if tried else None


def open_checkout(  # noqa: PLR0913  a page of Stripe's says all of it
    *,
    customer: str,
    plan: Plan,
    interval: Interval,
    seats: int,
    trial_end: datetime | None,
    success: str,
    cancel: str,
    key: str,
) -> FoundCheckout:
    """A page on which somebody enters how to pay, and so subscribes."""
    with asking():
        prices = catalogue.prices(plan, interval)
        wanted: SessionCreateParams = {
            "mode": "subscription",
            "customer": customer,
            "customer_update": {"address": "auto", "name": "auto"},
            "line_items": [{"price": prices.seat, "quantity": seats}, {"price": prices.usage}],
            "success_url": success,
            "cancel_url": cancel,
            "allow_promotion_codes": True,
            "billing_address_collection": "required",
            "tax_id_collection": {"enabled": True},
            "subscription_data": {"billing_mode": {"type": "flexible"}},
        }
        if trial_end is not None:
            wanted["subscription_data"]["trial_end"] = int(trial_end.timestamp())
        made = client().v1.checkout.sessions.create(wanted, {"idempotency_key": key})
    return stripe_reading.checkout(made)


def checkout(id: str) -> FoundCheckout:  # noqa: A002  Stripe's word
    """A checkout page as it stands."""
    with asking():
        return stripe_reading.checkout(client().v1.checkout.sessions.retrieve(id))


def expire_checkouts(customer: str, *, keep: int = 0) -> None:
    """Close the pages that are still open, but for the newest `keep`, so that nobody subscribes twice; one that was
    just finished stays so.
    """
    with asking():
        rows = client().v1.checkout.sessions.list({"customer": customer, "status": "open", "limit": MOST})
    for one in rows.data[keep:]:
        try:
            with asking():
                client().v1.checkout.sessions.expire(one.id)
        except PaymentRefusedError:
            continue


def open_portal(*, customer: str, back: str) -> str:
    """Stripe's own page of the customer, for cards, invoices and to whom they go; plans are changed in Baton."""
    configuration = catalogue.portal()
    with asking():
        wanted: PortalSessionCreateParams = {"customer": customer, "return_url": back}
        if configuration is not None:
            wanted["configuration"] = configuration
        return client().v1.billing_portal.sessions.create(wanted).url


def preview(subscription: Bought, *, plan: Plan, interval: Interval, seats: int, at: datetime | None = None) -> Preview:
    """What it would cost to have this plan, so often paid, with so many seats, from `at` on; from now on without it."""
    wanted = Change.of(subscription, plan, interval, seats)
    with asking():
        prices = catalogue.prices(plan, interval)
        found = client().v1.invoices.create_preview(stripe_changes.asked_before(subscription, wanted, prices, at=at))
        coming = found
        if wanted.is_paid_now and not wanted.is_other_interval:
            coming = client().v1.invoices.create_preview(stripe_changes.asked_after(subscription, wanted, prices))
    begins = at or stripe_reading.proration_date(found) or timezone.now().replace(microsecond=0)
    next_cents = coming.amount_due
    next_at = stripe_reading.moment(coming.next_payment_attempt or coming.period_end)
    if wanted.is_other_interval:
        credit = min(0, found.total + found.starting_balance)
        next_cents, next_at = max(0, wanted.cents + credit), changing.after(begins, interval)
    return Preview(
        at=begins,
        lines=stripe_reading.lines(found.lines.data),
        now_cents=found.amount_due if wanted.is_paid_now else 0,
        next_cents=next_cents,
        next_at=next_at,
        currency=found.currency,
    )


def change(subscription: Bought, *, plan: Plan, interval: Interval, seats: int, at: datetime | None, key: str) -> None:
    """Have this plan from now on, prorated as of `at`, which a preview named. What is more is paid at once, and where
    it is declined nothing changes; where the bank asks for proof it changes, and its invoice is open.
    """
    wanted = Change.of(subscription, plan, interval, seats)
    given = stripe_changes.wanted(subscription, wanted, catalogue.prices(plan, interval), at=at)
    try:
        with asking():
            client().v1.subscriptions.update(subscription.id, given, {"idempotency_key": key})
    except ProofNeededError:
        given["payment_behavior"] = "allow_incomplete"
        with asking():
            client().v1.subscriptions.update(subscription.id, given, {"idempotency_key": f"{key}-proof"})


def cancel_at_end(subscription_id: str, *, wanted: bool, reason: str, key: str) -> None:
    """End it when all that is paid for is used up, or not at all; `reason` is one of Stripe's words, or any.

    That is the end of the longest period: with yearly seats the year's, not that of the month that use is counted in.
    """
    given: SubscriptionUpdateParams = {"cancel_at": "max_period_end" if wanted else ""}
    if reason:
        given["cancellation_details"] = {"feedback": reason} if reason in FEEDBACK else {"comment": reason}
    with asking():
        client().v1.subscriptions.update(subscription_id, given, {"idempotency_key": key})


def cancel_now(subscription_id: str, *, key: str) -> None:
    """End it at once; what was used until now is invoiced, and nothing is given back."""
    with asking():
        client().v1.subscriptions.cancel(subscription_id, {"invoice_now": True}, {"idempotency_key": key})


def pay(invoice_id: str, *, key: str) -> FoundInvoice:
    """Try to be paid now; where the bank asks for proof, the invoice says so and names its page."""
    try:
        with asking():
            client().v1.invoices.pay(invoice_id, {}, {"idempotency_key": key})
    except ProofNeededError:
        pass
    return invoice(invoice_id)


def invoices(customer: str, *, after: str = "", limit: int = 20) -> tuple[list[FoundInvoice], bool]:
    """A page of the customer's invoices, newest first, without drafts; and whether there are more."""
    with asking():
        wanted: InvoiceListParams = {"customer": customer, "limit": limit}
        if after:
            wanted["starting_after"] = after
        rows = client().v1.invoices.list(wanted)
    return [stripe_reading.invoice(one) for one in rows.data if one.status != "draft"], rows.has_more


def invoice(id: str) -> FoundInvoice:  # noqa: A002
    """An invoice, and whether the bank asks for proof."""
    with asking():
        return stripe_reading.invoice(client().v1.invoices.retrieve(id, {"expand": WHOLE_INVOICE}))


def refund(invoice_id: str, *, cents: int, reason: str, key: str) -> str:
    """Give back so much of a paid invoice; the id of the credit note, which corrects the invoice and its tax."""
    with asking():
        made = client().v1.credit_notes.create(
            {"invoice": invoice_id, "amount": cents, "refund_amount": cents, "memo": reason}, {"idempotency_key": key}
        )
    return made.id


def push_usage(*, customer: str, value: int, identifier: str, at: datetime) -> None:
    """Tell that so many resolutions were counted; the same identifier counts once within a day."""
    try:
        with asking():
            client().v1.billing.meter_events.create(
                {
                    "event_name": METER,
                    "identifier": identifier,
                    "timestamp": int(at.timestamp()),
                    "payload": {"stripe_customer_id": customer, "value": str(value)},
                }
            )
    except PaymentRefusedError as error:
        if error.stripe_code != ALREADY_TOLD:
            raise


def used(*, customer: str, start: datetime, end: datetime) -> int:
    """How many resolutions Stripe knows of, from the minute of `start` until that of `end`."""
    meter = catalogue.meter()
    if meter is None:
        return 0
    with asking():
        rows = client().v1.billing.meters.event_summaries.list(
            meter,
            {"customer": customer, "start_time": _minute(start), "end_time": _minute(end + LESS_THAN_A_MINUTE)},
        )
    return round(sum(one.aggregated_value for one in rows.auto_paging_iter()))


def _minute(moment: datetime) -> int:
    return int(moment.replace(second=0, microsecond=0).timestamp())


def details(customer: str) -> BillingDetails:
    """To whom invoices go."""
    with asking():
        found = client().v1.customers.retrieve(customer)
        if stripe_reading.is_gone(found):
            raise NotAtStripeError(gettext("Stripe knows this company no more."))
        taxes = client().v1.customers.tax_ids.list(customer, {"limit": MOST})
    return stripe_reading.details(found, taxes.data)


def set_details(customer: str, wanted: BillingDetails, *, key: str) -> None:
    """Name to whom invoices go from now on; tax ids are added and removed by themselves."""
    given: CustomerUpdateParams = {
        "name": wanted.name,
        "email": wanted.email,
        "address": {
            "line1": wanted.line1,
            "line2": wanted.line2,
            "postal_code": wanted.postal_code,
            "city": wanted.city,
            "country": wanted.country,
        },
    }
    with asking():
        client().v1.customers.update(customer, given, {"idempotency_key": key})


def add_tax_id(customer: str, *, kind: str, value: str, key: str) -> TaxId:
    """A tax number that stands on invoices from now on; `kind` is Stripe's, such as eu_vat."""
    wanted: CustomerTaxIdCreateParams = {"type": kind, "value": value}
    with asking():
        return stripe_reading.tax_id(client().v1.customers.tax_ids.create(customer, wanted, {"idempotency_key": key}))


def remove_tax_id(customer: str, id: str) -> None:  # noqa: A002
    """It stands on invoices no longer."""
    with asking():
        client().v1.customers.tax_ids.delete(customer, id)


def arrived(raw: bytes, signature: str) -> Arrived:
    """The event that a body holds. Raises ForgedEventError unless Stripe signed it, within five minutes."""
    secrets = [secret.strip() for secret in settings.STRIPE_WEBHOOK_SECRET.split(",") if secret.strip()]
    if not secrets:  # everybody could sign with none
        raise ForgedEventError(gettext("STRIPE_WEBHOOK_SECRET is not set: no event can be told from a forged one."))
    try:
        if any(_signed(raw, signature, secret) for secret in secrets):
            return stripe_reading.arrived(json.loads(raw))
    except (ValueError, KeyError, TypeError) as error:
        raise ForgedEventError(gettext(NOT_STRIPES)) from error
    raise ForgedEventError(gettext(NOT_STRIPES))


def _signed(raw: bytes, signature: str, secret: str) -> bool:
    """Whether Stripe signed it with this secret; two are good while the secret is changed."""
    try:
        return bool(stripe.WebhookSignature.verify_header(raw.decode(), signature, secret, TOLERANCE))
    except stripe.SignatureVerificationError:
        return False
