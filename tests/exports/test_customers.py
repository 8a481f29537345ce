"""Customers over REST: found by name, address or id, in pages, with what is known of one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agents.models import Role
from conversations import log
from conversations.models import Customer
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient


def names(client: Client, query: str = "") -> list[str]:
    response = client.get(f"/api/v1/customers?{query}")
    assert response.status_code == 200, response.content
    return [row["name"] for row in response.json()["data"]]


@pytest.fixture
def three(acme: Tenant) -> list[Customer]:
    """Ann, Ben and Zoë, who came in this order; Ben wrote twice."""
    with current.entered(acme):
        made = [cast.customer(name) for name in ("ann", "ben", "zoë")]
        for number, customer in enumerate(made):
            customer.created_at = timezone.now() - timedelta(hours=3 - number)
            customer.save()
        log.create(made[1])
        log.create(made[1])
    return made


def test_the_newest_come_first_with_how_often_they_wrote(desk: Client, three: list[Customer]) -> None:
    rows = desk.get("/api/v1/customers").json()["data"]
    assert [(row["name"], row["conversations"]) for row in rows] == [("Zoë", 0), ("Ben", 2), ("Ann", 0)]
    assert rows[1] == {
        "id": three[1].id,
        "name": "Ben",
        "email": "ben@example.org",
        "external_id": None,
        "created_at": rows[1]["created_at"],
        "conversations": 2,
        "merged_into": None,
    }


@pytest.mark.parametrize(
    ("search", "found"),
    [("BEN", ["Ben"]), ("ann@example", ["Ann"]), ("example.org", ["Zoë", "Ben", "Ann"]), ("nobody", []), ("cus_x", [])],
)
def test_they_are_found_by_a_part_of_name_or_address(
    desk: Client, three: list[Customer], search: str, found: list[str]
) -> None:
    assert names(desk, f"search={search}") == found


def test_one_is_found_by_the_id(desk: Client, three: list[Customer]) -> None:
    assert names(desk, f"search={three[0].id}") == ["Ann"]


def test_pages_follow_each_other(desk: Client, three: list[Customer]) -> None:
    first = desk.get("/api/v1/customers?limit=2").json()
    assert first["has_more"] is True
    assert names(desk, f"limit=2&cursor={first['next_cursor']}") == ["Ann"]
    assert desk.get("/api/v1/customers?cursor=nonsense").json()["error"]["param"] == "cursor"


def test_a_page_takes_the_same_queries_however_long_it_is(acme: Tenant, desk: Client, three: list[Customer]) -> None:
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            names(desk, "limit=100")
        counts.append(sum("conversations_customer" in query["sql"] for query in asked))
        with current.entered(acme):
            for number in range(20):
                cast.customer(f"more{number}")
    assert counts == [1, 1]


def test_what_is_known_of_one(desk: Client, three: list[Customer]) -> None:
    told = desk.get(f"/api/v1/customers/{three[1].id}").json()
    assert (told["name"], told["language"], told["attributes"]) == ("Ben", "en", {})
    assert len(told["conversations"]) == 2
    assert told["being_erased"] is False
    desk.post(f"/api/v1/customers/{three[1].id}/erase", {"confirm": "ben"}, content_type="application/json")
    assert desk.get(f"/api/v1/customers/{three[1].id}").json()["being_erased"] is True


@pytest.mark.parametrize("customer_id", ["cus_00000000000000000000000000", "nonsense", "conv_1"])
def test_nobody_is_not_found(desk: Client, customer_id: str) -> None:
    assert desk.get(f"/api/v1/customers/{customer_id}").status_code == 404
    erased = desk.post(f"/api/v1/customers/{customer_id}/erase", {"confirm": "x"}, content_type="application/json")
    assert erased.status_code == 404


def test_another_companys_customers_are_not_there(globex: Tenant, desk: Client) -> None:
    with current.entered(globex):
        dora = cast.customer("dora")
    assert names(desk, "search=dora") == []
    assert desk.get(f"/api/v1/customers/{dora.id}").status_code == 404
    path = f"/api/v1/customers/{dora.id}/erase"
    assert desk.post(path, {"confirm": "Dora"}, content_type="application/json").status_code == 404
    with current.entered(globex):
        assert Customer.objects.get() == dora


def test_viewers_may_look(acme: Tenant, three: list[Customer]) -> None:
    with current.entered(acme):
        cast.agent("vera", Role.VIEWER)
    assert names(cast.signed_in(HostClient("acme.localhost"), "vera@example.com")) == ["Zoë", "Ben", "Ann"]
