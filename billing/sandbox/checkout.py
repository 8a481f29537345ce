"""Checkout: a page of the sandbox on which somebody enters a card and subscribes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import stripe

from billing.sandbox import cards, customers, discounts, invoices, items, payments, setups, shapes, subscriptions
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.subscriptions import Beginning
from billing.sandbox.world import World

Json = dict[str, Any]
LASTS = 24 * 3_600
CUSTOM_TEXTS = ("after_submit", "shipping_address", "submit", "terms_of_service_acceptance")
SHORTEST_TRIAL = 48 * 3_600


def create(world: World, given: Given) -> Json:
    """`POST /v1/checkout/sessions` for a subscription, or to set up a card."""
    mode = given.one_of("mode", ("subscription", "setup"), "subscription")
    owner = world.store.get(given.needed("customer"), "customer", param="customer")
    lines = [items.read(world, one) for one in given.many("line_items")]
    if (mode == "subscription") != bool(lines):
        raise Refused(
            "You must provide line_items in `subscription` mode.", code="parameter_missing", param="line_items"
        )
    key, now = new_id("cs_test", 58), int(world.clock())
    amount = sum(items.cost(one.price, one.quantity) for one in lines if not items.metered(one.price))
    own = _own(world, given, owner)
    free = own["_trial_end"] is not None or mode == "setup"
    tax = given.inner("tax_id_collection").flag("enabled")
    given.texts("payment_method_types")
    made = shapes.blank(
        stripe.checkout.Session,
        id=key,
        allow_promotion_codes=given.flag("allow_promotion_codes") or None,
        amount_subtotal=amount,
        amount_total=0 if free else amount,
        automatic_tax={"enabled": False, "liability": None, "provider": None, "status": None},
        billing_address_collection=given.one_of("billing_address_collection", ("auto", "required"), "auto"),
        cancel_url=given.text("cancel_url"),
        client_reference_id=given.text("client_reference_id"),
        created=now,
        currency=lines[0].price["currency"] if lines else given.text("currency", "eur"),
        custom_text=dict.fromkeys(CUSTOM_TEXTS),
        customer=owner["id"],
        customer_details=_about(owner),
        expires_at=now + LASTS,
        locale=given.text("locale"),
        metadata=given.metadata(),
        mode=mode,
        payment_method_collection=given.one_of("payment_method_collection", ("always", "if_required"), "always"),
        payment_method_types=["card"],
        payment_status="no_payment_required" if free else "unpaid",
        status="open",
        success_url=given.needed("success_url"),
        tax_id_collection={"enabled": tax, "required": "never"} if tax else None,
        total_details={"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        ui_mode="hosted_page",
        url=f"{world.origin}/checkout/{key}",
        _lines=[{"price": one.price["id"], "quantity": one.quantity} for one in lines],
        **own,
    )
    return world.store.put(made)


def _own(world: World, given: Given, owner: Json) -> Json:
    """What the sandbox itself keeps of a session until the page is filled in."""
    inner, keeps = given.inner("subscription_data"), given.inner("customer_update")
    inner.inner("billing_mode").one_of("type", ("flexible",), "flexible")
    inner.text("description")
    found = {
        "_trial_end": _trial_end(inner, world.now(owner)),
        "_metadata": inner.metadata(),
        "_without_method": subscriptions.without_method(inner),
        "_discounts": discounts.given_coupons(world, given),
        "_keeps": [name for name in ("address", "name") if keeps.one_of(name, ("auto", "never"), "never") == "auto"],
    }
    inner.check_all_read()
    return found


def _about(owner: Json) -> Json:
    unknown: Json = {"phone": None, "tax_exempt": "none", "tax_ids": [], "business_name": None, "individual_name": None}
    return {**{name: owner[name] for name in ("address", "email", "name")}, **unknown}


def expire(world: World, given: Given, key: str) -> Json:
    """`POST /v1/checkout/sessions/{id}/expire`."""
    found = _open(world, key)
    found["status"], found["url"] = "expired", None
    world.emit("checkout.session.expired", found)
    return world.store.put(found)


@dataclass(frozen=True)
class Filled:
    """What somebody wrote on the page."""

    number: str
    name: str = ""
    email: str = ""
    code: str = ""
    address: Mapping[str, str] = field(default_factory=dict)
    tax_id: str = ""


def submit(world: World, key: str, filled: Filled) -> Json:
    """Somebody filled the page in. Gives the session, complete or with an intent that waits for 3-D Secure, also where
    nothing is paid yet.

    Refused as declined, and for a promotion code that is none.
    """
    found = _open(world, key)
    coupons = coupons_of(world, found, filled.code)
    method = cards.make(world, cards.by_number(filled.number), name=filled.name, email=filled.email)
    customers.attach(world, method["id"], found["customer"])
    _keep(world, found, world.store.get(found["customer"], "customer"), filled)
    found["_method"] = method["id"]
    if found["payment_status"] == "no_payment_required" and cards.of(method).asks != "never":
        found["_code"], found["_waits_for"] = filled.code, setups.ask(world, method)["id"]
        return world.store.put(found)
    return _go_on(world, found, coupons)


def after_set_up(world: World, intent: Json, *, well: bool) -> Json:
    """The customer told their bank whether a card that pays nothing yet may be kept: the session goes on, or not."""
    setups.prove(world, intent, well=well)
    (found,) = world.store.all("checkout.session", lambda one: one.get("_waits_for") == intent["id"])
    found["_waits_for"] = None
    if not well:
        found["_problem"] = setups.UNPROVEN
        return world.store.put(found)
    return _go_on(world, found, coupons_of(world, found, found["_code"]))


def _go_on(world: World, found: Json, coupons: list[tuple[Json, str | None]]) -> Json:
    """The card may be used: it is what the customer pays with, and the subscription begins."""
    owner = customers.pay_with(world, found["customer"], found["_method"])
    if found["mode"] == "setup":
        return _complete(world, found)
    wanted = Beginning(
        [items.Wanted(world.store.get(one["price"], "price"), one["quantity"]) for one in found["_lines"]],
        trial_end=None if found["_trial_end"] is None else max(found["_trial_end"], world.now(owner) + 1),
        method=found["_method"],
        metadata=found["_metadata"],
        discounts=coupons,
        without_method=found["_without_method"],
        on_session=True,
    )
    begun = subscriptions.begin(world, owner, wanted)
    found["subscription"], found["invoice"] = begun["id"], begun["latest_invoice"]
    return _after_payment(world, found)


def _keep(world: World, found: Json, owner: Json, filled: Filled) -> None:
    """What the page asked for beside the card goes to the customer, where the session says so."""
    before, blank = dict(owner), dict.fromkeys(customers.ADDRESS)
    if "address" in found["_keeps"] and filled.address:
        owner["address"] = {**blank, **{name: text or None for name, text in filled.address.items()}}
    if "name" in found["_keeps"] and filled.name:
        owner["name"] = filled.name
    if owner != before:
        world.store.put(owner)
        world.emit("customer.updated", owner, before=before)
    if found["tax_id_collection"] and filled.tax_id:
        customers.add_tax_id(world, owner["id"], kind="eu_vat", value=filled.tax_id)
    found["customer_details"] |= {"address": owner["address"], "name": owner["name"]}


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


def coupons_of(world: World, session: Json, code: str) -> list[tuple[Json, str | None]]:
    """The coupons of the session, or the one whose word was typed. Refused for a word that is none."""
    if not code.strip():
        return list(session["_discounts"])
    found = discounts.coupon_of(world, code, currency=session["currency"])
    if found is None or not session["allow_promotion_codes"]:
        raise Refused("This code is invalid.", param="code")
    return [found]


def _trial_end(given: Given, now: int) -> int | None:
    """When the trial ends; Stripe takes no moment that is nearer than two days."""
    days, until = given.whole("trial_period_days"), given.whole("trial_end")
    if days is not None:
        return now + days * subscriptions.A_DAY
    if until is not None and until < now + SHORTEST_TRIAL:
        words = "The `trial_end` date has to be at least 2 days in the future."
        raise Refused(words, param="subscription_data[trial_end]")
    return until
