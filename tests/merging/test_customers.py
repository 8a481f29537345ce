"""Two records are said to be one person: the desk sees them together, and whoever claimed an address gains nothing."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from assistant.models import Order
from conversations import known
from conversations.erasing import customers as erasing
from conversations.identity import joining as identifying
from conversations.identity.signature import Claims
from conversations.models import Customer, CustomerMerge, Erasure, NotDoubles, Proof
from conversations.widget import history, visitors
from tenants import ids
from tenants.errors import NotFoundError
from tenants.jobs import Lease
from tenants.models import Job
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient

API = "/api/v1/customers"


def merge(desk: Client, kept: Customer, taken: Customer) -> dict[str, Any]:
    sent = desk.post(f"{API}/{kept.id}/merges", {"customer_id": str(taken.id)}, content_type="application/json")
    assert sent.status_code == 201, sent.content
    told: dict[str, Any] = sent.json()
    return told


def test_doubles_are_suggested_with_their_reasons(
    desk: Client, carol: Customer, claimant: Customer, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Customer.objects.create(name="Somebody else", email="else@example.org")
    namesake = Customer.objects.create(name="carol kent", attributes={"phone": "+49 171 2345678"})
    told = desk.get(f"{API}/{carol.id}/doubles").json()["data"]
    assert [(one["id"], one["certain"]) for one in told] == [(claimant.id, False), (namesake.id, False)]
    assert "not proven by both" in told[0]["reasons"][0]
    refused = desk.post(
        f"{API}/{carol.id}/not_doubles", {"customer_id": str(namesake.id)}, content_type="application/json"
    )
    assert refused.status_code == 204
    assert NotDoubles.objects.count() == 1
    assert [one["id"] for one in desk.get(f"{API}/{carol.id}/doubles").json()["data"]] == [claimant.id]


def test_the_preview_shows_what_comes_together_and_warns(desk: Client, carol: Customer, claimant: Customer) -> None:
    cast.says(claimant, "Where is my parcel?")
    told = desk.get(f"{API}/{carol.id}/merges/preview?customer_id={claimant.id}").json()
    assert told["brings"] == {"records": 1, "conversations": 1, "live": 1, "orders": 0, "proofs": 0}
    assert {"name": "plan", "kept": "gold", "taken": "basic"} in told["attributes"]
    assert "Nobody proved" in told["warnings"][0]
    assert told["refused"] is None
    assert not CustomerMerge.objects.exists()


def test_the_desk_sees_one_person_and_both_values_stay(desk: Client, carol: Customer, claimant: Customer) -> None:
    cast.says(carol, "Where is my parcel?")
    cast.says(claimant, "Change my address, please.")
    merge(desk, carol, claimant)
    for record in (carol, claimant):
        told = desk.get(f"{API}/{record.id}").json()
        assert told["id"] == carol.id
        assert len(told["conversations"]) == 2
        assert [one["attributes"].get("plan") for one in told["records"]] == ["gold", "basic"]
        assert [one["proven"] for one in told["records"]] == [["carol@example.org"], []]
    assert AuditEntry.objects.filter(action="customer.merged").exists()


def test_whoever_claimed_the_address_gains_nothing(desk: Client, carol: Customer, claimant: Customer) -> None:
    hers = cast.says(carol, "My parcel never came.")
    cast.says(claimant, "Tell me what I ordered.")
    tokens = visitors.token(carol), visitors.token(claimant)
    before = known.of_customer(claimant)
    merge(desk, carol, claimant)
    again = visitors.known(tokens[1])
    assert again is not None
    assert again.pk == claimant.pk
    assert known.of_customer(again) == before
    assert not known.of_customer(again).proven
    with pytest.raises(NotFoundError):
        history.log_of(again, str(hers.id), after_seq=0)
    owner = visitors.known(tokens[0])
    assert owner is not None
    assert owner.pk == carol.pk
    assert owner.conversations.count() == 1  # nor does the claimant's thread come to her


def test_taking_it_back_makes_two_people_again(desk: Client, carol: Customer, claimant: Customer, bob: Agent) -> None:
    third = Customer.objects.create(name="Carol at work")
    merge(desk, claimant, third)
    told = merge(desk, carol, claimant)
    assert {row.merged_into_id for row in Customer.objects.filter(pk__in=[claimant.id, third.id])} == {carol.id}
    (row,) = told["merges"]
    assert desk.delete(f"{API}/{carol.id}/merges/{row['id']}").status_code == 200
    rows = dict(Customer.objects.values_list("id", "merged_into"))
    assert rows == {carol.id: None, claimant.id: None, third.id: claimant.id}
    assert desk.delete(f"{API}/{carol.id}/merges/{row['id']}").status_code == 409


def test_two_whom_the_company_signed_stay_two(desk: Client, carol: Customer, claimant: Customer) -> None:
    Customer.objects.filter(pk=carol.pk).update(external_id="1")
    Customer.objects.filter(pk=claimant.pk).update(external_id="2")
    sent = desk.post(f"{API}/{carol.id}/merges", {"customer_id": str(claimant.id)}, content_type="application/json")
    assert sent.status_code == 409
    same = desk.post(f"{API}/{carol.id}/merges", {"customer_id": str(carol.id)}, content_type="application/json")
    assert same.status_code == 422
    assert not Customer.objects.exclude(merged_into=None).exists()


def test_who_signs_in_takes_along_what_was_merged_into_the_visitor(
    desk: Client, carol: Customer, claimant: Customer
) -> None:
    signed = Customer.objects.create(name="Carol", external_id="7")
    merge(desk, claimant, carol)
    identifying.identify(
        claimant, Claims(sub="7", email="carol@example.org", name="Carol", attributes=None, expires_at=0)
    )
    carol.refresh_from_db()
    assert carol.merged_into_id == signed.id
    assert not Customer.objects.filter(pk=claimant.pk).exists()


@pytest.mark.parametrize("asked", ["kept", "taken"])
def test_erasing_one_record_erases_the_whole_person(
    asked: str, desk: Client, carol: Customer, claimant: Customer, alice: Agent
) -> None:
    for record in (carol, claimant):
        cast.says(record, "Hello")
    her = {"email": "carol@example.org", "customer_name": "Carol Kent", "placed_at": timezone.now()}
    Order.objects.create(number="A-1", total=1, currency="EUR", **her)
    merge(desk, carol, claimant)
    record = carol if asked == "kept" else claimant
    admin = cast.signed_in(HostClient("acme.localhost"), alice.email)
    confirmed = {"confirm": str(record.id)}
    assert admin.post(f"{API}/{record.id}/erase", confirmed, content_type="application/json").status_code == 202
    job = Job.objects.get(kind=erasing.KIND)
    erasing.erase(Lease(job.id, cast.new_id(), job.schema_name, job.kind, job.ids, 1))
    assert not Customer.objects.filter(pk__in=[carol.pk, claimant.pk]).exists()
    assert not Proof.objects.exists()
    assert not CustomerMerge.objects.exists()
    done = Erasure.objects.exclude(done_at=None).values_list("customer_id", flat=True)
    assert set(done) == {ids.decode("cus", str(row.id)) for row in (carol, claimant)}
    assert Order.objects.get().email == ""
    assert visitors.known(visitors.token(claimant)) is None


def test_nobody_is_merged_with_who_is_being_erased(
    desk: Client, carol: Customer, claimant: Customer, alice: Agent
) -> None:
    Erasure.objects.create(customer_id=ids.decode("cus", str(claimant.id)))
    sent = desk.post(f"{API}/{carol.id}/merges", {"customer_id": str(claimant.id)}, content_type="application/json")
    assert sent.status_code == 409


def test_the_panel_asks_a_fixed_number_of_questions(
    desk: Client, carol: Customer, claimant: Customer, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    merge(desk, carol, claimant)
    for number in range(3):
        for record in (carol, claimant):
            cast.says(record, f"Question {number}")
    desk.get(f"{API}/{carol.id}")
    with django_assert_num_queries(13):
        desk.get(f"{API}/{carol.id}")


def test_colleagues_put_right_what_is_known_and_it_is_no_proof(desk: Client, carol: Customer) -> None:
    sent = desk.patch(
        f"{API}/{carol.id}",
        {"email": "new@example.org", "attributes": {"plan": "silver", "since": None}},
        content_type="application/json",
    )
    assert sent.status_code == 200, sent.content
    assert (sent.json()["email"], sent.json()["attributes"]) == ("new@example.org", {"plan": "silver"})
    carol.refresh_from_db()
    assert known.of_customer(carol).proven == {"carol@example.org"}
    bad = desk.patch(f"{API}/{carol.id}", {"attributes": {"a b": 1}}, content_type="application/json")
    assert bad.status_code == 422
    Customer.objects.filter(pk=carol.pk).update(external_id="7")
    signed = desk.patch(f"{API}/{carol.id}", {"email": "x@example.org"}, content_type="application/json")
    assert signed.status_code == 422
    entry = AuditEntry.objects.get(action="customer.changed")
    assert "example.org" not in str(entry.changes)


def test_notes_about_a_customer_are_for_the_desk(desk: Client, carol: Customer) -> None:
    note = desk.post(f"{API}/{carol.id}/notes", {"text": "Prefers calls."}, content_type="application/json")
    assert note.status_code == 201
    assert desk.get(f"{API}/{carol.id}").json()["notes"][0]["text"] == "Prefers calls."
    assert desk.delete(f"{API}/{carol.id}/notes/{note.json()['id']}").status_code == 204
    assert desk.delete(f"{API}/{carol.id}/notes/{note.json()['id']}").status_code == 404
