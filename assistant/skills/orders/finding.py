"""Which order a customer means, once they proved that it is theirs.

Who did not prove an address hears the same, whether there is such an order or not; who did hears of orders under that
address alone. Knowing an order's number proves nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.records.contract import OrderSeen
from assistant.skills import confirming, saying
from assistant.skills.contract import Ask, Choice, Prove, Scene, Slot, Step, Value
from assistant.skills.orders import words as w
from assistant.words import say

MOST_OFFERED = 6

ORDER = Slot("order", "order", w.ORDER, w.WHICH_ORDER, w.WHICH_ORDER, "The number of the order", required=False)
EMAIL = Slot(
    "email", "email", w.EMAIL, w.WHICH_EMAIL, w.EMAIL_AGAIN, "The e-mail address that was ordered with", required=False
)


def find(slots: Mapping[str, Value], scene: Scene[Any]) -> OrderSeen | Step:
    """The order, or what has to be asked or proven first. May raise RecordsDownError."""
    unproven = _to_prove(slots, scene)
    if unproven is not None:
        return unproven
    number = slots.get(ORDER.name)
    if number is None:
        return _only_one(scene)
    found = scene.records.order(number.value)
    if found is None or found.email.lower() not in scene.known.proven:
        return _another(number.text, slots, scene)
    return found


def named(order: OrderSeen) -> dict[str, str]:
    """What is learned of the order, for the handover card."""
    return {"Order": order.number, "State of the order": order.state}


def _to_prove(slots: Mapping[str, Value], scene: Scene[Any]) -> Step | None:
    """What is missing until the customer has proven an address: the one they name, or the one that we know."""
    given = slots[EMAIL.name].value.lower() if EMAIL.name in slots else ""
    if given and given not in scene.known.proven:
        return Prove(given)
    if scene.known.proven:
        return None
    if scene.known.email:
        return Prove(scene.known.email.lower())
    return Ask(EMAIL.name, say(w.WHICH_EMAIL, scene.language))


def _only_one(scene: Scene[Any]) -> OrderSeen | Step:
    theirs = _theirs(scene)
    if not theirs:
        return Ask(EMAIL.name, say(w.NO_ORDERS, scene.language), wrong=True)
    meant = _named_by_items(theirs, scene.said)
    if len(meant) == 1:
        return meant[0]
    return Ask(ORDER.name, say(w.WHICH_ORDER, scene.language), choices=_offered(meant, scene))


def _named_by_items(theirs: Sequence[OrderSeen], said: Sequence[str]) -> Sequence[OrderSeen]:
    """Those that hold most of the things that the customer named, or all of them where none was named."""
    words = confirming.telling(*said)
    holds = [len(words & confirming.telling(*(item.name for item in order.items))) for order in theirs]
    return [order for order, many in zip(theirs, holds, strict=True) if many == max(holds)]


def _another(said: str, slots: Mapping[str, Value], scene: Scene[Any]) -> Step:
    """There is no such order under the address: which one instead, or which other address."""
    theirs = _theirs(scene)
    if not theirs and EMAIL.name not in slots:
        return Ask(EMAIL.name, say(w.NO_ORDERS, scene.language), wrong=True)
    asked = say(w.NO_SUCH_ORDER, scene.language).format(order=said.strip()[:40])
    return Ask(ORDER.name, asked, choices=_offered(theirs, scene), wrong=True)


def _theirs(scene: Scene[Any]) -> Sequence[OrderSeen]:
    """The orders under all addresses that were proven, newest first."""
    found = [order for email in sorted(scene.known.proven) for order in scene.records.orders_of(email)]
    return sorted(found, key=lambda order: order.placed_at, reverse=True)


def _offered(theirs: Sequence[OrderSeen], scene: Scene[Any]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            says=order.number,
            label=f"{order.number} · {_contents(order)}",
            detail=_told(order, scene),
            also=tuple(item.name for item in order.items),
        )
        for order in theirs[:MOST_OFFERED]
    )


def _contents(order: OrderSeen) -> str:
    first = order.items[0].name if order.items else ""
    return f"{first} +{len(order.items) - 1}" if len(order.items) > 1 else first


def _told(order: OrderSeen, scene: Scene[Any]) -> str:
    placed = saying.day(order.placed_at.astimezone(scene.zone).date(), scene.language)
    return f"{placed} · {saying.money(order.total, order.currency, scene.language)}"
