"""What is sold: products, prices, coupons and promotion codes."""

from typing import Any

import stripe

from billing.sandbox import shapes
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
INTERVALS = ("day", "week", "month", "year")
WELCOME = "WELCOME20"
DURATIONS = ("once", "repeating", "forever")


def create_product(world: World, given: Given) -> Json:
    """`POST /v1/products`."""
    now = world.now()
    made = shapes.blank(
        stripe.Product,
        id=given.text("id") or new_id("prod", 14),
        active=given.flag("active", default=True),
        created=now,
        updated=now,
        name=given.needed("name"),
        description=given.text("description"),
        metadata=given.metadata(),
        type="service",
        unit_label=given.text("unit_label"),
        images=[],
        marketing_features=[],
    )
    if world.store.find(made["id"]):
        raise Refused("Product already exists.", code="resource_already_exists", param="id")
    world.emit("product.created", made)
    return world.store.put(made)


def create_price(world: World, given: Given) -> Json:
    """`POST /v1/prices`: so much per unit, in tiers, or by a meter."""
    product = world.store.get(given.needed("product"), "product", param="product")
    currency, key = given.needed("currency"), given.text("lookup_key")
    every, tiers = _recurring(world, given.inner("recurring")), [_tier(one) for one in given.many("tiers")]
    scheme = given.one_of("billing_scheme", ("per_unit", "tiered"), "per_unit")
    amount = given.whole("unit_amount")
    if (amount is None) == (not tiers):
        raise Refused(
            "You must specify either `unit_amount` or `tiers`.", code="parameter_missing", param="unit_amount"
        )
    made = shapes.blank(
        stripe.Price,
        id=new_id("price"),
        active=True,
        billing_scheme=scheme,
        created=world.now(),
        currency=currency,
        lookup_key=key,
        metadata=given.metadata(),
        nickname=given.text("nickname"),
        product=product["id"],
        recurring=every,
        tax_behavior=given.one_of("tax_behavior", ("exclusive", "inclusive", "unspecified"), "unspecified"),
        tiers_mode=given.text("tiers_mode") if tiers else None,
        type="recurring" if every else "one_time",
        unit_amount=amount,
        unit_amount_decimal=None if amount is None else str(amount),
        _tiers=tiers,
    )
    _take_key(world, key, moves=given.flag("transfer_lookup_key"))
    world.emit("price.created", made)
    return world.store.put(made)


def create_coupon(world: World, given: Given) -> Json:
    """`POST /v1/coupons`: so much per cent, or so much money, off."""
    percent, amount = given.text("percent_off"), given.whole("amount_off")
    if (percent is None) == (amount is None):
        raise Refused("Must provide percent_off or amount_off", code="parameter_missing", param="percent_off")
    duration = given.one_of("duration", DURATIONS, "once")
    made = shapes.blank(
        stripe.Coupon,
        id=given.text("id") or new_id("", 8).removeprefix("_"),
        amount_off=amount,
        created=world.now(),
        currency=given.text("currency"),
        duration=duration,
        duration_in_months=given.whole("duration_in_months") if duration == "repeating" else None,
        metadata=given.metadata(),
        name=given.text("name"),
        percent_off=None if percent is None else float(percent),
        times_redeemed=0,
        valid=True,
        object="coupon",
    )
    world.emit("coupon.created", made)
    return world.store.put(made)


def create_promotion_code(world: World, given: Given) -> Json:
    """`POST /v1/promotion_codes`: the word that a customer types for a coupon."""
    promotion = given.inner("promotion")
    promotion.one_of("type", ("coupon",), "coupon")
    coupon = world.store.get(promotion.needed("coupon"), "coupon", param="promotion[coupon]")
    made = shapes.blank(
        stripe.PromotionCode,
        id=new_id("promo"),
        active=given.flag("active", default=True),
        code=given.text("code") or new_id("", 8).removeprefix("_").upper(),
        created=world.now(),
        expires_at=given.whole("expires_at"),
        max_redemptions=given.whole("max_redemptions"),
        metadata=given.metadata(),
        promotion={"type": "coupon", "coupon": coupon["id"]},
        restrictions={"first_time_transaction": False, "minimum_amount": None, "minimum_amount_currency": None},
        times_redeemed=0,
    )
    return world.store.put(made)


def welcome(world: World) -> None:
    """Have a promotion code to try."""
    with world.store.changing():
        if world.store.find(WELCOME) is None:
            terms = {"id": WELCOME, "name": "Welcome", "percent_off": "20"}
            create_coupon(world, Given({**terms, "duration": "repeating", "duration_in_months": "3"}))
            create_promotion_code(world, Given({"promotion": {"coupon": WELCOME}, "code": WELCOME}))


def _recurring(world: World, given: Given) -> Json | None:
    interval = given.text("interval")
    if interval is None:
        return None
    if interval not in INTERVALS:
        raise Refused(f"Invalid interval: {interval}", param="recurring[interval]")
    usage, meter = given.one_of("usage_type", ("licensed", "metered"), "licensed"), given.text("meter")
    if (usage == "metered") != (meter is not None):
        raise Refused("Metered prices must be backed by meters.", param="recurring[meter]")
    if meter is not None:
        world.store.get(meter, "billing.meter", param="recurring[meter]")
    return {
        "interval": interval,
        "interval_count": given.whole("interval_count", 1),
        "meter": meter,
        "trial_period_days": None,
        "usage_type": usage,
    }


def _tier(given: Given) -> Json:
    up_to = given.needed("up_to")
    return {
        "up_to": None if up_to == "inf" else int(up_to),
        "unit_amount": given.whole("unit_amount", 0),
        "flat_amount": given.whole("flat_amount", 0),
    }


def _take_key(world: World, key: str | None, *, moves: bool) -> None:
    """A lookup key belongs to one price; another gives it up if asked to."""
    if key is None:
        return
    for other in world.store.all("price", lambda one: one["lookup_key"] == key):
        if not moves:
            words = f"A price (`{other['id']}`) already uses that lookup key."
            raise Refused(words, code="resource_already_exists", param="lookup_key")
        other["lookup_key"] = None
        world.store.put(other)
