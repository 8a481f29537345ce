"""Undo send: a held reply is said once or not at all, the assistant is silent meanwhile, and nothing is lost."""

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from agents.models import Agent
from conversations import desk_acts, log, turn
from conversations.errors import ClientIdReusedError, NothingToDoError
from conversations.inbox import writes
from conversations.models import Alert, Conversation, HeldReply, Holder, Message, ReplyDraft, Status
from conversations.reply_drafts import holding
from conversations.reply_drafts.holding import SaidAlreadyError, Words
from tenants import current
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tests import cast


def hold(conversation: Conversation, agent: Agent, text: str = "Hello", *acts: dict[str, Any]) -> HeldReply:
    words = Words(text, acts=desk_acts.parse(list(acts)) if acts else ())
    return holding.hold(str(conversation.id), agent, words, client_id=uuid4(), seconds=5)


def late(held: HeldReply) -> None:
    """The page is gone, and the job runs."""
    HeldReply.objects.filter(pk=held.pk).update(due_at=timezone.now() - timedelta(seconds=1))
    job = Job.objects.get(kind=holding.KIND, key=str(held.pk))
    holding.work(Lease(job.id, uuid4(), job.schema_name, job.kind, job.ids, attempt=1))


def said(text: str = "Hello") -> int:
    return Message.objects.filter(text=text).count()


def test_while_it_is_held_the_agent_has_the_baton_and_the_customer_has_no_words(
    equipped: Tenant, asked: Conversation, bob: Agent
) -> None:
    hold(asked, bob)
    assert Conversation.objects.get(pk=asked.id).agent_id == bob.id
    turn.take(str(asked.id), asked.last_customer_seq)  # the turn that was under way
    assert not asked.messages.filter(author_kind="assistant").exists()
    assert said() == 0


def test_it_is_said_once_by_whoever_comes_first(bobs: Conversation, bob: Agent) -> None:
    held = hold(bobs, bob)
    assert holding.say(held).message.client_id == held.client_id
    for again in (lambda: holding.say(held), lambda: holding.take_back(held)):
        with pytest.raises(SaidAlreadyError):
            again()
    assert (said(), HeldReply.objects.count()) == (1, 0)


def test_a_page_that_is_gone_loses_nothing(bobs: Conversation, bob: Agent) -> None:
    late(hold(bobs, bob, "Hello", {"do": "resolve"}))
    assert (said(), Conversation.objects.get(pk=bobs.id).status) == (1, Status.RESOLVED)


def test_what_was_taken_back_is_never_said(bobs: Conversation, bob: Agent) -> None:
    held = hold(bobs, bob)
    holding.take_back(held)
    late_job = Job.objects.get(kind=holding.KIND, key=str(held.pk))
    holding.work(Lease(late_job.id, uuid4(), late_job.schema_name, late_job.kind, late_job.ids, attempt=1))
    assert said() == 0
    assert Conversation.objects.get(pk=bobs.id).agent_id == bob.id


def test_a_job_that_comes_early_says_nothing(bobs: Conversation, bob: Agent) -> None:
    held = hold(bobs, bob)
    job = Job.objects.get(kind=holding.KIND, key=str(held.pk))
    holding.work(Lease(job.id, uuid4(), job.schema_name, job.kind, job.ids, attempt=1))
    assert (said(), HeldReply.objects.count()) == (0, 1)


def test_two_in_a_row_are_said_in_their_order(bobs: Conversation, bob: Agent) -> None:
    hold(bobs, bob, "First")
    second = hold(bobs, bob, "Second")
    holding.say(second)
    texts = list(bobs.messages.order_by("-seq").values_list("text", flat=True)[:2])
    assert texts == ["Second", "First"]


def test_a_repeat_holds_it_once(bobs: Conversation, bob: Agent) -> None:
    client_id = uuid4()
    held = [holding.hold(str(bobs.id), bob, Words("Hi"), client_id=client_id, seconds=5) for _ in range(2)]
    assert held[0].pk == held[1].pk
    with pytest.raises(ClientIdReusedError):
        holding.hold(str(bobs.id), bob, Words("Other"), client_id=client_id, seconds=5)
    holding.say(held[0])
    with pytest.raises(ClientIdReusedError):
        holding.hold(str(bobs.id), bob, Words("Hi"), client_id=client_id, seconds=5)
    assert said("Hi") == 1


def test_the_same_words_sent_meanwhile_by_another_way_are_said_once(bobs: Conversation, bob: Agent) -> None:
    held = hold(bobs, bob)
    writes.reply(str(bobs.id), bob, "Hello", client_id=UUID(str(held.client_id)))
    late(held)
    assert (said(), ReplyDraft.objects.count()) == (1, 0)


@pytest.mark.parametrize("how", ["taken", "resolved", "switched off"])
def test_what_may_not_be_said_any_more_is_a_draft_again(bobs: Conversation, bob: Agent, alice: Agent, how: str) -> None:
    held = hold(bobs, bob)
    epoch = Conversation.objects.get(pk=bobs.id).epoch
    match how:
        case "taken":
            writes.take_over(str(bobs.id), alice, epoch=epoch)
        case "resolved":
            writes.resolve(str(bobs.id), epoch=epoch)
        case _:
            Agent.objects.filter(pk=bob.pk).update(is_active=False)
    with pytest.raises(NothingToDoError):
        holding.say(held)
    assert (said(), ReplyDraft.objects.get(agent=bob).reply) == (0, "Hello")


def test_who_closed_the_page_is_told_that_it_was_not_sent(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    held = hold(bobs, bob)
    writes.take_over(str(bobs.id), alice, epoch=Conversation.objects.get(pk=bobs.id).epoch)
    late(held)
    assert Alert.objects.get(agent=bob).subject == "A reply was not sent: Carol"


def test_acts_that_cannot_follow_leave_the_words_said(bobs: Conversation, bob: Agent) -> None:
    held = hold(bobs, bob, "Hello", {"do": "tag", "add": ["vip"]}, {"do": "reopen"})
    told = holding.say(held)
    assert told.problem == "This conversation is open already."
    assert (said(), Conversation.objects.get(pk=bobs.id).tags) == (1, [])


def test_over_rest(desk: Client, bobs: Conversation) -> None:
    path = f"/api/v1/conversations/{bobs.id}/held_replies"
    body = {"client_id": str(uuid4()), "text": "Hello", "seconds": 5, "acts": [{"do": "resolve"}]}
    held = desk.post(path, body, content_type="application/json").json()
    assert desk.get("/api/v1/composer").json()["held"][0]["id"] == held["id"]
    assert 4000 < held["left_ms"] <= 5000
    told = desk.post(f"/api/v1/held_replies/{held['id']}/send").json()
    assert (told["message"]["text"], told["row"]["status"], told["problem"]) == ("Hello", "resolved", None)
    assert desk.delete(f"/api/v1/held_replies/{held['id']}").status_code == 404


def test_nobody_takes_back_what_a_colleague_holds(desk: Client, bobs: Conversation, alice: Agent) -> None:
    theirs = hold(bobs, alice)
    for reply in (
        desk.delete(f"/api/v1/held_replies/{theirs.id}"),
        desk.post(f"/api/v1/held_replies/{theirs.id}/send"),
    ):
        assert (reply.status_code, HeldReply.objects.count(), said()) == (404, 1, 0)


def test_undo_and_send_at_the_same_moment_have_one_winner(own_database: str, company: Tenant) -> None:
    with current.entered(company):
        bob = Agent.objects.get(email="bob@example.com")
        talk = cast.says(cast.customer(), "Hello?")
        outcomes: list[str] = []
        for number in range(6):
            held = hold(talk, bob, f"Words {number}")
            threads = [threading.Thread(target=_race, args=(company, held, what, outcomes)) for what in (0, 1)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            took_back = "back" in outcomes
            assert sorted(outcomes) in (["back", "late"], ["late", "said"])
            assert said(f"Words {number}") == (0 if took_back else 1)
            outcomes.clear()
        with log.writing(str(talk.id)) as held_now:
            assert held_now.holder == Holder.AGENT


def _race(company: Tenant, held: HeldReply, what: int, outcomes: list[str]) -> None:
    with current.entered(company):
        try:
            if what:
                holding.take_back(held)
            else:
                holding.say(held)
            outcomes.append("back" if what else "said")
        except SaidAlreadyError:
            outcomes.append("late")
        finally:
            connections.close_all()
