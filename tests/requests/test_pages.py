"""Lists are paged while others write: who stood there all the time is seen once; a cursor opens its own list alone."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.models import Product
from conversations.models import Conversation, Customer, CustomerNote
from tenants import current, cursors
from tenants.cursors import Page
from tenants.errors import ParameterError
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About
from tenants.trail.models import AuditEntry
from tests import cast

AMONG = 8  # rows at the beginning
NOW = timezone.now()


def customer(ago: int) -> str:
    """A customer who came so many minutes ago; several may have come in the same moment."""
    made = cast.customer(f"customer{Customer.objects.count()}")
    Customer.objects.filter(pk=made.pk).update(created_at=NOW - timedelta(minutes=ago))
    return str(made.id)


def conversation(ago: int) -> str:
    """A conversation that moved so many minutes ago."""
    made = cast.says(cast.customer(f"customer{Customer.objects.count()}"), "Hello")
    Conversation.objects.filter(pk=made.pk).update(updated_at=NOW - timedelta(minutes=ago))
    return str(made.id)


def product(ago: int) -> str:
    """A product."""
    number = Product.objects.count()
    return str(Product.objects.create(sku=f"{ago} {number} {cast.new_id()}"[:40], name=f"Product {number}", price=1).id)


def entry(ago: int) -> str:
    """A line of the audit log, which nobody can take back."""
    audit.record("test.looked", actor=audit.by_system(), about=About("test", name=str(ago)))
    return str(AuditEntry.objects.latest("id").id)


@dataclass(frozen=True)
class List:
    """A list at its address, how a row of it is made, and what of a row may change without moving it."""

    path: str
    make: Callable[[int], str]
    table: type[Model] | None = None
    change: str = ""


LISTS = {
    "customers": List("customers?", customer, Customer, "name"),
    "conversations": List("conversations?view=all&", conversation, Conversation, "subject"),
    "products": List("products?", product, Product, "description"),
    "audit": List("audit?action=test.looked&", entry),
}

# What happens between two pages: a row is made, so many minutes ago, or one of those at the beginning goes or changes.
deeds = st.tuples(st.sampled_from(["make", "remove", "change"]), st.integers(0, AMONG - 1))
stories = st.lists(st.lists(deeds, max_size=3), min_size=1, max_size=5)


def page(desk: Client, path: str, *, limit: int, cursor: str) -> dict[str, Any]:
    """One page of a list."""
    reply = desk.get(f"/api/v1/{path}limit={limit}&cursor={cursor}")
    assert reply.status_code == 200, reply.content
    read: dict[str, Any] = reply.json()
    assert read["has_more"] == (read["next_cursor"] is not None)
    assert len(read["data"]) <= limit
    return read


def meddle(asked: List, rows: list[str], gone: set[str], story: list[tuple[str, int]]) -> None:
    """Do what happens between two pages."""
    for deed, number in story:
        if deed == "make" or asked.table is None:
            asked.make(number)
        elif deed == "remove":
            gone.add(rows[number])
            asked.table._default_manager.filter(pk=rows[number]).delete()
        else:
            asked.table._default_manager.filter(pk=rows[number]).update(**{asked.change: "Other"})


@pytest.mark.parametrize("name", LISTS)
def test_who_stands_there_all_the_time_is_seen_once(desk: Client, name: str) -> None:
    cast.rules()
    asked = LISTS[name]
    rows = [asked.make(number // 2) for number in range(AMONG)]  # two in each moment

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(limit=st.integers(1, 4), stories=stories)
    def walk(limit: int, stories: list[list[tuple[str, int]]]) -> None:
        with transaction.atomic():
            seen, gone = list[str](), set[str]()
            cursor: str | None = ""
            told = iter(stories)
            while cursor is not None:
                read = page(desk, asked.path, limit=limit, cursor=cursor)
                seen += [row["id"] for row in read["data"]]
                cursor = read["next_cursor"]
                meddle(asked, rows, gone, next(told, []))
            assert len(seen) == len(set(seen)), "nothing is seen twice"
            assert [row for row in rows if row not in gone and row not in seen] == []
            transaction.set_rollback(True)

    walk()


def test_a_cursor_opens_its_own_list_alone(desk: Client, globex: Tenant) -> None:
    cast.rules()
    for asked in LISTS.values():
        for ago in range(3):
            asked.make(ago)
    given_out = {name: page(desk, asked.path, limit=1, cursor="")["next_cursor"] for name, asked in LISTS.items()}
    assert all(given_out.values())
    for of, cursor in given_out.items():
        for name, asked in LISTS.items():
            reply = desk.get(f"/api/v1/{asked.path}limit=1&cursor={cursor}")
            assert reply.status_code == (200 if of == name else 422), (of, name)
            if of != name:
                assert reply.json()["error"]["param"] == "cursor"
    with current.entered(globex):
        for ago in range(2):
            customer(ago)
        foreign = cursors.newest_first(
            Customer.objects.order_by("-created_at", "-id"), by="created_at", prefix="cus", limit=1, cursor=""
        ).next_cursor
    assert desk.get(f"/api/v1/customers?cursor={foreign}").status_code == 422


@pytest.mark.parametrize("name", LISTS)
def test_limits_and_cursors_that_are_none_are_named(desk: Client, name: str) -> None:
    path = LISTS[name].path
    for wrong in ("0", "101", "-1", "x", "1.5"):
        reply = desk.get(f"/api/v1/{path}limit={wrong}")
        assert (reply.status_code, reply.json()["error"]["param"]) == (422, "limit"), wrong
    for wrong in ("x", "WzEsMl0=", "bnVsbA==", "IiI=", "W10=", "eyJhIjoxfQ==", "WyJcdWQ4MDAiXQ=="):
        reply = desk.get(f"/api/v1/{path}cursor={wrong}")
        assert (reply.status_code, reply.json()["error"]["param"]) == (422, "cursor"), wrong


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=st.lists(st.integers(0, 3), max_size=12), limit=st.integers(1, 5), spoilt=st.integers(0, 9))
def test_both_kinds_of_cursors_lead_through_the_whole_list_and_nothing_else_does(
    carol: Customer, made: list[int], limit: int, spoilt: int
) -> None:
    by_moment = CustomerNote.objects.order_by("-created_at", "-id")
    by_id = CustomerNote.objects.order_by("-id")

    def moments(cursor: str) -> Page[CustomerNote]:
        return cursors.newest_first(by_moment, by="created_at", prefix="cnt", limit=limit, cursor=cursor)

    def ids(cursor: str) -> Page[CustomerNote]:
        return cursors.newest_ids_first(by_id, limit=limit, cursor=cursor)

    with transaction.atomic():
        for ago in made:
            CustomerNote.objects.create(customer=carol, text="A note", created_at=NOW - timedelta(minutes=ago))
        for rows, read in ((by_moment, moments), (by_id, ids)):
            seen = list[str]()
            cursor: str | None = ""
            while cursor is not None:
                found = read(cursor)
                seen += [str(row.pk) for row in found.rows]
                cursor = found.next_cursor
                if cursor:
                    with pytest.raises(ParameterError):
                        read(spoiled(cursor, spoilt))
            assert seen == [str(key) for key in rows.values_list("pk", flat=True)]
        transaction.set_rollback(True)


def spoiled(cursor: str, place: int) -> str:
    """The cursor with another value in it."""
    values = json.loads(base64.urlsafe_b64decode(cursor))
    at = place % len(values)
    values[at] = f"{values[at][:-1]}{'1' if values[at][-1] != '1' else '2'}"
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()
