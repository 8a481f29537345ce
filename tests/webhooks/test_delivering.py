"""An event reaches the endpoint at least once, or is given up where somebody sees it, however badly the endpoint is."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from agents.models import Agent
from conversations import tasks
from conversations.models import (
    Alert,
    AlertKind,
    DisabledBecause,
    EndpointState,
    WebhookDelivery,
    WebhookDeliveryState,
    WebhookEndpoint,
)
from conversations.webhooks import delivering, endpoints, events, outcomes, planning, posting
from conversations.webhooks.outcomes import Again, Answer, GivenUp, Taken
from tenants import jobs
from tenants.jobs import Lane
from tenants.models import Job, Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests.ports import free_port
from tests.webhooks import receiver as acts
from tests.webhooks.conftest import hook
from tests.webhooks.receiver import Act, Receiver, answers
from tests.webhooks.work import check_i11, deliver, happens, later, somebody_at

DEAD, DELIVERED, FAILED = WebhookDeliveryState.DEAD, WebhookDeliveryState.DELIVERED, WebhookDeliveryState.FAILED

LATE = "took longer"
BAD: dict[str, tuple[Act, str]] = {
    "silent": (acts.silent, LATE),
    "slow headers": (acts.drips_headers, LATE),
    "reset": (acts.resets, "did not answer as a web server does"),
    "half a head": (acts.half, "did not answer as a web server does"),
    "no HTTP": (acts.babbles, "did not answer as a web server does"),
    "nothing": (lambda line: line.close(), "did not answer as a web server does"),
    "500": (answers(500), "It answered 500."),
    "500 and huge": (acts.huge(500), "It answered 500."),
    "404 in HTML": (answers(404, b"<html>Not here</html>", Content_Type="text/html"), "It answered 404."),
    "429": (answers(429, Retry_After="1"), "It answered 429."),
    "503 until a date": (answers(503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), "It answered 503."),
    "redirect": (answers(302, Location="http://169.254.169.254/"), "redirects are not followed"),
    "redirect to itself": (answers(307, Location="/hook"), "redirects are not followed"),
}
GOOD: dict[str, Act] = {
    "204": answers(204, b""),
    "HTML": answers(200, b"<html>" + b"x" * 9000, Content_Type="text/html"),
    "body drips": acts.drips_body,
    "huge body": acts.huge(200),
}


@pytest.mark.parametrize("way", BAD)
def test_what_failed_is_tried_again_until_it_is_taken(
    way: str, receiver: Receiver, in_acme: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    act, problem = BAD[way]
    receiver.acts = [act]
    monkeypatch.setattr(posting, "SECONDS", 0.3 if problem == LATE else 3.0)
    endpoint = hook(receiver.url)
    (event,) = happens()
    deliver()
    delivery = endpoint.deliveries.get()
    assert (delivery.state, delivery.tries) == (FAILED, 1)
    assert problem in delivery.last_problem
    assert delivery.next_at is not None
    assert delivery.next_at > timezone.now()
    check_i11(endpoint, receiver.ids())
    monkeypatch.setattr(posting, "SECONDS", 3.0)
    later()
    deliver()
    delivery = endpoint.deliveries.get()
    assert (delivery.state, delivery.tries, delivery.last_problem) == (DELIVERED, 2, "")
    assert receiver.ids() == [event.id] * 2
    assert len({got.body for got in receiver.got}) == 1, "the same bytes each time"
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.failing_since) == (0, None)
    assert not Job.objects.filter(kind__in=(planning.QUICK, planning.SLOW)).exists()


@pytest.mark.parametrize("way", GOOD)
def test_a_good_status_is_enough_whatever_the_body_does(way: str, receiver: Receiver, in_acme: Tenant) -> None:
    receiver.acts = [GOOD[way]]
    endpoint = hook(receiver.url)
    happens()
    deliver()
    delivery = endpoint.deliveries.get()
    assert (delivery.state, delivery.tries) == (DELIVERED, 1)
    assert len(delivery.log[0]["reply"]) <= 2000
    check_i11(endpoint, receiver.ids())


def test_who_is_not_there_is_asked_again(receiver: Receiver, in_acme: Tenant) -> None:
    gone = [
        hook(f"http://127.0.0.1:{free_port()}/"),
        hook(f"https://127.0.0.1:{receiver.port}/"),  # speaks no TLS
    ]
    nameless = hook("http://8.8.8.8/")
    WebhookEndpoint.objects.filter(pk=nameless.pk).update(url="http://no-such-name.invalid/")
    happens()
    deliver()
    for endpoint in (*gone, nameless):
        delivery = endpoint.deliveries.get()
        assert (delivery.state, delivery.last_status) == (FAILED, None)
        assert delivery.last_problem
        check_i11(endpoint, receiver.ids())


def test_after_eight_tries_it_is_given_up_where_somebody_sees_it(receiver: Receiver, in_acme: Tenant) -> None:
    receiver.then = answers(500, b"broken")
    endpoint = hook(receiver.url)
    happens()
    for _ in range(outcomes.MOST_TRIES):
        deliver()
        later()
    deliver()
    delivery = endpoint.deliveries.get()
    assert (delivery.state, delivery.tries, delivery.next_at) == (DEAD, 8, None)
    assert [(line["status"], line["reply"]) for line in delivery.log] == [(500, "broken")] * 8
    assert len(receiver.got) == 8
    check_i11(endpoint, receiver.ids())


def test_the_tries_grow_over_a_day_and_are_spread() -> None:
    now = timezone.now()
    failed = Answer(500, "It answered 500.", 5)
    waits = []
    for tries in range(1, outcomes.MOST_TRIES):
        at = [outcomes.judge(failed, tries=tries, now=now, luck=luck) for luck in (0.0, 0.5, 1.0)]
        least, middle, most = (one.at - now for one in at if isinstance(one, Again))
        assert least < middle < most
        waits.append(middle)
    assert all(later > 2 * sooner for sooner, later in pairwise(waits))
    assert timedelta(hours=22) < sum(waits, timedelta()) < timedelta(hours=25)
    assert outcomes.judge(failed, tries=outcomes.MOST_TRIES, now=now, luck=0.5) == GivenUp()
    assert outcomes.judge(Answer(200, "", 5), tries=8, now=now, luck=0.5) == Taken()


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120), ("0", 10), ("-5", 10), ("soon", 10), ("999999999999", 6 * 3600), ("٣", 10), ("", 10)],
)
def test_an_endpoint_may_ask_for_time_within_limits(header: str, seconds: int) -> None:
    now = timezone.now()
    busy = Answer(429, "It answered 429.", 5, retry_after=outcomes.retry_after(header, now=now))
    outcome = outcomes.judge(busy, tries=1, now=now, luck=0.5)
    assert outcome == Again(now + timedelta(seconds=seconds))
    other = Answer(500, "It answered 500.", 5, retry_after=timedelta(hours=1))
    assert outcomes.judge(other, tries=1, now=now, luck=0.5) == Again(now + timedelta(seconds=10))


def test_while_an_endpoint_asks_for_time_nothing_else_is_sent_there(receiver: Receiver, in_acme: Tenant) -> None:
    receiver.acts = [answers(429, Retry_After="600")]
    endpoint = hook(receiver.url)
    happens()
    deliver()
    happens()
    deliver()
    assert len(receiver.got) == 1
    endpoint.refresh_from_db()
    assert endpoint.rests_until is not None
    waits = Job.objects.get(kind=planning.SLOW)
    assert waits.run_at >= endpoint.rests_until
    later()
    deliver()
    assert len(set(receiver.ids())) == 2


def test_410_switches_the_endpoint_off_at_once_and_admins_are_told(
    receiver: Receiver, in_acme: Tenant, alice: Agent
) -> None:
    receiver.acts = [answers(410)] * 4
    endpoint = hook(receiver.url)
    other = hook(receiver.url)
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(is_slow=True)  # one at a time
    happens(many=3)
    while jobs.run_next(tasks.work, Lane((events.FAN_OUT, planning.SLOW), only=True)):
        pass
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.disabled_because) == (EndpointState.DISABLED, DisabledBecause.GONE)
    assert {one.state for one in endpoint.deliveries.all()} == {DEAD}
    assert len(receiver.got) == 1
    alert = Alert.objects.get(agent=alice)
    assert (alert.kind, alert.link) == (AlertKind.WEBHOOK_DISABLED, f"/console/settings/webhooks/{endpoint.id}")
    assert AuditEntry.objects.filter(action="webhook.switched_off", object_id=str(endpoint.id)).count() == 1
    receiver.acts = []
    deliver()
    assert {one.state for one in other.deliveries.all()} == {DELIVERED}
    check_i11(endpoint, receiver.ids())


def test_after_three_days_of_failures_an_endpoint_is_switched_off_and_not_before(
    receiver: Receiver, in_acme: Tenant, alice: Agent
) -> None:
    receiver.then = answers(500)
    endpoint = hook(receiver.url)
    happens()
    deliver()
    for days, state in ((2.9, EndpointState.ENABLED), (3.1, EndpointState.DISABLED)):
        WebhookEndpoint.objects.update(failing_since=timezone.now() - timedelta(days=days))
        later()
        deliver()
        endpoint.refresh_from_db()
        assert endpoint.state == state
    assert Alert.objects.filter(agent=alice, kind=AlertKind.WEBHOOK_DISABLED).count() == 1
    happens()
    deliver()
    assert endpoint.deliveries.count() == 1, "one that is switched off is sent nothing"
    endpoints.change(str(endpoint.id), {"state": "enabled"}, actor=audit.by_system())
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.failures, endpoint.failing_since) == (EndpointState.ENABLED, 0, None)


def test_what_waits_behind_an_endpoint_that_fails_is_not_tried_in_vain(receiver: Receiver, in_acme: Tenant) -> None:
    receiver.then = answers(500)
    endpoint = hook(receiver.url)
    happens(many=30)
    for _ in range(4):
        deliver()
    endpoint.refresh_from_db()
    assert endpoint.failures >= outcomes.RESTS_FROM
    assert endpoint.rests_until is not None
    assert len(receiver.got) <= outcomes.RESTS_FROM + delivering.AT_ONCE
    WebhookDelivery.objects.filter(tries=0).update(created_at=timezone.now() - timedelta(hours=29))
    later()
    deliver()
    assert endpoint.deliveries.filter(state=DEAD, last_problem=delivering.TOO_LATE).count() >= 20
    check_i11(endpoint, receiver.ids())


def test_a_killed_workers_delivery_is_sent_again_under_the_same_id(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint = hook(receiver.url)
    (event,) = happens()
    assert jobs.run_next(tasks.work, Lane((events.FAN_OUT,), only=True))
    held = jobs.lease_next(tasks.QUICK)
    assert held is not None
    delivering.send(delivering.take(str(endpoint.id)))  # and here the worker dies
    assert receiver.ids() == [event.id]
    assert endpoint.deliveries.get().state == WebhookDeliveryState.PENDING
    deliver()
    assert len(receiver.got) == 1, "the lease is in force"
    Job.objects.filter(state="leased").update(lease_until=timezone.now() - timedelta(seconds=1))
    deliver()
    assert receiver.ids() == [event.id, event.id]
    assert endpoint.deliveries.get().state == DELIVERED


def test_a_worker_that_dies_before_it_knows_who_is_to_hear_loses_nothing(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint = hook(receiver.url)
    happens(many=2)
    assert jobs.lease_next(Lane((events.FAN_OUT,), only=True)) is not None
    Job.objects.filter(state="leased").update(lease_until=timezone.now() - timedelta(seconds=1))
    deliver()
    assert len(set(receiver.ids())) == 2
    check_i11(endpoint, receiver.ids())


def test_who_finds_the_endpoint_taken_comes_back(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint = hook(receiver.url)
    happens()
    assert jobs.run_next(tasks.work, Lane((events.FAN_OUT,), only=True))
    with somebody_at(endpoint):
        assert jobs.run_next(tasks.work, tasks.QUICK)
    assert receiver.got == []
    again = Job.objects.get(kind=planning.QUICK)
    assert again.run_at > timezone.now()
    later()
    deliver()
    assert len(receiver.got) == 1


def test_an_endpoint_that_is_slow_waits_in_a_line_of_its_own(
    receiver: Receiver, in_acme: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.then = acts.silent
    monkeypatch.setattr(posting, "SECONDS", 1.0)
    with acts.receiving() as well:
        slow, quick = hook(receiver.url), hook(well.url)
        happens()
        deliver()
        later()
        happens(many=5)
        while jobs.run_next(tasks.work, Lane((events.FAN_OUT, planning.QUICK), only=True)):
            pass
        assert len(well.got) == 6
        assert len(receiver.got) == 1, "workers of the quick line did not wait for it again"
        assert Job.objects.filter(kind=planning.SLOW, key=str(slow.id)).count() == 1
        assert {one.state for one in quick.deliveries.all()} == {DELIVERED}


def test_an_endpoint_with_much_to_hear_gives_others_their_turn(
    receiver: Receiver, in_acme: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "A_GO", 0.0)  # a batch each
    with acts.receiving() as other:
        noisy = hook(receiver.url, "customer.erased")
        happens(many=20)
        while jobs.run_next(tasks.work, Lane((events.FAN_OUT,), only=True)):
            pass
        hook(other.url, "customer.created")
        happens("customer.created")
        while jobs.run_next(tasks.work, Lane((events.FAN_OUT,), only=True)):
            pass
        for _ in range(2):
            jobs.run_next(tasks.work, tasks.QUICK)
        assert len(other.got) == 1
        assert noisy.deliveries.filter(state=WebhookDeliveryState.PENDING).count() > 0


def test_several_are_sent_at_the_same_time(receiver: Receiver, in_acme: Tenant) -> None:
    endpoint = hook(receiver.url)
    happens(many=delivering.AT_ONCE)
    while jobs.run_next(tasks.work, Lane((events.FAN_OUT,), only=True)):
        pass
    assert len(delivering.take(str(endpoint.id))) == delivering.AT_ONCE
    deliver()
    assert len(set(receiver.ids())) == delivering.AT_ONCE


def test_jobs_for_others_servers_are_left_to_their_own_workers(receiver: Receiver, in_acme: Tenant) -> None:
    hook(receiver.url)
    happens()
    while jobs.run_next(tasks.work, tasks.OURS):
        pass
    assert Job.objects.filter(kind=planning.QUICK).count() == 1
    assert receiver.got == []
    (left,) = Job.objects.filter(kind=planning.QUICK).values_list("id", flat=True)
    assert left in jobs.due()
    assert left not in jobs.due(lane=tasks.OURS)
    assert (tasks.OURS.has("turn"), tasks.OURS.has(planning.SLOW), tasks.SLOW.has(planning.SLOW)) == (True, False, True)
