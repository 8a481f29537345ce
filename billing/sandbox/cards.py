"""Stripe's test cards: what each number does, and the ready-made payment methods that stand for them."""

from dataclasses import dataclass
from typing import Any

import stripe

from billing.sandbox import shapes
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]


@dataclass(frozen=True)
class Card:
    """How a card answers: `asks` for 3-D Secure never, once or always; `declines` at all charges, or at later ones."""

    number: str
    brand: str = "visa"
    asks: str = "never"
    declines: str = ""
    words: str = "Your card was declined."
    later: bool = False  # it declines, but not before it is attached


FUNDS = "Your card has insufficient funds."
CARDS = (
    Card("4242424242424242"),
    Card("5555555555554444", "mastercard"),
    Card("4000002500003155", asks="once"),
    Card("4000002760003184", asks="always"),
    Card("4000000000000002", declines="generic_decline"),
    Card("4000000000009995", declines="insufficient_funds", words=FUNDS),
    Card("4000000000000341", declines="generic_decline", later=True),
)
TRY = (
    ("4242 4242 4242 4242", "is accepted"),
    ("4000 0025 0000 3155", "asks for 3-D Secure once"),
    ("4000 0027 6000 3184", "asks for 3-D Secure always"),
    ("4000 0000 0000 9995", "has no money"),
    ("4000 0000 0000 0341", "is accepted, and fails later"),
)
BY_NUMBER = {card.number: card for card in CARDS}
READY_MADE = {
    "pm_card_visa": "4242424242424242",
    "pm_card_mastercard": "5555555555554444",
    "pm_card_authenticationRequiredOnSetup": "4000002500003155",
    "pm_card_authenticationRequired": "4000002760003184",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_chargeCustomerFail": "4000000000000341",
}


def by_number(number: str) -> Card:
    """The test card with this number. Refused for any other: no real card belongs here."""
    found = BY_NUMBER.get("".join(number.split()))
    if found is None:
        words = "Your card was declined. Your request was in test mode, but used a non test card."
        raise Refused(words, status=402, kind="card_error", code="card_declined", param="number")
    return found


def make(world: World, card: Card, *, name: str = "", email: str | None = None) -> Json:
    """A payment method for the card, not attached to anybody yet."""
    details = {
        "brand": card.brand,
        "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": "US",
        "display_brand": card.brand,
        "exp_month": 12,
        "exp_year": 2034,
        "fingerprint": card.number[-12:],
        "funding": "credit",
        "generated_from": None,
        "last4": card.number[-4:],
        "networks": {"available": [card.brand], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }
    made = shapes.blank(
        stripe.PaymentMethod,
        id=new_id("pm"),
        billing_details={"address": None, "email": email, "name": name or None, "phone": None, "tax_id": None},
        card=details,
        created=world.now(),
        type="card",
        _number=card.number,
        _proven=False,
    )
    return world.store.put(made)


def of(method: Json) -> Card:
    """The card behind a payment method."""
    return BY_NUMBER[method["_number"]]


def resolved(world: World, key: str) -> Json:
    """The payment method with this id; one of the ready-made ones is made anew. Refused as missing."""
    if key in READY_MADE:
        return make(world, BY_NUMBER[READY_MADE[key]])
    return world.store.get(key, "payment_method", param="payment_method")
