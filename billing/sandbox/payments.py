"""Money that moves: payment intents, charges and refunds, by what the test card does."""

from typing import Any

import stripe

from billing.sandbox import cards, shapes
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
NEEDS_METHOD = "requires_payment_method"
NEEDS_ACTION = "requires_action"


def intend(world: World, *, customer: str, amount: int, currency: str, words: str) -> Json:
    """An intent to take so much; nothing is taken yet."""
    made = shapes.blank(
        stripe.PaymentIntent,
        id=new_id("pi"),
        amount=amount,
        amount_capturable=0,
        amount_details={"tip": {}},
        amount_received=0,
        automatic_payment_methods=None,
        capture_method="automatic",
        client_secret=None,
        confirmation_method="automatic",
        created=world.now(customer),
        currency=currency,
        customer=customer,
        description=words,
        payment_method_options={"card": {"request_three_d_secure": "automatic"}},
        payment_method_types=["card"],
        status=NEEDS_METHOD,
    )
    made["client_secret"] = f"{made['id']}_secret_{new_id('', 24).removeprefix('_')}"
    return world.store.put(made)


def take(world: World, intent: Json, method: Json | None, *, on_session: bool) -> Json:
    """Try to take the money; the intent says whether it is there, is declined, or waits for the customer's proof."""
    if method is None:
        return _failed(
            world, intent, None, "missing", "This customer has no attached payment source or default payment method."
        )
    card = cards.of(method)
    intent["payment_method"] = method["id"]
    if card.asks != "never" and not _proven(card, method, on_session=on_session):
        return _asks(world, intent)
    if card.declines:
        return _failed(world, intent, method, card.declines, card.words)
    return _taken(world, intent, method)


def prove(world: World, intent: Json, *, well: bool) -> Json:
    """The customer answered their bank: the money is taken, or it is declined."""
    method = world.store.get(intent["payment_method"], "payment_method")
    intent["next_action"] = None
    if not well:
        words = (
            "We are unable to authenticate your payment method. Please choose a different payment method and try again."
        )
        return _failed(world, intent, method, "", words, code="payment_intent_authentication_failure")
    method["_proven"] = True
    world.store.put(method)
    card = cards.of(method)
    return _failed(world, intent, method, card.declines, card.words) if card.declines else _taken(world, intent, method)


def refund(world: World, given: Given) -> Json:
    """`POST /v1/refunds`: all of a payment, or a part of it."""
    key = given.text("payment_intent") or _intent_of(world, given.needed("charge"))
    intent = world.store.get(key, "payment_intent", param="payment_intent")
    amount = given.whole("amount")
    return give_back(world, intent, amount, reason=given.text("reason"), metadata=given.metadata())


def give_back(world: World, intent: Json, amount: int | None, *, reason: str | None, metadata: Json) -> Json:
    """So much of a payment goes back, or all that is left of it. Refused for more."""
    charge = world.store.find(intent["latest_charge"])
    if charge is None:
        raise Refused("This PaymentIntent does not have a successful charge to refund.", param="payment_intent")
    left = charge["amount"] - charge["amount_refunded"]
    amount = left if amount is None else amount
    if left == 0:
        words = f"Charge {charge['id']} has already been refunded."
        raise Refused(words, code="charge_already_refunded", param="amount")
    if not 0 < amount <= left:
        raise Refused("Refund amount is greater than unrefunded amount on charge.", param="amount")
    before = dict(charge)
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    made = shapes.blank(
        stripe.Refund,
        id=new_id("re"),
        amount=amount,
        charge=charge["id"],
        created=world.now(intent["customer"]),
        currency=intent["currency"],
        metadata=metadata,
        payment_intent=intent["id"],
        reason=reason,
        status="succeeded",
    )
    world.store.put(charge)
    world.store.put(made)
    world.emit("charge.refunded", charge, before=before)
    world.emit("refund.created", made, at=made["created"])
    return made


def _intent_of(world: World, charge: str) -> str:
    return str(world.store.get(charge, "charge", param="charge")["payment_intent"])


def _proven(card: cards.Card, method: Json, *, on_session: bool) -> bool:
    """A card that asks once was proven when it was set up; one that always asks, never by itself."""
    return card.asks == "once" and bool(method["_proven"]) and not on_session


def _asks(world: World, intent: Json) -> Json:
    intent["status"] = NEEDS_ACTION
    intent["next_action"] = {
        "type": "redirect_to_url",
        "redirect_to_url": {"url": f"{world.origin}/3ds/{intent['id']}", "return_url": None},
    }
    world.emit("payment_intent.requires_action", intent)
    return world.store.put(intent)


def _failed(
    world: World, intent: Json, method: Json | None, decline_code: str, words: str, *, code: str = "card_declined"
) -> Json:
    intent["status"] = NEEDS_METHOD
    intent["payment_method"] = None
    intent["last_payment_error"] = {
        "type": "card_error" if method else "invalid_request_error",
        "code": code if method else "resource_missing",
        "decline_code": decline_code or None,
        "message": words,
        "payment_method": method,
        "doc_url": None,
        "param": None,
    }
    world.emit("payment_intent.payment_failed", intent)
    return world.store.put(intent)


def _taken(world: World, intent: Json, method: Json) -> Json:
    charge = shapes.blank(
        stripe.Charge,
        id=new_id("ch"),
        amount=intent["amount"],
        amount_captured=intent["amount"],
        amount_refunded=0,
        billing_details=method["billing_details"],
        captured=True,
        created=world.now(intent["customer"]),
        currency=intent["currency"],
        customer=intent["customer"],
        disputed=False,
        paid=True,
        payment_intent=intent["id"],
        payment_method=method["id"],
        refunded=False,
        status="succeeded",
    )
    world.store.put(charge)
    intent |= {
        "status": "succeeded",
        "amount_received": intent["amount"],
        "latest_charge": charge["id"],
        "last_payment_error": None,
        "next_action": None,
    }
    world.emit("charge.succeeded", charge)
    world.emit("payment_intent.succeeded", intent)
    return world.store.put(intent)
