"""Records over REST: told in whole or in part, found again, changed with a trail, and never against a refund."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assistant.models import Order, OrderItem, Person, Product, Ticket
from tenants.trail.models import AuditEntry
from tests.business.conftest import ORDER, sent, wrong

NEW: dict[str, dict[str, Any]] = {
    "orders": ORDER,
    "products": {"sku": "LIGHT", "name": "Lumen 600", "price": "39.95", "attributes": {"lumen": 600}, "stock": 4},
    "persons": {"email": "carol@example.org", "name": "Carol", "phone": "+441234567890", "attributes": {"plan": "pro"}},
    "tickets": {"number": "T-1", "email": "carol@example.org", "subject": "Creaking fork", "newest": "We look at it."},
}


@pytest.mark.parametrize("kind", NEW)
def test_a_record_is_made_read_changed_and_removed(sue: Client, kind: str) -> None:
    made = sent(sue, "post", kind, NEW[kind], status=201)
    one = f"{kind}/{made['id']}"
    assert sent(sue, "get", one) == made
    field = "name" if "name" in made else "subject"
    changed = sent(sue, "patch", one, {field: "Another"})
    assert changed == {
        **made,
        field: "Another",
        **({"updated_at": changed["updated_at"]} if "updated_at" in made else {}),
    }
    assert [row["id"] for row in sent(sue, "get", kind)["data"]] == [made["id"]]
    sent(sue, "delete", one, status=204)
    sent(sue, "get", one, status=404)
    assert sent(sue, "get", kind)["data"] == []
    trail = list(
        AuditEntry.objects.filter(action__startswith="record.").order_by("id").values_list("action", flat=True)
    )
    assert sorted(trail) == ["record.changed", "record.created", "record.removed"]


def test_an_order_has_its_items_and_their_products(sue: Client) -> None:
    product = Product.objects.create(sku="LIGHT", name="Lumen 600", category="Lights", price=Decimal("39.95"))
    made = sent(sue, "post", "orders", ORDER, status=201)
    assert [(item["line"], item["name"], item["price"], item["refunded"]) for item in made["items"]] == [
        (1, "Lumen 600", "39.95", 0),
        (2, "Bell", "10.00", 0),
    ]
    assert (made["currency"], made["refunded"], made["shipped_at"]) == ("EUR", "0.00", None)
    assert [item.product_id for item in OrderItem.objects.order_by("line")] == [product.id, None]


WRONG = [
    ({"total": "-1"}, "total"),
    ({"total": "cheap"}, "total"),
    ({"total": "1e99"}, "total"),
    ({"total": 99999999999}, "total"),
    ({"state": "lost"}, "state"),
    ({"email": "carol"}, "email"),
    ({"number": ""}, "number"),
    ({"number": "x" * 21}, "number"),
    ({"number": "a\x00b"}, "number"),
    ({"name": "\ud800"}, "name"),
    ({"placed_at": "yesterday"}, "placed_at"),
    ({"placed_at": "2026-02-30"}, "placed_at"),
    ({"currency": "euro"}, "currency"),
    ({"refunded": "90.00"}, "refunded"),
    ({"items": "none"}, "items"),
    ({"items": [{"name": "Bell"}]}, "items.0.price"),
    ({"items": [{"name": "Bell", "price": "1"}, {"name": "Horn", "price": "x"}]}, "items.1.price"),
    ({"items": [{"name": "Bell", "price": "1", "refunded": 2}]}, "items.0.refunded"),
    ({"items": [{"name": "Bell", "price": "1", "line": 1}] * 2}, "items"),
    ({"items": [{"name": "Bell", "price": "1", "attributes": []}]}, "items.0.attributes"),
    ({"items": [{"name": "Bell", "price": "1", "colour": "red"}]}, "items.0.colour"),
    ({"address": {"line": 3 * [1]}}, "address.line"),
    ({"adress": {}}, "adress"),
    ({"tracking_url": "javascript:alert(1)"}, "tracking_url"),
]


@pytest.mark.parametrize(("change", "param"), WRONG)
def test_what_is_wrong_is_named_and_nothing_is_stored(sue: Client, change: dict[str, Any], param: str) -> None:
    assert wrong(sue, "post", "orders", {**ORDER, **change})[0] == param
    assert not Order.objects.exists()
    made = sent(sue, "post", "orders", ORDER, status=201)
    if param != "refunded":  # an order of its own has another total
        assert wrong(sue, "patch", f"orders/{made['id']}", change)[0] == param
    assert sent(sue, "get", f"orders/{made['id']}") == made


@pytest.mark.parametrize(
    ("kind", "change", "param"),
    [
        ("persons", {"phone": "0123"}, "phone"),
        ("persons", {"attributes": {"a": {"b": {"c": {"d": {"e": 1}}}}}}, "attributes"),
        ("persons", {"attributes": {"a": "x" * 9000}}, "attributes"),
        ("persons", {"attributes": {"a": "\x00"}}, "attributes"),
        ("products", {"stock": -1}, "stock"),
        ("products", {"variants": ["red"]}, "variants.0"),
        ("tickets", {"state": "lost"}, "state"),
        ("tickets", {"entries": [{"text": "Hello"}]}, "entries.0.at"),
    ],
)
def test_other_kinds_name_what_is_wrong_too(sue: Client, kind: str, change: dict[str, Any], param: str) -> None:
    assert wrong(sue, "post", kind, {**NEW[kind], **change})[0] == param


@pytest.mark.parametrize("body", [[], "order", 3, None, [{"number": "X"}]])
def test_what_is_no_object_is_refused(sue: Client, body: Any) -> None:
    answer = sue.post("/api/v1/orders", json.dumps(body), content_type="application/json")
    assert answer.status_code == 422, answer.content


def test_a_number_that_is_taken_is_a_conflict(sue: Client) -> None:
    sent(sue, "post", "orders", ORDER, status=201)
    assert wrong(sue, "post", "orders", {**ORDER, "number": "ac-7001"}, status=409)[0] == "number"
    other = sent(sue, "post", "orders", {**ORDER, "number": "AC-7002"}, status=201)
    assert wrong(sue, "patch", f"orders/{other['id']}", {"number": "AC-7001"}, status=409)[0] == "number"
    assert Order.objects.count() == 2


def test_what_was_refunded_stays_refunded(sue: Client) -> None:
    made = sent(sue, "post", "orders", ORDER, status=201)
    one = f"orders/{made['id']}"
    Order.objects.update(refunded=Decimal("39.95"))
    OrderItem.objects.filter(line=1).update(refunded_quantity=1)
    light, bell = ORDER["items"]
    assert wrong(sue, "patch", one, {"refunded": "0.00"})[0] == "refunded"
    assert wrong(sue, "patch", one, {"total": "20.00"})[0] == "total"
    assert wrong(sue, "patch", one, {"items": [{**bell, "line": 2}]})[0] == "items"
    assert wrong(sue, "patch", one, {"items": [{**light, "refunded": 0}]})[0] == "items.0.refunded"
    sent(sue, "patch", one, {"items": [{**light, "quantity": 3}]})
    (item,) = OrderItem.objects.all()
    assert (item.line, item.quantity, item.refunded_quantity) == (1, 3, 1)
    assert Order.objects.get().refunded == Decimal("39.95")


def test_the_trail_tells_what_changed_and_of_customers_only_that_it_did(sue: Client) -> None:
    made = sent(sue, "post", "orders", ORDER, status=201)
    sent(sue, "patch", f"orders/{made['id']}", {"state": "packed", "email": "new@example.org", "name": "Carol Example"})
    entry = AuditEntry.objects.get(action="record.changed")
    assert (entry.object_kind, entry.object_id, entry.object_name) == ("order", made["id"], "AC-7001")
    assert entry.changes == {"state": ["paid", "packed"], "email": ["(not shown)", "(not shown)"]}
    sent(sue, "post", "persons", NEW["persons"], status=201)
    told = json.dumps([[e.object_name, e.changes] for e in AuditEntry.objects.filter(action__startswith="record.")])
    assert "example.org" not in told
    assert "Carol" not in told


def test_nothing_new_changes_nothing_and_leaves_no_trail(sue: Client) -> None:
    made = sent(sue, "post", "persons", NEW["persons"], status=201)
    assert sent(sue, "patch", f"persons/{made['id']}", NEW["persons"]) == made
    assert not AuditEntry.objects.filter(action="record.changed").exists()


def test_a_tickets_newest_entry_is_added_once(sue: Client) -> None:
    made = sent(sue, "post", "tickets", NEW["tickets"], status=201)
    for _ in range(2):
        told = sent(sue, "patch", f"tickets/{made['id']}", {"newest": "It is mended."})
    assert [entry["text"] for entry in told["entries"]] == ["We look at it.", "It is mended."]


def test_they_are_found_by_words_key_and_state_in_pages(sue: Client) -> None:
    for number in range(5):
        changes = {"number": f"AC-{number}", "placed_at": f"2026-11-0{number + 1}", "items": []}
        sent(sue, "post", "orders", {**ORDER, **changes, "state": "packed" if number % 2 else "paid"}, status=201)
    first = sent(sue, "get", "orders?limit=3")
    rest = sent(sue, "get", f"orders?limit=3&cursor={first['next_cursor']}")
    assert [row["number"] for row in first["data"] + rest["data"]] == ["AC-4", "AC-3", "AC-2", "AC-1", "AC-0"]
    assert (first["has_more"], rest["has_more"], rest["next_cursor"]) == (True, False, None)
    assert [row["number"] for row in sent(sue, "get", "orders?state=packed")["data"]] == ["AC-3", "AC-1"]
    assert [row["number"] for row in sent(sue, "get", "orders?key=ac-2")["data"]] == ["AC-2"]
    assert len(sent(sue, "get", "orders?search=CAROL")["data"]) == 5
    assert sent(sue, "get", "orders?search=nobody")["data"] == []
    assert wrong(sue, "get", "orders?cursor=nonsense", None)[0] == "cursor"


def test_products_come_in_pages_too(sue: Client) -> None:
    for number in range(3):
        sent(sue, "post", "products", {**NEW["products"], "sku": f"P{number}"}, status=201)
    first = sent(sue, "get", "products?limit=2")
    assert [row["sku"] for row in first["data"]] == ["P2", "P1"]
    assert [row["sku"] for row in sent(sue, "get", f"products?cursor={first['next_cursor']}")["data"]] == ["P0"]


def test_a_page_takes_the_same_queries_however_long_it_is(sue: Client) -> None:
    counts = []
    for many in range(2):
        for number in range(1 + many * 20):
            sent(sue, "post", "orders", {**ORDER, "number": f"AC-{many}-{number}"}, status=201)
        with CaptureQueriesContext(connection) as asked:
            sent(sue, "get", "orders")
        counts.append(sum("assistant_order" in query["sql"] for query in asked))
    assert counts == [2, 2]


def test_many_are_written_by_their_keys_and_each_that_is_wrong_is_told(sue: Client) -> None:
    sent(sue, "post", "orders", ORDER, status=201)
    told = [
        {"number": "ac-7001", "state": "shipped"},
        {**ORDER, "number": "AC-7002"},
        {**ORDER, "number": "AC-7003", "total": "free"},
        {"number": "AC-7004", "state": "paid"},
        {"number": "AC-7002", "state": "paid"},
        "nothing",
    ]
    came = sent(sue, "post", "orders/bulk", {"data": told})
    assert {name: came[name] for name in ("created", "updated", "unchanged", "failed")} == {
        "created": 1,
        "updated": 1,
        "unchanged": 1,
        "failed": 3,
    }
    assert [one.get("did") or one["error"]["param"] for one in came["data"]] == [
        "updated",
        "created",
        "total",
        "email",
        "unchanged",
        None,
    ]
    assert dict(Order.objects.values_list("number", "state")) == {"AC-7001": "shipped", "AC-7002": "paid"}
    assert AuditEntry.objects.filter(action="record.written").count() == 1


def test_how_many_there_are_is_told(sue: Client) -> None:
    sent(sue, "post", "products", NEW["products"], status=201)
    counts = {row["kind"]: (row["count"], row["from_connector"]) for row in sent(sue, "get", "records")["data"]}
    assert counts == {"orders": (0, False), "products": (1, False), "persons": (0, False), "tickets": (0, False)}


def test_agents_read_and_do_not_write(bob: Client) -> None:
    Person.objects.create(email="carol@example.org")
    ticket = Ticket.objects.create(number="T-1", email="carol@example.org", subject="Fork")
    assert len(sent(bob, "get", "persons")["data"]) == 1
    sent(bob, "post", "tickets", NEW["tickets"], status=403)
    sent(bob, "patch", f"tickets/{ticket.id}", {"state": "closed"}, status=403)
    sent(bob, "delete", f"tickets/{ticket.id}", status=403)
    ticket.refresh_from_db()
    assert ticket.state == "open"
