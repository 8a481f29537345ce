"""What happens is told, once, from where it happens; and who has no webhook pays nothing for it."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pydantic import TypeAdapter

from agents.models import Agent
from assistant.answering import Answer
from assistant.models import Action
from assistant.skills.contract import Act
from conversations import control, log, receive, turn
from conversations.authors import ByAgent
from conversations.commitments.handing_back import Brief
from conversations.customers import editing
from conversations.deeds import Deed
from conversations.drafting import drafts
from conversations.drafting.drafts import Waiting
from conversations.erasing import customers, removing
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Erasure, WebhookDelivery, WebhookEvent
from conversations.webhooks import business, forgetting
from conversations.webhooks.catalogue import TYPES
from conversations.webhooks.events import FAN_OUT, heard
from tenants import ids
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tenants.trail import audit
from tests import cast
from tests.webhooks.conftest import hook
from tests.webhooks.receiver import Receiver
from tests.webhooks.work import deliver

NOWHERE = "https://8.8.8.8/hook"


def told() -> list[str]:
    """The types of what was told since the last look, in order; each has the shape that the catalogue names."""
    found = list(WebhookEvent.objects.order_by("created_at", "id"))
    for event in found:
        TypeAdapter(TYPES[event.type].data).validate_python(event.data, strict=True, extra="forbid")
    assert Job.objects.filter(kind=FAN_OUT).count() == len(found)
    WebhookEvent.objects.all().delete()
    Job.objects.filter(kind=FAN_OUT).delete()
    return [event.type for event in found]


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent."""
    cast.rules()
    cast.knowledge()
    return cast.agent("bob")


def test_a_conversation_is_told_from_its_first_words_to_the_last(bob: Agent) -> None:
    hook(NOWHERE)
    carol = Customer(name="Carol")
    stored = receive.message(carol, "How long does delivery take?", client_id=uuid4())
    talk = stored.conversation_id
    assert told() == ["customer.created", "conversation.created", "message.created"]
    turn.take(talk, stored.seq)
    assert told() == ["message.created", "conversation.escalation_decided"]
    carol = Customer.objects.get(pk=carol.pk)
    please = receive.person_please(carol, client_id=uuid4())
    turn.take(talk, please.seq)
    assert told() == [
        "message.created",
        "message.created",
        "conversation.escalation_decided",
        "conversation.handover_requested",
    ]
    writes.reply(talk, bob, "Hello", client_id=uuid4())
    assert told() == ["conversation.handover_accepted", "message.created"]
    epoch = Conversation.objects.get(pk=talk).epoch
    writes.hand_back(talk, bob, epoch=epoch, brief=Brief())
    assert told() == ["conversation.handed_back"]
    epoch = Conversation.objects.get(pk=talk).epoch
    writes.take_over(talk, bob, epoch=epoch)
    assert told() == ["conversation.taken_over"]
    with log.writing(talk) as conversation:
        control.transfer(conversation, team=None, offered_to=None)
    assert told() == ["conversation.handover_requested"]
    with log.writing(talk) as conversation:
        control.resolve(conversation)
    assert told() == ["conversation.resolved"]
    receive.message(carol, "One more thing", client_id=uuid4())
    assert told() == ["conversation.reopened", "message.created"]


def test_what_is_repeated_or_fails_is_not_told(bob: Agent) -> None:
    hook(NOWHERE)
    carol, client_id = cast.customer(), uuid4()
    receive.message(carol, "Hello", client_id=client_id)
    assert told() == ["conversation.created", "message.created"]
    receive.message(carol, "Hello", client_id=client_id)
    conversation = Conversation.objects.get()
    with transaction.atomic():
        with log.writing(str(conversation.id)) as locked:
            control.resolve(locked)
        transaction.set_rollback(True)
    assert told() == []


def test_replies_that_are_held_and_refunds_are_told(bob: Agent) -> None:
    hook(NOWHERE)
    conversation = cast.says(cast.customer(), "I want my money back")
    act = Act("refund", "refund:EX-1", "EX-1", {}, "Done.", "Within 30 days.", Decimal("12.50"), "EUR", "Above 10.")
    waiting = Waiting(Answer("You get it back.", 0.9, ()), "Above 10.", deed=Deed(act, "refund"))
    told()
    with log.writing(str(conversation.id)) as locked:
        draft = drafts.hold(locked, waiting, asked_seq=locked.seq, minutes=3)
    (asked,) = WebhookEvent.objects.filter(type="refund.requested")
    assert asked.data["refund"] == {
        "order": "EX-1",
        "amount": 1250,
        "currency": "EUR",
        "reason": "Within 30 days.",
        "waits": True,
    }
    assert told() == ["ai.reply_held", "refund.requested"]
    drafts.reject(str(draft.id), bob, reason="Too late")
    (declined,) = WebhookEvent.objects.filter(type="refund.declined")
    assert (declined.data["refund"]["reason"], declined.data["agent_id"]) == ("Too late", bob.id)
    assert told() == ["refund.declined", "conversation.taken_over"]
    with log.writing(str(conversation.id)) as locked:
        business.act_done(locked, act, Action(approved_by=""))
    assert told() == ["refund.requested", "refund.approved"]
    with log.writing(str(conversation.id)) as locked:
        business.act_done(locked, act, Action(approved_by=str(bob.id)))
        asked_for = {"good": True, "told": {"name": "Eve"}, "score": 50, "reasons": ["A budget"]}
        lead = Act("lead", "lead:1", "", asked_for, "", "")
        business.act_done(locked, lead, Action(request=asked_for, result={"lead": "lead_1"}))
        dull = Act("lead", "lead:2", "", {**asked_for, "good": False}, "", "")
        business.act_done(locked, dull, Action(request=asked_for, result={"lead": "lead_2"}))
    assert told() == ["refund.approved", "lead.qualified"]


def test_an_approved_reply_is_told_with_who_approved_it(bob: Agent) -> None:
    hook(NOWHERE, "ai.reply_approved")
    conversation = cast.says(cast.customer(), "How long does delivery take?")
    with log.writing(str(conversation.id)) as locked:
        waiting = Waiting(Answer("Two days.", 0.9, ()), "Supervised.")
        draft = drafts.hold(locked, waiting, asked_seq=locked.seq, minutes=3)
    drafts.approve(str(draft.id), bob, text="Three days.")
    (event,) = WebhookEvent.objects.all()
    assert event.data["agent"] == {"id": bob.id, "name": bob.name}
    assert (event.data["edited"], event.data["reply"]["text"]) == (True, "Three days.")
    assert told() == ["ai.reply_approved"]


def test_changes_of_a_customer_are_told_and_no_change_is_not(in_acme: Tenant) -> None:
    hook(NOWHERE)
    carol = cast.customer()
    editing.change(carol, {"name": "Caroline"}, actor=audit.by_system())
    (event,) = WebhookEvent.objects.all()
    assert event.data["changed"] == ["name"]
    assert event.data["customer"]["name"] == "Caroline"
    assert told() == ["customer.updated"]
    editing.change(carol, {"name": "Caroline"}, actor=audit.by_system())
    assert told() == []


def test_only_what_somebody_wants_is_kept(bob: Agent) -> None:
    hook(NOWHERE, "conversation.resolved")
    conversation = cast.answered(cast.customer(), "How long does delivery take?")
    with log.writing(str(conversation.id)) as locked:
        control.resolve(locked)
    assert told() == ["conversation.resolved"]


def test_a_company_without_webhooks_asks_nothing_for_a_message(bob: Agent) -> None:
    conversation = cast.says(cast.customer(), "Hello")
    writes.take_over(str(conversation.id), bob, epoch=conversation.epoch)

    def asked(text: str) -> int:
        with CaptureQueriesContext(connection) as caught, log.writing(str(conversation.id)) as locked:
            log.append(locked, ByAgent(bob), text, client_id=uuid4())
        assert not [one for one in caught.captured_queries if "webhookevent" in one["sql"]]
        plain = [one["sql"] for one in caught.captured_queries if "LEFT JOIN" not in one["sql"]]
        return len([one for one in plain if "webhook" in one])

    assert asked("One") == 0
    hook(NOWHERE, "conversation.resolved")
    assert asked("Two") == 0, "a webhook that hears of something else costs nothing either"
    assert heard() == ["conversation.resolved"]
    assert told() == []


def test_what_tells_of_an_erased_customer_goes_also_before_it_was_sent(
    receiver: Receiver, bob: Agent, alice: Agent
) -> None:
    endpoint = hook(receiver.url)
    carol, other = cast.customer(), cast.customer("oscar")
    cast.says(carol, "My secret")
    deliver()
    assert "message.created" in receiver.types()
    cast.says(carol, "Another secret")
    cast.says(other, "Hello")
    editing.change(carol, {"name": "Caroline"}, actor=audit.by_system())
    waits = WebhookEvent.objects.filter(customer=str(carol.id)).count()
    assert waits > 3
    many = len(receiver.got)
    Erasure.objects.create(customer_id=ids.decode("cus", str(carol.id)))
    customers.erase(Lease(uuid4(), uuid4(), "acme", customers.KIND, {"customer_id": str(carol.id)}, 1))
    left = list(WebhookEvent.objects.all())
    assert [event for event in left if "secret" in str(event.data) or "Carol" in str(event.data)] == []
    deliver()
    came = receiver.got[many:]
    assert sorted(got.json["type"] for got in came) == ["conversation.created", "customer.erased", "message.created"]
    assert not [got for got in came if b"secret" in got.body]
    assert endpoint.deliveries.count() == 3


def test_an_appointment_of_an_erased_customer_is_told_no_more(in_acme: Tenant) -> None:
    carol = cast.customer()
    for email in (carol.email, "oscar@example.org"):
        WebhookEvent.objects.create(type="appointment.booked", data={"appointment": {"email": email}})
    forgetting.of_customer(carol)
    assert [event.data["appointment"]["email"] for event in WebhookEvent.objects.all()] == ["oscar@example.org"]


def test_a_removed_conversation_takes_what_tells_of_it_along(bob: Agent) -> None:
    hook(NOWHERE)
    conversation = cast.says(cast.customer(), "Hello")
    removing.remove(str(conversation.id))
    assert not WebhookEvent.objects.exists()
    assert not WebhookDelivery.objects.exists()


def test_the_log_forgets_after_a_month(receiver: Receiver, in_acme: Tenant) -> None:
    hook(receiver.url)
    old, new = (WebhookEvent.objects.create(type="customer.erased", data={"customer_id": "x"}) for _ in range(2))
    WebhookDelivery.objects.create(endpoint=hook(NOWHERE), event=old)
    WebhookEvent.objects.filter(pk=old.pk).update(created_at=new.created_at - forgetting.KEPT_FOR)
    forgetting.remove_old(Lease(uuid4(), uuid4(), "acme", forgetting.OLD, {}, 1))
    assert [event.pk for event in WebhookEvent.objects.all()] == [new.pk]
    assert not WebhookDelivery.objects.exists()
    tomorrow = Job.objects.get(kind=forgetting.OLD)
    assert tomorrow.run_at.hour == 0
