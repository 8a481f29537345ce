"""Runs of the bench as jobs: a few seconds at a time, so that whatever else is due has its turn."""

import time

from django.db import transaction

from assistant.bench import runs, soon, trying
from assistant.bench.trying import Change
from assistant.knowledge import store
from assistant.models import BenchRun, KnowledgeVersion
from conversations.learning.bench import asking
from tenants import current, jobs
from tenants.jobs import Lease

KIND = "bench_run"
A_GO = 10.0  # seconds
TRIES = 3
FAILED = "The questions could not be asked. Try again; if that does not help, tell us the time of this run."


@transaction.atomic
def ask(cause: str, *, change: Change | None = None, requested_by: str = "") -> BenchRun:
    """Begin a run; one that tries a change is held against the knowledge as it is now, asked first where need be."""
    base = _as_it_is() if change else None
    run = runs.begin(cause, change=change, requested_by=requested_by)
    if base is not None:
        BenchRun.objects.filter(pk=run.pk).update(against=base)
        run.against = base
    jobs.write(KIND, {"run_id": str(run.id)}, key=str(run.id))
    return run


def due(held: Lease) -> None:
    """Things came to rest after a change: ask the bench."""
    ask(str(held.ids["cause"]))


def work(held: Lease) -> None:
    """Ask what is open for a while; what is left then is another job's."""
    run = BenchRun.objects.select_related("against").filter(pk=str(held.ids["run_id"])).first()
    if run is None or run.state in runs.ENDED:
        return
    if held.attempt > TRIES:
        runs.fail(run, FAILED)
        return
    until = time.monotonic() + A_GO
    first = [run.against] if run.against is not None and run.against.state not in runs.ENDED else []
    if not all(_go(each, until) for each in [*first, run]):
        jobs.write(KIND, {"run_id": str(run.id)}, key=str(run.id))


def _go(run: BenchRun, until: float) -> bool:
    """Ask the open cases of the run until then; whether all of them were asked."""
    change = trying.from_json(run.change)
    index = trying.index_with(store.current_index(current.schema_name()), change)
    settings = trying.settings_with(change) if change.settings else None
    for case in runs.open_cases(run):
        if time.monotonic() > until:
            return False
        runs.keep(run, case, asking.ask(case, index=index, settings=settings))
    runs.end(run)
    return True


def _as_it_is() -> BenchRun:
    """A live run of the knowledge as it is now: the last one where nothing changed since, else one that begins."""
    newest = runs.newest_live()
    number = KnowledgeVersion.objects.values_list("number", flat=True).first() or 0
    fresh = newest is not None and newest.knowledge_number == number and not soon.is_expected()
    if newest is not None and fresh and not runs.open_cases(newest):
        return newest
    return runs.begin(soon.KNOWLEDGE)
