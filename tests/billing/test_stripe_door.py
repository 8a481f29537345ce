"""Who may leave something at the door for Stripe's events, and whose company it moves."""

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from billing import arriving, following, stripe_client
from billing.arrivals.models import StripeCustomer, StripeEvent
from billing.models import Subscription
from conversations.arrivals import door, reconciling
from tenants import current, jobs
from tenants.models import Job, Tenant
from tests.billing import lives
from tests.billing.lives import Life, Sent

PATH = "/stripe/events/"


def post(browser: Client, sent: Sent, **changes: Any) -> int:
    """What the door answers."""
    headers = {"Stripe-Signature": changes.get("signature", sent.signature)}
    body = changes.get("body", sent.body)
    return browser.post(PATH, body, content_type="application/json", headers=headers).status_code


@pytest.fixture
def sent(life: Life) -> Sent:
    """An event about acme that is signed well."""
    return life.signed(event(life.who.id))


def event(customer: str, **more: Any) -> dict[str, Any]:
    """Something happened to the subscription of a customer."""
    about = {"id": "sub_1", "object": "subscription", "customer": customer, "metadata": {"baton_company": "globex"}}
    return {"id": "evt_1", "object": "event", "type": "customer.subscription.updated", "data": {"object": about}} | more


def test_what_stripe_did_not_sign_just_now_is_refused_and_leaves_nothing(
    life: Life, sent: Sent, public_client: Client, settings: Any
) -> None:
    Job.objects.all().delete()
    told = event(life.who.id)
    stamp, good = sent.signature.split(",")
    forged = [
        (sent.body.replace(b"updated", b"deleted"), sent.signature),
        (sent.body[:-1], sent.signature),
        (sent.body + b" ", sent.signature),
        (sent.body, ""),
        (sent.body, "v1=1"),
        (sent.body, good),
        (sent.body, stamp),
        (sent.body, f"{stamp},v0={good.removeprefix('v1=')}"),
        (sent.body, f"t=9999999999,{good}"),
        (sent.body, life.signed(told, secret="whsec_of_somebody_else").signature),
        (sent.body, life.signed(told, age=301).signature),
        (b"", life.signed(told).signature),
        (b"\xff\xfe", life.signed(told).signature),
    ]
    for body, signature in forged:
        assert post(public_client, sent, body=body, signature=signature) == 400, (body, signature)
    for nothing in ({"id": "evt_1"}, {**told, "data": {"object": "sub_1"}}, {**told, "data": []}):
        assert post(public_client, life.signed({"id": "evt_2", **nothing})) == 400
    long = life.signed({**told, "more": "x" * door.LARGEST})
    assert post(public_client, long) == 413
    assert public_client.get(PATH).status_code == 405
    settings.STRIPE_WEBHOOK_SECRET = ""
    assert post(public_client, life.signed(told, secret="")) == 400
    settings.STRIPE_API_KEY = ""
    assert post(public_client, sent) == 404
    assert not StripeEvent.objects.exists()
    assert not Job.objects.exists()


def test_an_event_is_kept_as_it_came_and_handled_once_however_often_it_comes(
    life: Life, sent: Sent, public_client: Client
) -> None:
    life.subscribes()
    assert [post(public_client, sent) for _ in range(3)] == [200] * 3
    kept = StripeEvent.objects.get()
    assert (kept.body, kept.times, kept.customer) == (sent.body.decode(), 3, life.who.id)
    assert kept.handled_at is None
    assert lives.does_all() == 2  # one handles it, one follows
    assert (row := Subscription.objects.get(pk=1)).applied_ticket == row.ticket == 1
    again = life.signed(json.loads(sent.body))
    assert post(public_client, again) == 200
    assert StripeEvent.objects.get().times == 4
    assert lives.does_all() == 0
    assert arriving.replay("evt_1")
    assert not arriving.replay("evt_of_nobody")
    assert lives.does_all() == 2
    assert Subscription.objects.get(pk=1).ticket == 2


def test_an_event_moves_the_company_of_its_customer_alone_whatever_it_says_of_itself(
    life: Life, in_acme: Tenant, globex: Tenant, public_client: Client
) -> None:
    StripeCustomer.objects.create(tenant=globex, stripe_id="cus_of_globex")
    life.subscribes()
    told = event(life.who.id, account="globex", schema="globex")  # and its metadata names globex too
    assert post(public_client, life.signed(told)) == 200
    arriving.handle(_lease(Job.objects.get(kind=arriving.EVENT)))
    assert list(Job.objects.filter(kind=arriving.FOLLOW).values_list("schema_name", flat=True)) == ["acme"]
    lives.does_all()
    assert Subscription.objects.get(pk=1).seats == 3
    with current.entered(globex):
        assert not Subscription.objects.exists()


def test_an_event_of_a_customer_that_nobody_is_stays_to_be_looked_at(life: Life, public_client: Client) -> None:
    about_nobody = event("cus_stranger", id="evt_2")
    plan = {"id": "evt_3", "type": "price.created", "data": {"object": {"id": "price_1", "object": "price"}}}
    whole = event("", id="evt_4") | {"data": {"object": {"id": life.who.id, "object": "customer"}}}
    for one in (about_nobody, plan, whole):
        assert post(public_client, life.signed(one)) == 200
    lives.does_all()
    assert lives.problems() == {"evt_2": arriving.NOBODY, "evt_3": "", "evt_4": ""}
    assert Subscription.objects.get(pk=1).ticket == 1
    assert not StripeEvent.objects.filter(handled_at=None).exists()


def test_what_nobody_told_is_found_within_the_hour(life: Life, in_acme: Tenant) -> None:
    following.follow()
    life.subscribes()  # and no event comes
    StripeEvent.objects.create(pk="evt_old", kind="x", body="{}", handled_at=timezone.now())
    StripeEvent.objects.update(received_at=timezone.now() - reconciling.KEPT * 2)
    Job.objects.all().delete()
    reconciling.begin()
    reconciling.begin()
    jobs.run(Job.objects.get(kind=reconciling.LOOK).pk, reconciling.look)
    assert Job.objects.get(kind=reconciling.LOOK).run_at > timezone.now()
    following_jobs = Job.objects.filter(kind=arriving.FOLLOW)
    assert set(following_jobs.values_list("schema_name", flat=True)) >= {"acme", "globex"}
    platform = set(Tenant.objects.filter(is_platform=True).values_list("schema_name", flat=True))
    assert platform.isdisjoint(following_jobs.values_list("schema_name", flat=True))
    following_jobs.update(run_at=timezone.now())
    lives.does_all()
    assert Subscription.objects.get(pk=1).plan == "team"
    assert not StripeEvent.objects.exists()


def test_nobody_is_looked_up_where_nobody_is_billed(in_acme: Tenant) -> None:
    assert not stripe_client.is_on()
    reconciling.begin()
    jobs.run(Job.objects.get(kind=reconciling.LOOK).pk, reconciling.look)
    assert not Job.objects.filter(kind=arriving.FOLLOW).exists()


def _lease(job: Job) -> jobs.Lease:
    return jobs.Lease(job.pk, job.pk, job.schema_name, job.kind, job.ids, 1)
