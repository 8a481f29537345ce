"""Of those who claim one conversation at the same moment exactly one wins, and the others learn who it was."""

from collections.abc import Sequence
from functools import partial

import pytest

from agents.models import Agent
from conversations import control
from conversations.errors import StaleEpochError
from conversations.inbox import writes
from conversations.models import Conversation, Holder, Kind, Message
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.faults.racing import Racers, racers

RACES, RACES_WITH_A_SEEDED_BUG = 500, 20
PEOPLE = ("ann", "ben", "cid")


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with rules and three agents, really committed."""
    with current.entered(acme):
        cast.rules()
        for name in PEOPLE:
            cast.agent(name)
    return acme


def test_500_claims_have_one_winner_each(company: Tenant, raced: list[Sequence[object]]) -> None:
    conversation, winners = _race(company, RACES)
    single = sum(len(names) == 1 for names in winners)
    must, kept = "one winner in all", "kept" if single == RACES else "**not kept**"
    raced.append([f"{len(PEOPLE)} agents claim one conversation", RACES, f"one winner in {single}", must, kept])
    assert [len(names) for names in winners] == [1] * RACES
    assert {name for names in winners for name in names} == {f"{name.title()} Example" for name in PEOPLE}
    with current.entered(company):
        taken = Message.objects.filter(conversation=conversation, kind=Kind.CONTROL, data__reason="accepted")
        assert taken.count() == RACES
        seqs = Message.objects.filter(conversation=conversation).order_by("seq").values_list("seq", flat=True)
        assert list(seqs) == list(range(1, len(seqs) + 1))


def test_without_the_epoch_there_are_two_winners(company: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness has teeth: with the compare-and-set taken out, it sees more than one winner."""
    monkeypatch.setattr(control, "check_epoch", lambda *_args: None)
    _, winners = _race(company, RACES_WITH_A_SEEDED_BUG)
    assert max(map(len, winners)) > 1


def _race(company: Tenant, races: int) -> tuple[Conversation, list[list[str]]]:
    """One conversation goes back to the queue after each race; gives it and the winners of each race."""
    with current.entered(company):
        people = list(Agent.objects.order_by("name"))
        conversation = cast.says(cast.customer(), "I want to talk to a human")
        conversation = _to_queue(conversation, people[0])
    winners = []
    with racers(company, len(people)) as threads:
        for _ in range(races):
            winners.append(_one_race(threads, conversation, people))
            with current.entered(company):
                conversation.refresh_from_db()
                conversation = _to_queue(conversation, people[0])
    return conversation, winners


def _to_queue(conversation: Conversation, agent: Agent) -> Conversation:
    return writes.transfer(
        str(conversation.id), agent, epoch=conversation.epoch, to=None, team=agent.teams.get(), note=""
    )


def _one_race(threads: Racers, conversation: Conversation, people: list[Agent]) -> list[str]:
    replies: dict[str, str] = {}
    threads.at_once(*(partial(_claim, conversation, agent, replies) for agent in people))
    winners = [name for name, reply in replies.items() if reply == "won"]
    for name, reply in replies.items():
        assert name in winners or reply == f"{winners[0]} holds this conversation now."
    return winners


def _claim(conversation: Conversation, agent: Agent, replies: dict[str, str]) -> None:
    try:
        held = writes.take_over(str(conversation.id), agent, epoch=conversation.epoch)
    except StaleEpochError as refused:
        replies[agent.name] = str(refused)
    else:
        assert held.holder == Holder.AGENT
        replies[agent.name] = "won"
