"""What order numbers look like: learnt from the orders, or as the company says; found in what customers write."""

from decimal import Decimal

import pytest
from django.utils import timezone

from agents.models import Role
from assistant.models import AssistantSettings, Order
from assistant.records import numbers
from assistant.records.numbers import Numbers, learnt
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient

LARKFIELD = learnt(["LC-104233", "LC-104235", "LC-104101"])
TWO_SHOPS = learnt(["A 1001", "A 1002", "2024/77001"])
RANDOM = learnt([f"{letter}7{letter}QX{number}" for number, letter in enumerate("ABCDEFGHJK")])


@pytest.mark.parametrize(
    ("known", "text", "found"),
    [
        (LARKFIELD, "where is LC-104233?", ["LC-104233"]),
        (LARKFIELD, "lc104233 and #LC 104235, no: lc-104233", ["LC-104233", "LC-104235"]),
        (LARKFIELD, "my code is 104233", []),
        (LARKFIELD, "call 01632 960142, ABC-104233, LC-1042", []),
        (TWO_SHOPS, "A1001 or 2024/77001", ["A 1001"]),
        (RANDOM, "it says b7bqx1 on the box, please hurry", ["B7BQX1"]),
        (RANDOM, "please please please", []),
        (Numbers(), "order LF-20417, or lf20418", ["LF-20417", "LF20418"]),
    ],
)
def test_numbers_in_a_text(known: Numbers, text: str, found: list[str]) -> None:
    assert known.found_in(text) == found


@pytest.mark.parametrize(
    ("known", "text", "read"),
    [
        (LARKFIELD, "104233", "LC-104233"),
        (LARKFIELD, "it's 104 233 I think", "LC-104233"),
        (LARKFIELD, "1042", ""),
        (LARKFIELD, "no idea", ""),
        (TWO_SHOPS, "1001", "A 1001"),
        (Numbers(), "55120033", "55120033"),
        (Numbers(), "12", ""),
    ],
)
def test_a_reply_to_the_question_for_the_number_may_be_bare(known: Numbers, text: str, read: str) -> None:
    assert known.read(text) == read


def test_the_company_says_what_its_numbers_look_like_or_its_orders_tell(in_acme: Tenant) -> None:
    assert numbers.of_tenant() == numbers.USUAL
    Order.objects.create(
        number="AC-10001", customer_name="Carol", email="carol@example.org", state="paid", total=Decimal(5),
        placed_at=timezone.now(),
    )  # fmt: skip
    assert numbers.of_tenant().read("10001") == "AC-10001"
    AssistantSettings.objects.create(order_numbers="R-2024-0001, K?????7")
    assert numbers.of_tenant().found_in("r20240009, kab12c7, AC-10001") == ["R-2024-0009", "KAB12C7"]


def test_the_setting_is_read_and_changed_over_rest_and_wrong_examples_are_named(in_acme: Tenant) -> None:
    alice = cast.signed_in(HostClient("acme.localhost"), cast.agent("alice", Role.ADMIN).email)
    at = "/api/v1/assistant/modes"

    def change(text: str) -> tuple[int, str]:
        reply = alice.patch(at, {"order_numbers": text}, content_type="application/json")
        return reply.status_code, str(reply.json())

    assert change("R-2024-0001, 2024/77")[0] == 200
    assert alice.get(at).json()["order_numbers"] == "R-2024-0001, 2024/77"
    assert numbers.of_tenant().examples == ("R-2024-0001", "2024/77")
    code, told = change("R-1, hello")
    assert code == 422
    assert "hello" in told
    assert numbers.of_tenant().examples == ("R-2024-0001", "2024/77")
    assert change("")[0] == 200
    assert numbers.of_tenant() == numbers.USUAL
