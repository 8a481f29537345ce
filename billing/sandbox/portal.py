"""The billing portal: a page of the sandbox on which somebody changes the card, or cancels."""

from typing import Any

import stripe

from billing.sandbox import cards, customers, shapes
from billing.sandbox.forms import Given
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]


def create(world: World, given: Given) -> Json:
    """`POST /v1/billing_portal/sessions`."""
    owner = world.store.get(given.needed("customer"), "customer", param="customer")
    key = new_id("bps")
    made = shapes.blank(
        stripe.billing_portal.Session,
        id=key,
        configuration="bpc_sandbox",
        created=world.now(),
        customer=owner["id"],
        locale=given.text("locale"),
        return_url=given.text("return_url"),
        url=f"{world.origin}/portal/{key}",
    )
    return world.store.put(made)


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
