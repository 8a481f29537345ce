"""Checkout: a page of the sandbox on which somebody enters a card and subscribes."""

from typing import Any

import stripe

from billing.sandbox import cards, catalogue, customers, invoices, items, payments, shapes, subscriptions
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.subscriptions import Beginning
from billing.sandbox.world import World

Json = dict[str, Any]
LASTS = 24 * 3_600


def create(world: World, given: Given) -> Json:
    """`POST /v1/checkout/sessions` for a subscription, or to set up a card."""
    mode = given.one_of("mode", ("subscription", "setup"), "subscription")
    owner = world.store.get(given.needed("customer"), "customer", param="customer")
    lines = [items.read(world, one) for one in given.many("line_items")]
    if (mode == "subscription") != bool(lines):
        raise Refused(
            "You must provide line_items in `subscription` mode.", code="parameter_missing", param="line_items"
        )
    inner = given.inner("subscription_data")
    key, now = new_id("cs_test", 58), int(world.clock())
    amount = sum(items.cost(one.price, one.quantity) for one in lines if not items.metered(one.price))
    trial = inner.whole("trial_period_days")
    method = given.one_of("payment_method_collection", ("always", "if_required"), "always")
    tax = given.inner("tax_id_collection").flag("enabled")
    given.inner("customer_update").plain("address")
    given.texts("payment_method_types")
    made = shapes.blank(
        stripe.checkout.Session,
        id=key,
        allow_promotion_codes=given.flag("allow_promotion_codes") or None,
        amount_subtotal=amount,
        amount_total=0 if trial else amount,
        automatic_tax={"enabled": False, "liability": None, "provider": None, "status": None},
        cancel_url=given.text("cancel_url"),
        client_reference_id=given.text("client_reference_id"),
        created=now,
        currency=lines[0].price["currency"] if lines else given.text("currency", "eur"),
        custom_fields=[],
        custom_text={
            "after_submit": None,
            "shipping_address": None,
            "submit": None,
            "terms_of_service_acceptance": None,
        },
        customer=owner["id"],
        customer_details={
            "address": owner["address"],
            "email": owner["email"],
            "name": owner["name"],
            "phone": None,
            "tax_exempt": "none",
            "tax_ids": [],
            "business_name": None,
            "individual_name": None,
        },
        expires_at=now + LASTS,
        locale=given.text("locale"),
        metadata=given.metadata(),
        mode=mode,
        payment_method_collection=method,
        payment_method_types=["card"],
        payment_status="no_payment_required" if trial or mode == "setup" else "unpaid",
        shipping_options=[],
        status="open",
        success_url=given.needed("success_url"),
        tax_id_collection={"enabled": tax, "required": "never"} if tax else None,
        total_details={"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        ui_mode="hosted_page",
        url=f"{world.origin}/checkout/{key}",
        _lines=[{"price": one.price["id"], "quantity": one.quantity} for one in lines],
        _trial_days=trial,
        _metadata=inner.metadata(),
        _without_method=subscriptions.without_method(inner),
    )
    inner.check_all_read()
    return world.store.put(made)


def expire(world: World, given: Given, key: str) -> Json:
    """`POST /v1/checkout/sessions/{id}/expire`."""
    found = _open(world, key)
    found["status"], found["url"] = "expired", None
    world.emit("checkout.session.expired", found)
    return world.store.put(found)


def submit(world: World, key: str, *, number: str, name: str, email: str, code: str = "") -> Json:
    """Somebody filled the page in. Gives the session, complete or with an intent that waits for 3-D Secure.

    Refused as declined, and for a promotion code that is none.
    """
    found = _open(world, key)
    owner = world.store.get(found["customer"], "customer")
    coupons = _coupons(world, code)
    method = cards.make(world, cards.by_number(number), name=name, email=email)
    customers.attach(world, method["id"], owner["id"])
    customers.pay_with(world, owner["id"], method["id"])
    found["_method"] = method["id"]
    if found["mode"] == "setup":
        return _complete(world, found)
    trial = found["_trial_days"]
    now = world.now(owner)
    wanted = Beginning(
        [items.Wanted(world.store.get(one["price"], "price"), one["quantity"]) for one in found["_lines"]],
        trial_end=now + trial * subscriptions.A_DAY if trial else None,
        method=method["id"],
        metadata=found["_metadata"],
        discounts=coupons,
        without_method=found["_without_method"],
        on_session=True,
    )
    begun = subscriptions.begin(world, owner, wanted)
    found["subscription"], found["invoice"] = begun["id"], begun["latest_invoice"]
    return _after_payment(world, found)


def after_proof(world: World, intent: Json, *, well: bool) -> Json | None:
    """The customer came back from their bank: the invoice is paid or not, and the session of it may be complete."""
    intent = payments.prove(world, intent, well=well)
    invoice = world.store.get(intent["_invoice"], "invoice")
    invoices.settled(world, invoice, intent)
    subscriptions.after_first_payment(world, invoice)
    for found in world.store.all("checkout.session", lambda one: one["invoice"] == invoice["id"]):
        return _after_payment(world, found)
    return None


def _after_payment(world: World, found: Json) -> Json:
    invoice = world.store.get(found["invoice"], "invoice")
    if invoice["status"] == "paid":
        return _complete(world, found)
    intent = world.store.find(invoice.get("_intent")) or {}
    if intent.get("status") == payments.NEEDS_ACTION:
        found["_waits_for"] = intent["id"]
        return world.store.put(found)
    begun = world.store.get(found["subscription"], "subscription")
    subscriptions.end(world, begun, reason="payment_failed")
    found["subscription"] = found["invoice"] = found["_waits_for"] = None
    found["_problem"] = (intent.get("last_payment_error") or {}).get("message", "Your card was declined.")
    return world.store.put(found)


def _complete(world: World, found: Json) -> Json:
    found["status"], found["url"] = "complete", None
    found["_waits_for"], found["_problem"] = None, None
    if found["payment_status"] == "unpaid":
        found["payment_status"] = "paid"
    world.emit("checkout.session.completed", found)
    return world.store.put(found)


def _open(world: World, key: str) -> Json:
    found = world.store.get(key, "checkout.session")
    if found["status"] != "open":
        raise Refused("This Checkout Session is no longer open.")
    return found


def _coupons(world: World, code: str) -> list[Json]:
    if not code.strip():
        return []
    found = catalogue.coupon_of(world, code)
    if found is None:
        raise Refused("This code is invalid.", param="code")
    return [found[1]]
