"""The life of a conversation: whatever happens in whatever order, one holder, one log, one deadline, one answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from agents import people
from agents.models import Agent, Presence, Team
from conversations import deadlines, log, queries, receive, tasks, turns
from conversations.authors import ByAssistant
from conversations.commitments.handing_back import Brief
from conversations.errors import FencedError, NothingToDoError, StaleEpochError
from conversations.inbox import writes
from conversations.models import Conversation
from tenants import jobs
from tenants.models import Job, JobState, Tenant
from tests import cast, stored
from tests.properties import baton, looking, passing
from tests.properties.baton import Baton, ImpossibleError, StaleError
from tests.properties.playing import RolledBack, play

REFUSALS = {StaleError: StaleEpochError, ImpossibleError: NothingToDoError}
LINES = ["Do you take PayPal?", "How long does delivery take?", "I want to talk to a human", "Can you juggle?"]
MOST_IN_A_MINUTE = 15  # lines; the door lets 20 in
HOLDER = -1
agents = st.sampled_from([HOLDER, HOLDER, 0, 1, 2])  # who acts: the one who holds it, or any of the three
offsets = st.sampled_from([0, 0, 0, 0, 0, 0, -1, 1])  # from the epoch in force


class LifeCycle(RolledBack):
    """One conversation, its customer, three agents, and a model of what it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.people = list(Agent.objects.order_by("name"))
        self.team = Team.objects.get()
        self.carol = cast.customer()
        self.id = ""
        self.baton = Baton()
        self.lines = 0
        self.turn_waits = False
        self.slow_turn: tuple[int, int] | None = None

    @initialize(line=st.sampled_from(LINES))
    def begins(self, line: str) -> None:
        self.customer_writes(line)

    # The customer

    @rule(line=st.sampled_from(LINES))
    def customer_writes(self, line: str) -> None:
        self.lines += 1
        if self.lines % MOST_IN_A_MINUTE == 0:
            passing.pass_by(timedelta(minutes=1))
        self.id = receive.message(self.carol, line, client_id=cast.new_id()).conversation_id
        self.baton = baton.customer_writes(self.baton)
        self.turn_waits = self.turn_waits or self.baton.holder == "assistant"

    # The desk

    @rule(who=agents)
    def agent_replies(self, who: int) -> None:
        self.attempt(
            lambda b: baton.agent_replies(b, str(self.agent(who).id)),
            lambda: writes.reply(self.id, self.agent(who), "Here you are.", client_id=cast.new_id()),
        )

    @rule(who=agents, offset=offsets)
    def agent_takes_over(self, who: int, offset: int) -> None:
        epoch = self.baton.epoch + offset
        self.attempt(
            lambda b: baton.take_over(b, str(self.agent(who).id), epoch),
            lambda: writes.take_over(self.id, self.agent(who), epoch=epoch),
        )

    @rule(who=agents, offset=offsets, brief=st.sampled_from(["", "All is said."]))
    def agent_hands_back(self, who: int, offset: int, brief: str) -> None:
        epoch = self.baton.epoch + offset
        self.attempt(
            lambda b: baton.hand_back(b, str(self.agent(who).id), epoch),
            lambda: writes.hand_back(self.id, self.agent(who), epoch=epoch, brief=Brief(brief)),
        )

    @rule(who=agents, to=st.none() | agents, into_team=st.booleans(), offset=offsets)
    def agent_transfers(self, who: int, to: int | None, into_team: bool, offset: int) -> None:  # noqa: FBT001
        epoch = self.baton.epoch + offset
        self.attempt(
            lambda b: baton.transfer(b, epoch),
            lambda: writes.transfer(
                self.id,
                self.agent(who),
                epoch=epoch,
                to=None if to is None else self.agent(to),
                team=self.team if into_team else None,
                note="Please look.",
            ),
        )

    @rule(who=agents, hours=st.integers(1, 100), offset=offsets)
    def agent_snoozes(self, who: int, hours: int, offset: int) -> None:
        epoch, until = self.baton.epoch + offset, timezone.now() + timedelta(hours=hours)
        self.attempt(
            lambda b: baton.snooze(b, str(self.agent(who).id), epoch),
            lambda: writes.snooze(self.id, self.agent(who), epoch=epoch, until=until),
        )

    @rule(offset=offsets)
    def agent_resolves(self, offset: int) -> None:
        epoch = self.baton.epoch + offset
        self.attempt(lambda b: baton.resolve(b, epoch), lambda: writes.resolve(self.id, epoch=epoch))

    @rule(who=agents, offset=offsets)
    def agent_reopens(self, who: int, offset: int) -> None:
        epoch = self.baton.epoch + offset
        self.attempt(
            lambda b: baton.reopen(b, str(self.agent(who).id), epoch),
            lambda: writes.reopen(self.id, self.agent(who), epoch=epoch),
        )

    @rule(state=st.sampled_from(Presence), who=agents)
    def agent_comes_or_goes(self, state: Presence, who: int) -> None:
        people.set_presence(str(self.agent(who).id), state)

    # Time

    @rule(seconds=st.integers(1, 200))
    def time_passes(self, seconds: int) -> None:
        passing.pass_by(timedelta(seconds=seconds))

    @rule(there=st.booleans())
    def deadline_passes(self, there: bool) -> None:  # noqa: FBT001
        due_at = Conversation.objects.get(pk=self.id).due_at
        if due_at is not None:
            passing.pass_by(max(due_at - timezone.now(), timedelta()) + timedelta(seconds=1))
        for agent in self.people:
            people.set_presence(str(agent.id), Presence.ONLINE if there else Presence.OFFLINE)
        since = Conversation.objects.get(pk=self.id).waiting_since
        self.run(deadlines.KIND)
        waited = 0.0 if since is None else (timezone.now() - since) / timedelta(minutes=1)
        self.baton = baton.deadline_passes(self.baton, there=there, waited=waited)

    # The assistant

    @precondition(lambda self: self.turn_waits)
    @rule(twice=st.booleans())
    def turn_runs(self, twice: bool) -> None:  # noqa: FBT001
        """Its worker may die after it spoke and before it said that it is done."""
        self.turn_waits = False
        asked = [job.ids["asked_seq"] for job in Job.objects.filter(kind=turns.KIND, key=self.id)]
        self.run(turns.KIND, dies=twice)
        b = self.baton
        if asked == [b.asked] and b.holder == "assistant" and b.owed:
            handed = Conversation.objects.get(pk=self.id).holder == "queue"
            answered = baton.assistant_answers(b, epoch=b.epoch, asked=b.asked)
            self.baton = baton.assistant_hands_over(b) if handed else answered

    @rule()
    def slow_turn_begins(self) -> None:
        question = queries.question(self.id, self.baton.asked)
        self.slow_turn = None if question is None else (question.epoch, question.asked_seq)

    @precondition(lambda self: self.slow_turn is not None)
    @rule()
    def slow_turn_ends(self) -> None:
        assert self.slow_turn is not None
        epoch, asked = self.slow_turn
        self.attempt(
            lambda b: baton.assistant_answers(b, epoch=epoch, asked=asked),
            lambda: self.assistant_says(ByAssistant(epoch=epoch, answers=asked)),
            stale=FencedError,
        )

    def assistant_says(self, author: ByAssistant) -> None:
        with log.writing(self.id) as held:
            log.append(held, author, "We do.")

    # How steps are made

    def agent(self, who: int) -> Agent:
        holds = [agent for agent in self.people if agent.id == self.baton.agent]
        return holds[0] if who == HOLDER and holds else self.people[who]

    def attempt(
        self, wanted: Callable[[Baton], Baton], act: Callable[[], object], *, stale: type[Exception] = StaleEpochError
    ) -> None:
        """Do it for real; what the model refuses must be refused, and must change nothing at all."""
        try:
            after = wanted(self.baton)
        except (StaleError, ImpossibleError) as refusal:
            before = stored.everything()
            with pytest.raises(stale if isinstance(refusal, StaleError) else NothingToDoError):
                act()
            assert stored.everything() == before
            return
        act()
        self.baton = after

    def run(self, kind: str, *, dies: bool = False) -> None:
        """Run the waiting job of that kind now; when its worker dies, another runs it again."""
        mine = Job.objects.filter(kind=kind, key=self.id)
        mine.update(run_at=timezone.now())
        for job_id in list(mine.values_list("id", flat=True)):
            if dies:
                held = jobs.lease(job_id)
                assert held is not None
                tasks.work(held)
                Job.objects.filter(pk=job_id).update(lease_until=timezone.now() - timedelta(seconds=1))
            jobs.run(job_id, tasks.work)
            assert not Job.objects.filter(pk=job_id, state=JobState.LEASED).exists()

    @invariant()
    def all_holds(self) -> None:
        if not self.id:
            return
        row = looking.check(self.id)
        assert self.baton == Baton(
            seq=row.seq,
            epoch=row.epoch,
            holder=row.holder,
            agent=row.agent_id,
            status=row.status,
            owed=row.unanswered_since is not None,
            asked=row.last_customer_seq,
            passed_on=self.baton.passed_on,
            steps=row.steps,
        )


def test_one_holder_one_log_one_deadline_one_answer(company: Tenant) -> None:
    play(LifeCycle)
