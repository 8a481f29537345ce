"""The row of a company equals what Stripe has, in whatever order events come and workers answer."""

import itertools
import threading
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from billing import arriving, following, standing, stripe_client
from billing.errors import NotAtStripeError, PaymentServiceError
from billing.models import Standing, Subscription
from billing.stripe_objects import FoundSubscription
from conversations.arrivals import following as company_following
from tenants import current, jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests.billing import lives
from tests.billing.lives import BORN, Life


def test_every_order_of_five_events_and_of_their_answers_ends_as_stripe_has_it(life: Life, in_acme: Tenant) -> None:
    moments = lives.whole(life)
    assert [one.found.status for one in moments] == ["trialing", "active", "active", "past_due", "active"]
    wanted = [lives.as_written(one.found, in_acme) for one in moments]
    assert len({str(one) for one in wanted}) == 5
    ends = standing.trial_ends_at(in_acme)
    orders = list(itertools.permutations(range(5)))
    for number, order in enumerate(orders):
        happened = list(itertools.accumulate(order, max))  # what is told has happened when it is looked up
        for answers in (*orders[number % 10 :: 10], tuple(range(5))):
            row = Subscription(standing="trial", plan="business")
            for ticket in (*answers, *answers[::2]):  # some come twice
                following.take_over(row, moments[happened[ticket]].found, ticket=ticket + 1, trial_ends_at=ends)
            assert lives.as_told(row) == wanted[4], (order, answers)


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 4, 0, 1, 3)])
def test_events_in_any_order_through_the_door_leave_what_stripe_has(
    life: Life, in_acme: Tenant, monkeypatch: pytest.MonkeyPatch, order: tuple[int, ...]
) -> None:
    moments = lives.whole(life)
    happened = 0
    monkeypatch.setattr(stripe_client, "subscription_of", lambda _: moments[happened].found)
    for event in (*order, order[2]):  # one comes twice
        happened = max(happened, event)
        arriving.take(moments[event].told.body, moments[event].told.signature)
        lives.does_all()
        assert lives.row() == lives.as_written(moments[happened].found, in_acme)
    assert lives.problems() == {f"evt_{number}": "" for number in range(5)}


def test_two_processes_that_follow_at_once_end_with_the_newer_answer(
    own_database: str, acme: Tenant, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.STRIPE_API_KEY = "sk_test_nobody_answers"
    old, new = _bare(seats=3), _bare(seats=8)
    slow_asks, fast_is_done = threading.Event(), threading.Event()

    def answer(_customer: str) -> FoundSubscription:
        if threading.current_thread().name == "slow":
            slow_asks.set()
            assert fast_is_done.wait(20)
            return old
        return new

    monkeypatch.setattr(stripe_client, "subscription_of", answer)
    monkeypatch.setattr(following, "customer", lambda: "cus_1")

    def slow() -> None:
        try:
            with current.entered(acme):
                following.follow()
        finally:
            connection.close()

    late = threading.Thread(target=slow, name="slow")
    late.start()
    assert slow_asks.wait(20)
    with current.entered(acme):
        following.follow()
        fast_is_done.set()
        late.join()
        row = Subscription.objects.get(pk=1)
        assert (row.seats, row.ticket, row.applied_ticket) == (8, 2, 2)


def test_a_subscription_that_ends_leaves_the_free_plan_and_switches_off_what_costs(life: Life) -> None:
    life.subscribes()
    following.follow()
    Subscription.objects.update(overage=True, overage_limit_cents=5_000)
    life.until(40)
    stripe_client.cancel_at_end(life.found().id, wanted=True, reason="too_expensive", key="leaves")
    row = company_following.now()
    assert row is not None
    assert (row.standing, row.overage, row.overage_limit_cents) == (Standing.ACTIVE, True, 5_000)
    assert row.ends_at == row.renews_at == row.period_end
    life.until(70)
    row = company_following.now()
    assert row is not None
    assert (row.standing, row.plan, row.seats, row.ends_at) == (Standing.FREE, "free", None, None)
    assert (row.stripe_subscription, row.overage, row.overage_limit_cents) == ("", False, None)
    told = AuditEntry.objects.filter(action="subscription.changed").latest("pk")
    assert told.changes["plan"] == ["team", "free"]
    assert told.actor_name == "Stripe"


def test_one_that_ends_within_the_trial_leaves_the_trial(in_acme: Tenant) -> None:
    ends = BORN + timedelta(days=14)
    over = _bare(status="canceled", ended_at=ends - timedelta(days=1))
    wanted = following.fields(over, row=Subscription(), trial_ends_at=ends)
    assert (wanted["standing"], wanted["plan"], wanted["trial_ends_at"]) == (Standing.TRIAL, "business", ends)
    later = following.fields(_bare(status="canceled", ended_at=ends), row=Subscription(), trial_ends_at=ends)
    assert (later["standing"], later["plan"]) == (Standing.FREE, "free")


@pytest.mark.parametrize("status", ["incomplete", "incomplete_expired", "paused"])
def test_one_that_never_began_or_waits_is_none(status: str) -> None:
    ends = BORN + timedelta(days=14)
    wanted = following.fields(_bare(status=status), row=Subscription(), trial_ends_at=ends)
    assert (wanted["standing"], wanted["stripe_subscription"]) == (Standing.TRIAL, "")


def test_a_plan_that_was_given_stays_whatever_stripe_has(life: Life) -> None:
    row = standing.held()
    row.standing, row.plan, row.seats = Standing.COMPLIMENTARY, "business", 20
    row.save()
    life.subscribes()
    after = following.follow()
    assert after is not None
    assert (after.standing, after.plan, after.seats) == (Standing.COMPLIMENTARY, "business", 20)
    assert after.stripe_subscription == life.found().id


def test_prices_that_are_none_of_batons_leave_the_plan(life: Life) -> None:
    found = life.subscribes()
    following.follow()
    row = following.apply(lives.younger(found, plan=None, interval=None, seats=9), ticket=following.draw())
    assert (row.plan, row.interval, row.seats) == ("team", "month", 9)


def test_what_is_owed_longest_says_since_when(life: Life) -> None:
    life.subscribes()
    life.changes_card(lives.FAILS_LATER)
    life.until(32)
    first = following.follow()
    life.until(70)
    second = following.follow()
    assert first is not None
    assert second is not None
    assert first.standing == Standing.PAST_DUE
    assert second.standing in {Standing.PAST_DUE, Standing.UNPAID}
    assert first.unpaid_since is not None
    assert first.unpaid_since == second.unpaid_since
    assert first.stripe_invoice != second.stripe_invoice


def test_while_stripe_is_silent_the_row_stays_and_it_is_asked_again(
    life: Life, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    life.subscribes()
    following.follow()
    before = lives.row()
    Job.objects.all().delete()

    def silent(_customer: str) -> FoundSubscription:
        raise PaymentServiceError("silence")

    monkeypatch.setattr(stripe_client, "subscription_of", silent)
    told = life.tells("invoice.paid")
    arriving.take(told.body, told.signature)
    event = Job.objects.get(kind=arriving.EVENT)
    arriving.handle(_lease(event))
    company_following.work(_lease(Job.objects.get(kind=arriving.FOLLOW)))
    assert lives.row() == before
    again = Job.objects.get(kind=arriving.FOLLOW)
    assert again.run_at - again.created_at > timedelta(seconds=50)


def test_a_customer_that_stripe_never_knew_takes_no_plan_away(
    life: Life, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    life.subscribes()
    following.follow()
    before = lives.row()
    monkeypatch.setattr(following, "customer", lambda: "cus_of_another_account")
    Job.objects.all().delete()

    def unknown(_customer: str) -> FoundSubscription:
        raise NotAtStripeError("No such customer")

    monkeypatch.setattr(stripe_client, "subscription_of", unknown)
    company_following.work(jobs.Lease(uuid4(), uuid4(), "acme", arriving.FOLLOW, {}, 1))
    assert lives.row() == before
    assert not Job.objects.filter(kind=arriving.FOLLOW).exists()
    assert "no customer for acme" in caplog.text


def _lease(job: Job) -> jobs.Lease:
    return jobs.Lease(job.pk, job.pk, job.schema_name, job.kind, job.ids, 1)


def _bare(**changes: Any) -> FoundSubscription:
    fields: dict[str, Any] = {
        "id": "sub_1",
        "status": "active",
        "plan": None,
        "interval": None,
        "seats": 3,
        "seat_item": "si_1",
        "usage_item": "si_2",
        "customer": "cus_1",
        "began_at": BORN,
        "trial_end": None,
        "period_start": BORN,
        "period_end": BORN + timedelta(days=31),
        "renews_at": BORN + timedelta(days=31),
        "ends_at": None,
        "ended_at": None,
        "discount": "",
        "card": "",
        "invoice": None,
    }
    return FoundSubscription(**{**fields, **changes})
