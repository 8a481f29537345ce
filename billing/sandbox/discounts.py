"""What coupons take off: for which subscription, until when, and how much of an amount."""

from typing import Any

import stripe

from billing.sandbox import periods, shapes
from billing.sandbox.forms import Given
from billing.sandbox.money import Share, percent_of
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]


def given_coupons(world: World, given: Given) -> list[tuple[Json, str | None]]:
    """The coupons that a request names, each with the id of the promotion code that led to it."""
    found = []
    for place, one in enumerate(given.many("discounts")):
        code, coupon = one.text("promotion_code"), one.text("coupon")
        if code is not None:
            promotion = world.store.get(code, "promotion_code", param=f"discounts[{place}][promotion_code]")
            coupon = promotion["promotion"]["coupon"]
        found.append((world.store.get(coupon, "coupon", param=f"discounts[{place}][coupon]"), code))
    return found


def coupon_of(world: World, code: str, *, currency: str) -> tuple[Json, str] | None:
    """The coupon of the word that somebody typed, and the id of its promotion code; none where it is not good."""
    for found in world.store.all("promotion_code"):
        if found["active"] and found["code"].lower() == code.strip().lower():
            coupon = world.store.get(found["promotion"]["coupon"], "coupon")
            gone = found["expires_at"] is not None and found["expires_at"] <= world.clock()
            used_up = found["max_redemptions"] is not None and found["times_redeemed"] >= found["max_redemptions"]
            if gone or used_up or coupon["currency"] not in (None, currency):
                return None
            return coupon, found["id"]
    return None


def make(world: World, coupon: Json, subscription: Json, *, code: str | None = None) -> Json:
    """The coupon as this subscription has it, until it runs out; one that counts once ends with its invoice."""
    if not coupon["valid"]:
        raise Refused(f"Coupon {coupon['id']} is used up and cannot be applied.", code="coupon_expired", param="coupon")
    now, end = world.now(subscription["customer"]), None
    if coupon["duration"] == "repeating":
        end = periods.nth(now, "month", 1, coupon["duration_in_months"] or 1)
    made = shapes.blank(
        stripe.Discount,
        id=new_id("di"),
        customer=subscription["customer"],
        end=end,
        promotion_code=code,
        source={"type": "coupon", "coupon": coupon["id"]},
        start=now,
        subscription=subscription["id"],
    )
    coupon["times_redeemed"] += 1
    if coupon["max_redemptions"] is not None:
        coupon["valid"] = coupon["times_redeemed"] < coupon["max_redemptions"]
    world.store.put(coupon)
    promotion = world.store.find(code)
    if promotion is not None:
        world.store.put({**promotion, "times_redeemed": promotion["times_redeemed"] + 1})
    return world.store.put(made)


def off(world: World, subscription: Json, amount: int) -> dict[str, int]:
    """What each discount takes off."""
    now, good = world.now(subscription["customer"]), {}
    for key in subscription["discounts"]:
        discount = world.store.find(key)
        if discount is not None and (discount["end"] is None or discount["end"] > now):
            good[key] = world.store.get(discount["source"]["coupon"], "coupon")
    return dict(zip(good, reckoned(list(good.values()), amount), strict=True))


def reckoned(coupons: list[Json], amount: int) -> list[int]:
    """What coupons take off an amount, one after the other, never below nothing."""
    taken: list[int] = []
    for coupon in coupons:
        left = amount - sum(taken)
        wanted = coupon["amount_off"] if coupon["percent_off"] is None else percent_of(left, coupon["percent_off"])
        taken.append(max(0, min(left, wanted)))
    return taken


def share_paid(world: World, subscription: Json, amount: int) -> Share:
    """Which share of an amount is asked for after all discounts."""
    return (amount - sum(off(world, subscription, amount).values()), amount) if amount > 0 else (1, 1)


def use_up(world: World, invoice: Json) -> None:
    """Discounts that count once have done so."""
    for used in invoice["total_discount_amounts"]:
        discount = world.store.find(used["discount"])
        if discount and world.store.get(discount["source"]["coupon"], "coupon")["duration"] == "once":
            discount["end"] = world.now(invoice["customer"])
            world.store.put(discount)
