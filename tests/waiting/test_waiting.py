"""A customer who waits learns their place and an honest range, and chooses how to go on without losing the place."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Agent, Holiday, Team
from conversations import control, log, receive, tasks
from conversations.inbox import writes
from conversations.models import (
    Alert,
    AlertKind,
    Callback,
    CallState,
    Conversation,
    Customer,
    Ended,
    Holder,
    Message,
    WaitPromise,
)
from conversations.waiting import answering, asides, calls, moves, telling
from conversations.widget import visitors
from tenants.jobs import Lease
from tenants.models import Job
from tests import cast
from tests.waiting.line import history

API = "/api/v1/widget/queue"


def ask(client: Client, who: Customer, **body: Any) -> Any:
    headers = {"authorization": f"Bearer {visitors.token(who)}"}
    if not body:
        return client.get(API, headers=headers)
    return client.post(API, body, content_type="application/json", headers=headers)


def lease(kind: str, **ids: Any) -> Lease:
    return Lease(cast.new_id(), cast.new_id(), "acme", kind, ids, attempt=1)


def test_the_place_counts_those_whom_routing_serves_before(waiting: Conversation, acme_client: Client) -> None:
    first = waiting.customer
    later = cast.customer("vera")
    with log.writing(str(cast.says(later, "Me too").id)) as held:
        control.transfer(held, team=waiting.team, offered_to=None)
    assert ask(acme_client, first).json()["position"] == 1
    assert ask(acme_client, later).json()["position"] == 2
    Conversation.objects.filter(pk=held.pk).update(priority="urgent")
    assert ask(acme_client, later).json()["position"] == 1


def test_a_range_is_told_once_enough_is_known_and_its_end_is_kept(waiting: Conversation, bob: Agent) -> None:
    history(waiting.team, 3)
    telling.tell(waiting.team)
    told = WaitPromise.objects.get(conversation=waiting)
    assert (told.place, told.low, told.first) == (1, None, True)  # nothing is guessed
    history(waiting.team, 90)
    with log.writing(str(waiting.id)) as held:
        control.transfer(held, team=waiting.team, offered_to=None)
    telling.tell(waiting.team)
    told = WaitPromise.objects.get(conversation=waiting, ended="")
    assert told.low is not None
    assert told.high is not None
    assert 0 <= told.low < told.high <= 3600
    writes.take_over(str(waiting.id), bob, epoch=held.epoch)
    telling.tell(waiting.team)
    told.refresh_from_db()
    assert told.ended == Ended.TAKEN
    assert told.waited is not None
    assert WaitPromise.objects.filter(conversation=waiting, ended=Ended.MOVED).count() == 1


def test_out_of_hours_it_says_when_and_promises_nothing(waiting: Conversation, acme_client: Client) -> None:
    history(waiting.team, 90)
    today = timezone.now().date()
    for day in range(-1, 3):
        Holiday.objects.create(team=None, day=today + timedelta(days=day), name="Festival")
    telling.tell(waiting.team)
    shown = ask(acme_client, waiting.customer).json()
    assert (shown["position"], shown["wait"]) == (1, None)
    assert shown["opens_at"] is not None
    assert not WaitPromise.objects.filter(conversation=waiting).exists()
    later = Job.objects.get(kind=moves.LATER)
    assert later.run_at > timezone.now() + timedelta(hours=20)  # nobody is told anything each minute of a night


def test_a_call_is_promised_rests_is_reminded_of_and_kept(
    waiting: Conversation, desk: Client, bob: Agent, acme_client: Client
) -> None:
    who = waiting.customer
    window = ask(acme_client, who).json()["windows"][3]
    wrong = ask(acme_client, who, choice="call", phone="12", begins_at=window["begins_at"])
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (422, "phone")
    assert not Callback.objects.exists()
    shown = ask(acme_client, who, choice="call", phone="+49 30 901820", begins_at=window["begins_at"]).json()["queue"]
    assert (shown["position"], shown["chosen"], shown["call"]["phone"]) == (None, "call", "+49 30 901820")
    call = Callback.objects.get()
    assert (call.phone, call.state, call.team) == ("+4930901820", CallState.PROMISED, waiting.team)
    refused = desk.post(f"/api/v1/conversations/{waiting.id}/resolve", {"epoch": waiting.epoch}, "application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "not_possible_now")
    Callback.objects.update(begins_at=timezone.now() + timedelta(minutes=5))
    tasks.WORK[calls.KIND](lease(calls.KIND, callback_id=str(call.id)))
    assert Alert.objects.filter(kind=AlertKind.CALL_DUE, conversation=waiting).exists()
    done = desk.post(f"/api/v1/callbacks/{call.id}/outcome", {"outcome": "done"}, "application/json")
    assert (done.status_code, done.json()["state"], done.json()["kept"]) == (200, "done", True)
    assert Message.objects.filter(conversation=waiting, text="Bob spoke with you on the phone.").exists()
    twice = desk.post(f"/api/v1/callbacks/{call.id}/outcome", {"outcome": "failed"}, "application/json")
    assert twice.status_code == 409


def test_a_call_that_nobody_made_is_owned_up_to(waiting: Conversation, acme_client: Client) -> None:
    who = waiting.customer
    window = ask(acme_client, who).json()["windows"][0]
    ask(acme_client, who, choice="call", phone="+4930901820", begins_at=window["begins_at"])
    now = timezone.now()
    Callback.objects.update(begins_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1), reminded_at=now)
    call = Callback.objects.get()
    calls.work(lease(calls.KIND, callback_id=str(call.id)))
    waiting.refresh_from_db()
    call.refresh_from_db()
    assert (waiting.priority, call.kept, call.state) == ("urgent", False, CallState.PROMISED)
    assert Message.objects.filter(conversation=waiting, text__startswith="We did not call you in time").exists()


def test_a_change_of_mind_keeps_the_place(waiting: Conversation, acme_client: Client) -> None:
    who, since = waiting.customer, waiting.waiting_since
    window = ask(acme_client, who).json()["windows"][0]
    ask(acme_client, who, choice="call", phone="+4930901820", begins_at=window["begins_at"])
    shown = ask(acme_client, who, choice="chat").json()["queue"]
    assert (shown["position"], shown["chosen"], shown["call"]) == (1, "", None)
    assert Callback.objects.get().state == CallState.CANCELLED
    waiting.refresh_from_db()
    assert (waiting.waiting_since, waiting.call_at) == (since, None)


def test_the_place_is_the_same_on_another_device(waiting: Conversation, acme_client: Client) -> None:
    said = acme_client.post(
        "/api/v1/widget/hello",
        {"token": visitors.token(waiting.customer), "conversation_id": None, "last_seq": 0},
        content_type="application/json",
    ).json()
    assert said["conversation"]["queue"]["position"] == 1


def test_an_answer_by_mail_goes_where_the_customer_says_once_a_person_writes(
    waiting: Conversation, acme_client: Client, bob: Agent, settings: Any
) -> None:
    settings.MAIL_LEAVES = True
    Customer.objects.update(email="")
    bad = ask(acme_client, waiting.customer, choice="mail", email="nowhere")
    assert (bad.status_code, bad.json()["error"]["param"]) == (422, "email")
    shown = ask(acme_client, waiting.customer, choice="mail", email="carol@example.net").json()["queue"]
    assert (shown["chosen"], shown["mail"], shown["position"]) == ("mail", "c•••@example.net", 1)
    assert not Job.objects.filter(kind="mail").exists()
    writes.reply(str(waiting.id), bob, "It comes tomorrow.", client_id=cast.new_id())
    assert Job.objects.filter(kind="mail").count() == 1
    waiting.customer.refresh_from_db()
    assert waiting.customer.email == ""  # naming an address proves nothing


def test_who_leaves_is_with_the_assistant_and_the_desk_knows(waiting: Conversation, acme_client: Client) -> None:
    assert ask(acme_client, waiting.customer, choice="leave").json() == {"queue": None}
    waiting.refresh_from_db()
    assert (waiting.holder, waiting.held_because) == (Holder.ASSISTANT, "left_queue")
    assert waiting.notes.get().text.startswith("The customer left the queue")
    assert ask(acme_client, waiting.customer, choice="chat").status_code == 409


@pytest.mark.usefixtures("equipped")
def test_the_assistant_answers_beside_the_wait_and_the_person_still_owes_the_answer(
    waiting: Conversation, acme_client: Client
) -> None:
    ask(acme_client, waiting.customer, choice="assistant")
    asked = receive.message(waiting.customer, "Which payment methods do you accept?", client_id=cast.new_id())
    answering.work(lease(asides.KIND, conversation_id=str(waiting.id), asked_seq=asked.seq))
    waiting.refresh_from_db()
    said = waiting.messages.order_by("-seq").first()
    assert said is not None
    assert (said.author_kind, "PayPal" in said.text) == ("assistant", True)
    assert (waiting.holder, waiting.last_kind) == (Holder.QUEUE, "customer")
    assert waiting.unanswered_since is not None


@pytest.mark.usefixtures("equipped")
def test_beside_a_wait_nothing_is_said_once_a_person_took_over(
    waiting: Conversation, bob: Agent, acme_client: Client
) -> None:
    ask(acme_client, waiting.customer, choice="assistant")
    asked = receive.message(waiting.customer, "Which payment methods do you accept?", client_id=cast.new_id())
    writes.take_over(str(waiting.id), bob, epoch=waiting.epoch)
    before = Message.objects.filter(conversation=waiting).count()
    answering.work(lease(asides.KIND, conversation_id=str(waiting.id), asked_seq=asked.seq))
    assert Message.objects.filter(conversation=waiting).count() == before


@pytest.mark.usefixtures("equipped")
def test_distress_beside_a_wait_brings_the_person_sooner_and_silences_the_assistant(
    waiting: Conversation, acme_client: Client
) -> None:
    ask(acme_client, waiting.customer, choice="assistant")
    said = receive.message(waiting.customer, "I can't go on, I want to kill myself.", client_id=cast.new_id())
    answering.work(lease(asides.KIND, conversation_id=str(waiting.id), asked_seq=said.seq))
    waiting.refresh_from_db()
    assert (waiting.priority, waiting.waits_by, waiting.holder) == ("urgent", "", Holder.QUEUE)
    assert not waiting.messages.filter(author_kind="assistant").exists()


def test_a_supervisor_gives_it_straight_to_a_person_and_an_agent_may_not(
    waiting: Conversation, desk: Client, bob: Agent, team: Team
) -> None:
    address, body = f"/api/v1/conversations/{waiting.id}/assignee", {"agent_id": str(bob.id), "epoch": waiting.epoch}
    assert desk.put(address, body, "application/json").status_code == 403
    waiting.refresh_from_db()
    assert waiting.holder == Holder.QUEUE
    Agent.objects.filter(pk=bob.pk).update(role="supervisor")
    row = desk.put(address, body, "application/json").json()
    assert (row["control"]["holder"], row["control"]["agent"]["id"]) == ("agent", bob.id)
    assert desk.put(address, body, "application/json").status_code == 409
