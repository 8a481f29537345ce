"""Stripe's objects, as the SDK gives them, read into the plain values of `billing.stripe_objects`; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import stripe

from billing.plans import CURRENCY, Interval, PlanKey
from billing.stripe_objects import Arrived, BillingDetails, FoundCheckout, FoundInvoice, FoundSubscription, Line, TaxId

PLAN, PART = "baton_plan", "baton_part"  # metadata of Baton's prices
SEATS, USAGE = "seats", "usage"
LIVING = ("active", "trialing", "past_due", "unpaid", "paused", "incomplete")  # the earlier is taken first
PROOF = "requires_action"


def moment(seconds: int) -> datetime:
    """The moment that Stripe names by its seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def moment_or_none(seconds: int | None) -> datetime | None:
    """As `moment`; None where Stripe names none."""
    return None if seconds is None else moment(seconds)


def chosen(subscriptions: Sequence[stripe.Subscription]) -> str | None:
    """The id of the one that counts: the living one, else the newest that ended."""
    for status in LIVING:
        for one in subscriptions:
            if one.status == status:
                return one.id
    return max(subscriptions, key=lambda one: one.ended_at or one.created).id if subscriptions else None


def subscription(
    found: stripe.Subscription, *, invoice: FoundInvoice | None, owed: FoundInvoice | None
) -> FoundSubscription:
    """A subscription with its payment method and discounts expanded."""
    items = list(found.items.data)
    seat = next((one for one in items if _part(one) == SEATS), None)
    usage = next((one for one in items if _part(one) == USAGE), None)
    shortest = min(items, key=lambda one: one.current_period_end)
    month, paid = usage or shortest, seat or shortest
    return FoundSubscription(
        id=found.id,
        customer=key(found.customer),
        status=found.status,
        plan=_plan(seat),
        interval=None if seat is None or seat.price.recurring is None else Interval(seat.price.recurring.interval),
        seats=0 if seat is None else seat.quantity or 0,
        seat_item="" if seat is None else seat.id,
        usage_item="" if usage is None else usage.id,
        began_at=moment(found.start_date),
        trial_end=moment_or_none(found.trial_end),
        period_start=moment(month.current_period_start),
        period_end=moment(month.current_period_end),
        renews_at=moment(paid.current_period_end),
        ends_at=_ends_at(found, paid.current_period_end),
        ended_at=moment_or_none(found.ended_at),
        discount=_discounts(found),
        card=_card(found),
        invoice=invoice,
        owed=owed,
    )


def invoice(found: stripe.Invoice) -> FoundInvoice:
    """An invoice; whether the bank asks for proof is known where its payments are expanded."""
    return FoundInvoice(
        id=found.id,
        number=found.number or "",
        status=found.status or "draft",
        total_cents=found.total,
        due_cents=found.amount_remaining,
        tax_cents=sum(one.amount for one in found.total_taxes or ()),
        currency=found.currency,
        made_at=moment(found.created),
        period_start=moment(found.period_start),
        period_end=moment(found.period_end),
        paid_at=moment_or_none(found.status_transitions.paid_at),
        final_at=moment_or_none(found.status_transitions.finalized_at),
        next_try_at=moment_or_none(found.next_payment_attempt),
        page=found.hosted_invoice_url or "",
        pdf=found.invoice_pdf or "",
        needs_proof=found.status == "open" and any(one.status == PROOF for one in intents(found)),
        lines=lines(found.lines.data),
    )


def lines(found: Iterable[stripe.InvoiceLineItem]) -> tuple[Line, ...]:
    """The lines of an invoice or of a preview."""
    return tuple(Line(one.description or "", one.amount, one.quantity, is_proration=is_proration(one)) for one in found)


def is_proration(line: stripe.InvoiceLineItem) -> bool:
    """Whether a line comes of a change in the middle of a period."""
    details = None if line.parent is None else line.parent.subscription_item_details
    return details is not None and details.proration


def intents(found: stripe.Invoice) -> list[stripe.PaymentIntent]:
    """The payment intents of an invoice, as far as they are expanded; Stripe leaves out what nobody asked for."""
    payments = found.payments.data if "payments" in found and found.payments is not None else []
    return [
        one.payment.payment_intent for one in payments if isinstance(one.payment.payment_intent, stripe.PaymentIntent)
    ]


def checkout(found: stripe.checkout.Session) -> FoundCheckout:
    """A checkout page."""
    return FoundCheckout(
        id=found.id,
        customer=key(found.customer),
        status=found.status or "open",
        page=found.url or "",
        subscription=key(found.subscription),
    )


def details(found: stripe.Customer, taxes: Iterable[stripe.TaxId]) -> BillingDetails:
    """To whom invoices go."""
    address = found.address
    return BillingDetails(
        name=found.name or "",
        email=found.email or "",
        line1=(address and address.line1) or "",
        line2=(address and address.line2) or "",
        postal_code=(address and address.postal_code) or "",
        city=(address and address.city) or "",
        country=(address and address.country) or "",
        tax_ids=tuple(tax_id(one) for one in taxes),
    )


def is_gone(found: stripe.Customer) -> bool:
    """Whether nothing but the id is left of a customer."""
    return "deleted" in found and bool(found.deleted)


def tax_id(found: stripe.TaxId) -> TaxId:
    """A tax number."""
    state = "pending" if found.verification is None else found.verification.status
    return TaxId(id=found.id, kind=found.type, value=found.value, state=state)


def proration_date(preview: stripe.Invoice) -> datetime | None:
    """As of when a preview prorates; None where it does not."""
    about = None if preview.parent is None else preview.parent.subscription_details
    if about is not None and about.subscription_proration_date is not None:
        return moment(about.subscription_proration_date)
    starts = [one.period.start for one in preview.lines.data if is_proration(one)]
    return moment(min(starts)) if starts else None


def arrived(event: Mapping[str, Any]) -> Arrived:
    """An event, and whom it is about. Raises KeyError or TypeError where it is none."""
    about = event["data"]["object"]
    whom = about["id"] if about["object"] == "customer" else about.get("customer")
    if isinstance(whom, Mapping):
        whom = whom["id"]
    return Arrived(id=str(event["id"]), kind=str(event["type"]), customer=str(whom or ""))


def told(metadata: stripe.StripeObject | None) -> dict[str, str]:
    """What Baton wrote on an object itself."""
    return {} if metadata is None else metadata.to_dict()


def key(found: stripe.StripeObject | str | None) -> str:
    """The id of what is expanded or not; "" for nothing."""
    if found is None or isinstance(found, str):
        return found or ""
    return str(found["id"])


def _part(item: stripe.SubscriptionItem) -> str:
    return str(told(item.price.metadata).get(PART, ""))


def _plan(seat: stripe.SubscriptionItem | None) -> PlanKey | None:
    named = None if seat is None else told(seat.price.metadata).get(PLAN)
    return PlanKey(named) if named in set(PlanKey) else None


def _ends_at(found: stripe.Subscription, period_end: int) -> datetime | None:
    """When a subscription that was cancelled ends, while it still lives."""
    if found.ended_at is not None:
        return None
    if found.cancel_at is not None:
        return moment(found.cancel_at)
    return moment(period_end) if found.cancel_at_period_end else None


def _card(found: stripe.Subscription) -> str:
    """With what it is paid: the subscription's own, else the customer's."""
    method = found.default_payment_method
    owner = found.customer
    if method is None and isinstance(owner, stripe.Customer) and not is_gone(owner) and owner.invoice_settings:
        method = owner.invoice_settings.default_payment_method
    if not isinstance(method, stripe.PaymentMethod):
        return ""
    if method.card is not None:
        return f"{method.card.brand.replace('_', ' ').title()} ending in {method.card.last4}"
    if method.sepa_debit is not None:
        return f"SEPA debit ending in {method.sepa_debit.last4}"
    return method.type.replace("_", " ").capitalize()


def _discounts(found: stripe.Subscription) -> str:
    """The discounts in words, such as `20% off until 1 March 2027`."""
    return ", ".join(filter(None, (_discount(one) for one in found.discounts if isinstance(one, stripe.Discount))))


def _discount(found: stripe.Discount) -> str:
    coupon = found.source.coupon
    if not isinstance(coupon, stripe.Coupon):
        return ""
    if coupon.percent_off is not None:
        off = f"{coupon.percent_off:g}% off"
    else:
        off = f"{(coupon.amount_off or 0) / 100:.2f} {(coupon.currency or CURRENCY).upper()} off"
    if coupon.duration == "once":
        return f"{off} one invoice"
    if found.end is None:
        return off
    until = moment(found.end)
    return f"{off} until {until.day} {until:%B %Y}"
