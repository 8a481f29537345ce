"""A seeded generator of orders in every state, whose dates and prices keep to the shop's own articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from random import Random

from conversations.demo import clock
from conversations.demo.basket import delivery_charge
from conversations.demo.content import Product, Variant, products
from conversations.demo.people import Person

COUNT = 130
FIRST_NUMBER = 104101
CLOTHES = "Clothing"
QUOTAS = {
    "placed": 6, "payment_failed": 6, "paid": 10, "packed": 6, "partly_shipped": 7, "shipped": 13, "delivered": 54,
    "returned": 8, "refunded": 12, "cancelled": 8,
}  # fmt: skip
FATES = {"placed": "transfer", "payment_failed": "failed", "partly_shipped": "partly", "returned": "returned",
         "refunded": "returned", "cancelled": "cancelled"}  # fmt: skip
OLDEST = {
    "placed": 3, "payment_failed": 1, "paid": 6, "packed": 9, "partly_shipped": 12, "shipped": 12, "delivered": 72,
    "returned": 46, "refunded": 46, "cancelled": 46,
}  # days  # fmt: skip
SPELLS = {"late": ("shipped", 4, 24), "fresh": ("delivered", 0, 2), "old": ("delivered", 31, 44)}  # after so many days
SHORTEST_SPELL = timedelta(minutes=40)


@dataclass(frozen=True)
class Item:
    """A product in its variant and the number ordered."""

    product: Product
    variant: Variant
    quantity: int

    @property
    def name(self) -> str:
        """The product and, where there is a choice, the variant."""
        return self.product.name if len(self.product.variants) == 1 else f"{self.product.name}, {self.variant.label}"


@dataclass(frozen=True)
class Stage:
    """A state of an order and when it began."""

    state: str
    since: datetime


@dataclass(frozen=True)
class Order:
    """An order with the whole way that it has gone so far."""

    number: str
    person: Person
    items: tuple[Item, ...]
    delivery: Decimal
    late: bool
    tracking: str
    stages: tuple[Stage, ...]

    @property
    def placed_at(self) -> datetime:
        """When the customer ordered."""
        return self.stages[0].since

    @property
    def state(self) -> str:
        """Where it stands now."""
        return self.stages[-1].state

    @property
    def total(self) -> Decimal:
        """Goods and delivery."""
        return sum((item.product.price * item.quantity for item in self.items), self.delivery)

    @property
    def refunded(self) -> Decimal:
        """What went back: the goods of a return, all that was paid for a cancelled order."""
        if self.state == "refunded":
            return self.total - self.delivery
        return self.total if self.state == "cancelled" and self.since("paid") else Decimal(0)

    def since(self, *states: str) -> datetime | None:
        """When it first reached one of the states, or None."""
        return next((stage.since for stage in self.stages if stage.state in states), None)

    def spell(self, state: str, now: datetime) -> tuple[datetime, datetime] | None:
        """From when to when it was in `state`, or in one of the finer states of SPELLS."""
        wanted, begins, ends = SPELLS.get(state, (state, 0, 24))
        if state == "late" and not self.late:
            return None
        until = [*(stage.since for stage in self.stages[1:]), now]
        for stage, end in zip(self.stages, until, strict=True):
            if stage.state == wanted:
                first = stage.since + timedelta(days=begins)
                last = min(end, stage.since + timedelta(days=ends))
                return (first, last) if last - first > SHORTEST_SPELL else None
        return None


def generate(chance: Random, people: list[Person], now: datetime) -> list[Order]:
    """COUNT orders, every state as often as QUOTAS says, numbered in the order in which they were placed."""
    wanted = [state for state, count in QUOTAS.items() for _ in range(count)]
    drafts = [_draft(chance, state, now) for state in wanted]
    drafts.sort(key=lambda draft: draft[0][0].since)
    return [
        _order(chance, FIRST_NUMBER + 2 * number, chance.choice(people), stages=stages, late=late)
        for number, (stages, late) in enumerate(drafts)
    ]


def _draft(chance: Random, state: str, now: datetime) -> tuple[tuple[Stage, ...], bool]:
    """The stages of an order that stands at `state` now, and whether its parcel was late."""
    while True:
        placed = _waking_hour(now - timedelta(days=chance.uniform(0, OLDEST[state])), now)
        late = chance.random() < (0.4 if state == "shipped" else 0.12)
        way = _way(chance, placed, fate=FATES.get(state, "plain"), late=late)
        reached = tuple(stage for stage in way if stage.since <= now)
        if reached and reached[-1].state == state:
            return reached, late


def _waking_hour(moment: datetime, now: datetime) -> datetime:
    """The moment, or the evening before it when it fell into the night."""
    local = moment.astimezone(clock.zone())
    moved = local if 7 <= local.hour < 23 else local - timedelta(hours=9)
    return min(moved, now)


def _way(chance: Random, placed: datetime, *, fate: str, late: bool) -> Iterator[Stage]:
    """The stages of an order with this fate, into the future."""
    yield Stage("placed", placed)
    if fate == "failed":
        yield Stage("payment_failed", placed + timedelta(minutes=2))
        yield Stage("cancelled", placed + timedelta(hours=24, minutes=2))
        return
    if fate == "cancelled" and chance.random() < 0.4:
        yield Stage("cancelled", placed + timedelta(hours=chance.uniform(0.2, 3)))
        return
    paid = placed + timedelta(days=2.2 if fate == "transfer" else 0, minutes=1)
    yield Stage("paid", paid)
    if fate == "cancelled":
        yield Stage("cancelled", paid + timedelta(hours=chance.uniform(0.2, 4)))
        return
    yield from _journey(chance, paid, partly=fate == "partly", late=late, returns=fate == "returned")


def _journey(chance: Random, paid: datetime, *, partly: bool, late: bool, returns: bool) -> Iterator[Stage]:
    """From the warehouse to the customer, and perhaps back."""
    packed = clock.after_working_days(paid, chance.choice((1, 1, 2)), _between(chance, 9, 14))
    yield Stage("packed", packed)
    shipped = clock.after_working_days(packed, 1, _between(chance, 16, 16))
    if partly:
        yield Stage("partly_shipped", shipped)
        shipped = clock.after_working_days(shipped, 6, time(16, 5))
    yield Stage("shipped", shipped)
    days = 8 if late else chance.choice((1, 2, 2, 3))
    delivered = clock.after_working_days(shipped, days, _between(chance, 9, 17))
    yield Stage("delivered", delivered)
    if returns:
        returned = clock.after_working_days(delivered, chance.randint(3, 9), _between(chance, 11, 11))
        yield Stage("returned", returned)
        yield Stage("refunded", clock.after_working_days(returned, chance.randint(2, 5), _between(chance, 15, 15)))


def _between(chance: Random, first: int, last: int) -> time:
    """A time of day in the hours `first` to `last`."""
    return time(chance.randint(first, last), chance.randint(0, 59))


def _order(chance: Random, number: int, person: Person, *, stages: tuple[Stage, ...], late: bool) -> Order:
    items = _items(chance, several=any(stage.state == "partly_shipped" for stage in stages))
    left_us = any(stage.state in {"shipped", "partly_shipped"} for stage in stages)
    goods = sum((item.product.price * item.quantity for item in items), Decimal(0))
    carrier = "TW" if items[0].product.is_bike else "NB"
    return Order(
        number=f"LC-{number}",
        person=person,
        items=items,
        delivery=delivery_charge((item.product for item in items), goods),
        late=late,
        tracking=f"{carrier}{chance.randrange(10**9, 10**10)}" if left_us else "",
        stages=stages,
    )


def _items(chance: Random, *, several: bool) -> tuple[Item, ...]:
    """One to three products; seldom more than one of a kind."""
    kinds = ["bike"] * 5 + ["clothing"] * 4 + ["other"] * 6
    kind = chance.choice(kinds)
    shelf = [product for product in products() if _shelf(product) == kind]
    first = chance.choice(shelf)
    small = [product for product in products() if not product.is_bike and product is not first]
    more = chance.sample(small, chance.choice((1, 2)) if several else chance.choice((0, 0, 0, 1, 2)))
    return tuple(
        Item(product, chance.choice(product.variants), 2 if product.slug == "inner-tube-28" else 1)
        for product in (first, *more)
    )


def _shelf(product: Product) -> str:
    if product.is_bike:
        return "bike"
    return "clothing" if product.category == CLOTHES else "other"
