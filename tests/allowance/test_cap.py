"""At the cap of the plan the assistant begins no conversation, and nobody is left without words."""

from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from assistant.models import AssistantSettings, Mode
from billing import bundle
from billing.models import Credit, CreditReason, Resolution, UsageRecord
from conversations import control, log, queries, receive, turn
from conversations.allowance import pausing
from conversations.authors import ByAssistant
from conversations.drafting import suggesting
from conversations.knowledge import preview
from conversations.models import Channel, Conversation, Customer, Decision, Draft, Holder, WaitsBy
from conversations.waiting import answering, asides, showing
from tenants.jobs import Ids, Lease
from tenants.models import Job, Tenant
from tests import cast
from tests.allowance import ledgers

QUESTION = "How many days does the delivery take?"
pytestmark = pytest.mark.usefixtures("equipped")


@pytest.fixture
def equipped(billed: Tenant) -> Tenant:
    """Acme with knowledge and rules, subscribed to a plan with 500 resolutions."""
    cast.knowledge()
    cast.rules()
    ledgers.subscribed()
    return billed


@pytest.fixture
def carol(equipped: Tenant) -> Customer:
    """A customer."""
    return cast.customer()


@pytest.fixture
def bob(equipped: Tenant) -> Agent:
    """An agent, online."""
    return cast.agent("bob")


def use_up() -> None:
    """All that the plan includes is used."""
    ledgers.resolved(500)


def said(conversation: Conversation) -> list[str]:
    """What the assistant said, the oldest first."""
    return [one.text for one in conversation.messages.filter(author_kind="assistant").order_by("seq")]


def test_the_last_resolution_of_the_bundle_is_still_answered(carol: Customer) -> None:
    ledgers.resolved(499)
    conversation = cast.answered(carol, QUESTION)
    assert (conversation.holder, UsageRecord.objects.count()) == (Holder.ASSISTANT, 1)


def test_at_the_cap_a_person_gets_it_with_the_reason_and_the_customer_hears_nothing_of_plans(
    carol: Customer, bob: Agent
) -> None:
    use_up()
    conversation = cast.answered(carol, QUESTION)
    assert (conversation.holder, conversation.trigger, conversation.priority) == (Holder.QUEUE, "usage_cap", "normal")
    assert conversation.offered_to == bob
    assert said(conversation) == [pausing.SAY["en"]]
    handover = conversation.handovers.get()
    assert "500 resolutions" in handover.reason
    assert handover.card["suggestion"] is None
    assert handover.card["next_step"]["from"] == "plan"
    decision = Decision.objects.get()
    assert (decision.label, decision.engine) == ("The plan's resolutions are used", "")
    assert not UsageRecord.objects.exists()


@pytest.mark.parametrize("language", list(pausing.SAY))
def test_the_words_are_told_in_every_language_of_the_widget_and_name_no_plan(language: str) -> None:
    now = bundle.now()
    handover = pausing.Paused(500, now.period.end).passes_on(language, mode=Mode.AUTOPILOT, version=1)
    assert handover.say == pausing.SAY[language]
    told = handover.say.lower()
    assert not [word for word in ("plan", "tarif", "limit", "bezahl", "abonn", "€", "baton") if word in told]
    assert len(set(pausing.SAY.values())) == 7


def test_what_the_assistant_began_goes_on_and_what_was_opened_again_is_new(carol: Customer, bob: Agent) -> None:
    cast.answered(carol, QUESTION)
    use_up()
    conversation = cast.answered(carol, "Do you take PayPal?")
    assert (conversation.holder, len(said(conversation))) == (Holder.ASSISTANT, 2)
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
        control.resolve(held)
    again = cast.answered(carol, "When are you open on Saturday?")
    assert (again.id, again.holder, again.trigger) == (conversation.id, Holder.QUEUE, "usage_cap")
    assert said(again)[2:] == [pausing.SAY["en"]]


def test_a_conversation_that_a_person_hands_back_is_no_beginning_by_a_farewell_alone(
    carol: Customer, bob: Agent
) -> None:
    use_up()
    conversation = cast.answered(carol, QUESTION)
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
        control.hand_back(held, bob)
    again = cast.answered(carol, "Do you take PayPal?")
    assert (again.holder, len(said(again))) == (Holder.QUEUE, 2)


def test_somebody_in_distress_hears_what_protects_them_all_the_same(carol: Customer) -> None:
    use_up()
    conversation = cast.answered(carol, "I can't go on anymore, I want to end my life")
    assert (conversation.holder, conversation.trigger, conversation.priority) == (Holder.QUEUE, "distress", "urgent")
    assert "emergency" in said(conversation)[0]


@pytest.mark.parametrize("mode", [Mode.COPILOT, Mode.OFF])
def test_a_silent_assistant_stays_silent_and_drafts_nothing(carol: Customer, mode: Mode) -> None:
    AssistantSettings.objects.update_or_create(id=1, defaults={"mode": mode})
    use_up()
    conversation = cast.answered(carol, QUESTION)
    trigger = {Mode.COPILOT: "usage_cap", Mode.OFF: "assistant_off"}[mode]
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, trigger)
    assert said(conversation) == []
    assert conversation.handovers.get().card["suggestion"] is None
    assert not Draft.objects.exists()


def test_an_agent_gets_no_suggestion_where_the_assistant_keeps_out(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, QUESTION)
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
    lease = Lease(uuid4(), uuid4(), "acme", suggesting.KIND, {"conversation_id": str(held.id), "asked_seq": 1}, 1)
    use_up()
    suggesting.work(lease)
    assert not Draft.objects.exists()
    Resolution.objects.all().delete()
    suggesting.work(lease)
    assert Draft.objects.get().sources


def test_mail_gets_its_answer_by_mail(carol: Customer, settings: LazySettings) -> None:
    settings.MAIL_LEAVES = True
    use_up()
    with log.begin(carol) as locked:
        begun = log.create(locked, channel=Channel.EMAIL, subject="Delivery")
    stored = receive.message(carol, QUESTION, client_id=uuid4(), into=str(begun.id))
    turn.take(stored.conversation_id, stored.seq)
    conversation = Conversation.objects.get(pk=begun.id)
    assert (conversation.holder, said(conversation)) == (Holder.QUEUE, [pausing.SAY["en"]])
    assert Job.objects.filter(kind="mail", ids__conversation_id=str(begun.id)).exists()


def test_who_waits_is_not_offered_the_assistant_and_who_chose_it_before_is_told(carol: Customer, bob: Agent) -> None:
    conversation = cast.answered(carol, "I want to talk to a real person please")
    offered = showing.of_conversation(conversation)
    assert offered is not None
    assert WaitsBy.ASSISTANT in offered["choices"]
    use_up()
    offered = showing.of_conversation(conversation)
    assert offered is not None
    assert WaitsBy.ASSISTANT not in offered["choices"]
    Conversation.objects.filter(pk=conversation.pk).update(waits_by=WaitsBy.ASSISTANT)
    asked = cast.says(carol, QUESTION)
    ids: Ids = {"conversation_id": str(asked.id), "asked_seq": asked.last_customer_seq}
    before = said(asked)
    answering.work(Lease(uuid4(), uuid4(), "acme", asides.KIND, ids, 1))
    asked.refresh_from_db()
    assert (said(asked), asked.holder) == (before, Holder.QUEUE)
    last = asked.messages.order_by("-seq").first()
    assert last is not None
    assert last.data["notice"] is True


def test_what_is_only_tried_is_answered_as_ever(carol: Customer) -> None:
    use_up()
    answer = preview.preview([("customer", QUESTION)])["answer"]
    assert answer is not None
    assert "2 to 4 working days" in answer["text"]


def test_bought_resolutions_a_credit_or_a_new_period_let_it_begin_again(carol: Customer) -> None:
    now = timezone.now()
    begun = turn_of(carol)
    use_up()
    assert pausing.of_turn(begun, Mode.AUTOPILOT) is not None
    ledgers.subscribed(overage=True, overage_limit_cents=49)
    assert pausing.of_turn(begun, Mode.AUTOPILOT) is None
    extra = ledgers.resolved(1)[0]
    assert pausing.of_turn(begun, Mode.AUTOPILOT) is not None
    Credit.objects.create(resolution=extra, reason=CreditReason.DISPUTED, period_start=extra.period_start)
    assert pausing.of_turn(begun, Mode.AUTOPILOT) is None
    ledgers.subscribed(overage=False)
    assert pausing.of_turn(begun, Mode.AUTOPILOT) is not None
    ledgers.subscribed(overage=False, period_start=now)
    assert pausing.of_turn(begun, Mode.AUTOPILOT) is None


def test_a_turn_asks_once_and_not_at_all_where_nobody_is_billed(
    carol: Customer, django_assert_num_queries: DjangoAssertNumQueries, settings: LazySettings
) -> None:
    question = turn_of(carol)
    with django_assert_num_queries(1):
        assert pausing.of_turn(question, Mode.AUTOPILOT) is None
    use_up()
    with django_assert_num_queries(1):
        assert pausing.of_turn(question, Mode.AUTOPILOT) is not None
    settings.STRIPE_API_KEY = ""
    with django_assert_num_queries(0):
        assert pausing.of_turn(question, Mode.AUTOPILOT) is None


def test_an_end_that_was_taken_back_began_nothing_new(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, QUESTION)
    with log.writing(str(conversation.id)) as held:
        log.append(held, ByAssistant(epoch=held.epoch, answers=held.last_customer_seq), "Two to four days.")
        control.resolve(held)
        control.reopen(held, reason="undone")
    use_up()
    assert pausing.of_turn(turn_of(carol), Mode.AUTOPILOT) is None
    with log.writing(str(conversation.id)) as held:
        control.resolve(held)
    assert pausing.of_turn(turn_of(carol), Mode.AUTOPILOT) is not None


def turn_of(who: Customer) -> queries.Question:
    """The turn of what they write now."""
    conversation = cast.says(who, QUESTION)
    question = queries.question(str(conversation.id), conversation.last_customer_seq)
    assert question is not None
    return question
