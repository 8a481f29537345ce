"""Subscriptions: begun, changed in the middle, cancelled, and what each of that costs at once."""

from dataclasses import dataclass, field
from typing import Any

import stripe

from billing.sandbox import customers, invoices, items, periods, shapes
from billing.sandbox.forms import Given
from billing.sandbox.items import Wanted
from billing.sandbox.money import Span
from billing.sandbox.problems import Refused, declined
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
A_DAY = 86_400
LIVE = ("trialing", "active", "past_due", "unpaid", "incomplete", "paused")
OVER = ("canceled", "incomplete_expired")
PRORATIONS = ("create_prorations", "always_invoice", "none")
BEHAVIOURS = ("allow_incomplete", "default_incomplete", "error_if_incomplete", "pending_if_incomplete")
WITHOUT_METHOD = ("cancel", "create_invoice", "pause")


@dataclass(frozen=True)
class Beginning:
    """How a subscription should begin."""

    items: list[Wanted]
    trial_end: int | None = None
    method: str | None = None
    metadata: Json = field(default_factory=dict)
    discounts: list[Json] = field(default_factory=list)  # coupons
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
        discounts=_coupons(world, given),
        without_method=without_method(given),
        insists=behaviour == "error_if_incomplete",
    )
    return begin(world, owner, wanted)


def begin(world: World, owner: Json, wanted: Beginning) -> Json:
    """The subscription with its first invoice. Refused as declined when it insists on being paid."""
    if not wanted.items:
        raise Refused("Missing required param: items.", code="parameter_missing", param="items")
    now = world.now(owner)
    trial = wanted.trial_end
    span = Span(now, trial) if trial else items.span_of(wanted.items, now, at=now)
    key = new_id("sub")
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
        items=shapes.listed(f"/v1/subscription_items?subscription={key}", items.made(wanted.items, key, span, at=now)),
        metadata=wanted.metadata,
        payment_settings={
            "payment_method_options": None,
            "payment_method_types": None,
            "save_default_payment_method": "off",
        },
        start_date=now,
        status="trialing" if trial else "incomplete",
        test_clock=owner["test_clock"],
        trial_start=now if trial else None,
        trial_end=trial,
        trial_settings={"end_behavior": {"missing_payment_method": wanted.without_method}},
        _pending=[],
    )
    made["discounts"] = [_discount(world, coupon, made)["id"] for coupon in wanted.discounts]
    world.store.put(made)
    _first_invoice(world, made, span, wanted)
    world.emit("customer.subscription.created", made)
    return world.store.put(made)


def _first_invoice(world: World, made: Json, span: Span, wanted: Beginning) -> None:
    rows = made["items"]["data"]
    lines = [] if made["trial_end"] else items.advance_lines(world, rows, span)
    invoice = invoices.draw(world, made, lines, reason="subscription_create", span=span)
    world.emit("invoice.created", invoice)
    invoices.finalize(world, invoice)
    method = customers.method_of(world, made["customer"], made)
    invoices.collect(world, invoice, method, on_session=wanted.on_session)
    made["latest_invoice"] = invoice["id"]
    if invoice["status"] == "paid":
        made["status"] = "trialing" if made["trial_end"] else "active"
    elif wanted.insists:
        intent = world.store.find(invoice["_intent"]) or {}
        error = intent.get("last_payment_error") or {"message": "Your card was declined.", "decline_code": None}
        raise declined(error["message"], decline_code=error["decline_code"] or "generic_decline")


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


def update(world: World, given: Given, key: str) -> Json:
    """`POST /v1/subscriptions/{id}`."""
    found = world.store.get(key, "subscription")
    if found["status"] in OVER:
        raise Refused("A canceled subscription can only update its cancellation_details and metadata.")
    before, now = dict(found), world.now(found["customer"])
    behaviour = given.one_of("proration_behavior", PRORATIONS, "create_prorations")
    insists = given.one_of("payment_behavior", BEHAVIOURS, "allow_incomplete") == "error_if_incomplete"
    _set_plain(found, given, at=now)
    if "discounts" in given:
        found["discounts"] = [_discount(world, coupon, found)["id"] for coupon in _coupons(world, given)]
    at = given.whole("proration_date", now) or now
    if "items" in given:
        _change(
            world,
            found,
            items.read_changed(world, given, found["items"]["data"]),
            at=at,
            behaviour=behaviour,
            insists=insists,
        )
    if given.text("trial_end") == "now":
        found["trial_end"] = now
    world.emit("customer.subscription.updated", found, before=before)
    return world.store.put(found)


def _set_plain(found: Json, given: Given, *, at: int) -> None:
    """What costs nothing: metadata, how it is paid, and that it ends with its period."""
    found["metadata"] = given.metadata(found["metadata"])
    if "default_payment_method" in given:
        found["default_payment_method"] = given.text("default_payment_method")
    if "cancel_at_period_end" in given:
        _cancel_later(found, at=at, wanted=given.flag("cancel_at_period_end"))
    details = given.inner("cancellation_details")
    for name in ("comment", "feedback"):
        if name in details:
            found["cancellation_details"][name] = details.text(name)


def cancel(world: World, given: Given, key: str) -> Json:
    """`DELETE /v1/subscriptions/{id}`: at once; with `prorate` the rest is given back as credit."""
    found = world.store.get(key, "subscription")
    if found["status"] in OVER:
        raise Refused(f"No such subscription: '{key}'", status=404, code="resource_missing", param="id")
    given.flag("invoice_now")
    if given.flag("prorate") and found["status"] != "trialing":
        rows = found["items"]["data"]
        span = span_now(found)
        back = items.prorated(world, rows, [], span, at=world.now(found["customer"]))
        owner = world.store.get(found["customer"], "customer")
        owner["balance"] += sum(one["amount"] for one in back)
        world.store.put(owner)
    return end(world, found, reason="cancellation_requested")


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
    """The period that is paid for."""
    first = found["items"]["data"][0]
    return Span(first["current_period_start"], first["current_period_end"])


def preview(world: World, given: Given) -> Json:
    """`POST /v1/invoices/create_preview`: the next invoice, as it would be with other items."""
    given.text("customer")
    found = world.store.get(given.needed("subscription"), "subscription", param="subscription")
    details = given.inner("subscription_details")
    behaviour = details.one_of("proration_behavior", PRORATIONS, "create_prorations")
    at = details.whole("proration_date", world.now(found["customer"])) or 0
    rows, span, lines = found["items"]["data"], span_now(found), list(found["_pending"])
    if "items" in details:
        rows, span, own = _changed(world, found, items.read_changed(world, details, rows), at=at)
        lines += [] if behaviour == "none" else own
    details.check_all_read()
    ahead = items.span_of(as_wanted(rows), found["billing_cycle_anchor"], at=span.end)
    if behaviour != "always_invoice":
        ends = details.flag("cancel_at_period_end", default=found["cancel_at_period_end"])
        lines += items.arrears_lines(world, rows, found["customer"], span)
        lines += [] if ends else items.advance_lines(world, rows, ahead)
    made = invoices.draw(world, found, lines, reason="upcoming", span=span)
    made["id"] = new_id("upcoming_in")
    return made


def _change(world: World, found: Json, wanted: list[Wanted], *, at: int, behaviour: str, insists: bool) -> None:
    """Other items from now on; what that comes to is paid now, with the next invoice, or never."""
    rows, span, lines = _changed(world, found, wanted, at=at)
    rhythm_changed = span.start != span_now(found).start
    found["items"]["data"] = rows
    if rhythm_changed:
        found["billing_cycle_anchor"] = at
    if behaviour == "none" and not rhythm_changed:
        return
    found["_pending"] += lines
    if behaviour == "always_invoice" or rhythm_changed:
        bill(world, found, reason="subscription_update", span=span, insists=insists)


def _changed(world: World, found: Json, wanted: list[Wanted], *, at: int) -> tuple[list[Json], Span, list[Json]]:
    """The items after a change, their period, and the lines that it comes to; nothing is stored."""
    before, span = found["items"]["data"], span_now(found)
    if found["status"] == "trialing":
        return items.made(wanted, found["id"], span, at=at), span, []
    fresh = items.span_of(wanted, at, at=at)
    same_rhythm = _rhythm(wanted) == _rhythm(as_wanted(before))
    after = items.made(wanted, found["id"], span if same_rhythm else fresh, at=at)
    if same_rhythm:
        return after, span, items.prorated(world, before, after, span, at=at)
    return after, fresh, [*items.prorated(world, before, [], span, at=at), *items.advance_lines(world, after, fresh)]


def bill(world: World, found: Json, *, reason: str, span: Span, insists: bool = False) -> Json:
    """An invoice for what is pending, tried at once. Refused as declined when it insists."""
    lines, found["_pending"] = found["_pending"], []
    invoice = invoices.draw(world, found, lines, reason=reason, span=span)
    world.emit("invoice.created", invoice)
    invoices.finalize(world, invoice)
    invoices.collect(world, invoice, customers.method_of(world, found["customer"], found))
    found["latest_invoice"] = invoice["id"]
    if invoice["status"] != "paid":
        if insists:
            raise declined("Your card was declined.", decline_code="generic_decline")
        found["status"] = "past_due"
    return invoice


def _rhythm(wanted: list[Wanted]) -> tuple[str, int]:
    every = wanted[0].price["recurring"]
    return every["interval"], every["interval_count"]


def as_wanted(rows: list[Json]) -> list[Wanted]:
    """Items as they are, to begin from."""
    return [Wanted(one["price"], one.get("quantity") or 0, one["id"], one["metadata"]) for one in rows]


def _cancel_later(found: Json, *, at: int, wanted: bool) -> None:
    found["cancel_at_period_end"] = wanted
    found["canceled_at"] = at if wanted else None
    found["cancel_at"] = span_now(found).end if wanted else None
    found["cancellation_details"]["reason"] = "cancellation_requested" if wanted else None


def _trial_end(given: Given, now: int) -> int | None:
    days, end = given.whole("trial_period_days"), given.text("trial_end")
    if days is not None:
        return now + days * A_DAY
    return int(end) if end is not None and end != "now" else None


def without_method(given: Given) -> str:
    """What a trial that ends without a payment method becomes."""
    ending = given.inner("trial_settings").inner("end_behavior")
    return ending.one_of("missing_payment_method", WITHOUT_METHOD, "create_invoice")


def _coupons(world: World, given: Given) -> list[Json]:
    found = []
    for one in given.many("discounts"):
        code, coupon = one.text("promotion_code"), one.text("coupon")
        if code is not None:
            promotion = world.store.get(code, "promotion_code", param="discounts[0][promotion_code]")
            coupon = promotion["promotion"]["coupon"]
        found.append(world.store.get(coupon, "coupon", param="discounts[0][coupon]"))
    return found


def _discount(world: World, coupon: Json, subscription: Json) -> Json:
    """The coupon as this subscription has it, until it runs out; one that counts once ends with its invoice."""
    now, end = world.now(subscription["customer"]), None
    if coupon["duration"] == "repeating":
        end = periods.nth(now, "month", 1, coupon["duration_in_months"] or 1)
    made = shapes.blank(
        stripe.Discount,
        id=new_id("di"),
        customer=subscription["customer"],
        end=end,
        source={"type": "coupon", "coupon": coupon["id"]},
        start=now,
        subscription=subscription["id"],
    )
    coupon["times_redeemed"] += 1
    world.store.put(coupon)
    return world.store.put(made)
