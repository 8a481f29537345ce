"""Lines and typing in any order: one turn waits for the newest line, and never longer than a customer can be held."""

from datetime import datetime, timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from agents.models import Agent
from conversations import control, log, receive, tasks, turns
from conversations.models import AuthorKind, Conversation, Decision, Holder
from tenants import jobs
from tenants.jobs import Lease
from tenants.models import Job, JobState, Tenant
from tests import cast
from tests.properties import passing
from tests.properties.playing import RolledBack, play

MOST_IN_A_MINUTE = 15  # lines; the door lets 20 in
LINES = ["Hello", "I have a question", "Do you take PayPal?"]


class Bursts(RolledBack):
    """A customer who writes and types, and a worker who takes a turn now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.carol, self.bob = cast.customer(), Agent.objects.order_by("name")[1]
        self.lines = 0
        self.slow: Lease | None = None

    @initialize()
    def begins(self) -> None:
        self.writes("Hello")

    @rule(line=st.sampled_from(LINES))
    def writes(self, line: str) -> None:
        self.lines += 1
        if self.lines % MOST_IN_A_MINUTE == 0:
            passing.pass_by(timedelta(minutes=1))
        began = timezone.now()
        self.id = receive.message(self.carol, line, client_id=cast.new_id()).conversation_id
        self.check_waits(began, turns.SETTLE)

    @rule(active=st.booleans())
    def types(self, active: bool) -> None:  # noqa: FBT001
        before, began = self.waiting(), timezone.now()
        held = turns.customer_types(self.id, active=active)
        assert held == (before is not None)
        after = self.waiting()
        assert (after is None) == (before is None)
        if after is not None:
            hold = turns.TYPING_HOLDS if active else turns.SETTLE
            assert min(began + hold, self.latest(after)) <= after.run_at <= timezone.now() + hold
            assert after.run_at <= after.created_at + turns.LONGEST_HOLD

    @rule(milliseconds=st.integers(1, 3000))
    def time_passes(self, milliseconds: int) -> None:
        passing.pass_by(timedelta(milliseconds=milliseconds))

    @precondition(lambda self: self.slow is None)
    @rule()
    def a_slow_turn_begins(self) -> None:
        self.make_due()
        self.slow = jobs.lease_next()

    @precondition(lambda self: self.slow is not None)
    @rule()
    def the_slow_turn_ends(self) -> None:
        assert self.slow is not None
        held, self.slow = self.slow, None
        tasks.work(held)
        jobs.finish(held)
        self.keep_with_assistant()

    @rule()
    def the_turn_runs(self) -> None:
        self.make_due()
        waits = self.waiting()
        if waits is not None:
            jobs.run(waits.id, tasks.work)
            self.keep_with_assistant()
            assert Conversation.objects.get(pk=self.id).unanswered_since is None

    def keep_with_assistant(self) -> None:
        """A person gets a customer who says the same again and again; here it is given back at once."""
        with log.writing(self.id) as held:
            if held.holder == Holder.QUEUE:
                control.take(held, self.bob)
                control.hand_back(held, self.bob)

    def make_due(self) -> None:
        """So much time passes that the waiting turn is due."""
        waits = self.waiting()
        if waits is not None:
            passing.pass_by(max(waits.run_at - timezone.now(), timedelta()) + timedelta(milliseconds=1))

    def waiting(self) -> Job | None:
        """The turn that waits, of which there is one at most."""
        return Job.objects.filter(kind=turns.KIND, key=self.id, state=JobState.READY).first()

    def latest(self, job: Job) -> datetime:
        """Beyond this the customer's typing holds the turn no longer."""
        return job.created_at + turns.LONGEST_HOLD

    def check_waits(self, began: datetime, settle: timedelta) -> None:
        """The newest line is what the turn is for; it runs once the customer was quiet, and soon enough."""
        job, row = self.waiting(), Conversation.objects.get(pk=self.id)
        assert job is not None
        assert row.unanswered_since is not None
        assert job.ids == {"conversation_id": self.id, "asked_seq": row.last_customer_seq}
        now, latest = timezone.now(), row.unanswered_since + turns.LONGEST_HOLD
        assert min(began + settle, max(began, latest)) <= job.run_at <= min(now + settle, max(now, latest))

    @invariant()
    def each_line_has_its_answer_or_its_turn(self) -> None:
        if not self.lines:
            return
        row = Conversation.objects.get(pk=self.id)
        assert Job.objects.filter(kind=turns.KIND, state=JobState.READY).count() <= 1
        if row.unanswered_since is not None:
            mine = Job.objects.filter(kind=turns.KIND, ids__asked_seq=row.last_customer_seq)
            assert mine.exists(), "nobody will answer"
        answers = row.messages.filter(author_kind=AuthorKind.ASSISTANT)
        assert answers.count() == Decision.objects.count()


def test_a_burst_has_one_turn_within_its_bounds(company: Tenant) -> None:
    play(Bursts)
