"""What a subscription consists of, what a period of it costs, and what changing it in the middle comes to."""

from dataclasses import dataclass
from typing import Any

import stripe

from billing.sandbox import invoices, meters, periods, shapes
from billing.sandbox.forms import Given
from billing.sandbox.money import Span, part, tiered
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """An item as it should be; `id` is that of one that is there already."""

    price: Json
    quantity: int
    id: str | None = None
    metadata: Json | None = None


def metered(price: Json) -> bool:
    """Whether what was used is paid for, rather than a quantity."""
    return bool(price["recurring"]["usage_type"] == "metered")


def read(world: World, given: Given) -> Wanted:
    """An item of a request that creates something."""
    price = world.store.get(given.needed("price"), "price", param="items[0][price]")
    if price["recurring"] is None:
        raise Refused("The price specified is set to `type=one_time`, but this field only accepts recurring prices.")
    quantity = given.whole("quantity")
    if metered(price) and quantity is not None:
        raise Refused("You cannot set the quantity for metered plans.", param="items[0][quantity]")
    return Wanted(price, 1 if quantity is None else quantity, metadata=given.metadata())


def read_changed(world: World, given: Given, now: list[Json]) -> list[Wanted]:
    """All items as a request to change some leaves them."""
    wanted = {one["id"]: Wanted(one["price"], one.get("quantity") or 0, one["id"], one["metadata"]) for one in now}
    for place, one in enumerate(given.many("items")):
        key = one.text("id")
        if key is None:
            wanted[f"new {place}"] = read(world, one)
        elif key not in wanted:
            raise Refused(f"No such subscription item: '{key}'", code="resource_missing", param=f"items[{place}][id]")
        elif one.flag("deleted"):
            del wanted[key]
        else:
            before = wanted[key]
            price_id = one.text("price")
            price = world.store.get(price_id, "price", param=f"items[{place}][price]") if price_id else before.price
            quantity = before.quantity if metered(price) else one.whole("quantity", before.quantity)
            wanted[key] = Wanted(price, quantity or 0, key, one.metadata(before.metadata))
    if not wanted:
        raise Refused("A subscription must have at least one active plan.", param="items")
    return list(wanted.values())


def made(wanted: list[Wanted], subscription: str, span: Span, *, at: int) -> list[Json]:
    """The items for a period; one that was there keeps its id."""
    return [_item(one, subscription, span, at=at) for one in wanted]


def _item(wanted: Wanted, subscription: str, span: Span, *, at: int) -> Json:
    price = wanted.price
    plan = shapes.blank(
        stripe.Plan,
        id=price["id"],
        active=True,
        amount=price["unit_amount"],
        amount_decimal=price["unit_amount_decimal"],
        billing_scheme=price["billing_scheme"],
        created=price["created"],
        currency=price["currency"],
        interval=price["recurring"]["interval"],
        interval_count=price["recurring"]["interval_count"],
        meter=price["recurring"]["meter"],
        product=price["product"],
        usage_type=price["recurring"]["usage_type"],
    )
    item = shapes.blank(
        stripe.SubscriptionItem,
        id=wanted.id or new_id("si", 14),
        created=at,
        current_period_end=span.end,
        current_period_start=span.start,
        discounts=[],
        metadata=wanted.metadata or {},
        plan=plan,
        price=price,
        quantity=wanted.quantity,
        subscription=subscription,
        tax_rates=[],
    )
    if metered(price):
        del item["quantity"]
    return item


def span_of(wanted: list[Wanted], anchor: int, *, at: int) -> Span:
    """The period that a moment lies in. Refused where the items are not paid for equally often."""
    rhythms = {(one.price["recurring"]["interval"], one.price["recurring"]["interval_count"]) for one in wanted}
    if len(rhythms) != 1:
        raise Refused("Currency and interval must match on all plans of a subscription.", param="items")
    interval, count = rhythms.pop()
    return periods.period(anchor, interval, count, at=at)


def cost(price: Json, quantity: int) -> int:
    """What a quantity costs in a whole period."""
    if price["billing_scheme"] == "tiered":
        return tiered(quantity, price["_tiers"])
    return int(price["unit_amount"] or 0) * quantity


def advance_lines(world: World, items: list[Json], span: Span) -> list[Json]:
    """What is paid for a period before it begins: all that is not metered."""
    lines = []
    for item in items:
        price = item["price"]
        if not metered(price):
            words = f"{item['quantity']} × {_name(world, price)}"
            amount = cost(price, item["quantity"])
            lines.append(
                invoices.line(price, amount=amount, quantity=item["quantity"], span=span, words=words, item=item)
            )
    return lines


def arrears_lines(world: World, items: list[Json], customer: str, span: Span) -> list[Json]:
    """What was used in a period that is over."""
    lines = []
    for item in items:
        price = item["price"]
        if metered(price):
            quantity = meters.used(world, price["recurring"]["meter"], customer, span)
            words, amount = f"{quantity} × {_name(world, price)}", cost(price, quantity)
            lines.append(invoices.line(price, amount=amount, quantity=quantity, span=span, words=words, item=item))
    return lines


def prorated(world: World, before: list[Json], after: list[Json], span: Span, *, at: int) -> list[Json]:
    """What a change in mid-period comes to: the rest of what was, back; the rest of what becomes, to pay."""
    rest, share = Span(at, span.end), span.share_left(at)
    same = {(one["id"], one["price"]["id"], one.get("quantity")) for one in before} & {
        (one["id"], one["price"]["id"], one.get("quantity")) for one in after
    }
    lines = []
    for sign, words, items in ((-1, "Unused time on", before), (1, "Remaining time on", after)):
        for item in items:
            price, key = item["price"], (item["id"], item["price"]["id"], item.get("quantity"))
            if metered(price) or key in same:
                continue
            amount = sign * part(cost(price, item["quantity"]), share)
            said = f"{words} {item['quantity']} × {_name(world, price)}"
            quantity = item["quantity"]
            lines.append(
                invoices.line(price, amount=amount, quantity=quantity, span=rest, words=said, item=item, proration=True)
            )
    return lines


def _name(world: World, price: Json) -> str:
    return str(world.store.get(price["product"], "product")["name"])
