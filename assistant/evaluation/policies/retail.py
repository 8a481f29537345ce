"""The writes of tau2's retail tasks: replayed on its database, and mutated so that the shop's policy forbids them."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

from assistant.evaluation.policies import cases
from assistant.evaluation.policies.cases import Case, Json, changed

ADDRESS = ("address1", "city", "state", "country", "zip")
STATES = ("pending", "processed", "delivered", "cancelled", "pending (items modified)", "exchange requested")
AFTER = {
    "cancel_pending_order": "cancelled",
    "modify_pending_order_items": "pending (items modified)",
    "return_delivered_order_items": "return requested",
    "exchange_delivered_order_items": "exchange requested",
}
WRITING = ("cancel_", "modify_", "return_", "exchange_")
NOBODY, NOTHING = "somebody_else_1", "0000000000"


def replayed(data: Path) -> Iterator[Case]:
    """Each write of each task's right course, on the database as the writes before it left it."""
    database = cases.load(data / "tau2" / "retail_db.json")
    items = _items(database)
    for task in cases.load(data / "tau2" / "retail_train_tasks.json"):
        shop = _touched(database, task)
        for action in _writes(task):
            now = deepcopy(facts(shop, items, action["arguments"]))
            yield Case(f"task {task['id']}", action["name"], now, allowed=True)
            _apply(shop, items, action)


def wished(data: Path) -> Iterator[Case]:
    """What customers of tasks ask for whose right course has no write: the policy must not let it pass."""
    database = cases.load(data / "tau2" / "retail_db.json")
    items = _items(database)
    for wish in cases.load(cases.HERE / "retail_wishes.json"):
        found = facts(database, items, wish["arguments"]) | wish.get("facts", {})
        yield Case(f"task {wish['task']}: {wish['wants']}", wish["act"], found, allowed=False)


def mutated(case: Case) -> Iterator[Case]:
    """The same write as a stranger, without a yes, in other states, on other items, with other money, a second time."""
    yield changed(case, "by somebody else", ["verified"], NOBODY)
    yield changed(case, "without a yes", ["confirmed"], value=False)
    yield changed(case, "without a known yes", ["confirmed"], value=None)
    if "order" in case.facts:
        right = case.facts["order"]["status"]
        yield from (changed(case, f"order {state}", ["order", "status"], state) for state in STATES if state != right)
        if case.act in AFTER:
            yield changed(case, "a second time", ["order", "status"], AFTER[case.act])
    if "reason" in case.facts:
        yield changed(case, "another reason", ["reason"], "found it cheaper")
        yield changed(case, "to another payment method", ["refund_to"], "gift_card_0")
    if "address_parts" in case.facts:
        yield changed(case, "half an address", ["address_parts"], ["", *case.facts["address_parts"][1:]])
    if "wanted" in case.facts:
        yield from _of_items(case)
    if "payment" in case.facts:
        yield from _of_money(case)


def facts(shop: Mapping[str, Any], items: Mapping[str, Json], said: Json) -> Json:
    """What the policy may look at for a write with these arguments; the customer proved who they are and said yes."""
    order = shop["orders"].get(said.get("order_id", ""))
    user = shop["users"][order["user_id"] if order else said["user_id"]]
    found: Json = {"user": user, "verified": user["user_id"], "confirmed": True}
    if order is not None:
        first = order["payment_history"][0]
        found["order"] = {**order, "paid_by": first["payment_method_id"], "total": first["amount"]}
    if "address1" in said:
        found["address_parts"] = [said[part] for part in ADDRESS]
    if "reason" in said:
        found |= {"reason": said["reason"], "refund_to": said.get("refund_to", found["order"]["paid_by"])}
    if "item_ids" in said:
        found["wanted"] = said["item_ids"]
    if "new_item_ids" in said:
        found["changes"] = [
            {"old": items.get(old, {}), "new": items.get(new, {})}
            for old, new in zip(said["item_ids"], said["new_item_ids"], strict=True)
        ]
    if "payment_method_id" in said:
        paid = user["payment_methods"].get(said["payment_method_id"], {})
        found["payment"] = {**paid, "id": said["payment_method_id"]}
    return found


def _of_items(case: Case) -> Iterator[Case]:
    wanted = case.facts["wanted"]
    yield changed(case, "no item", ["wanted"], [])
    yield changed(case, "an item of another order", ["wanted"], [*wanted[:-1], NOTHING])
    yield changed(
        case, "more pieces than were bought", ["wanted"], [wanted[0]] * (len(case.facts["order"]["items"]) + 1)
    )
    for number, pair in enumerate(case.facts.get("changes", [])):
        others = case.facts["changes"]
        for how, new in (
            ("another product", {**pair["new"], "product_id": NOTHING}),
            ("not available", {**pair["new"], "available": False}),
            ("the same item", pair["old"]),
            ("an item that does not exist", {}),
        ):
            swapped = [*others[:number], {**pair, "new": new}, *others[number + 1 :]]
            yield changed(case, how, ["changes"], swapped)


def _of_money(case: Case) -> Iterator[Case]:
    yield changed(case, "another's payment method", ["payment", "id"], "credit_card_0")
    dearer = sum(
        (pair["new"].get("price", 0) - pair["old"].get("price", 0) for pair in case.facts.get("changes", [])), 0
    )
    if dearer > 0:
        card = {"id": case.facts["payment"]["id"], "source": "gift_card", "balance": Decimal(dearer) - Decimal("0.01")}
        yield changed(case, "a gift card with too little on it", ["payment"], card)
    if case.act == "return_delivered_order_items":
        other = {"id": "paypal_0", "source": "paypal"}
        mine = changed(case, "to a third payment method", ["payment"], other)
        mine.facts["user"]["payment_methods"]["paypal_0"] = other
        yield mine


def _items(database: Mapping[str, Any]) -> dict[str, Json]:
    """Every variant of every product by its item number."""
    return {
        number: {**variant, "product_id": product["product_id"]}
        for product in database["products"].values()
        for number, variant in product["variants"].items()
    }


def _writes(task: Json) -> list[Json]:
    return [action for action in task["evaluation_criteria"]["actions"] if action["name"].startswith(WRITING)]


def _touched(database: Mapping[str, Any], task: Json) -> Json:
    """What of the database the task's writes may change, as a copy of its own."""
    said = [action["arguments"] for action in _writes(task)]
    orders = {one["order_id"]: database["orders"][one["order_id"]] for one in said if "order_id" in one}
    users = {order["user_id"] for order in orders.values()} | {one["user_id"] for one in said if "user_id" in one}
    return deepcopy({"orders": orders, "users": {name: database["users"][name] for name in users}})


def _apply(shop: Json, items: Mapping[str, Json], action: Json) -> None:
    """What the write changes of what later clauses look at."""
    said = action["arguments"]
    if action["name"] in AFTER:
        order = shop["orders"][said["order_id"]]
        order["status"] = AFTER[action["name"]]
    if action["name"] in ("modify_pending_order_items", "exchange_delivered_order_items"):
        method = shop["users"][order["user_id"]]["payment_methods"][said["payment_method_id"]]
        if "balance" in method:
            dearer = sum(items[new]["price"] for new in said["new_item_ids"])
            method["balance"] -= dearer - sum(items[old]["price"] for old in said["item_ids"])
