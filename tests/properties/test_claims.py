"""I6: of all who claim under one epoch exactly one wins; the others change nothing and are told who did."""

from functools import partial

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agents.models import Agent
from conversations import receive
from conversations.commitments.handing_back import Brief
from conversations.errors import NothingToDoError, StaleEpochError
from conversations.inbox import writes
from conversations.models import Conversation, Kind
from tenants import current
from tenants.models import Tenant
from tests import cast, stored
from tests.properties import looking
from tests.properties.playing import play
from tests.properties.together import Together

NAMES = ("ann", "ben", "cid", "dot")
agents = st.integers(0, len(NAMES) - 1)


class Claims(RuleBasedStateMachine):
    """Agents who each saw the conversation at some time, and act on what they saw; each example has its own."""

    threads: Together  # given by the test

    def __init__(self) -> None:
        super().__init__()
        self.people = list(Agent.objects.order_by("name"))
        self.id = ""
        self.saw = dict.fromkeys(range(len(NAMES)), 1)

    @initialize()
    def begins(self) -> None:
        self.id = receive.message(cast.customer(), "Hello?", client_id=cast.new_id()).conversation_id

    @rule(who=agents)
    def looks(self, who: int) -> None:
        self.saw[who] = self.row().epoch

    @rule()
    def all_look(self) -> None:
        self.saw = dict.fromkeys(self.saw, self.row().epoch)

    @rule(who=agents)
    def claims(self, who: int) -> None:
        row, before = self.row(), stored.everything()
        mine, fresh = row.agent_id == self.people[who].id, row.epoch == self.saw[who]
        if mine or fresh:
            after = self.claim(who)
            assert (after.agent_id, after.epoch) == (self.people[who].id, row.epoch + (not mine))
            assert not mine or stored.everything() == before
            return
        with pytest.raises(StaleEpochError, match=self.holder(row)):
            self.claim(who)
        assert stored.everything() == before

    @rule(claimers=st.sets(agents, min_size=2))
    def claim_at_once(self, claimers: set[int]) -> None:
        before = self.row()
        came = self.threads.do([partial(self.claim, who) for who in claimers])
        after = self.row()
        outcomes = dict(zip(claimers, came, strict=True))
        fresh = [who for who in claimers if self.saw[who] == before.epoch]
        winners = [who for who, outcome in outcomes.items() if isinstance(outcome, Conversation)]
        holding = [who for who in claimers if self.people[who].id == before.agent_id]
        new = [who for who in winners if who not in holding]
        assert len(new) == (1 if after.epoch > before.epoch else 0)
        assert after.epoch in {before.epoch, before.epoch + 1}
        assert set(new) <= set(fresh)
        assert new or not set(fresh) - set(holding)
        for who in claimers - set(winners):
            outcome = outcomes[who]
            assert isinstance(outcome, StaleEpochError), outcome
            told = {self.holder(after)} if who in fresh else {self.holder(before), self.holder(after)}
            assert str(outcome) in told

    @rule(who=agents)
    def holder_gives_it_back(self, who: int) -> None:
        row = self.row()
        if row.agent_id == self.people[who].id:
            writes.hand_back(self.id, self.people[who], epoch=row.epoch, brief=Brief())

    @rule(who=agents)
    def passes_it_on(self, who: int) -> None:
        row, before = self.row(), stored.everything()
        pass_on = partial(writes.transfer, self.id, self.people[who], to=None, team=None, note="")
        if self.saw[who] == row.epoch:
            pass_on(epoch=row.epoch)
            return
        with pytest.raises(StaleEpochError, match=self.holder(row)):
            pass_on(epoch=self.saw[who])
        assert stored.everything() == before

    @rule(claimer=agents, giver=agents)
    def claims_while_the_holder_gives_it_back(self, claimer: int, giver: int) -> None:
        before = self.row()
        give = partial(writes.hand_back, self.id, self.people[giver], epoch=before.epoch, brief=Brief())
        claimed, given = self.threads.do([partial(self.claim, claimer), give])
        holds_it = before.agent_id == self.people[claimer].id
        assert holds_it or not isinstance(claimed, Conversation) or not isinstance(given, Conversation), "two winners"
        for outcome in (claimed, given):
            assert isinstance(outcome, Conversation | StaleEpochError | NothingToDoError), outcome

    def claim(self, who: int) -> Conversation:
        """Claim it as the agent saw it last."""
        return writes.take_over(self.id, self.people[who], epoch=self.saw[who])

    def row(self) -> Conversation:
        """The conversation as it is stored."""
        return looking.whole(self.id)[0]

    def holder(self, row: Conversation) -> str:
        """Who holds it, as a loser reads it."""
        waits = "The queue" if row.holder == "queue" else "The assistant"
        return f"{row.agent.name if row.agent else waits} holds this conversation now."

    @invariant()
    def each_epoch_ended_once(self) -> None:
        if self.id:
            _, entries = looking.whole(self.id)
            changes = [entry.data["epoch"] for entry in entries if entry.kind == Kind.CONTROL]
            assert changes == sorted(set(changes))
            looking.check(self.id)


def test_one_winner_for_each_epoch(own_database: str, acme: Tenant) -> None:
    with current.entered(acme), Together(acme, len(NAMES)) as threads:
        for name in NAMES:
            cast.agent(name)
        Claims.threads = threads
        play(Claims, share=0.7)
