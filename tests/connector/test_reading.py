"""Records out of a tenant's own service: signed, checked, asked once, and only those that were chosen."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.conf import LazySettings

from assistant.models import ConnectorCall, Order
from assistant.records import chosen
from assistant.records.builtin import BuiltIn
from assistant.records.contract import RecordsDownError
from tenants import current, signing
from tenants.models import Tenant
from tests.connector_server.serving import ORDER, Service
from tests.connector_server.setting import use


def test_without_a_connector_the_records_are_batons_own(in_acme: Tenant) -> None:
    assert isinstance(chosen.of_tenant(), BuiltIn)


def test_an_order_is_read_as_it_stands_there(service: Service) -> None:
    found = chosen.of_tenant().order(" ex-5001 ")
    assert found is not None
    assert (found.number, found.email, found.state, found.total) == (
        "EX-5001",
        "carol@example.org",
        "shipped",
        Decimal("89.90"),
    )
    assert found.shipped_at == datetime(2026, 11, 4, tzinfo=UTC)
    assert [(item.line, item.price, item.refunded) for item in found.items] == [(1, Decimal("44.95"), 0)]
    assert found.address["town"] == "Hartsbridge"


def test_all_other_records_are_read_too(service: Service) -> None:
    records = chosen.of_tenant()
    assert [order.number for order in records.orders_of("CAROL@example.org")] == ["EX-5001"]
    assert [product.attributes for product in records.products()] == [{"lumen": 600}]
    ticket, person = records.ticket("T-100"), records.person("carol@example.org")
    assert ticket is not None
    assert ticket.newest == "Please send us a picture."
    assert records.tickets_of("carol@example.org") == [ticket]
    assert person is not None
    assert person.phone == "+441234567890"
    assert records.order("EX-1") is None
    assert records.person("nobody@example.org") is None


def test_orders_come_with_the_newest_first(service: Service) -> None:
    service.orders.append({**ORDER, "number": "EX-5002", "placed_at": "2026-11-20T09:00:00+01:00"})
    assert [order.number for order in chosen.of_tenant().orders_of("carol@example.org")] == ["EX-5002", "EX-5001"]


def test_a_request_is_signed_and_names_what_it_wants_in_its_body_alone(service: Service) -> None:
    chosen.of_tenant().order("EX-5001")
    ((path, asked),) = service.requests
    assert path == "/baton/orders/find"
    assert asked["type"] == "orders.find"
    assert asked["data"] == {"number": "EX-5001"}
    assert service.headers[0]["webhook-signature"].startswith("v1,")


def test_what_one_turn_asked_is_not_asked_again(service: Service) -> None:
    records = chosen.of_tenant()
    assert records.order("EX-5001") == records.order("EX-5001")
    assert len(service.requests) == 1
    chosen.of_tenant().order("EX-5001")
    assert len(service.requests) == 2


def test_what_was_not_chosen_stays_batons_own(service: Service, settings: LazySettings) -> None:
    use(service, settings, reads=["products"])
    Order.objects.create(
        number="AC-1", email="carol@example.org", state="paid", placed_at=datetime.now(UTC), total=Decimal(5)
    )
    records = chosen.of_tenant()
    assert records.order("EX-5001") is None
    assert records.order("AC-1") is not None
    assert len(records.products()) == 1
    assert service.paths() == ["/baton/products/list"]


def test_the_log_tells_each_call_and_nothing_about_the_customer(service: Service) -> None:
    chosen.of_tenant().orders_of("carol@example.org")
    (call,) = ConnectorCall.objects.all()
    assert (call.purpose, call.method, call.path) == ("read", "POST", "/orders/find")
    assert (call.outcome, call.status, call.problem, call.kept) == ("answered", 200, "", {})
    told = json.dumps([str(value) for value in vars(call).values()])
    assert "carol" not in told.lower()


def test_a_wrong_secret_is_told_as_such(service: Service) -> None:
    service.key = signing.secret()
    with pytest.raises(RecordsDownError, match="secret"):
        chosen.of_tenant().order("EX-5001")
    assert ConnectorCall.objects.get().outcome == "signature_refused"


def test_another_company_does_not_ask_it(service: Service, globex: Tenant) -> None:
    with current.entered(globex):
        assert isinstance(chosen.of_tenant(), BuiltIn)
    assert service.requests == []
