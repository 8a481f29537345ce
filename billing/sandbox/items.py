"""What a subscription consists of, what a period of it costs, and what changing it in the middle comes to.

Items may be paid for at different intervals, each with a period of its own, counted from the one anchor. What is used
is rated by the price of the moment at which it was told, as in Stripe's flexible billing mode.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import stripe

from billing.sandbox import invoices, meters, periods, shapes
from billing.sandbox.forms import Given
from billing.sandbox.money import Share, Span, part, share_of, tiered
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
KEPT = ("created", "_paid", "_since", "_before")  # what an item keeps while its period lasts


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
            one.flag("clear_usage")
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


def begun(
    wanted: list[Wanted], subscription: str, anchor: int, *, at: int, until: int | None, paid: Share
) -> list[Json]:
    """The items, each in the period that the moment lies in; in a trial, all in one `until` its end."""
    return [
        _item(one, subscription, Span(at, until) if until else period(one.price, anchor, at=at), at=at, paid=paid)
        for one in wanted
    ]


def renewed(rows: list[Json], anchor: int, *, at: int, paid: Share) -> list[Json]:
    """The items when the moment has come: the periods that are over by then are followed by the next."""
    after = []
    for row in rows:
        over = row["current_period_end"] <= at
        span = period(row["price"], anchor, at=at) if over else span_of(row)
        fresh = {"_paid": list(paid), "_since": span.start, "_before": []} if over else {}
        after.append({**row, "current_period_start": span.start, "current_period_end": span.end, **fresh})
    return after


def changed(rows: list[Json], wanted: list[Wanted], anchor: int, *, at: int, paid: Share) -> list[Json]:
    """The items after a change in the middle of their periods; what was used until now keeps its price."""
    known, after = {row["id"]: row for row in rows}, []
    for one in wanted:
        before = known.get(one.id or "")
        if before is None:
            after.append(_item(one, rows[0]["subscription"], period(one.price, anchor, at=at), at=at, paid=paid))
            continue
        fresh = _item(one, before["subscription"], span_of(before), at=at, paid=paid)
        if _costs_the_same(before, fresh):
            fresh |= {name: before[name] for name in KEPT}
        elif metered(before["price"]):
            ended = {"price": before["price"], "start": before["_since"], "end": at}
            fresh |= {"_before": [*before["_before"], ended], "_since": at}
        after.append({**fresh, "created": before["created"]})
    return after


def _item(wanted: Wanted, subscription: str, span: Span, *, at: int, paid: Share) -> Json:
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
        _paid=list(paid),  # that share of the price was asked for, the rest was a discount
        _since=at,  # from when on use is rated by this price
        _before=[],  # the prices before it in this period, each with its stretch of time
    )
    if metered(price):
        del item["quantity"]
    return item


def as_wanted(rows: list[Json]) -> list[Wanted]:
    """Items as they are, to begin from."""
    return [Wanted(one["price"], one.get("quantity") or 0, one["id"], one["metadata"]) for one in rows]


def period(price: Json, anchor: int, *, at: int) -> Span:
    """The period of the price that a moment lies in."""
    every = price["recurring"]
    return periods.period(anchor, every["interval"], every["interval_count"], at=at)


def span_of(row: Json) -> Span:
    """The period that an item is in."""
    return Span(row["current_period_start"], row["current_period_end"])


def rhythm(prices: Sequence[Json]) -> frozenset[tuple[str, int]]:
    """How often is paid for what is not metered; where all is, how often for that."""
    counted = [one for one in prices if not metered(one)] or prices
    return frozenset((one["recurring"]["interval"], one["recurring"]["interval_count"]) for one in counted)


def cost(price: Json, quantity: int) -> int:
    """What a quantity costs in a whole period."""
    if price["billing_scheme"] == "tiered":
        return tiered(quantity, price["_tiers"])
    return int(price["unit_amount"] or 0) * quantity


def advance_lines(world: World, items: list[Json]) -> list[Json]:
    """What is paid for a period when it begins: all that is not metered."""
    lines = []
    for item in items:
        price, span = item["price"], span_of(item)
        if not metered(price):
            words = f"{item['quantity']} × {_name(world, price)}"
            amount = cost(price, item["quantity"])
            lines.append(
                invoices.line(price, amount=amount, quantity=item["quantity"], span=span, words=words, item=item)
            )
    return lines


def arrears_lines(world: World, items: list[Json], customer: str, *, until: int | None = None) -> list[Json]:
    """What was used in the items' periods, or until a moment in them, a line for each price that it was rated by."""
    lines = []
    for item in items:
        if not metered(item["price"]):
            continue
        end = item["current_period_end"] if until is None else min(until, item["current_period_end"])
        for one in (*item["_before"], {"price": item["price"], "start": item["_since"], "end": end}):
            price, span = one["price"], Span(one["start"], one["end"])
            quantity = max(0, meters.used(world, price["recurring"]["meter"], customer, span))
            words, amount = f"{quantity} × {_name(world, price)}", cost(price, quantity)
            lines.append(invoices.line(price, amount=amount, quantity=quantity, span=span, words=words, item=item))
    return lines


def prorated(world: World, before: list[Json], after: list[Json], *, at: int) -> list[Json]:
    """What a change in mid-period comes to: the rest of what was paid, back; the rest of what becomes, to pay."""
    kept = {row["id"]: row for row in after}
    same = {row["id"] for row in before if row["id"] in kept and _costs_the_same(row, kept[row["id"]])}
    lines = []
    for sign, words, items in ((-1, "Unused time on", before), (1, "Remaining time on", after)):
        touched = [one for one in items if one["id"] not in same and not metered(one["price"])]
        lines += [_prorated(world, one, words, sign=sign, at=at) for one in touched]
    return lines


def _prorated(world: World, item: Json, words: str, *, sign: int, at: int) -> Json:
    """One side of a change; what is given back is what was really paid, discounts included."""
    span, price, quantity = span_of(item), item["price"], item["quantity"]
    amount = part(cost(price, quantity), span.share_left(at))
    if sign < 0:
        amount = -part(amount, share_of(item["_paid"]))
    said = f"{words} {quantity} × {_name(world, price)}"
    rest = Span(at, span.end)
    made = invoices.line(price, amount=amount, quantity=quantity, span=rest, words=said, item=item, proration=True)
    return {**made, "discountable": sign > 0}


def _costs_the_same(one: Json, other: Json) -> bool:
    return (one["price"]["id"], one.get("quantity")) == (other["price"]["id"], other.get("quantity"))


def _name(world: World, price: Json) -> str:
    return str(world.store.get(price["product"], "product")["name"])
