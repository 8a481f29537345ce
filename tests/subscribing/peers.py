"""Who Baton subscribes with in these tests: the sandbox over HTTP, or Stripe itself in test mode.

Nobody can fill Stripe's own pages in by program, so there the same is done by the API: what a page would have begun.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import stripe

from billing.models import StripeWrite
from tests.billing.sandbox import Sandbox

VISA, FAILS_LATER, ASKS_ALWAYS = "pm_card_visa", "pm_card_chargeCustomerFail", "pm_card_authenticationRequired"
NUMBERS = {VISA: "4242 4242 4242 4242", ASKS_ALWAYS: "4000 0027 6000 3184", FAILS_LATER: "4000 0000 0000 0341"}
A_MOMENT = timedelta(hours=2)  # after which what falls due is invoiced and paid
LONGEST = 120.0  # seconds that Stripe may take to move a clock
Json = dict[str, Any]


class Peer(Protocol):
    """The other side."""

    @property
    def client(self) -> stripe.StripeClient:
        """Its API."""

    @property
    def settings(self) -> Mapping[str, str]:
        """By which Baton reaches it."""

    def takes(self, customer: str, card: str) -> None:
        """The customer pays with this card from now on."""

    def fills(self, page: str, customer: str, *, card: str = VISA, code: str = "") -> None:
        """Somebody fills the checkout page in and sends it."""

    def confirms(self, invoice: str) -> bool:
        """Whoever pays proves at their bank that it is them; False where no program can."""


@dataclass
class SandboxPeer:
    """Baton's own."""

    sandbox: Sandbox

    @property
    def client(self) -> stripe.StripeClient:
        return self.sandbox.client

    @property
    def settings(self) -> Mapping[str, str]:
        return {"STRIPE_API_KEY": "sk_test_sandbox", "STRIPE_API_BASE": self.sandbox.origin}

    def takes(self, customer: str, card: str) -> None:
        wanted: Any = {"mode": "setup", "customer": customer, "currency": "eur", "success_url": "http://a.example/"}
        self.sandbox.pays(self.client.v1.checkout.sessions.create(wanted), number=NUMBERS[card])
        self.sandbox.proves()
        for one in self.client.v1.subscriptions.list({"customer": customer}).data:
            self.client.v1.subscriptions.update(one.id, {"default_payment_method": ""})

    def fills(self, page: str, customer: str, *, card: str = VISA, code: str = "") -> None:
        self.sandbox.pays(self.client.v1.checkout.sessions.retrieve(page), number=NUMBERS[card], code=code)

    def confirms(self, invoice: str) -> bool:
        found = self.client.v1.invoices.retrieve(invoice, {"expand": ["payments"]})
        assert found.payments is not None
        intent = found.payments.data[-1].payment.payment_intent
        return self.sandbox.fills(f"/3ds/{intent}", answer="yes").status_code < 400


@dataclass
class StripePeer:
    """Stripe, with a test key."""

    key: str

    @property
    def client(self) -> stripe.StripeClient:
        return stripe.StripeClient(self.key)

    @property
    def settings(self) -> Mapping[str, str]:
        return {"STRIPE_API_KEY": self.key, "STRIPE_API_BASE": ""}

    def takes(self, customer: str, card: str) -> None:
        method = self.client.v1.payment_methods.attach(card, {"customer": customer}).id
        self.client.v1.customers.update(customer, {"invoice_settings": {"default_payment_method": method}})
        for one in self.client.v1.subscriptions.list({"customer": customer}).data:
            self.client.v1.subscriptions.update(one.id, {"default_payment_method": method})

    def fills(self, page: str, customer: str, *, card: str = VISA, code: str = "") -> None:
        """What was asked of the page is subscribed to, and the page is closed."""
        self.takes(customer, card)
        lines = self.client.v1.checkout.sessions.line_items.list(page).data
        wanted: Any = {
            "customer": customer,
            "items": [
                {"price": one.price.id, **({"quantity": one.quantity} if one.quantity else {})}
                for one in lines
                if one.price
            ],
            "billing_mode": {"type": "flexible"},
        }
        trial_end = StripeWrite.objects.get(result=page).wanted["trial_end"]
        if trial_end is not None:
            wanted["trial_end"] = int(datetime.fromisoformat(trial_end).timestamp())
        if code:
            found = self.client.v1.promotion_codes.list({"code": code}).data[0]
            wanted["discounts"] = [{"promotion_code": found.id}]
        self.client.v1.subscriptions.create(wanted)
        self.client.v1.checkout.sessions.expire(page)

    def confirms(self, invoice: str) -> bool:
        return False


def customer(peer: Peer, *, at: datetime) -> Any:
    """Somebody who lives by a clock of their own from that moment on."""
    clock = peer.client.v1.test_helpers.test_clocks.create({"frozen_time": int(at.timestamp())})
    return peer.client.v1.customers.create({"name": "Acme", "email": "pay@acme.example", "test_clock": clock.id})


def goes_on(peer: Peer, who: Any, until: datetime) -> None:
    """Time moves on for the customer, a moment beyond `until`."""
    clocks = peer.client.v1.test_helpers.test_clocks
    clocks.advance(who.test_clock, {"frozen_time": int((until + A_MOMENT).timestamp())})
    ends = time.monotonic() + LONGEST
    while clocks.retrieve(who.test_clock).status != "ready":
        assert time.monotonic() < ends
        time.sleep(1)
