"""The connector's settings: the secret told once, a test call that shows everything, the log, and acts tried again."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agents.models import Role
from assistant.connector import calls
from assistant.models import Action, ActionState, Connector, ConnectorCall
from assistant.records import chosen
from conversations import tasks
from tenants import jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.business.conftest import sent, wrong
from tests.clients import HostClient
from tests.connector_server.misbehaving import MISBEHAVIOURS
from tests.connector_server.serving import Service, serving


@pytest.fixture
def alice(in_acme: Tenant) -> Client:
    """The browser of alice, an admin."""
    return cast.signed_in(HostClient("acme.localhost"), cast.agent("alice", Role.ADMIN).email)


def test_it_is_off_until_it_was_set_up_step_by_step(alice: Client, settings: LazySettings) -> None:
    assert sent(alice, "get", "connector")["on"] is False
    assert wrong(alice, "patch", "connector", {"on": True})[0] == "address"
    settings.BATON_ALLOW_LOOPBACK = True
    with serving() as service:
        sent(alice, "patch", "connector", {"address": service.address + "/"})
        assert wrong(alice, "patch", "connector", {"on": True})[0] == "on"
        assert wrong(alice, "post", "connector/test", {"kind": "products.list"})[0] == "secret"
        service.key = sent(alice, "post", "connector/secret", status=201)["secret"]
        assert sent(alice, "post", "connector/test", {"kind": "products.list"})["ok"] is True
        told = sent(alice, "patch", "connector", {"on": True, "reads": ["products"], "acts": ["refund"]})
        assert (told["on"], told["address"], told["reads"], told["has_secret"]) == (
            True,
            service.address,
            ["products"],
            True,
        )
        assert len(chosen.of_tenant().products()) == 1


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"address": "http://shop.example"}, "address"),
        ({"address": "ftp://shop.example"}, "address"),
        ({"address": "https://shop.example/?a=1"}, "address"),
        ({"reads": ["money"]}, "reads.0"),
        ({"acts": ["launch_rocket"]}, "acts"),
        ({"seconds": 60}, "seconds"),
        ({"keep_minutes": 1000}, "keep_minutes"),
    ],
)
def test_what_cannot_be_is_named_and_changes_nothing(alice: Client, fields: dict[str, Any], param: str) -> None:
    assert wrong(alice, "patch", "connector", fields)[0] == param
    assert not Connector.objects.exists()


def test_the_secret_is_told_once_and_the_one_before_is_good_for_a_day(alice: Client, service: Service) -> None:
    old = service.key
    new = sent(alice, "post", "connector/secret", status=201)["secret"]
    assert new != old
    told = json.dumps(sent(alice, "get", "connector"))
    trail = json.dumps([entry.changes for entry in AuditEntry.objects.all()])
    assert new not in told + trail
    assert old not in told + trail
    assert len(chosen.of_tenant().products()) == 1  # the service still has the old one
    service.key = new
    assert len(chosen.of_tenant().products()) == 1
    Connector.objects.update(old_until=timezone.now() - timedelta(seconds=1))
    chosen.of_tenant().products()
    assert len(service.headers[-1]["webhook-signature"].split(" ")) == 1


def test_a_test_call_shows_what_went_out_and_what_came_back(alice: Client, service: Service) -> None:
    came = sent(alice, "post", "connector/test", {"kind": "orders.find", "number": "EX-5001"})
    assert (came["ok"], came["found"], came["problem"]) == (True, 1, None)
    assert came["request"]["url"] == f"{service.address}/orders/find"
    assert came["request"]["headers"]["webhook-signature"].startswith("v1,")
    assert json.loads(came["request"]["body"])["data"] == {"number": "EX-5001"}
    assert json.loads(came["reply"]["body"])["data"][0]["number"] == "EX-5001"
    assert ConnectorCall.objects.get().purpose == "test"
    assert ConnectorCall.objects.get().kept == {}


@pytest.mark.parametrize("name", ["words for a price", "web page", "500", "hangs up"])
def test_a_test_call_names_what_is_wrong(alice: Client, service: Service, name: str) -> None:
    service.behaviour = MISBEHAVIOURS[name].behaviour
    came = sent(alice, "post", "connector/test", {"kind": "orders.find", "number": "EX-5001"})
    assert came["ok"] is False
    assert MISBEHAVIOURS[name].says in came["problem"]
    assert (came["reply"] is None) == (name == "hangs up")


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"kind": "orders.drop"}, "kind"),
        ({"kind": "orders.find"}, "number"),
        ({"kind": "orders.find", "number": "1", "email": "carol@example.org"}, "number"),
        ({"kind": "persons.find", "number": "1"}, "email"),
        ({"kind": "tickets.find", "email": "carol"}, "email"),
    ],
)
def test_a_test_call_needs_a_question(alice: Client, service: Service, body: dict[str, str], param: str) -> None:
    assert wrong(alice, "post", "connector/test", body)[0] == param
    assert service.requests == []


def test_a_test_call_is_made_although_the_service_is_left_alone(alice: Client, service: Service) -> None:
    for _ in range(5):
        ConnectorCall.objects.create(purpose="read", path="/orders/find", outcome="unreachable")
    told = sent(alice, "get", "connector")
    assert told["left_alone_seconds"] > 0
    assert (told["calls_today"], told["failed_today"]) == (5, 5)
    assert sent(alice, "post", "connector/test", {"kind": "products.list"})["ok"] is True


def test_bodies_are_kept_only_for_a_while_and_only_when_asked_for(alice: Client, service: Service) -> None:
    sent(alice, "patch", "connector", {"keep_minutes": 10})
    assert AuditEntry.objects.get(action="connector.changed").changes == {"keeps_bodies_for_minutes": [None, 10]}
    chosen.of_tenant().orders_of("carol@example.org")
    (row,) = sent(alice, "get", "connector/calls")["data"]
    assert row["has_bodies"] is True
    whole = sent(alice, "get", f"connector/calls/{row['id']}")
    assert "carol@example.org" in whole["request"]
    assert "Mill Lane" in whole["reply"]
    job = Job.objects.get(kind="connector_tidy")
    Job.objects.update(run_at=timezone.now())
    assert jobs.run(job.id, tasks.work)
    assert sent(alice, "get", f"connector/calls/{row['id']}")["reply"] is None
    Connector.objects.update(keeps_until=timezone.now())
    chosen.of_tenant().orders_of("carol@example.org")
    assert not ConnectorCall.objects.exclude(kept={}).exists()


def test_switching_it_off_removes_the_bodies_at_once(alice: Client, service: Service) -> None:
    sent(alice, "patch", "connector", {"keep_minutes": 10})
    chosen.of_tenant().products()
    assert sent(alice, "patch", "connector", {"keep_minutes": 0})["keeps_until"] is None
    assert not ConnectorCall.objects.exclude(kept={}).exists()


def test_the_log_comes_in_pages_with_one_question(alice: Client) -> None:
    for number in range(5):
        outcome = "slow" if number % 2 else "answered"
        ConnectorCall.objects.create(purpose="read", path=f"/{number}", outcome=outcome)
    with CaptureQueriesContext(connection) as asked:
        first = sent(alice, "get", "connector/calls?limit=3")
    assert sum("connectorcall" in query["sql"] for query in asked) == 1
    rest = sent(alice, "get", f"connector/calls?limit=3&cursor={first['next_cursor']}")
    assert [row["path"] for row in first["data"] + rest["data"]] == ["/4", "/3", "/2", "/1", "/0"]
    assert [row["path"] for row in sent(alice, "get", "connector/calls?failed=true")["data"]] == ["/3", "/1"]


def test_old_calls_go(in_acme: Tenant) -> None:
    old, kept = (
        ConnectorCall.objects.create(
            purpose="read", path="/", outcome="answered", created_at=timezone.now() - age, kept={"request": "x"}
        )
        for age in (calls.KEPT_FOR + timedelta(hours=1), calls.BODIES_KEPT_FOR + timedelta(hours=1))
    )
    calls.forget_old()
    assert not ConnectorCall.objects.filter(pk=old.pk).exists()
    assert ConnectorCall.objects.get(pk=kept.pk).kept == {}


def test_what_failed_is_listed_and_may_be_tried_again(alice: Client) -> None:
    made = Action.objects.create(
        skill="refund", kind="refund", key="k", subject="EX-1", because="x", state=ActionState.FAILED, problem="No."
    )
    Action.objects.create(skill="refund", kind="refund", key="l", subject="EX-2", because="x")
    (row,) = sent(alice, "get", "connector/actions")["data"]
    assert (row["subject"], row["state"], row["problem"]) == ("EX-1", "failed", "No.")
    assert sent(alice, "post", f"connector/actions/{made.id}/retry")["state"] == "pending"
    assert Job.objects.filter(kind="connector_act").count() == 1
    sent(alice, "post", f"connector/actions/{made.id}/retry", status=409)
    sent(alice, "post", "connector/actions/act_00000000000000000000000000/retry", status=404)
    assert AuditEntry.objects.filter(action="action.tried_again").count() == 1
