"""How far the assistant acts by itself: alone, with a person's yes, for agents only, or not at all; also by topic."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agents.models import Agent
from assistant.models import AssistantSettings, Intent, Mode
from billing.models import UsageRecord
from conversations import modes, turn
from conversations.models import Conversation, Customer, Decision, Draft, Holder, Kind, Message
from conversations.widget import welcome
from tests import cast
from tests.there import there

pytestmark = pytest.mark.usefixtures("equipped")
QUESTION = "How many days does the delivery take?"


def choose(mode: Mode, **fields: object) -> None:
    """The tenant's mode from now on."""
    AssistantSettings.objects.update_or_create(id=1, defaults={"mode": mode, **fields})


def topic(name: str, mode: str, *examples: str) -> None:
    """A topic with its own mode."""
    Intent.objects.create(name=name, mode=mode, examples=list(examples))


def by_assistant(conversation: Conversation) -> list[str]:
    """What the assistant said to the customer."""
    return [message.text for message in conversation.messages.filter(author_kind="assistant")]


def notices(conversation: Conversation) -> list[str]:
    """What Baton itself told the customer."""
    return [entry.text for entry in conversation.messages.filter(kind=Kind.STATUS, data__notice=True)]


def test_a_supervised_answer_waits_for_an_agent_and_the_customer_is_told(carol: Customer) -> None:
    choose(Mode.SUPERVISED, draft_minutes=7)
    conversation = cast.answered(carol, QUESTION)
    draft = Draft.objects.get(conversation=conversation)
    assert (draft.kind, draft.state, draft.asked_seq, draft.epoch) == ("held", "waiting", 1, 1)
    assert "2 to 4 working days" in draft.text
    assert draft.sources[0]["title"] == "How long does delivery take?"
    assert by_assistant(conversation) == []
    assert len(notices(conversation)) == 1
    assert (conversation.holder, conversation.due_at) == (Holder.ASSISTANT, draft.due_at)
    assert draft.due_at is not None
    assert timedelta(minutes=6) < draft.due_at - timezone.now() <= timedelta(minutes=7)
    decision = Decision.objects.get()
    assert (decision.action, decision.answer_seq, decision.mode) == ("held", None, "supervised")
    assert not UsageRecord.objects.exists()


def test_a_supervised_assistant_greets_by_itself(carol: Customer) -> None:
    choose(Mode.SUPERVISED)
    conversation = cast.answered(carol, "Hello")
    assert len(by_assistant(conversation)) == 1
    assert not Draft.objects.exists()


def test_a_supervised_assistant_still_hands_over_by_the_rules(carol: Customer) -> None:
    choose(Mode.SUPERVISED)
    conversation = cast.answered(carol, "I want to talk to a real person please")
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "asks_human")
    assert not Draft.objects.exists()


@pytest.mark.parametrize(("mode", "trigger"), [(Mode.COPILOT, "copilot"), (Mode.OFF, "assistant_off")])
def test_a_silent_assistant_says_nothing_and_a_person_gets_it(
    carol: Customer, bob: Agent, mode: Mode, trigger: str
) -> None:
    choose(mode)
    conversation = cast.answered(carol, QUESTION)
    assert by_assistant(conversation) == []
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, trigger)
    assert conversation.offered_to_id == bob.id
    suggestion = conversation.handovers.get().card["suggestion"]
    assert (suggestion is not None) == (mode == Mode.COPILOT)
    assert Decision.objects.get().mode == mode
    assert not UsageRecord.objects.exists()


@pytest.mark.parametrize("mode", [Mode.COPILOT, Mode.OFF])
def test_the_words_that_protect_are_told_without_the_assistant(carol: Customer, mode: Mode) -> None:
    choose(mode)
    conversation = cast.answered(carol, "I can't go on anymore, I want to end my life")
    assert by_assistant(conversation) == []
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "distress")
    assert any("emergency" in text for text in notices(conversation))


def test_a_failed_turn_of_a_silent_assistant_stays_silent(carol: Customer) -> None:
    choose(Mode.OFF)
    conversation = cast.says(carol, QUESTION)
    turn.give_up(str(conversation.id), conversation.last_customer_seq)
    conversation.refresh_from_db()
    assert by_assistant(conversation) == []
    assert (conversation.holder, conversation.trigger) == (Holder.QUEUE, "assistant_down")


DELIVERY = ("When does my parcel come?", "How long is delivery?", "How many days does shipping take?", QUESTION)
PAYING = ("Can I pay by card?", "Do you take PayPal?", "Which ways to pay are there?", "Is bank transfer possible?")


@pytest.mark.parametrize(
    ("whole", "of_topic", "expected"),
    [
        (Mode.AUTOPILOT, "supervised", "held"),
        (Mode.SUPERVISED, "autopilot", "answer"),
        (Mode.COPILOT, "autopilot", "answer"),
        (Mode.AUTOPILOT, "off", "off"),
        (Mode.OFF, "autopilot", "off"),
        (Mode.SUPERVISED, "", "held"),
    ],
)
def test_a_topic_goes_its_own_way_but_off_is_off(carol: Customer, whole: Mode, of_topic: str, expected: str) -> None:
    choose(whole)
    topic("Delivery", of_topic, *DELIVERY)
    cast.answered(carol, QUESTION)
    decision = Decision.objects.get()
    assert (decision.action, decision.topic) == (expected, "Delivery")


def test_of_two_questions_the_stricter_topic_decides(carol: Customer) -> None:
    topic("Delivery", "", *DELIVERY)
    topic("Paying", "supervised", *PAYING)
    conversation = cast.answered(carol, "How long does delivery take? And do you take PayPal?")
    assert Decision.objects.get().action == "held"
    assert by_assistant(conversation) == []


def test_the_notice_of_an_ai_is_due_while_it_may_speak_on_any_topic() -> None:
    assert modes.speaks()
    assert "AI assistant" in there(welcome.company("en")["ai_notice"])
    choose(Mode.COPILOT)
    assert not modes.speaks()
    assert welcome.company("en")["ai_notice"] is None
    topic("Delivery", "autopilot", *DELIVERY)
    assert modes.speaks()
    choose(Mode.OFF)
    assert not modes.speaks()


def test_a_threshold_of_the_tenants_own_decides_what_is_sure(carol: Customer) -> None:
    choose(Mode.AUTOPILOT, threshold=1.0)
    conversation = cast.answered(carol, "Do parcels come quickly?")
    assert Decision.objects.get().action != "answer"
    assert conversation.decisions.get().facts["confidence_threshold"] == 1.0


def test_an_unsure_supervised_assistant_shows_its_guess_to_an_agent_alone(carol: Customer) -> None:
    choose(Mode.SUPERVISED, threshold=1.0)
    conversation = cast.answered(carol, QUESTION)
    draft = Draft.objects.get(conversation=conversation)
    assert draft.reason == "The assistant is not sure enough of this."
    assert by_assistant(conversation) == []
    assert Message.objects.filter(conversation=conversation, data__offers_person=True).count() == 0
