"""CSV imports of records: columns matched, every line looked through, stored as a job, and taken back again."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from assistant.models import Order, OrderItem, Person, Product, RecordImport, RecordImportRow
from assistant.records.importing import running
from conversations import tasks
from tenants import jobs
from tenants.models import Job
from tenants.trail.models import AuditEntry
from tests.business.conftest import sent

ORDERS = """\
Order No;E-Mail;Customer;Status;Date;Order total;Item;Qty;Unit price
B-1;ann@example.org;Ann;Shipped;02.11.2026;"1.289,90";Kestrel City;1;"1.200,00"
B-1;ann@example.org;Ann;Shipped;02.11.2026;"1.289,90";Lock;2;44,95

B-2;ben@example.org;Ben;partly shipped;2026-11-03;12,00 €;Bell;1;12,00
B-3;nobody;Cid;paid;2026-11-03;5,00;Bell;1;5,00
B-4;dan@example.org;Dan;lost;2026-11-03;5,00;Bell;1;5,00
;eva@example.org;Eva;paid;2026-11-03;5,00;Bell;1;5,00
"""
PERSONS = "email,name,plan,seats\nann@example.org,Ann,pro,3\nben@example.org,Ben,,\nANN@example.org,Again,,\n"


def begun(client: Client, kind: str, text: str | bytes, *, status: int = 201, name: str = "file.csv") -> Any:
    content = text if isinstance(text, bytes) else text.encode()
    form = {"kind": kind, "file": SimpleUploadedFile(name, content)}
    answer = client.post("/api/v1/record_imports", form)
    assert answer.status_code == status, answer.content
    return answer.json()


def run() -> None:
    """Every job of imports that is due, until none is."""
    for _ in range(200):
        found = Job.objects.filter(kind=running.KIND, run_at__lte=timezone.now()).first()
        if found is None:
            return
        jobs.run(found.id, tasks.work)
    raise AssertionError("It never ends.")


def read(client: Client, made: Any, **way: Any) -> Any:
    told = {name: made[name] for name in ("mapping", "attributes", "dates")}
    sent(client, "post", f"record_imports/{made['id']}/read", {**told, **way})
    run()
    return sent(client, "get", f"record_imports/{made['id']}")


def stored(client: Client, made: Any) -> Any:
    sent(client, "post", f"record_imports/{made['id']}/apply")
    run()
    return sent(client, "get", f"record_imports/{made['id']}")


def rows(client: Client, made: Any, query: str = "") -> list[Any]:
    found: list[Any] = sent(client, "get", f"record_imports/{made['id']}/rows?{query}")["data"]
    return found


def test_columns_are_guessed_and_a_sample_is_shown(sue: Client) -> None:
    made = begun(sue, "orders", ORDERS)
    assert made["state"] == "mapping"
    assert made["mapping"] == {
        "number": "Order No",
        "email": "E-Mail",
        "name": "Customer",
        "state": "Status",
        "placed_at": "Date",
        "total": "Order total",
        "item.name": "Item",
        "item.quantity": "Qty",
        "item.price": "Unit price",
    }
    assert made["sample"][0][:3] == ["B-1", "ann@example.org", "Ann"]
    assert {field["name"] for field in made["fields"] if field["needed"]} == {
        "number",
        "email",
        "state",
        "placed_at",
        "total",
    }
    assert not Job.objects.filter(kind=running.KIND).exists()


def test_every_line_is_looked_through_and_nothing_is_stored_before_somebody_says_so(sue: Client) -> None:
    made = read(sue, begun(sue, "orders", ORDERS))
    assert (made["state"], made["total"]) == ("review", 5)
    assert made["counts"] == {"create": 2, "update": 0, "same": 0, "problem": 3}
    assert [(row["line"], row["param"]) for row in rows(sue, made, "action=problem")] == [
        (6, "email"),
        (7, "state"),
        (8, "number"),
    ]
    assert not Order.objects.exists()


def test_what_has_no_problem_is_stored_with_its_items(sue: Client) -> None:
    made = stored(sue, read(sue, begun(sue, "orders", ORDERS)))
    assert (made["state"], made["done"], made["total"]) == ("done", 2, 2)
    first = Order.objects.get(number="B-1")
    assert (first.state, first.total, first.placed_at.date().isoformat()) == (
        "shipped",
        Decimal("1289.90"),
        "2026-11-02",
    )
    assert [(item.line, item.name, item.quantity, item.price) for item in first.items.all()] == [
        (1, "Kestrel City", 1, Decimal(1200)),
        (2, "Lock", 2, Decimal("44.95")),
    ]
    assert Order.objects.get(number="B-2").state == "partly_shipped"
    assert RecordImport.objects.get().text == ""
    entry = AuditEntry.objects.get(action="record.imported")
    assert entry.changes == {"kind": [None, "orders"], "create": [None, 2], "update": [None, 0]}


def test_the_same_file_again_changes_nothing(sue: Client) -> None:
    stored(sue, read(sue, begun(sue, "orders", ORDERS)))
    made = read(sue, begun(sue, "orders", ORDERS))
    assert made["counts"] == {"create": 0, "update": 0, "same": 2, "problem": 3}


def test_what_changes_is_shown_beside_what_was(sue: Client) -> None:
    Product.objects.create(sku="P1", name="Bell", category="Parts", description="Rings", price=Decimal(10), stock=3)
    made = read(sue, begun(sue, "products", "SKU,Name,Price,Bestand\nP1,Bell,12.50,3\n"))
    (row,) = rows(sue, made)
    assert (row["action"], row["before"], row["fields"]["price"]) == ("update", {"price": "10.00"}, "12.50")
    stored(sue, made)
    product = Product.objects.get()
    assert (product.price, product.description, product.category) == (Decimal("12.50"), "Rings", "Parts")


def test_columns_may_be_kept_as_attributes_and_a_second_line_with_the_same_key_is_told(sue: Client) -> None:
    made = read(sue, begun(sue, "persons", PERSONS), attributes=["plan", "seats"])
    assert [(row["line"], row["action"], row["param"]) for row in rows(sue, made)] == [
        (2, "create", None),
        (3, "create", None),
        (4, "problem", "email"),
    ]
    stored(sue, made)
    assert dict(Person.objects.values_list("name", "attributes")) == {"Ann": {"plan": "pro", "seats": "3"}, "Ben": {}}


def test_dates_are_read_as_somebody_says(sue: Client) -> None:
    text = "number,email,state,date,total\nB-1,ann@example.org,paid,03/11/2026,5\n"
    made = begun(sue, "orders", text)
    assert [row["param"] for row in rows(sue, read(sue, made))] == ["placed_at"]
    again = sent(sue, "get", f"record_imports/{made['id']}")
    stored(sue, read(sue, again, dates="day_first"))
    assert Order.objects.get().placed_at.date().isoformat() == "2026-11-03"


def test_it_is_taken_back_as_far_as_nobody_changed_it_since(sue: Client) -> None:
    kept = Product.objects.create(sku="P1", name="Bell", category="Parts", description="Rings", price=Decimal(10))
    text = "sku,name,price\nP1,Bell,12\nP2,Horn,5\nP3,Lamp,7\n"
    made = stored(sue, read(sue, begun(sue, "products", text)))
    assert made["can_be_undone"] is True
    Product.objects.filter(sku="P3").update(stock=9)
    sent(sue, "post", f"record_imports/{made['id']}/undo")
    run()
    made = sent(sue, "get", f"record_imports/{made['id']}")
    assert (made["state"], made["can_be_undone"]) == ("undone", False)
    kept.refresh_from_db()
    assert kept.price == Decimal(10)
    assert set(Product.objects.values_list("sku", flat=True)) == {"P1", "P3"}
    assert [row["problem"] for row in rows(sue, made)] == ["", "", "This was changed since, so it stays as it is."]
    sent(sue, "post", f"record_imports/{made['id']}/undo", status=409)


def test_an_order_that_was_refunded_since_is_not_taken_back(sue: Client) -> None:
    made = stored(sue, read(sue, begun(sue, "orders", ORDERS)))
    Order.objects.filter(number="B-2").update(refunded=Decimal(12))
    sent(sue, "post", f"record_imports/{made['id']}/undo")
    run()
    assert list(Order.objects.values_list("number", flat=True)) == ["B-2"]


def test_an_import_does_not_undo_a_refund(sue: Client) -> None:
    stored(sue, read(sue, begun(sue, "orders", ORDERS)))
    Order.objects.filter(number="B-2").update(refunded=Decimal(12))
    OrderItem.objects.filter(order__number="B-2").update(refunded_quantity=1)
    lower = "number,email,state,date,total\nB-2,ben@example.org,paid,2026-11-03,5\n"
    made = stored(sue, read(sue, begun(sue, "orders", lower)))
    assert [(row["action"], row["param"]) for row in rows(sue, made)] == [("problem", "total")]
    assert Order.objects.get(number="B-2").total == Decimal(12)


def test_many_lines_take_many_steps_and_each_is_stored_once(sue: Client) -> None:
    text = "sku,name,price\n" + "".join(f"P{number},Bell,1\n" for number in range(250))
    made = stored(sue, read(sue, begun(sue, "products", text)))
    assert (made["done"], made["total"], Product.objects.count()) == (250, 250, 250)
    first = sent(sue, "get", f"record_imports/{made['id']}/rows?limit=100")
    assert (len(first["data"]), first["next_cursor"]) == (100, "101")


def test_nothing_of_it_is_kept_after_a_week(sue: Client) -> None:
    made = stored(sue, read(sue, begun(sue, "persons", PERSONS)))
    job = Job.objects.get(kind=running.TIDY)
    assert job.run_at > timezone.now() + running.CAN_BE_UNDONE / 2
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    jobs.run(job.id, tasks.work)
    assert set(RecordImportRow.objects.values_list("key", "email")) == {("", "")}
    RecordImport.objects.update(finished_at=timezone.now() - running.CAN_BE_UNDONE)
    sent(sue, "post", f"record_imports/{made['id']}/undo", status=409)


def test_one_may_think_better_of_it(sue: Client) -> None:
    made = read(sue, begun(sue, "orders", ORDERS))
    assert sent(sue, "post", f"record_imports/{made['id']}/dismiss")["state"] == "dismissed"
    assert not RecordImportRow.objects.exists()
    sent(sue, "post", f"record_imports/{made['id']}/apply", status=409)
    sent(sue, "post", f"record_imports/{made['id']}/read", {"mapping": made["mapping"]}, status=409)
    assert [row["state"] for row in sent(sue, "get", "record_imports")["data"]] == ["dismissed"]


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ({"email": "E-Mail"}, "order number"),
        ({"number": "Nothing"}, "no column"),
        ({"colour": "Order No"}, "no field"),
    ],
)
def test_columns_that_do_not_fit_are_told(sue: Client, mapping: dict[str, str], says: str) -> None:
    made = begun(sue, "orders", ORDERS)
    error = sent(sue, "post", f"record_imports/{made['id']}/read", {"mapping": mapping}, status=422)["error"]
    assert error["param"] == "mapping"
    assert says in error["message"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00", b"a,a\n1,2\n", ",".join(["c"] * 200).encode(), b',,"\n'],
)
def test_what_is_no_table_is_refused(sue: Client, content: bytes) -> None:
    assert begun(sue, "orders", content, status=422)["error"]["param"] == "file"
    assert not RecordImport.objects.exists()


@pytest.mark.parametrize(
    "text", ["number\n" + '"' + "x" * 200_000 + "\n", 'number,email\n"a""b,c\n\x0bd"e,f\n', "number\n" * 3]
)
def test_odd_files_end_with_words_and_never_with_an_error(sue: Client, text: str) -> None:
    answer = sue.post("/api/v1/record_imports", {"kind": "orders", "file": SimpleUploadedFile("a.csv", text.encode())})
    if answer.status_code == 201:
        assert read(sue, answer.json())["state"] in ("review", "failed")
    else:
        assert answer.status_code == 422


def test_agents_look_and_do_not_import(bob: Client) -> None:
    begun(bob, "orders", ORDERS, status=403)
    assert sent(bob, "get", "record_imports")["data"] == []
