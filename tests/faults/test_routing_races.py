"""Handovers at the same moment, people who come and go: nobody gets more than they can take, all are served."""

from collections.abc import Callable
from functools import partial

import pytest

from agents import people
from agents.models import Agent, Presence
from conversations import control, log, matching, offers
from conversations.inbox import writes
from conversations.models import Conversation, Holder
from tenants import current
from tenants.jobs import Lease
from tenants.models import Tenant
from tests import cast
from tests.properties.together import Together

MANY, CAPACITY = 12, 2


@pytest.fixture
def floor(own_database: str, acme: Tenant) -> Tenant:
    """Acme with four people who can take two each, really committed; not entered."""
    with current.entered(acme):
        for name in ("ann", "ben", "cid", "dot"):
            cast.agent(name)
        Agent.objects.update(capacity=CAPACITY)
    return acme


def _queue(talk_id: str) -> None:
    with log.writing(talk_id) as held:
        control.transfer(held, team=None, offered_to=None)
        offers.route(held, cause="handed_over")


def _match() -> None:
    matching.work(Lease(cast.new_id(), cast.new_id(), "acme", people.MOVED, {}, 1))


def _take(talk: Conversation) -> None:
    assert talk.offered_to is not None
    writes.take_over(str(talk.id), talk.offered_to, epoch=talk.epoch)


def _end(talk: Conversation) -> None:
    writes.resolve(str(talk.id), epoch=talk.epoch)


def _check() -> None:
    for agent, load in offers.loads().items():
        assert load <= CAPACITY, agent


def test_handovers_at_the_same_moment_exceed_nobodys_capacity_and_all_are_served(floor: Tenant) -> None:
    with current.entered(floor):
        talks = [str(cast.says(cast.customer(f"c{n}"), "Hello").id) for n in range(MANY)]
    with Together(floor, MANY) as threads:
        assert threads.do([partial(_queue, talk) for talk in talks]) == [None] * MANY
        with current.entered(floor):
            _check()
            offered = Conversation.objects.filter(offered_to__isnull=False)
            assert offered.count() == 4 * CAPACITY  # all the room there is, and no more
            people.set_presence(str(offered[0].offered_to_id), Presence.AWAY)
        threads.do([_match] * 4)
        for _ in range(12):
            with current.entered(floor):
                _check()
                asked = [*Conversation.objects.filter(offered_to__isnull=False).select_related("offered_to")]
                held = [*Conversation.objects.filter(holder=Holder.AGENT)]
            acts: list[Callable[[], None]] = [partial(_take, talk) for talk in asked]
            acts += [*(partial(_end, talk) for talk in held), _match]
            threads.do(acts[:MANY])
        with current.entered(floor):
            assert not Conversation.objects.filter(holder=Holder.QUEUE).exists()
