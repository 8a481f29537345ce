"""However a supervisor's hold and the assistant's answer meet, nothing is said after the hold without a yes."""

import random
import time
from collections import Counter
from collections.abc import Sequence

import pytest

from agents.models import Agent, Role
from conversations import queries, turn
from conversations.carrying_out import write
from conversations.control_room import acts, watching
from conversations.decided import Decided
from conversations.models import AuthorKind, Conversation, Draft, Kind, Message, OversightAct
from conversations.queries import Question
from conversations.speech import Speech
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.faults.racing import Racers, racers
from tests.faults.scene import LONG

QUESTION = "How many days does the delivery take?"
RACES = 500 if LONG else 100
RACES_WITH_A_SEEDED_BUG = 15
APART = 0.012  # seconds at most by which either may be first


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with knowledge, rules and maya, who supervises, really committed, and the encoders warm."""
    with current.entered(acme):
        cast.knowledge()
        cast.rules()
        cast.agent("maya", Role.SUPERVISOR)
        cast.answered(cast.customer("warm"), "Do you take PayPal?")
    return acme


def test_many_holds_with_the_answer_in_flight(company: Tenant, raced: list[Sequence[object]]) -> None:
    came = _race(company, RACES)
    told = f"the answer came before in {came['before']}, was held in {came['held']}, came after it in {came['after']}"
    must, kept = "after it in none", "**not kept**" if came["after"] else "kept"
    raced.append(["a supervisor holds the next answer while it is made", RACES, told, must, kept])
    assert came["after"] == 0
    assert came["before"] + came["held"] == RACES
    assert came["before"] > 10, "the hold always won: nothing was in flight"
    assert came["held"] > 10, "the answer always won: nothing raced"


def test_without_the_look_under_the_lock_the_races_are_lost(company: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness has teeth: where only what the turn knew when it began counts, the answer comes after the hold."""
    monkeypatch.setattr(watching, "held", lambda decided, _acts: decided)
    assert _race(company, RACES_WITH_A_SEEDED_BUG)["after"] > 0


def _race(company: Tenant, races: int) -> Counter[str]:
    """Runs the races; counts whether the answer came before the hold, after it, or waits for its yes."""
    dice = random.Random(20261123)
    with current.entered(company):
        maya = Agent.objects.get(email="maya@example.com")
        decided = turn.decide(_asked("rehearsal"), speech=None)
    with racers(company, 2) as both:
        return Counter(_one_race(both, maya, decided, number, dice.uniform(-APART, APART)) for number in range(races))


def _asked(name: str) -> Question:
    talk = cast.says(cast.customer(name), QUESTION)
    question = queries.question(str(talk.id), talk.last_customer_seq)
    assert question is not None
    return question


def _one_race(both: Racers, maya: Agent, decided: Decided, number: int, delay: float) -> str:
    with current.entered(both.company):
        question = _asked(f"racer{number}")
    conversation = question.conversation
    speech = Speech(str(conversation.id), question.epoch, question.asked_seq)

    def answer() -> None:
        time.sleep(max(-delay, 0.0))
        write(question, decided, speech)

    def hold() -> None:
        time.sleep(max(delay, 0.0))  # milliseconds, so that it meets every part of the writing
        acts.hold(str(conversation.id), maya, epoch=conversation.epoch)

    both.at_once(answer, hold)
    with current.entered(both.company):
        return _outcome(conversation)


def _outcome(conversation: Conversation) -> str:
    held = OversightAct.objects.get(conversation=conversation)
    said = Message.objects.filter(conversation=conversation, kind=Kind.TEXT, author_kind=AuthorKind.ASSISTANT).first()
    if said is None:
        assert Draft.objects.filter(conversation=conversation, state="waiting").count() == 1
        return "held"
    assert not Draft.objects.filter(conversation=conversation).exists()
    return "after" if said.seq > held.after_seq else "before"
