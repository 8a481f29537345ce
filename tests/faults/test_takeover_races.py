"""P1: however a takeover and the assistant's answer meet, the assistant never speaks after the person took over."""

import random
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection

from agents.models import Agent
from conversations import log, turn
from conversations.errors import StaleEpochError
from conversations.inbox import writes
from conversations.models import Conversation, Kind, Message
from tenants import current
from tenants.models import Tenant
from tests import cast

QUESTION = "How many days does the delivery take?"
RACES, RACES_WITH_A_SEEDED_BUG = 200, 40


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with knowledge, rules and bob, really committed, and the encoders warm."""
    with current.entered(acme):
        cast.knowledge()
        cast.rules()
        cast.agent("bob")
        cast.answered(cast.customer("warm"), "Do you take PayPal?")
    return acme


def test_200_takeovers_with_the_answer_in_flight(company: Tenant) -> None:
    spoke_first, fenced, violations = _race(company, RACES)
    assert violations == 0
    assert spoke_first + fenced == RACES
    assert spoke_first > 10, "the takeover always won: nothing was in flight"
    assert fenced > 10, "the answer always won: nothing raced"


def test_without_the_fence_the_races_are_lost(company: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness has teeth: with the compare-and-set taken out, it sees the assistant speak after the takeover."""
    monkeypatch.setattr(log, "check_fence", lambda *_args, **_kwargs: None)
    *_, violations = _race(company, RACES_WITH_A_SEEDED_BUG)
    assert violations > 0


def _race(company: Tenant, races: int) -> tuple[int, int, int]:
    """Runs the races; gives how often the answer came before the takeover, not at all, and after it."""
    dice = random.Random(20261122)
    with current.entered(company):
        bob = Agent.objects.get(email="bob@example.com")
        took = _seconds_of_a_turn()
    outcomes = [_one_race(company, bob, number, dice.uniform(0, 1.3 * took)) for number in range(races)]
    return outcomes.count("before"), outcomes.count("never"), outcomes.count("after")


def _seconds_of_a_turn() -> float:
    began = time.perf_counter()
    for number in range(5):
        cast.answered(cast.customer(f"timed{number}"), QUESTION)
    return (time.perf_counter() - began) / 5


def _one_race(company: Tenant, bob: Agent, number: int, delay: float) -> str:
    with current.entered(company):
        conversation = cast.says(cast.customer(f"racer{number}"), QUESTION)
        asked, began = conversation.last_customer_seq, conversation.epoch
    start = threading.Barrier(2)

    def answer() -> None:
        start.wait()
        turn.take(str(conversation.id), asked)

    def take_over() -> None:
        start.wait()
        time.sleep(delay)
        writes.take_over(str(conversation.id), bob, epoch=began)

    _at_once(company, answer, take_over)
    with current.entered(company):
        return _outcome(conversation)


def _at_once(company: Tenant, *works: Callable[[], None]) -> None:
    failures: list[BaseException] = []

    def inside(work: Callable[[], None]) -> None:
        try:
            with current.entered(company):
                work()
        except BaseException as error:  # noqa: BLE001  carried to the test's own thread
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=inside, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failures, failures


def _outcome(conversation: Conversation) -> str:
    entries = list(Message.objects.filter(conversation=conversation).order_by("seq"))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    taken = next(e.seq for e in entries if e.kind == Kind.CONTROL and e.data["reason"] == "taken_over")
    said = [e.seq for e in entries if e.author_kind == "assistant" and e.kind == Kind.TEXT]
    if not said:
        return "never"
    return "after" if max(said) > taken else "before"


def test_of_many_who_claim_at_once_exactly_one_wins(company: Tenant) -> None:
    with current.entered(company):
        people = [cast.agent(name) for name in ("ann", "ben", "cid", "dot")]
    for number in range(25):
        with current.entered(company):
            conversation = cast.answered(cast.customer(f"claimed{number}"), "I want to talk to a human")
        replies: dict[str, str] = {}
        _at_once(company, *[partial(_claim, conversation, agent, replies) for agent in people])
        winners = [name for name, reply in replies.items() if reply == "won"]
        assert len(winners) == 1
        assert sorted(replies.values()) == [*[f"{winners[0]} holds this conversation now."] * 3, "won"]


def _claim(conversation: Conversation, agent: Agent, replies: dict[str, str]) -> None:
    try:
        writes.take_over(str(conversation.id), agent, epoch=conversation.epoch)
        replies[agent.name] = "won"
    except StaleEpochError as refused:
        replies[agent.name] = str(refused)
