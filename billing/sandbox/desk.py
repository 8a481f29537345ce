"""The sandbox's home page, from which time is moved on for a customer; Stripe has no such page.

A customer lives by the real clock until somebody moves their time: from then on by a clock of their own, which stands
still between moves. At Stripe a clock has to be there before its customer; here it may come later, so that whoever
tries Baton can see next month's invoice today.
"""

from collections.abc import Mapping
from typing import Any

from billing.sandbox import clocks, cycles, items, subscriptions, words
from billing.sandbox.cards import TRY
from billing.sandbox.forms import Given
from billing.sandbox.periods import nth
from billing.sandbox.problems import Refused
from billing.sandbox.subscriptions import A_DAY
from billing.sandbox.world import World

Json = dict[str, Any]
BEYOND = 2 * 3_600  # after which what falls due at a moment is invoiced and paid
EVENTS = 20
STEPS = {"day": "On by a day", "week": "On by a week", "month": "On by a month"}


def move(world: World, form: Mapping[str, str]) -> None:
    """Do what a form of the page asks for. Refused for time that lies behind, or what is not there."""
    owner = world.store.get(form.get("customer"), "customer")
    match form.get("by", ""):
        case "back":
            _release(world, owner)
        case "from":
            _begin_earlier(world, owner, int(form.get("at", "0")))
        case by:
            until = int(form["at"]) if by == "to" else _until(world, owner, by)
            clocks.advance(world, Given({"frozen_time": str(until)}), _clock(world, owner, at=world.now(owner)))


def about(world: World) -> Json:
    """What the page shows."""
    owners = world.store.all("customer", lambda one: not one.get("deleted"))
    waits = {event for event, _endpoint, _tries in world.store.due(float("inf"))}
    recent = world.store.newest("event", EVENTS)
    return {
        "rows": [_customer(world, one) for one in owners],
        "events": [{**one, "at": words.minute(one["created"]), "waits": one["id"] in waits} for one in recent],
        "codes": [_code(world, one) for one in world.store.all("promotion_code") if one["active"]],
        "cards": TRY,
    }


def _code(world: World, found: Json) -> Json:
    coupon = world.store.get(found["promotion"]["coupon"], "coupon")
    return {"word": found["code"], "gives": words.coupon(coupon)}


def _customer(world: World, owner: Json) -> Json:
    now, real = world.now(owner), int(world.clock())
    found = world.store.all("subscription", lambda one: one["customer"] == owner["id"])
    living = [one for one in found if one["status"] in subscriptions.LIVE]
    moves = list(STEPS.items())
    if living and living[0]["status"] == "trialing":
        moves.insert(1, ("trial", "To the end of the trial"))
    elif living:
        moves.insert(2, ("period", "To the end of the period"))
    return {
        "owner": owner,
        "now": words.moment(now),
        "own": bool(owner["test_clock"]),
        "may_return": bool(owner["test_clock"]) and now <= real,
        "moves": moves,
        "subscriptions": [subscription(one) for one in found],
    }


def subscription(found: Json) -> Json:
    """In words: what it consists of, and what comes next."""
    rows = found["items"]["data"]
    seats = sum(row["quantity"] for row in rows if not items.metered(row["price"]))
    if found["status"] == "trialing":
        coming = f"the trial ends on {words.moment(found['trial_end'])}"
    elif found["status"] in subscriptions.OVER:
        coming = f"ended on {words.moment(found['ended_at'])}"
    elif found["cancel_at"]:
        coming = f"ends on {words.moment(found['cancel_at'])}"
    else:
        coming = f"the next invoice is due on {words.moment(subscriptions.span_now(found).end)}"
    return {"id": found["id"], "status": found["status"].replace("_", " "), "seats": seats, "coming": coming}


def _until(world: World, owner: Json, by: str) -> int:
    now = world.now(owner)
    match by:
        case "day":
            return now + A_DAY
        case "week":
            return now + 7 * A_DAY
        case "month":
            return nth(now, "month", 1, 1)
        case "trial" | "period":
            found = world.store.all(
                "subscription", lambda one: one["customer"] == owner["id"] and one["status"] in subscriptions.LIVE
            )
            if found:
                return (found[0]["trial_end"] if by == "trial" else subscriptions.span_now(found[0]).end) + BEYOND
    raise Refused("Time cannot be moved on by that.", param="by")


def _clock(world: World, owner: Json, *, at: int) -> str:
    """The customer's own clock; one is made for them where they live by the real one."""
    if owner["test_clock"]:
        return str(owner["test_clock"])
    cycles.catch_up(world, None, at)
    made = clocks.create(world, Given({"frozen_time": str(at), "name": owner["name"] or owner["id"]}))
    _live_by(world, owner["id"], made["id"])
    return str(made["id"])


def _begin_earlier(world: World, owner: Json, at: int) -> None:
    """Somebody with whom nothing happened yet lives in the past, so that a demo has one."""
    if world.store.all("subscription", lambda one: one["customer"] == owner["id"]) or owner["test_clock"]:
        raise Refused("Only somebody who never subscribed can begin earlier.", param="customer")
    world.store.put({**owner, "created": min(owner["created"], at)})
    _clock(world, owner, at=at)


def _release(world: World, owner: Json) -> None:
    """The customer lives by the real clock again: what happened until now happens first."""
    clock, now = world.store.find(owner["test_clock"]), int(world.clock())
    if clock is None or clock["frozen_time"] > now:
        raise Refused("Their time is ahead of the real clock, which cannot be waited for here.", param="customer")
    cycles.catch_up(world, clock, now)
    _live_by(world, owner["id"], None)
    world.store.drop(clock["id"])


def _live_by(world: World, owner: str, clock: str | None) -> None:
    world.store.put({**world.store.get(owner, "customer"), "test_clock": clock})
    for found in world.store.all("subscription", lambda one: one["customer"] == owner):
        world.store.put({**found, "test_clock": clock})
