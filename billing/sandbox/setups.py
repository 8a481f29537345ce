"""Setup intents: a card is to be kept for later payments, and its bank may ask whether it is the customer."""

from typing import Any

import stripe

from billing.sandbox import payments, shapes
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
UNPROVEN = "We are unable to authenticate your payment method. Please choose a different payment method and try again."


def ask(world: World, method: Json) -> Json:
    """An intent to keep the card, which waits for the customer's proof."""
    key = new_id("seti")
    made = shapes.blank(
        stripe.SetupIntent,
        id=key,
        client_secret=f"{key}_secret_{new_id('', 24).removeprefix('_')}",
        created=world.now(method["customer"]),
        customer=method["customer"],
        next_action={
            "type": "redirect_to_url",
            "redirect_to_url": {"url": f"{world.origin}/3ds/{key}", "return_url": None},
        },
        payment_method=method["id"],
        payment_method_types=["card"],
        status=payments.NEEDS_ACTION,
        usage="off_session",
    )
    world.store.put(made)
    world.emit("setup_intent.requires_action", made)
    return made


def prove(world: World, intent: Json, *, well: bool) -> None:
    """The customer answered their bank: the card may be used from now on, or not."""
    intent["next_action"] = None
    intent["status"] = "succeeded" if well else payments.NEEDS_METHOD
    world.store.put(intent)
    if well:
        method = world.store.get(intent["payment_method"], "payment_method")
        method["_proven"] = True
        world.store.put(method)
    world.emit("setup_intent.succeeded" if well else "setup_intent.setup_failed", intent)
