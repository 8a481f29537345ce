"""A sandbox as a real server in this process, the real SDK pointed at it, and a listener for its events."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import stripe
import uvicorn

from billing.sandbox import checkout, webhooks
from billing.sandbox.checkout import Filled
from billing.sandbox.server import Application
from billing.sandbox.store import Store
from billing.sandbox.world import World
from tests import ports

DAY = 86_400
NEW_YEAR = 1_767_225_600  # 1 January 2026, midnight UTC
CARD = "4242 4242 4242 4242"


@dataclass
class Listener:
    """What arrived, and how it is answered."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    bodies: list[tuple[bytes, str]] = field(default_factory=list)


@dataclass
class Sandbox:
    """A sandbox and its client."""

    world: World
    client: stripe.StripeClient
    origin: str

    def plan(self, *, cents: int = 2900, every: str = "month") -> Any:
        """A price per seat."""
        product = self.client.v1.products.create({"name": "Team"})
        return self.client.v1.prices.create(
            {"product": product.id, "currency": "eur", "unit_amount": cents, "recurring": {"interval": every}}
        )

    def customer(self) -> Any:
        """Somebody who lives by a clock of their own, since New Year."""
        clock = self.client.v1.test_helpers.test_clocks.create({"frozen_time": NEW_YEAR})
        return self.client.v1.customers.create({"name": "Acme", "email": "pay@acme.example", "test_clock": clock.id})

    def session(self, customer: Any, *prices: Any, seats: int = 3, **more: Any) -> Any:
        """A checkout of so many seats at the first price; the others are metered."""
        lines: list[Any] = [{"price": one.id, **({} if at else {"quantity": seats})} for at, one in enumerate(prices)]
        wanted: Any = {"mode": "subscription", "customer": customer.id, "line_items": lines}
        wanted = {**wanted, "success_url": "http://baton.example/ok", **more}
        return self.client.v1.checkout.sessions.create(wanted)

    def pays(self, session: Any, *, number: str = CARD, code: str = "") -> Any:
        """The customer fills the page in; the session as it stands then."""
        with self.world.store.changing():
            checkout.submit(self.world, session.id, Filled(number, name="A", email="pay@acme.example", code=code))
        return self.client.v1.checkout.sessions.retrieve(session.id)

    def proves(self) -> None:
        """Whoever a bank asks before it keeps a card says yes."""
        with self.world.store.changing():
            waiting = [one["id"] for one in self.world.store.all("setup_intent") if one["status"] == "requires_action"]
        for one in waiting:
            self.fills(f"/3ds/{one}", answer="yes")

    def fills(self, path: str, **form: str) -> httpx.Response:
        """Somebody sends the form of a page; where it leads to is not followed."""
        return httpx.post(f"{self.origin}{path}", data=form)

    def subscribed(self, *prices: Any, number: str = CARD, **more: Any) -> tuple[Any, Any]:
        """A customer with a subscription."""
        customer = self.customer()
        done = self.pays(self.session(customer, *prices, **more), number=number)
        return customer, self.subscription(done.subscription)

    def subscription(self, key: str) -> Any:
        """As it stands, with its newest invoice."""
        return self.client.v1.subscriptions.retrieve(key, {"expand": ["latest_invoice"]})

    def goes_on(self, customer: Any, until: int) -> None:
        """Time moves on for the customer."""
        self.client.v1.test_helpers.test_clocks.advance(customer.test_clock, {"frozen_time": until})

    def told(self) -> list[str]:
        """The kinds of all events, oldest first."""
        with self.world.store.changing():
            return [one["type"] for one in self.world.store.all("event", newest_first=False)]

    def deliver(self) -> int:
        """Post what is due now."""
        return webhooks.deliver(self.world)


@contextmanager
def running() -> Iterator[Callable[[], Sandbox]]:
    """A server that answers over HTTP, and gives a sandbox in which nothing happened yet whenever asked for one."""
    port = ports.free_port()
    origin = f"http://127.0.0.1:{port}"
    application = Application(World(Store(), origin=origin))
    server = uvicorn.Server(uvicorn.Config(application, port=port, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
        assert thread.is_alive(), "the sandbox did not start"
    client = stripe.StripeClient("sk_test_sandbox", base_addresses={"api": origin}, max_network_retries=0)

    def fresh() -> Sandbox:
        application.world = World(Store(), origin=origin)
        return Sandbox(application.world, client, origin)

    try:
        yield fresh
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def listening() -> Iterator[Listener]:
    """An endpoint that answers as `answers` say, the last of them for ever, else with 200."""
    found = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.bodies.append((body, self.headers["Stripe-Signature"]))
            self.send_response(found.answers.pop(0) if found.answers else 200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.url = f"http://127.0.0.1:{server.server_address[1]}/stripe"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
