"""The sandbox as its parts see it: what is stored, what time it is for whom, and what is told to whoever listens."""

import time
from collections.abc import Callable
from typing import Any

import stripe

from billing.sandbox import shapes
from billing.sandbox.store import Store, new_id

Json = dict[str, Any]
ADDRESS = "address of the sandbox"
PRIVATE = "_"  # fields of ours that no answer shows


class World:
    """One sandbox. `origin` is where its pages are, `clock` gives the seconds since 1970."""

    def __init__(self, store: Store, *, origin: str, clock: Callable[[], float] = time.time) -> None:
        self.store = store
        self.origin = origin
        self.clock = clock
        self.request_id: str | None = None
        self.idempotency_key: str | None = None

    def settle(self) -> None:
        """Links that were written at another address lead here from now on."""
        with self.store.changing():
            before = self.store.note(ADDRESS, self.origin)
            if before and before != self.origin:
                self.store.move(f"{before}/", f"{self.origin}/")

    def now(self, customer: str | Json | None = None) -> int:
        """The moment it is: of the customer's test clock where there is one."""
        found = self.store.find(customer) if isinstance(customer, str) else customer
        clock = self.store.find(found.get("test_clock")) if found else None
        return int(clock["frozen_time"]) if clock else int(self.clock())

    def emit(self, kind: str, about: Json, *, before: Json | None = None, at: int | None = None) -> Json:
        """Tell of something: an event, and its way to each endpoint that wants to hear of such."""
        data: Json = {"object": public(about)}
        if before is not None:
            data["previous_attributes"] = changed(public(before), data["object"])
        event = shapes.blank(
            stripe.Event,
            id=new_id("evt"),
            api_version=stripe.api_version,
            created=at if at is not None else self.now(about.get("customer") or about),
            data=data,
            livemode=False,
            pending_webhooks=0,
            request={"id": self.request_id, "idempotency_key": self.idempotency_key},
            type=kind,
        )
        listening = [one for one in self.store.all("webhook_endpoint") if hears(one, kind)]
        event["pending_webhooks"] = len(listening)
        self.store.put(event)
        for endpoint in listening:
            self.store.post(event["id"], endpoint["id"], due=self.clock())
        return event


def hears(endpoint: Json, kind: str) -> bool:
    """Whether an endpoint wants to hear of events of the kind."""
    wanted = endpoint["enabled_events"]
    return endpoint["status"] == "enabled" and ("*" in wanted or kind in wanted)


def public(found: Any) -> Any:
    """Without the fields that are the sandbox's own."""
    if isinstance(found, dict):
        return {name: public(value) for name, value in found.items() if not name.startswith(PRIVATE)}
    return [public(one) for one in found] if isinstance(found, list) else found


def changed(before: Json, after: Json) -> Json:
    """What the fields that changed were before."""
    return {name: before.get(name) for name in after if before.get(name) != after[name]}
