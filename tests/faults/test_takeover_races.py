"""P1: however a takeover and the assistant's answer meet, the assistant never speaks after the person took over."""

import random
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial

import pytest

from agents.models import Agent
from conversations import log, turn
from conversations.inbox import writes
from conversations.models import Conversation, Kind, Message
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.faults.racing import Racers, racers
from tests.faults.scene import LONG

QUESTION = "How many days does the delivery take?"
RACES, RACES_WITH_A_SEEDED_BUG = 500 if LONG else 150, 40


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with knowledge, rules and bob, really committed, and the encoders warm."""
    with current.entered(acme):
        cast.knowledge()
        cast.rules()
        cast.agent("bob")
        cast.answered(cast.customer("warm"), "Do you take PayPal?")
    return acme


def test_takeovers_with_the_answer_in_flight(company: Tenant, raced: list[Sequence[object]]) -> None:
    came = _race(company, RACES)
    told = f"the answer came before in {came['before']}, never in {came['never']}, after it in {came['after']}"
    must, kept = "after it in none", "**not kept**" if came["after"] else "kept"
    raced.append(["a person takes over while the assistant answers", RACES, told, must, kept])
    assert came["after"] == 0
    assert came["before"] + came["never"] == RACES
    assert came["before"] > RACES / 20, "the takeover always won: nothing was in flight"
    assert came["never"] > RACES / 20, "the answer always won: nothing raced"


def test_without_the_fence_the_races_are_lost(company: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness has teeth: with the compare-and-set taken out, it sees the assistant speak after the takeover."""
    monkeypatch.setattr(log, "check_fence", lambda *_args, **_kwargs: None)
    assert _race(company, RACES_WITH_A_SEEDED_BUG)["after"] > 0


def _race(company: Tenant, races: int) -> Counter[str]:
    """Runs the races; counts whether the answer came before the takeover, after it, or never."""
    dice = random.Random(20261122)
    with current.entered(company):
        bob = Agent.objects.get(email="bob@example.com")
        took = _seconds_of_a_turn()
    with racers(company, 2) as both:
        return Counter(_one_race(both, bob, number, dice.uniform(0, 1.3 * took)) for number in range(races))


def _seconds_of_a_turn() -> float:
    began = time.perf_counter()
    for number in range(5):
        cast.answered(cast.customer(f"timed{number}"), QUESTION)
    return (time.perf_counter() - began) / 5


def _one_race(both: Racers, bob: Agent, number: int, delay: float) -> str:
    with current.entered(both.company):
        conversation = cast.says(cast.customer(f"racer{number}"), QUESTION)

    def take_over() -> None:
        time.sleep(delay)  # milliseconds, so that it meets every part of the turn
        writes.take_over(str(conversation.id), bob, epoch=conversation.epoch)

    both.at_once(partial(turn.take, str(conversation.id), conversation.last_customer_seq), take_over)
    with current.entered(both.company):
        return _outcome(conversation)


def _outcome(conversation: Conversation) -> str:
    entries = list(Message.objects.filter(conversation=conversation).order_by("seq"))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    taken = next(e.seq for e in entries if e.kind == Kind.CONTROL and e.data["reason"] == "taken_over")
    said = [e.seq for e in entries if e.author_kind == "assistant" and e.kind == Kind.TEXT]
    if not said:
        return "never"
    return "after" if max(said) > taken else "before"
