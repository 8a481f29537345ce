"""Work as rows against a model: one waits under a key, none is lost, a token of the past can do nothing."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tenants import jobs
from tenants.jobs import Ids, Lease
from tenants.models import Job, JobState, Tenant
from tests import stored
from tests.properties import passing
from tests.properties.playing import RolledBack, play

KIND = "turn"
keys = st.sampled_from(["", "conv_x", "conv_y"])
waits = st.sampled_from([-60, 0, 30, 3600]).map(lambda seconds: timedelta(seconds=seconds))


@dataclass
class Expected:
    """A job as the model knows it: `number` is the id that was written last, `token` that of the lease in force.

    One that `tells` is written beside a dead letter, which failed so many times.
    """

    key: str
    number: int
    state: str = JobState.READY
    attempts: int = 0
    token: UUID | None = None
    tells: int = 0

    @property
    def ids(self) -> Ids:
        """What the row holds."""
        return {"kind": KIND, "attempts": self.tells} if self.tells else {"number": self.number}


class Jobs(RolledBack):
    """Jobs of one kind that are written, moved, leased, finished, failed, postponed and replayed."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.known: dict[UUID, Expected] = {}
        self.leases: list[Lease] = []

    def waiting(self, key: str) -> UUID | None:
        """The one job that waits under the key."""
        found = [i for i, job in self.known.items() if key and job.key == key and job.state == JobState.READY]
        return found[0] if found else None

    @rule(key=keys, wait=waits)
    def written(self, key: str, wait: timedelta) -> None:
        self.number += 1
        there, run_at = self.waiting(key), timezone.now() + wait
        job_id = jobs.write(KIND, {"number": self.number}, key=key, run_at=run_at)
        if there is None:
            assert job_id not in self.known
            self.known[job_id] = Expected(key, self.number)
        assert there in {None, job_id}
        self.known[job_id].number = self.number
        assert Job.objects.get(pk=job_id).run_at == run_at

    @rule(key=keys.filter(bool), wait=waits, most=waits)
    def postponed(self, key: str, wait: timedelta, most: timedelta) -> None:
        there, run_at = self.waiting(key), timezone.now() + wait
        assert jobs.postpone(KIND, key, run_at=run_at, at_most=most) == (there is not None)
        if there is not None:
            row = Job.objects.get(pk=there)
            assert row.run_at == min(run_at, row.created_at + most)

    @rule()
    def leased(self) -> None:
        now = timezone.now()
        ripe, lost = Q(state=JobState.READY, run_at__lte=now), Q(state=JobState.LEASED, lease_until__lt=now)
        due = set(Job.objects.filter(ripe | lost).values_list("id", flat=True))
        held = jobs.lease_next()
        assert (held is None) == (not due)
        if held is not None:
            assert held.job_id in due
            self.take(held)

    @rule(data=st.data())
    def leased_by_id(self, data: st.DataObject) -> None:
        if not self.known:
            return
        job_id = data.draw(st.sampled_from(list(self.known)))
        row, now = Job.objects.get(pk=job_id), timezone.now()
        ripe = row.state == JobState.READY and row.run_at <= now
        run_out = row.lease_until is not None and row.lease_until < now
        held = jobs.lease(job_id)
        assert (held is not None) == (ripe or run_out)
        if held is not None:
            self.take(held)

    def take(self, held: Lease) -> None:
        """The model's side of a lease."""
        job = self.known[held.job_id]
        job.state, job.attempts, job.token = JobState.LEASED, job.attempts + 1, held.token
        assert (held.attempt, held.ids) == (job.attempts, job.ids)
        self.leases.append(held)

    @rule(data=st.data(), well=st.booleans())
    def ended(self, data: st.DataObject, well: bool) -> None:  # noqa: FBT001
        """Somebody who was given the job at some time says that it is done, or that it failed."""
        if not self.leases:
            return
        held = data.draw(st.sampled_from(self.leases[-4:]))
        job = self.known.get(held.job_id)
        before = stored.everything()["Job"]
        jobs.finish(held) if well else jobs.fail(held, ValueError("a customer's words"))
        if job is None or job.token != held.token:
            assert stored.everything()["Job"] == before
        elif well:
            del self.known[held.job_id]
        else:
            self.failed(held, job)

    def failed(self, held: Lease, job: Expected) -> None:
        """The model's side of a failure: later again, a dead letter, or gone since a newer one waits."""
        job.token = None
        if job.attempts >= jobs.MOST_ATTEMPTS:
            job.state = JobState.DEAD
            told = Job.objects.filter(kind=jobs.DEAD).exclude(pk__in=self.known)
            assert told.count() == (0 if job.tells else 1)  # nobody is told that the telling failed
            self.known |= {row.id: Expected("", 0, tells=job.attempts) for row in told}
        elif self.waiting(job.key) is not None:
            del self.known[held.job_id]
            return
        else:
            job.state = JobState.READY
            assert Job.objects.get(pk=held.job_id).run_at > timezone.now()
        assert Job.objects.get(pk=held.job_id).last_error == "ValueError"

    @rule(data=st.data())
    def replayed(self, data: st.DataObject) -> None:
        if not self.known:
            return
        job_id = data.draw(st.sampled_from(list(self.known)))
        job = self.known[job_id]
        assert jobs.replay(job_id) == (job.state == JobState.DEAD)
        if job.state == JobState.DEAD and self.waiting(job.key) is not None:
            del self.known[job_id]
        elif job.state == JobState.DEAD:
            job.state, job.attempts = JobState.READY, 0

    @rule(seconds=st.sampled_from([1, 16, 1000]))
    def time_passes(self, seconds: int) -> None:
        passing.pass_by(timedelta(seconds=seconds))

    @rule(data=st.data())
    def tried_often(self, data: st.DataObject) -> None:
        """One that waits has failed all its times but one."""
        ready = [i for i, job in self.known.items() if job.state == JobState.READY]
        if ready:
            job_id = data.draw(st.sampled_from(ready))
            self.known[job_id].attempts = jobs.MOST_ATTEMPTS - 1
            Job.objects.filter(pk=job_id).update(attempts=jobs.MOST_ATTEMPTS - 1)

    @invariant()
    def as_expected(self) -> None:
        rows = {row.id: row for row in Job.objects.all()}
        assert rows.keys() == self.known.keys(), "a job was lost, or came from nowhere"
        for job_id, job in self.known.items():
            row = rows[job_id]
            assert (row.state, row.attempts, row.lease_token) == (job.state, job.attempts, job.token)
            assert row.ids == job.ids
        waiting = [row.key for row in rows.values() if row.key and row.state == JobState.READY]
        assert len(waiting) == len(set(waiting))
        dead = {job_id for job_id, job in self.known.items() if job.state == JobState.DEAD}
        assert {row.id for row in jobs.dead_letters()} == dead


def test_no_job_is_lost_or_doubled_and_no_old_token_counts(in_acme: Tenant) -> None:
    play(Jobs, share=3)
