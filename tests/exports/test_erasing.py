"""A customer is erased everywhere, and nobody else is touched."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client

from agents import people
from agents.models import Role
from assistant.models import Appointment, Order
from conversations import log, receive, tasks
from conversations.erasing import customers, removing, tables
from conversations.errors import ErasedError
from conversations.exporting import making
from conversations.models import Attachment, Conversation, Customer, Erasure, Export, Message
from conversations.widget import visitors
from tenants import current, erased, ids, jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.clients import HostClient
from tests.exports import canaries, life
from tests.exports.test_making import begun, finished, run_jobs
from tests.sockets import DESK, WIDGET, Peer

CAROL = life.canary("carol")


def erase(desk: Client, customer: Customer, *, confirm: str | None = None) -> Any:
    return desk.post(
        f"/api/v1/customers/{customer.id}/erase",
        {"confirm": customer.email if confirm is None else confirm},
        content_type="application/json",
    )


def test_nothing_is_left_of_the_customer_anywhere(
    acme: Tenant, desk: Client, carol: Customer, erin: Customer, uploads_folder: Path
) -> None:
    finished(desk, begun(desk, kind="workspace")["id"])
    finished(desk, begun(desk, kind="customer", customer_id=carol.id)["id"])
    with current.entered(acme):
        before = canaries.places(CAROL, schema="acme", folder=uploads_folder)
        others = canaries.places(life.canary("erin"), schema="acme", folder=uploads_folder)
    assert len(before) >= 14
    assert "acme.conversations_decision" in before
    assert erase(desk, carol).status_code == 202
    run_jobs(customers.KIND)
    with current.entered(acme):
        assert canaries.places(CAROL, schema="acme", folder=uploads_folder) == []
        where = canaries.places(carol.id, schema="acme", folder=uploads_folder)
        assert where == ["acme.trail_auditentry", erased.FILE], "on record, and on the list that outlives a restore"
        left = canaries.places(life.canary("erin"), schema="acme", folder=uploads_folder)
        goes = "acme.assistant_connectorcall"  # what the log kept of calls goes altogether
        assert set(left) == {place for place in others if not place.endswith(".zip")} - {goes}
        assert not Job.objects.filter(ids__icontains=str(carol.id)).exists()


def test_the_id_is_nowhere_but_where_it_is_kept_from_coming_back(
    acme: Tenant, desk: Client, carol: Customer, uploads_folder: Path
) -> None:
    raw = str(ids.decode("cus", str(carol.id)))
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        assert canaries.places(raw, schema="acme", folder=uploads_folder) == ["acme.conversations_erasure"]


def test_what_remains_are_counts_and_the_companys_books(acme: Tenant, desk: Client, carol: Customer) -> None:
    with current.entered(acme):
        messages, files = Message.objects.count(), Attachment.objects.count()
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        erasure = Erasure.objects.get()
        assert erasure.done_at is not None
        assert (erasure.conversations, erasure.messages, erasure.files) == (
            1,
            messages + 2,
            files,
        )  # it was closed first
        order, visit = Order.objects.get(), Appointment.objects.get()
        assert (order.customer_name, order.email, order.address) == (customers.NOBODY, "", {})
        assert order.total == 10
        assert (visit.customer_name, visit.email, visit.note) == (customers.NOBODY, "", "")
        assert (visit.conversation, visit.remind) == ("", False)
        told = [entry.action for entry in AuditEntry.objects.filter(object_id=carol.id).order_by("at")]
        assert told == ["customer.erasure_requested", "customer.erased"]


def test_records_under_an_address_of_two_customers_stay(acme: Tenant, desk: Client, carol: Customer) -> None:
    with current.entered(acme):
        Customer.objects.create(name="The real one", email=carol.email)
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        assert Order.objects.get().email == carol.email


TOLD_ELSEWHERE = {  # each has a test of its own that it goes: labels, reviews, assessments, merging, replays, leads …
    "conversations.HandoverLabel",
    "conversations.Review",
    "conversations.Assessment",
    "conversations.AssessmentAnswer",
    "conversations.AssessmentOutcome",
    "conversations.SamplingPick",
    "conversations.ReplayedConversation",
    "conversations.CustomerMerge",
    "conversations.NotDoubles",
    "conversations.Mention",
    "conversations.Episode",
    "conversations.Export",
    "assistant.Intent",
    "assistant.Lead",
    "conversations.WebhookEvent",
    "conversations.WebhookDelivery",
    "agents.IdempotentRequest",
    "conversations.OutsideTurn",
    "conversations.Migration",
    "conversations.MigrationItem",
}
STAYS = {"Order", "Appointment", "Action", "ConnectorCall", "RecordImport", "RecordImportRow", "ToMeasure"}


def test_what_goes_was_there_before_and_is_not_afterwards(acme: Tenant, desk: Client, carol: Customer) -> None:
    with current.entered(acme):
        there = {label for label in tables.GOES if apps.get_model(label).objects.exists()}
    assert set(tables.GOES) - there == TOLD_ELSEWHERE - there
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        left = {label for label in there if apps.get_model(label).objects.exists()}
    assert {label.split(".")[1] for label in left} <= STAYS | {"Episode"}


def test_every_table_of_a_tenant_says_what_becomes_of_it() -> None:
    known = [app for app in apps.get_app_configs() if app.name in settings.TENANT_APPS]
    models = {model._meta.label for app in known for model in app.get_models(include_auto_created=True)}
    assert set(tables.GOES) | set(tables.KEEPS_NOTHING) == models
    assert not set(tables.GOES) & set(tables.KEEPS_NOTHING)


@pytest.mark.parametrize("confirm", ["", "   ", "somebody else", "cus_00000000000000000000000000"])
def test_without_the_name_typed_nothing_is_erased(acme: Tenant, desk: Client, carol: Customer, confirm: str) -> None:
    response = erase(desk, carol, confirm=confirm)
    assert (response.status_code, response.json()["error"]["param"]) == (422, "confirm")
    with current.entered(acme):
        assert not Erasure.objects.exists()
        assert not Job.objects.filter(kind=customers.KIND).exists()
        assert Customer.objects.filter(pk=carol.pk).exists()


@pytest.mark.parametrize("word", ["name", "email", "id"])
def test_name_address_or_id_confirm_it_in_any_case(acme: Tenant, desk: Client, carol: Customer, word: str) -> None:
    assert erase(desk, carol, confirm=f" {getattr(carol, word).upper()} ").status_code == 202


@pytest.mark.parametrize("role", [Role.VIEWER, Role.AGENT, Role.SUPERVISOR])
def test_others_may_not_erase(acme: Tenant, carol: Customer, role: Role) -> None:
    with current.entered(acme):
        cast.agent("bob", role)
    bob = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    assert erase(bob, carol).status_code == 403
    with current.entered(acme):
        assert not Erasure.objects.exists()


def test_asking_twice_erases_once(acme: Tenant, desk: Client, carol: Customer) -> None:
    assert erase(desk, carol).json()["id"] == erase(desk, carol).json()["id"]
    assert Job.objects.filter(kind=customers.KIND).count() == 1
    run_jobs(customers.KIND)
    assert erase(desk, carol).status_code == 404


def test_a_worker_that_dies_half_way_is_followed_by_one_that_ends_it(
    acme: Tenant, desk: Client, carol: Customer, uploads_folder: Path
) -> None:
    with current.entered(acme):
        second = log.create(carol)
        first = carol.conversations.order_by("created_at").first()
        assert first is not None
        removing.remove(str(first.id))
        assert Conversation.objects.filter(pk=second.pk).exists()
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        assert canaries.places(CAROL, schema="acme", folder=uploads_folder) == []


def test_who_comes_back_with_the_old_token_is_somebody_new(acme: Tenant, desk: Client, carol: Customer) -> None:
    with current.entered(acme):
        token = visitors.token(carol)
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        assert visitors.known(token) is None
        with pytest.raises(ErasedError):
            receive.message(carol, "I am still here", client_id=cast.new_id())
        assert not Customer.objects.filter(pk=carol.pk).exists()


def test_a_copy_in_the_making_begins_again_without_the_customer(
    acme: Tenant, desk: Client, carol: Customer, uploads_folder: Path
) -> None:
    asked = begun(desk, kind="workspace")
    with current.entered(acme):
        export = Export.objects.get()
        Export.objects.update(state="running", total=10, done=5)
        making.file_of(export).parent.mkdir(parents=True)
        making.file_of(export).with_suffix(".part").write_text(CAROL)
    erase(desk, carol)
    run_jobs(customers.KIND)
    with current.entered(acme):
        assert canaries.places(CAROL, schema="acme", folder=uploads_folder) == []
    assert finished(desk, asked["id"])["state"] == "done"


def test_jobs_that_name_the_conversation_go_with_it(acme: Tenant, desk: Client, carol: Customer) -> None:
    with current.entered(acme):
        thread = carol.conversations.get()
        assert Job.objects.filter(ids__conversation_id=str(thread.id)).exists()
    erase(desk, carol)
    run_jobs(customers.KIND)
    of_nobody = [making.EXPIRE, people.MOVED]
    assert not Job.objects.exclude(kind__in=of_nobody).exclude(schema_name="public").exists()
    with current.entered(acme):
        assert jobs.forget([str(thread.id)]) == 0
        assert tasks.WORK[customers.KIND] is customers.erase


def test_open_sockets_of_the_customer_are_closed_and_the_desk_is_told(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        alice = cast.agent("alice", Role.ADMIN)
        carol = life.of("carol", agent=alice)
        thread = str(carol.conversations.get().id)
        token, cookie = visitors.token(carol), sockets.cookie(sockets.session_of(alice))

    async def story() -> None:
        async with Peer(WIDGET) as carols, Peer(DESK, cookie=cookie) as desk:
            assert (await sockets.visitor(carols, token=token))["conversation"]["id"] == thread
            await desk.op("welcome")
            await in_tenant(acme, removing.remove, thread)
            assert (await desk.event("conversation.removed"))["conversation_id"] == thread
            assert await carols.closed() == 4401

    sockets.run(story)
