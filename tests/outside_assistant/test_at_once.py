"""However a reply from outside meets a takeover, another reply or the deadline, one of them wins, and one alone."""

import random
import time
from collections import Counter
from functools import partial

import pytest

from agents.models import Agent
from agents.tokens import Token
from assistant.models import AssistantSettings, Engine, Mode
from conversations import log
from conversations.inbox import writes
from conversations.models import Draft, Kind, Message, OutsideTurn
from conversations.outside import replying, showing, silence
from conversations.outside.errors import TurnOverError
from conversations.outside.showing import OutsideOutcome
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.faults.racing import Racers, racers
from tests.outside_assistant.ai import DELIVERY, Ai, asked, said

RACES, FEW, WITHOUT_FENCE = 50, 5, 12
BY = Token("tok_1", "Our AI", frozenset({"assistant:act"}))


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with its own AI, really committed."""
    with current.entered(acme):
        cast.knowledge()
        cast.rules()
        cast.agent("bob")
        AssistantSettings.objects.update_or_create(id=1, defaults={"engine": Engine.OUTSIDE, "outside_seconds": 45})
        Ai()
    return acme


def test_a_takeover_while_it_thinks_is_never_spoken_over(company: Tenant) -> None:
    with racers(company, 2) as both:
        came = _race(both, RACES)
    assert came["after"] == 0
    assert came["before"] + came["never"] == RACES
    assert min(came["before"], came["never"]) > 0, "nothing raced"


def test_without_the_fence_the_races_are_lost(company: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "check_fence", lambda *_args, **_kwargs: None)
    with racers(company, 2) as both:
        assert _race(both, WITHOUT_FENCE)["after"] > 0


@pytest.mark.parametrize("mode", [Mode.AUTOPILOT, Mode.SUPERVISED])
def test_of_two_replies_and_the_deadline_one_wins(company: Tenant, mode: Mode) -> None:
    with current.entered(company):
        AssistantSettings.objects.update(mode=mode)
    with racers(company, 3) as all_three:
        for number in range(FEW):
            with current.entered(company):
                row = asked(cast.customer(f"two{number}"))
                words = [_reply(row), _reply(row)]
            outcomes: list[OutsideOutcome] = []
            works = [partial(_try, row, one, outcomes) for one in words]
            all_three.at_once(*works, partial(silence.instead, row, why="outside_silent"))
            with current.entered(company):
                drafts = Draft.objects.filter(conversation=row.conversation_id).count()
                assert len(said(row)) + drafts == 1
                assert len(outcomes) == (OutsideTurn.objects.get(pk=row.pk).state == "answered")
                OutsideTurn.objects.all().delete()  # else, where the deadline wins, nobody is asked any more


def _race(both: Racers, races: int) -> Counter[str]:
    dice = random.Random(20261123)
    with current.entered(both.company):
        bob = Agent.objects.get(email="bob@example.com")
        took = min(_seconds_of_a_reply(number) for number in range(4))
    return Counter(_one_race(both, bob, number, dice.uniform(0, 1.3 * took)) for number in range(races))


def _seconds_of_a_reply(number: int) -> float:
    row = asked(cast.customer(f"timed{number}"))
    reply = _reply(row)
    began = time.perf_counter()
    _try(row, reply, [])
    return time.perf_counter() - began


def _one_race(both: Racers, bob: Agent, number: int, delay: float) -> str:
    with current.entered(both.company):
        row = asked(cast.customer(f"racer{number}"))
        reply = _reply(row)

    def take_over() -> None:
        time.sleep(delay)  # milliseconds, so that it meets every part of the decision
        writes.take_over(str(row.conversation_id), bob, epoch=row.epoch)

    outcomes: list[OutsideOutcome] = []
    both.at_once(partial(_try, row, reply, outcomes), take_over)
    with current.entered(both.company):
        entries = list(Message.objects.filter(conversation=row.conversation_id).order_by("seq"))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    taken = next(e.seq for e in entries if e.kind == Kind.CONTROL and e.data["reason"] == "taken_over")
    spoken = [e.seq for e in entries if e.author_kind == "assistant" and e.kind == Kind.TEXT]
    assert len(spoken) == len(outcomes)
    if not spoken:
        return "never"
    return "after" if max(spoken) > taken else "before"


def _reply(row: OutsideTurn) -> dict[str, object]:
    passage = next(one["id"] for one in row.given["passages"] if DELIVERY in one["text"])
    cited = [{"passage": passage, "quote": DELIVERY}]
    told = {"action": "answer", "confidence": 0.95, "signals": [], "citations": cited, "text": DELIVERY}
    return {**told, "client_id": cast.new_id()}


def _try(row: OutsideTurn, reply: dict[str, object], outcomes: list[OutsideOutcome]) -> None:
    """Reply as the view does, where it is not refused."""
    try:
        outcomes.append(replying.reply(showing.access(str(row.id)), reply, by=BY))
    except TurnOverError:
        return
