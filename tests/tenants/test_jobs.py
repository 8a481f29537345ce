"""Jobs: leased by one, tried again, never lost."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tenants import current, jobs
from tenants.jobs import Lease
from tenants.models import Job, JobState, Tenant


@pytest.fixture
def job_id(in_acme: Tenant) -> uuid.UUID:
    """A job of acme that is due."""
    return jobs.write("turn", {"conversation_id": "conv_x", "asked_seq": 1})


def test_a_job_is_leased_once(job_id: uuid.UUID) -> None:
    assert jobs.lease(job_id) is not None
    assert jobs.lease(job_id) is None


def test_a_finished_job_is_gone(job_id: uuid.UUID) -> None:
    held = jobs.lease(job_id)
    assert held is not None
    jobs.finish(held)
    assert jobs.lease(job_id) is None
    assert not Job.objects.exists()


def test_a_lease_that_ran_out_goes_to_the_next_and_the_first_cannot_finish_it(job_id: uuid.UUID) -> None:
    first = jobs.lease(job_id)
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    second = jobs.lease(job_id)
    assert first is not None
    assert second is not None
    jobs.finish(first)
    assert Job.objects.filter(lease_token=second.token).exists()


def test_who_listens_takes_a_job_whose_worker_died_without_any_broker(job_id: uuid.UUID) -> None:
    assert jobs.lease(job_id) is not None
    assert jobs.lease_next() is None
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    again = jobs.lease_next()
    assert again is not None
    assert (again.job_id, again.attempt) == (job_id, 2)


def test_a_failed_job_comes_back_later_and_names_the_error_without_its_words(job_id: uuid.UUID) -> None:
    def fail(_held: Lease) -> None:
        raise ValueError("carol's secret")

    with pytest.raises(ValueError, match="secret"):
        jobs.run(job_id, fail)
    job = Job.objects.get()
    assert (job.state, job.attempts, job.last_error) == (JobState.READY, 1, "ValueError")
    assert job.run_at > timezone.now()
    assert jobs.due() == []


def test_after_the_last_try_a_job_is_a_dead_letter_that_stays(job_id: uuid.UUID) -> None:
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS - 1)
    held = jobs.lease(job_id)
    assert held is not None
    jobs.fail(held, ValueError())
    assert Job.objects.get(pk=job_id).state == JobState.DEAD
    assert jobs.lease(job_id) is None


def test_people_are_told_of_a_dead_letter_but_not_of_one_that_tells_them(job_id: uuid.UUID) -> None:
    for number in (1, 2):
        Job.objects.filter(kind="turn" if number == 1 else jobs.DEAD).update(attempts=jobs.MOST_ATTEMPTS - 1)
        held = jobs.lease_next()
        assert held is not None
        jobs.fail(held, ValueError())
    told = Job.objects.exclude(pk=job_id).get()
    assert (told.kind, told.schema_name, told.state) == (jobs.DEAD, "acme", JobState.DEAD)
    assert told.ids == {"kind": "turn", "attempts": jobs.MOST_ATTEMPTS}


def test_the_work_runs_inside_the_jobs_tenant(job_id: uuid.UUID, globex: Tenant) -> None:
    seen: list[str] = []
    with current.entered(globex):
        jobs.run(job_id, lambda _held: seen.append(current.schema_name()))
    assert seen == ["acme"]


def test_what_is_due_comes_oldest_first(in_acme: Tenant) -> None:
    ids = [jobs.write("turn", {}) for _ in range(3)]
    now = timezone.now()
    for age, job_id in enumerate(ids):
        Job.objects.filter(pk=job_id).update(run_at=now - timedelta(minutes=age))
    assert jobs.due() == ids[::-1]


def test_a_job_written_again_under_its_key_moves_and_stays_one(in_acme: Tenant) -> None:
    later = timezone.now() + timedelta(hours=1)
    first = jobs.write("turn", {"asked_seq": 1}, key="conv_x", run_at=later)
    second = jobs.write("turn", {"asked_seq": 2}, key="conv_x")
    assert first == second
    assert Job.objects.get().ids == {"asked_seq": 2}
    assert jobs.due() == [first]


def test_the_same_key_in_another_company_or_of_another_kind_is_another_job(in_acme: Tenant, globex: Tenant) -> None:
    jobs.write("turn", {}, key="conv_x")
    jobs.write("mail", {}, key="conv_x")
    with current.entered(globex):
        jobs.write("turn", {}, key="conv_x")
    assert Job.objects.count() == 3


def test_a_job_written_while_its_like_is_under_way_waits_beside_it(in_acme: Tenant) -> None:
    first = jobs.write("turn", {"asked_seq": 1}, key="conv_x")
    held = jobs.lease(first)
    second = jobs.write("turn", {"asked_seq": 2}, key="conv_x")
    assert held is not None
    assert second != first
    jobs.fail(held, ValueError())
    assert [job.id for job in Job.objects.all()] == [second]


def test_a_job_is_postponed_no_further_than_allowed(in_acme: Tenant) -> None:
    jobs.write("turn", {}, key="conv_x")
    written = Job.objects.get().created_at
    assert jobs.postpone("turn", "conv_x", run_at=written + timedelta(hours=1), at_most=timedelta(seconds=8))
    assert Job.objects.get().run_at == written + timedelta(seconds=8)
    assert not jobs.postpone("turn", "conv_y", run_at=written, at_most=timedelta(seconds=8))


def test_a_dead_letter_is_listed_and_runs_again_when_replayed(job_id: uuid.UUID) -> None:
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS - 1)
    held = jobs.lease(job_id)
    assert held is not None
    jobs.fail(held, ValueError())
    assert [job.id for job in jobs.dead_letters()] == [job_id]
    assert jobs.replay(job_id)
    assert job_id in jobs.due()
    assert not jobs.replay(job_id)


def test_a_job_that_kills_each_of_its_workers_is_a_dead_letter_at_last(job_id: uuid.UUID) -> None:
    ran: list[Lease] = []
    for _ in range(jobs.MOST_ATTEMPTS):
        assert jobs.lease(job_id) is not None
        Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))  # the worker died
    assert jobs.run_next(ran.append)
    assert not ran
    assert [(job.id, job.last_error) for job in jobs.dead_letters()] == [(job_id, "WorkersDiedError")]


def test_the_platforms_work_runs_in_no_tenant_and_the_tenant_comes_back(in_acme: Tenant) -> None:
    seen: list[str] = []
    job_id = jobs.write_for_platform("pool", {}, key="pool")
    assert jobs.write_for_platform("pool", {}, key="pool") == job_id
    assert jobs.run(job_id, lambda held: seen.extend([held.schema_name, str(current.connection.schema_name)]))
    assert seen == ["public", "public"]
    assert current.schema_name() == "acme"
    assert not Job.objects.exists()
