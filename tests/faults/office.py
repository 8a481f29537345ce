"""What acme has besides its desk: a plan at Stripe's sandbox, a receiver of its webhooks, and an owner at work."""

import asyncio
import random
import socket
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from agents.models import Role
from billing import catalogue, following, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.plans import BUSINESS, Interval
from billing.sandbox import webhooks
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.billing import sandbox as sandboxes
from tests.billing.sandbox import Sandbox
from tests.faults.books import OURS, Act, Outside, Plan
from tests.faults.browser import Browser
from tests.faults.history import History
from tests.web import peer
from tests.webhooks import receiver

SECRET = "whsec_of_the_faults"
TWICE = 0.1  # how often something is told again
EVERY = 0.2  # seconds between two looks of the sandbox at what it has to tell
SEATS = (6, 9)
ROLES = ("agent", "supervisor", "viewer")
WITHOUT_MESSAGES = ("conversation.resolved", "conversation.handover_requested")
EVERYTHING = ("message.created", *WITHOUT_MESSAGES)
FAILS_ONE_IN = 12


@dataclass
class Office:
    """Acme's accounts with the world outside, from `opened` on."""

    sandbox: Sandbox
    dice: random.Random
    port: int = 0  # of the receiver
    customer: str = ""
    subscription: str = ""
    zoe: str = ""
    hook: str = ""
    hears: list[str] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    _seats: int = SEATS[0]

    def environment(self) -> dict[str, str]:
        """What lets Baton bill at the sandbox and reach the receiver."""
        return {
            "STRIPE_API_KEY": "sk_test_sandbox",
            "STRIPE_API_BASE": self.sandbox.origin,
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "BATON_ALLOW_LOOPBACK": "1",
        }

    def moves_in(self) -> None:
        """Acme subscribes, and its owner and zoe begin; in the database that is used now."""
        Tenant.objects.update(created_at=timezone.now())
        told = {"STRIPE_API_KEY": "sk_test_sandbox", "STRIPE_API_BASE": self.sandbox.origin}
        with override_settings(**told), current.entered(Tenant.objects.get(schema_name=OURS)):
            catalogue.set_up()
            self._subscribes()
            cast.agent("olga", Role.OWNER, online=False)
            self.zoe = str(cast.agent("zoe", online=False).id)

    @contextmanager
    def tells(self, port: int) -> Iterator[None]:
        """Let the sandbox tell the Baton at this port of all that happens there, some of it twice."""
        webhooks.forward(self.sandbox.world, f"http://127.0.0.1:{port}/stripe/events/", secret=SECRET)
        over = threading.Event()

        def tell() -> None:
            while not over.wait(EVERY):
                self.sandbox.deliver()
                if self.dice.random() < TWICE:
                    self._tell_again()

        teller = threading.Thread(target=tell, daemon=True)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join()

    async def listens(self, port: int, *, to: Sequence[str]) -> None:
        """The owner makes the webhook, or lets it hear of other types of events."""
        if list(to) == self.hears:
            return
        async with self._owner(port) as olga:
            form = {"url": f"http://127.0.0.1:{self.port}/hook", "description": "", "types": list(to)}
            method, path = ("PATCH", f"webhooks/{self.hook}") if self.hook else ("POST", "webhooks")
            status, answer = await olga.ask(method, path, form)
            assert status in {200, 201}, answer
            self.hook, self.hears = answer["id"], list(to)

    def begin(self) -> None:
        """Forget what was done in earlier rounds."""
        self.acts.clear()
        self.leaks.clear()

    @asynccontextmanager
    async def at_work(self, port: int) -> AsyncIterator[None]:
        """Things change during the block, at Stripe and at the owner's hand."""
        async with self._owner(port) as olga:
            over = asyncio.Event()
            tasks = [asyncio.create_task(self._changes(olga, over)), asyncio.create_task(self._grows(over))]
            try:
                yield
            finally:
                over.set()
                await asyncio.gather(*tasks)

    async def look_around(self, port: int, histories: list[History]) -> None:
        """Try to get at what is globex's with acme's session, and at globex's host; note what is seen."""
        theirs = [one.own for one in histories if one.tenant != OURS and one.own is not None]
        async with self._owner(port) as olga:
            for conversation in theirs[:3]:
                for path in ("", "/messages?limit=5", "/notes"):
                    status, answer = await olga.ask("GET", f"conversations/{conversation}{path}")
                    if status not in {404, 405}:
                        self.leaks.append(f"acme's owner asked for {conversation}{path} and got {status} {answer}")
            olga.http.headers["Host"] = f"globex.localhost:{port}"
            status, answer = await olga.ask_once("GET", "conversations?view=all")
            if status not in {401, 403}:
                self.leaks.append(f"acme's owner asked for globex's list and got {status} {answer}")

    def outside(self) -> Outside:
        """All that the world outside of Baton knows now."""
        with self.sandbox.world.store.changing():
            found = self.sandbox.world.store.get(self.subscription, "subscription")
            used = self.sandbox.world.store._db.execute("SELECT identifier, value FROM uses").fetchall()
            untold = self.sandbox.world.store._db.execute("SELECT count(*) FROM posted").fetchone()[0]
        seats = [item["quantity"] for item in found["items"]["data"] if item.get("quantity") is not None]
        ends = found["cancel_at_period_end"] or found["cancel_at"] is not None
        plan = Plan(found["id"], found["status"], seats[0], ends=bool(ends))
        return Outside(plan, used, list(self.taken), list(self.acts), list(self.leaks), untold, self.hears)

    def receive(self, line: socket.socket) -> None:
        """As a receiver does that fails now and then; what it took, it has."""
        got = receiver.read(line)
        chance = self.dice.randrange(3 * FAILS_ONE_IN)
        if chance < len(FAILURES):
            FAILURES[chance](line)
            return
        self.taken.append((got.headers["webhook-id"], got.body))
        receiver.answers()(line)

    def _owner(self, port: int) -> Browser:
        return Browser("olga@example.com", host=f"{OURS}.localhost", port=port)

    def _subscribes(self) -> None:
        who = self.sandbox.client.v1.customers.create({"name": "Acme", "email": "pay@acme.example"})
        StripeCustomer.objects.create(tenant=current.tenant(), stripe_id=who.id)
        page = stripe_client.open_checkout(
            customer=who.id,
            plan=BUSINESS,
            interval=Interval.MONTH,
            seats=self._seats,
            trial_end=None,
            success="http://baton.example/ok",
            cancel="http://baton.example/no",
            key=f"checkout {who.id}",
        )
        paid = self.sandbox.pays(self.sandbox.client.v1.checkout.sessions.retrieve(page.id))
        self.customer, self.subscription = who.id, str(paid.subscription)
        following.follow()

    async def _changes(self, olga: Browser, over: asyncio.Event) -> None:
        """Keys come and go, and zoe is now this, now that."""
        keys: list[str] = []
        while not over.is_set():
            match self.dice.random():
                case chance if chance < 0.4:
                    await self._makes_key(olga, keys)
                case chance if chance < 0.6 and keys:
                    key = keys.pop()
                    status, _ = await olga.ask("DELETE", f"tokens/{key}")
                    self._note("token.revoked", key, status)
                case _:
                    await self._gives_role(olga)
            await _pause(over, self.dice.uniform(0.2, 0.8))

    async def _makes_key(self, olga: Browser, keys: list[str]) -> None:
        form = {"name": f"key {uuid4()}", "scopes": ["audit:read"]}
        status, answer = await olga.ask("POST", "tokens", form)
        if status == 201:
            keys.append(answer["id"])
            self._note("token.created", answer["id"], status)

    async def _gives_role(self, olga: Browser) -> None:
        role = self.dice.choice(ROLES)
        status, before = await olga.ask("GET", "people")
        mine = {one["id"]: one["role"] for one in before.get("data", ())} if status == 200 else {}
        if mine.get(self.zoe, role) != role:
            status, _ = await olga.ask("PATCH", f"people/{self.zoe}", {"role": role})
            self._note("role.changed", self.zoe, status)

    def _note(self, action: str, object_id: str, status: int | None) -> None:
        """What came back; an error of the server leaves open whether it was done."""
        if status is None or status >= 500:
            self.acts.append(Act(action, object_id, None))
        elif status < 300:
            self.acts.append(Act(action, object_id, status))

    async def _grows(self, over: asyncio.Event) -> None:
        """Seats are bought and given back at Stripe itself, and the company leaves and thinks better of it."""
        while not over.is_set():
            await asyncio.to_thread(self._at_stripe)
            await _pause(over, self.dice.uniform(0.3, 1.0))

    async def thinks_with(self, port: int, address: str) -> None:
        """Acme's answers come from the model at this address; from Baton's own engine where there is none."""
        engine = "language_model" if address else "embedded"
        form = {"engine": engine, "model_address": address, "model_name": "test-model" if address else ""}
        async with self._owner(port) as olga:
            status, answer = await olga.ask("PATCH", "assistant/engine", form)
            assert status == 200, answer

    async def makes_a_key(self, port: int) -> None:
        """The owner makes one, and lets it be."""
        async with self._owner(port) as olga:
            await self._makes_key(olga, [])

    async def buys_a_seat(self) -> None:
        """One more, at Stripe."""
        self._seats += 1
        await asyncio.to_thread(self._wants, self._seats)

    def _tell_again(self) -> None:
        with self.sandbox.world.store.changing():
            for event in self.sandbox.world.store.newest("event", 5):
                self.sandbox.world.store.post(event["id"], webhooks.FORWARDS, due=0)

    def _at_stripe(self) -> None:
        if self.dice.random() < 0.3:
            leaves = self.dice.random() < 0.5
            self.sandbox.client.v1.subscriptions.update(self.subscription, {"cancel_at_period_end": leaves})
        else:
            self._wants(self.dice.randint(*SEATS))

    def _wants(self, seats: int) -> None:
        with self.sandbox.world.store.changing():
            found = self.sandbox.world.store.get(self.subscription, "subscription")
        seat = next(item for item in found["items"]["data"] if item.get("quantity") is not None)
        wanted: Any = {"items": [{"id": seat["id"], "quantity": seats}]}
        self.sandbox.client.v1.subscriptions.update(self.subscription, wanted)


FAILURES = (receiver.answers(500), receiver.resets, receiver.half)


@contextmanager
def opened(dice: random.Random) -> Iterator[Office]:
    """The sandbox and the receiver, until the block ends; what did not arrive is told again soon."""
    with pytest.MonkeyPatch.context() as patch, sandboxes.running() as fresh:
        patch.setattr(webhooks, "AGAIN_AFTER", (0.5,) * 600)
        office = Office(fresh(), dice)
        with peer(office.receive) as listening:
            office.port = listening.port
            yield office


async def _pause(over: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(over.wait(), seconds)
