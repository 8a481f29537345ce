"""What a simulated customer will say: the customer's side of a hand-written dialogue, about a real order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from assistant.models import Order as OrderRow
from conversations.demo.casting import is_kind
from conversations.demo.content import FOLDER, Product, products
from conversations.demo.dialogues import EVIDENCE, CustomerSays, HandsOver, Scenario, scenarios

STATES = {"late": ("shipped",), "fresh": ("delivered",), "old": ("delivered",)}  # the finer states of `orders.SPELLS`
WITH_PERSON = 0.25  # of all conversations insist on a person; others come to one by what they say
SAYS_GOODBYE = 0.5  # of those whom the assistant helped; many simply leave
NOBODY: Mapping[str, str] = {
    "first": "Robin", "name": "Robin Ashdown", "email": "robin.ashdown@example.com", "town": "Hartsbridge",
    "street": "Weir Street", "order": "", "item": "", "placed": "", "total": "", "day": "Thursday", "slot": "10:30",
}  # fmt: skip


@dataclass(frozen=True)
class Purchase:
    """An order of the shop, as far as a customer speaks of it."""

    state: str
    things: tuple[Product, ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Script:
    """Lines for the assistant, whether the customer insists on a person after them, and lines for that person.

    `goodbye` is what a customer whom the assistant helped says at the end; empty when they just leave.
    """

    title: str
    language: str
    to_assistant: tuple[str, ...]
    wants_person: bool
    goodbye: str
    to_person: tuple[str, ...]


@cache
def manners() -> Mapping[str, Sequence[str]]:
    """What customers say between the lines of their script."""
    found: Mapping[str, Sequence[str]] = json.loads((FOLDER / "manners.json").read_text("utf-8"))
    return found


def purchases() -> list[Purchase]:
    """The shop's orders; called inside the demo's tenant."""
    by_sku = {product.sku: product for product in products()}
    rows = OrderRow.objects.prefetch_related("items")
    return [_purchase(row, tuple(by_sku[item.sku] for item in row.items.all())) for row in rows]


def _purchase(row: OrderRow, things: tuple[Product, ...]) -> Purchase:
    house, _, street = row.address["line"].partition(" ")
    words = {
        "first": row.customer_name.split()[0],
        "name": row.customer_name,
        "email": row.email,
        "town": row.address["town"],
        "street": street or house,
        "order": row.number,
        "placed": f"{row.placed_at:%A}",
        "total": f"{row.total:.2f}",
    }
    return Purchase(row.state, things, words)


def pick(chance: Random, bought: Sequence[Purchase]) -> Script:
    """A script for the next customer."""
    with_person = chance.random() < WITH_PERSON
    while True:
        scenario = chance.choice([one for one in scenarios() if bool(one.handed_over) == with_person])
        words = _words(chance, scenario, bought)
        if words is not None:
            return _script(chance, scenario, words)


def _words(chance: Random, scenario: Scenario, bought: Sequence[Purchase]) -> Mapping[str, str] | None:
    """What the braces stand for, or None when the shop has no order as the scenario needs it."""
    shelf = [product for product in products() if product.category == scenario.product]
    words = {**NOBODY, "product": chance.choice(shelf).name if shelf else ""}
    if not scenario.order:
        return words
    state, kind = (*scenario.order, "goods")[:2]
    fitting = [
        (one, thing)
        for one in bought
        if one.state in STATES.get(state, (state,))
        for thing in one.things
        if is_kind(thing, kind)
    ]
    if not fitting:
        return None
    purchase, thing = chance.choice(fitting)
    return {**words, **purchase.words, "item": thing.name}


def _script(chance: Random, scenario: Scenario, words: Mapping[str, str]) -> Script:
    """The customer's lines; `{agent}` stays to be filled in when it is known who that is."""
    before: list[str] = []
    after: list[str] = []
    lines = before
    for step in scenario.steps:
        match step:
            case HandsOver():
                lines = after
            case CustomerSays(texts):
                said = EVIDENCE.sub(r"\1", chance.choice(texts))
                lines.append(said.format_map({**words, "agent": "{agent}"}))
            case _:
                continue
    wants_person = scenario.handed_over is not None
    goodbye = "" if wants_person else _goodbye(chance, before.pop())
    return Script(scenario.title, scenario.language, tuple(before), wants_person, goodbye, tuple(after))


def _goodbye(chance: Random, written: str) -> str:
    """What the scenario's customer says at the end, a plain thanks, or nothing."""
    if chance.random() > SAYS_GOODBYE:
        return ""
    return written if chance.random() < 0.3 else chance.choice(manners()["goodbyes"])
