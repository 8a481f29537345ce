"""Jobs of several companies: who has many keeps nobody waiting for them all."""

from datetime import timedelta

from django.utils import timezone

from tenants import current, jobs
from tenants.jobs import Lane, Lease
from tenants.models import Tenant

LANE = Lane(("webhook",), only=True)


def write(tenant: Tenant, *, minutes_ago: int, kind: str = "turn", jobs_of_it: int = 1) -> None:
    """Jobs of the company that have been due for so long."""
    with current.entered(tenant):
        for _ in range(jobs_of_it):
            jobs.write(kind, {}, run_at=timezone.now() - timedelta(minutes=minutes_ago))


def taken() -> Lease:
    """The next job, which there is."""
    held = jobs.lease_next()
    assert held is not None
    return held


def test_a_company_with_many_jobs_lets_the_others_before_its_second(acme: Tenant, globex: Tenant) -> None:
    write(acme, minutes_ago=9, jobs_of_it=3)
    write(globex, minutes_ago=1)
    held = [taken() for _ in range(4)]
    assert [one.schema_name for one in held] == ["acme", "globex", "acme", "acme"]
    assert jobs.lease_next() is None


def test_whoever_waited_longest_comes_first_where_nothing_is_under_way(acme: Tenant, globex: Tenant) -> None:
    write(acme, minutes_ago=2, jobs_of_it=2)
    write(globex, minutes_ago=3, jobs_of_it=2)
    for expected in ("globex", "globex", "acme", "acme"):
        held = taken()
        assert held.schema_name == expected
        jobs.finish(held)


def test_what_is_under_way_elsewhere_does_not_count_among_other_work(acme: Tenant, globex: Tenant) -> None:
    write(acme, minutes_ago=9, kind="webhook")
    assert jobs.lease_next(LANE) is not None
    write(acme, minutes_ago=5)
    write(globex, minutes_ago=1)
    everything_else = Lane(("webhook",))
    held = jobs.lease_next(everything_else)
    assert held is not None
    assert held.schema_name == "acme"
