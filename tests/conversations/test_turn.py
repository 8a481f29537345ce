"""The turn: an answer with its source, honest doubt, or a person with the reason and the evidence."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from agents.models import Agent
from billing.models import UsageRecord
from conversations import control, log, receive, tasks, turn, turns
from conversations.authors import ByAssistant
from conversations.commitments.handing_back import Brief
from conversations.errors import FencedError
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Decision, Holder, Message, Status
from conversations.widget import visitors
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast, stored

pytestmark = pytest.mark.usefixtures("equipped")


def last_text(conversation: Conversation) -> Message:
    return Message.objects.filter(conversation=conversation, kind="text").latest("seq")


def test_a_known_question_is_answered_with_its_source(carol: Customer) -> None:
    conversation = cast.answered(carol, "How many days does the delivery take?")
    said = last_text(conversation)
    assert said.author_kind == "assistant"
    assert "2 to 4 working days" in said.text
    assert said.sources[0]["title"] == "How long does delivery take?"
    assert conversation.holder == Holder.ASSISTANT
    decision = Decision.objects.get(conversation=conversation)
    assert (decision.action, decision.answer_seq) == ("answer", said.seq)
    assert UsageRecord.objects.count() == 1


def test_an_unknown_question_is_met_with_doubt_and_the_offer_of_a_person(carol: Customer) -> None:
    conversation = cast.answered(carol, "Can you recommend a good dentist in Lisbon?")
    said = last_text(conversation)
    assert said.data["offers_person"] is True
    assert not said.sources
    assert conversation.holder == Holder.ASSISTANT
    assert Decision.objects.get(conversation=conversation).action == "unsure"
    assert not UsageRecord.objects.exists()


def test_asking_for_a_person_hands_over_with_rule_evidence_and_card(carol: Customer, bob: Agent) -> None:
    cast.answered(carol, "How many days does the delivery take? My order is AC-10442.")
    conversation = cast.answered(carol, "I want to talk to a real person please")
    assert conversation.holder == Holder.QUEUE
    assert (conversation.trigger, conversation.offered_to) == ("asks_human", bob)
    handover = conversation.handovers.get()
    assert handover.decision.rules_version == 1
    quotes = handover.decision.facts["signals"]["asks_human"]["evidence"]
    assert quotes[0]["text"] in "I want to talk to a real person please"
    assert [fact["value"] for fact in handover.card["facts"]] == ["AC-10442"]
    assert handover.card["passed_on"]


def test_a_visitor_who_says_a_name_is_called_by_it_at_the_desk_and_nobody_is_renamed(carol: Customer) -> None:
    visitor = visitors.newcomer(language="en")
    words = "My name is Peter Low, and I want to talk to a real person please"
    assert cast.answered(visitor, words).customer.name == "Peter Low"
    named = carol.name
    assert cast.answered(carol, words).customer.name == named == Customer.objects.get(pk=carol.pk).name


def test_the_pressed_button_hands_over_without_a_classifier(carol: Customer) -> None:
    stored = receive.person_please(carol, client_id=uuid4())
    turn.take(stored.conversation_id, stored.seq)
    conversation = Conversation.objects.get(pk=stored.conversation_id)
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "asks_human")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("This is absolutely ridiculous!!! THIRD time I ask, you useless idiots. I am furious", "anger"),
        ("I can't go on anymore, I want to end my life", "distress"),
    ],
)
def test_anger_and_distress_go_to_a_person(carol: Customer, text: str, trigger: str) -> None:
    conversation = cast.answered(carol, text)
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, trigger)


def test_a_handover_is_not_lost_when_the_customer_writes_again_before_the_turn(carol: Customer) -> None:
    asked = cast.says(carol, "I want to talk to a human")
    newer = cast.says(carol, "hello?")
    turn.take(str(asked.id), asked.last_customer_seq)
    turn.take(str(newer.id), newer.last_customer_seq)
    newer.refresh_from_db()
    assert (newer.holder, newer.trigger) == (Holder.QUEUE, "asks_human")


def test_a_newer_message_supersedes_the_turn_so_a_burst_gets_one_answer(carol: Customer) -> None:
    first = cast.says(carol, "Hi")
    second = cast.says(carol, "When are you open on Saturday?")
    turn.take(str(first.id), first.last_customer_seq)
    turn.take(str(second.id), second.last_customer_seq)
    said = Message.objects.filter(conversation=first, author_kind="assistant")
    assert [message.sources[0]["title"] for message in said] == ["What are your opening hours?"]


def test_the_same_turn_twice_answers_once(carol: Customer) -> None:
    """A worker that dies after it spoke leaves its job to another, which finds nothing to do."""
    conversation = cast.answered(carol, "Do you take PayPal?")
    before = stored.everything()
    turn.take(str(conversation.id), conversation.last_customer_seq)
    turn.give_up(str(conversation.id), conversation.last_customer_seq)
    assert stored.everything() == before


def test_of_two_workers_at_the_same_turn_only_one_speaks(carol: Customer) -> None:
    conversation = cast.answered(carol, "Do you take PayPal?")
    author = ByAssistant(epoch=conversation.epoch, answers=conversation.last_customer_seq)
    with pytest.raises(FencedError, match="answered already"), log.writing(str(conversation.id)) as held:
        log.append(held, author, "Yes, we do.")


def test_nothing_is_said_while_a_person_holds_the_baton(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, "Do you take PayPal?")
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
    turn.take(str(conversation.id), conversation.last_customer_seq)
    assert not Message.objects.filter(author_kind="assistant").exists()


def test_a_message_to_a_person_writes_no_turn(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, "Do you take PayPal?")
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
    before = Job.objects.count()
    cast.says(carol, "Are you there?")
    assert Job.objects.count() == before


def test_writing_again_reopens_a_resolved_conversation(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, "Do you take PayPal?")
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
        control.resolve(held)
    again = cast.answered(carol, "And when are you open?")
    assert again.id == conversation.id
    assert (again.status, again.holder) == (Status.OPEN, Holder.ASSISTANT)
    assert last_text(again).author_kind == "assistant"


def test_what_was_said_before_a_hand_back_does_not_hand_over_again(carol: Customer, bob: Agent) -> None:
    conversation = cast.answered(carol, "I want to talk to a human")
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
        control.hand_back(held, bob)
    again = cast.answered(carol, "Thanks. When are you open on Saturday?")
    assert again.holder == Holder.ASSISTANT
    assert last_text(again).author_kind == "assistant"


def test_what_an_agent_hands_back_unanswered_is_answered_by_the_assistant(carol: Customer, bob: Agent) -> None:
    conversation = cast.says(carol, "Do you take PayPal?")
    Job.objects.all().delete()  # it ran, and found that bob had taken over
    writes.take_over(str(conversation.id), bob, epoch=1)
    writes.hand_back(str(conversation.id), bob, epoch=2, brief=Brief())
    job = Job.objects.get(kind="turn")
    assert job.run_at <= timezone.now() + turns.SETTLE
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    jobs.run(job.pk, tasks.work)
    assert last_text(conversation).author_kind == "assistant"


def test_what_the_assistant_passed_on_is_seen_to_when_the_agent_hands_it_back(carol: Customer, bob: Agent) -> None:
    conversation = cast.answered(carol, "I want to talk to a human")
    writes.take_over(str(conversation.id), bob, epoch=conversation.epoch)
    back = writes.hand_back(
        str(conversation.id), bob, epoch=conversation.epoch + 1, brief=Brief("We spoke on the phone.")
    )
    assert (back.holder, back.unanswered_since) == (Holder.ASSISTANT, None)
    assert back.due_at is not None
    assert back.due_at > timezone.now() + timedelta(hours=23)


def test_giving_up_passes_the_conversation_to_a_person(carol: Customer) -> None:
    conversation = cast.says(carol, "Do you take PayPal?")
    turn.give_up(str(conversation.id), conversation.last_customer_seq)
    conversation.refresh_from_db()
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "assistant_down")
    assert last_text(conversation).author_kind == "assistant"


def test_unreadable_rules_end_with_a_person(carol: Customer, equipped: Tenant) -> None:
    from escalation.models import RuleBookVersion  # noqa: PLC0415

    RuleBookVersion.objects.create(number=2, document={"nonsense": True}, published_by="a bad import")
    conversation = cast.answered(carol, "Do you take PayPal?")
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "rules_unreadable")
