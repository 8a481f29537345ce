"""Test clocks: a customer may live by one, and it only moves when somebody moves it."""

from typing import Any

import stripe

from billing.sandbox import cycles, shapes
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
KEPT = 30 * 86_400
FURTHEST = 2 * 366 * 86_400


def create(world: World, given: Given) -> Json:
    """`POST /v1/test_helpers/test_clocks`."""
    now = int(world.clock())
    made = shapes.blank(
        stripe.test_helpers.TestClock,
        id=new_id("clock"),
        created=now,
        deletes_after=now + KEPT,
        frozen_time=given.whole("frozen_time", now),
        name=given.text("name"),
        status="ready",
        status_details={},
    )
    return world.store.put(made)


def advance(world: World, given: Given, key: str) -> Json:
    """`POST /v1/test_helpers/test_clocks/{id}/advance`: all that happens until then happens at once."""
    clock = world.store.get(key, "test_helpers.test_clock")
    until = given.whole("frozen_time") or 0
    if not clock["frozen_time"] < until <= clock["frozen_time"] + FURTHEST:
        raise Refused("The new time must be ahead, by at most two years.", param="frozen_time")
    before = clock["frozen_time"]
    cycles.catch_up(world, clock, until)
    world.emit("test_helpers.test_clock.ready", clock, at=until)
    target = {"advancing": {"target_frozen_time": until}}
    return {**clock, "status": "advancing", "status_details": target, "frozen_time": before}
