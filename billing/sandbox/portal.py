"""The billing portal: a page of the sandbox on which somebody changes the card, or cancels."""

from collections.abc import Mapping
from typing import Any

import stripe

from billing.sandbox import cards, changes, customers, shapes
from billing.sandbox.forms import TRUE, Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
CARD, CANCEL, DETAILS, INVOICES = "payment_method_update", "subscription_cancel", "customer_update", "invoice_history"
FEATURES = frozenset({CARD, CANCEL, DETAILS, INVOICES})
DOES = {
    "card": CARD,
    "cancel": CANCEL,
    "keep": CANCEL,
    "details": DETAILS,
    "add_tax_id": DETAILS,
    "remove_tax_id": DETAILS,
}


def create(world: World, given: Given) -> Json:
    """`POST /v1/billing_portal/sessions`."""
    owner = world.store.get(given.needed("customer"), "customer", param="customer")
    key = new_id("bps")
    given.plain("flow_data")
    made = shapes.blank(
        stripe.billing_portal.Session,
        id=key,
        configuration=given.text("configuration") or "bpc_sandbox",
        created=world.now(),
        customer=owner["id"],
        locale=given.text("locale"),
        return_url=given.text("return_url"),
        url=f"{world.origin}/portal/{key}",
    )
    return world.store.put(made)


def configure(world: World, given: Given) -> Json:
    """`POST /v1/billing_portal/configurations`: what the page lets do; this one lets do the same in any case."""
    now = world.now()
    made = shapes.blank(
        stripe.billing_portal.Configuration,
        id=new_id("bpc"),
        active=True,
        business_profile=given.plain("business_profile") or {},
        created=now,
        default_return_url=given.text("default_return_url"),
        features=given.plain("features") or {},
        is_default=not world.store.all("billing_portal.configuration"),
        login_page={"enabled": False, "url": None},
        metadata=given.metadata(),
        name=given.text("name"),
        updated=now,
    )
    return world.store.put(made)


def reconfigure(world: World, given: Given, key: str) -> Json:
    """`POST /v1/billing_portal/configurations/{id}`."""
    found = world.store.get(key, "billing_portal.configuration")
    for name in ("business_profile", "features"):
        if name in given:
            found[name] = {**found[name], **given.plain(name)}
    found |= {"metadata": given.metadata(found["metadata"]), "active": given.flag("active", default=found["active"])}
    return world.store.put(found)


def shows(world: World, session: Json) -> frozenset[str]:
    """What the page has, by the names of Stripe's features; all of it where nobody configured it."""
    found = world.store.find(session["configuration"])
    if found is None:
        return FEATURES
    return frozenset(name for name in FEATURES if (found["features"].get(name) or {}).get("enabled") == TRUE)


def change(world: World, session: Json, form: Mapping[str, str]) -> None:
    """What a form of the page asks for. Refused as whatever it comes to, and for what the page does not have."""
    owner, does = session["customer"], form.get("does", "")
    if DOES.get(does) not in shows(world, session):
        raise Refused("This page does not offer that.")
    match does:
        case "card":
            change_card(world, session["id"], number=form.get("number", ""), name=form.get("name", ""))
        case "cancel" | "keep":
            wanted = {"cancel_at": changes.LATEST if does == "cancel" else ""}
            changes.update(world, Given(wanted), form.get("subscription", ""))
        case "details":
            address = {name: form.get(name, "").strip() for name in customers.ADDRESS}
            customers.update(world, Given({"address": address, **_texts(form, "name", "email")}), owner)
        case "add_tax_id":
            customers.add_tax_id(world, owner, kind="eu_vat", value=form.get("tax_id", ""))
        case "remove_tax_id":
            customers.delete_tax_id(world, Given({}), owner, form.get("tax_id", ""))


def _texts(form: Mapping[str, str], *names: str) -> Json:
    return {name: form.get(name, "").strip() for name in names}


def change_card(world: World, key: str, *, number: str, name: str) -> Json:
    """Somebody entered another card: it pays from now on. Refused as declined."""
    session = world.store.get(key, "billing_portal.session")
    owner = world.store.get(session["customer"], "customer")
    method = cards.make(world, cards.by_number(number), name=name, email=owner["email"])
    customers.attach(world, method["id"], owner["id"])
    method = world.store.get(method["id"], "payment_method")
    method["_proven"] = True
    world.store.put(method)
    before, owner = owner, customers.pay_with(world, owner["id"], method["id"])
    for found in world.store.all("subscription", lambda one: one["customer"] == owner["id"]):
        if found["default_payment_method"]:
            was = dict(found)
            found["default_payment_method"] = method["id"]
            world.store.put(found)
            world.emit("customer.subscription.updated", found, before=was)
    world.emit("customer.updated", owner, before=before)
    return session
