"""Whole policies of a shop and an airline, written as data: what is right passes, and what is wrong never does."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.policies import airline, cases, retail
from conversations.evaluation import policy
from conversations.evaluation.table import Work

TRIPS = list(airline.of_tasks())


def _write(number: int, name: str, **arguments: Any) -> dict[str, Any]:
    return {"action_id": f"1_{number}", "name": name, "arguments": arguments}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder as the public set has it: two orders, a customer, and a task with a write of each kind."""
    address = {"address1": "1 A Street", "address2": "", "city": "B", "state": "C", "country": "USA", "zip": "1"}
    cup = {
        "10": {"item_id": "10", "available": True, "price": 5.5},
        "11": {"item_id": "11", "available": True, "price": 7.0},
    }
    methods = {
        "gift_card_1": {"id": "gift_card_1", "source": "gift_card", "balance": 2.0},
        "paypal_1": {"id": "paypal_1", "source": "paypal"},
    }
    orders = {
        number: {"order_id": number, "user_id": "u_1", "status": status, "items": [{"item_id": "10", "price": 5.5}],
                 "payment_history": [{"amount": 5.5, "payment_method_id": "paypal_1"}]}
        for number, status in (("#W1", "pending"), ("#W2", "delivered"), ("#W3", "delivered"), ("#W4", "pending"))
    }  # fmt: skip
    database = {
        "orders": orders,
        "users": {"u_1": {"user_id": "u_1", "payment_methods": methods}},
        "products": {"cup": {"product_id": "cup", "variants": cup}},
    }
    swap = {"item_ids": ["10"], "new_item_ids": ["11"], "payment_method_id": "gift_card_1"}
    actions = [
        _write(0, "get_order_details", order_id="#W1"),
        _write(1, "modify_pending_order_address", order_id="#W1", **address),
        _write(2, "modify_pending_order_items", order_id="#W1", **swap),
        _write(3, "exchange_delivered_order_items", order_id="#W2", **{**swap, "payment_method_id": "paypal_1"}),
        _write(4, "return_delivered_order_items", order_id="#W3", item_ids=["10"], payment_method_id="paypal_1"),
        _write(5, "cancel_pending_order", order_id="#W4", reason="ordered by mistake"),
        _write(6, "modify_user_address", user_id="u_1", **address),
    ]
    folder = tmp_path / "tau2"
    folder.mkdir()
    (folder / "retail_db.json").write_text(json.dumps(database))
    (folder / "retail_train_tasks.json").write_text(
        json.dumps([{"id": "1", "evaluation_criteria": {"actions": actions}}])
    )
    return tmp_path


def test_the_shops_right_writes_pass_in_their_order(shop: Path) -> None:
    rules = cases.policy("retail")
    right = list(retail.replayed(shop))
    assert len(right) == 6
    assert all(cases.passes(rules, one) for one in right)


def test_each_write_is_judged_on_what_the_writes_before_it_left(shop: Path) -> None:
    before, after = (
        next(one for one in retail.replayed(shop) if one.act == act).facts["user"]["payment_methods"]["gift_card_1"]
        for act in ("modify_pending_order_items", "modify_user_address")
    )
    assert (before["balance"], after["balance"]) == (Decimal("2.0"), Decimal("0.5"))


def test_no_mutated_write_of_the_shop_passes(shop: Path) -> None:
    rules = cases.policy("retail")
    wrong = [bad for one in retail.replayed(shop) for bad in retail.mutated(one)]
    assert len(wrong) > 60
    assert [one.how for one in wrong if cases.passes(rules, one)] == []


@pytest.mark.parametrize("case", TRIPS, ids=[one.how for one in TRIPS])
def test_the_airlines_policy_agrees_with_each_task(case: cases.Case) -> None:
    assert cases.passes(cases.policy("airline"), case) is case.allowed


def test_no_mutated_write_of_the_airline_passes() -> None:
    rules = cases.policy("airline")
    wrong = [bad for one in TRIPS if one.allowed for bad in airline.mutated(one)]
    assert len(wrong) > 200
    assert [one.how for one in wrong if cases.passes(rules, one)] == []


def test_folder_without_the_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(policy.rows(Work(tmp_path, print)))
