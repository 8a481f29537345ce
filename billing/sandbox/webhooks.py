"""Endpoints that hear of events, the signature of what they get, and the tries until it arrives."""

import hashlib
import hmac
import http.client
import json
import logging
import urllib.error
import urllib.request
from typing import Any

import stripe

from billing.sandbox import shapes
from billing.sandbox.forms import Given
from billing.sandbox.store import new_id
from billing.sandbox.world import World, public

Json = dict[str, Any]
AGAIN_AFTER = (1, 3, 10, 30, 60, 300, 1_800, 3_600)  # seconds
WAITS = 10.0
FORWARDS = "we_sandbox"
FAILED = (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError, OSError)

logger = logging.getLogger(__name__)


def create(world: World, given: Given) -> Json:
    """`POST /v1/webhook_endpoints`; the secret is told this once."""
    made = shapes.blank(
        stripe.WebhookEndpoint,
        id=new_id("we"),
        api_version=given.text("api_version"),
        created=world.now(),
        description=given.text("description"),
        enabled_events=given.texts("enabled_events") or ["*"],
        metadata=given.metadata(),
        status="enabled",
        url=given.needed("url"),
        _secret=new_id("whsec", 32),
    )
    world.store.put(made)
    return {**made, "secret": made["_secret"]}


def forward(world: World, url: str, *, secret: str) -> None:
    """Tell one more address of everything, signed with a secret that both sides know already."""
    made = shapes.blank(
        stripe.WebhookEndpoint,
        id=FORWARDS,
        api_version=None,
        created=world.now(),
        description="Started with the sandbox",
        enabled_events=["*"],
        status="enabled",
        url=url,
        _secret=secret,
    )
    with world.store.changing():
        world.store.put(made)


def update(world: World, given: Given, key: str) -> Json:
    """`POST /v1/webhook_endpoints/{id}`: of what it hears, and where."""
    found = world.store.get(key, "webhook_endpoint")
    events = given.texts("enabled_events") or found["enabled_events"]
    return world.store.put({**found, "enabled_events": events, "url": given.text("url") or found["url"]})


def delete(world: World, given: Given, key: str) -> Json:
    """`DELETE /v1/webhook_endpoints/{id}`."""
    world.store.get(key, "webhook_endpoint")
    world.store.drop(key)
    return {"id": key, "object": "webhook_endpoint", "deleted": True}


def signature(payload: bytes, secret: str, *, at: int) -> str:
    """The header `Stripe-Signature`: HMAC-SHA256 over the moment and the raw body."""
    signed = hmac.new(secret.encode(), f"{at}.".encode() + payload, hashlib.sha256).hexdigest()
    return f"t={at},v1={signed}"


def deliver(world: World) -> int:
    """Post what is due, and say how many were tried; the sandbox is not held meanwhile."""
    with world.store.changing():
        due = world.store.due(world.clock())
        found = [(tries, world.store.find(one), world.store.find(to)) for one, to, tries in due]
        for event_id, endpoint_id, _tries in due:
            if world.store.find(endpoint_id) is None:
                world.store.tried(event_id, endpoint_id, due=None)
    tried = 0
    for tries, event, endpoint in found:
        if event is None or endpoint is None:
            continue
        arrived = _post(endpoint, event, at=int(world.clock()))
        tried += 1
        again = None if arrived or tries >= len(AGAIN_AFTER) else world.clock() + AGAIN_AFTER[tries]
        with world.store.changing():
            world.store.tried(event["id"], endpoint["id"], due=again)
    return tried


def _post(endpoint: Json, event: Json, *, at: int) -> bool:
    """Whether the endpoint took it."""
    payload = json.dumps(public(event)).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature(payload, endpoint["_secret"], at=at),
        "User-Agent": "Baton sandbox",
    }
    asked = urllib.request.Request(endpoint["url"], data=payload, headers=headers, method="POST")  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=WAITS) as reply:  # noqa: S310  whoever runs the sandbox named it
            return bool(200 <= reply.status < 300)
    except FAILED as error:
        logger.info("An event did not reach %s: %s", endpoint["url"], error)
        return False
