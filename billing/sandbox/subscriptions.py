"""Subscriptions: begun, changed in the middle, cancelled, and what each of that costs at once."""

from dataclasses import dataclass, field
from typing import Any

import stripe

from billing.sandbox import customers, discounts, invoices, items, shapes
from billing.sandbox.forms import Given
from billing.sandbox.items import Wanted
from billing.sandbox.money import Span
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
A_DAY = 86_400
LIVE = ("trialing", "active", "past_due", "unpaid", "incomplete", "paused")
OVER = ("canceled", "incomplete_expired")
PRORATIONS = ("create_prorations", "always_invoice", "none")
BEHAVIOURS = ("allow_incomplete", "default_incomplete", "error_if_incomplete")
PAYMENT = {"payment_method_options": None, "payment_method_types": None, "save_default_payment_method": "off"}
WITHOUT_METHOD = ("cancel", "create_invoice", "pause")


@dataclass(frozen=True)
class Beginning:
    """How a subscription should begin."""

    items: list[Wanted]
    trial_end: int | None = None
    method: str | None = None
    metadata: Json = field(default_factory=dict)
    discounts: list[tuple[Json, str | None]] = field(default_factory=list)
    """Coupons, each with the promotion code by which it was found."""
    without_method: str = "create_invoice"
    on_session: bool = False
    insists: bool = False  # a first payment that fails begins nothing


def create(world: World, given: Given) -> Json:
    """`POST /v1/subscriptions`."""
    owner = world.store.get(given.needed("customer"), "customer", param="customer")
    behaviour = given.one_of("payment_behavior", BEHAVIOURS, "allow_incomplete")
    given.flag("off_session")
    given.text("collection_method")
    given.one_of("proration_behavior", PRORATIONS, "create_prorations")
    wanted = Beginning(
        [items.read(world, one) for one in given.many("items")],
        trial_end=_trial_end(given, world.now(owner)),
        method=given.text("default_payment_method"),
        metadata=given.metadata(),
        discounts=discounts.given_coupons(world, given),
        without_method=without_method(given),
        insists=behaviour == "error_if_incomplete",
    )
    return begin(world, owner, wanted)


def begin(world: World, owner: Json, wanted: Beginning) -> Json:
    """The subscription with its first invoice. Refused as declined when it insists on being paid."""
    if not wanted.items:
        raise Refused("Missing required param: items.", code="parameter_missing", param="items")
    now = world.now(owner)
    trial, key = wanted.trial_end, new_id("sub")
    if trial is not None and trial <= now:
        raise Refused("Invalid timestamp: must be in the future.", param="trial_end")
    made = shapes.blank(
        stripe.Subscription,
        id=key,
        automatic_tax={"disabled_reason": None, "enabled": False, "liability": None},
        billing_cycle_anchor=trial or now,
        billing_mode={"type": "flexible", "flexible": {"proration_discounts": "included"}, "updated_at": now},
        cancel_at_period_end=False,
        cancellation_details={"comment": None, "feedback": None, "reason": None},
        collection_method="charge_automatically",
        created=now,
        currency=wanted.items[0].price["currency"],
        customer=owner["id"],
        default_payment_method=wanted.method,
        discounts=[],
        invoice_settings={"account_tax_ids": None, "issuer": {"type": "self", "account": None}},
        items=shapes.listed(f"/v1/subscription_items?subscription={key}", []),
        metadata=wanted.metadata,
        payment_settings=PAYMENT,
        start_date=now,
        status="trialing" if trial else "incomplete",
        test_clock=owner["test_clock"],
        trial_start=now if trial else None,
        trial_end=trial,
        trial_settings={"end_behavior": {"missing_payment_method": wanted.without_method}},
        _pending=[],
        _earlier=[],  # invoices before the newest
    )
    made["discounts"] = [discounts.make(world, coupon, made, code=code)["id"] for coupon, code in wanted.discounts]
    full = sum(items.cost(one.price, one.quantity) for one in wanted.items if not items.metered(one.price))
    paid = discounts.share_paid(world, made, full)
    made["items"]["data"] = items.begun(wanted.items, key, trial or now, at=now, until=trial, paid=paid)
    world.store.put(made)
    _first_invoice(world, made, wanted)
    world.emit("customer.subscription.created", made)
    return world.store.put(made)


def _first_invoice(world: World, made: Json, wanted: Beginning) -> None:
    lines = [] if made["trial_end"] else items.advance_lines(world, made["items"]["data"])
    invoice = invoices.draw(world, made, lines, reason="subscription_create", span=span_now(made))
    world.emit("invoice.created", invoice)
    invoices.finalize(world, invoice)
    method = customers.method_of(world, made["customer"], made)
    invoices.collect(world, invoice, method, on_session=wanted.on_session)
    made["latest_invoice"] = invoice["id"]
    if invoice["status"] == "paid":
        made["status"] = "trialing" if made["trial_end"] else "active"
    elif wanted.insists:
        raise invoices.unpaid(world, invoice, asks="subscription_payment_intent_requires_action")


def pay_invoice(world: World, given: Given, key: str) -> Json:
    """`POST /v1/invoices/{id}/pay`: try again now. Refused as declined."""
    invoice = invoices.pay(world, given, key)
    after_first_payment(world, invoice)
    return invoice


def after_first_payment(world: World, invoice: Json) -> None:
    """The first invoice was paid later than at once: the subscription is active; of any other, no longer overdue."""
    found = world.store.get(of(invoice), "subscription")
    if invoice["status"] != "paid" or found["status"] not in ("incomplete", "past_due", "unpaid"):
        return
    before = dict(found)
    found["status"] = "active"
    world.store.put(found)
    world.emit("customer.subscription.updated", found, before=before)


def end(world: World, found: Json, *, reason: str) -> Json:
    """It is over now."""
    now = world.now(found["customer"])
    found |= {"status": "canceled", "ended_at": now, "canceled_at": found["canceled_at"] or now}
    found["cancellation_details"]["reason"] = reason
    for invoice in world.store.all("invoice", lambda one: one["status"] == "open" and of(one) == found["id"]):
        invoice["next_payment_attempt"] = None
        world.store.put(invoice)
    world.emit("customer.subscription.deleted", found)
    return world.store.put(found)


def of(invoice: Json) -> str:
    """The id of the subscription that an invoice is for."""
    return str(invoice["parent"]["subscription_details"]["subscription"])


def span_now(found: Json) -> Span:
    """The period that goes on: of items with several, from the latest beginning to the earliest end."""
    spans = [items.span_of(row) for row in found["items"]["data"]]
    return Span(max(one.start for one in spans), min(one.end for one in spans))


def bill(world: World, found: Json, *, reason: str, insists: bool = False) -> Json:
    """An invoice for what is pending, tried at once. Refused as declined when it insists."""
    lines, found["_pending"] = found["_pending"], []
    invoice = invoices.draw(world, found, lines, reason=reason, span=span_now(found))
    world.emit("invoice.created", invoice)
    invoices.finalize(world, invoice)
    invoices.collect(world, invoice, customers.method_of(world, found["customer"], found))
    became_newest(found, invoice)
    if invoice["status"] != "paid":
        if insists:
            raise invoices.unpaid(world, invoice, asks="subscription_payment_intent_requires_action")
        found["status"] = "past_due"
    return invoice


def became_newest(found: Json, invoice: Json) -> None:
    """The invoice is the subscription's newest; those before it go on being tried."""
    if found["latest_invoice"] is not None:
        found["_earlier"] = [*found["_earlier"][-5:], found["latest_invoice"]]
    found["latest_invoice"] = invoice["id"]


def _trial_end(given: Given, now: int) -> int | None:
    days, end = given.whole("trial_period_days"), given.text("trial_end")
    if days is not None:
        return now + days * A_DAY
    return int(end) if end is not None and end != "now" else None


def without_method(given: Given) -> str:
    """What a trial that ends without a payment method becomes."""
    ending = given.inner("trial_settings").inner("end_behavior")
    return ending.one_of("missing_payment_method", WITHOUT_METHOD, "create_invoice")
