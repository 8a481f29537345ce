"""Faults under load, with PostgreSQL alone: afterwards every invariant holds again."""

import asyncio
from collections import Counter
from collections.abc import Sequence

import pytest

from tests import tables
from tests.faults import models, replacing, stories, strikes
from tests.faults.scene import COLUMNS, LONG, Scene
from tests.faults.seeded import SEEDED
from tests.faults.strikes import Strike
from tests.model_server.misbehaving import MISBEHAVIOURS

FAULTS: dict[str, Strike] = {
    **strikes.NETWORK,
    **(strikes.kills() if LONG else strikes.kills_in_short()),
    **strikes.POSTGRES,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost(on_postgres: Scene, fault: str) -> None:
    report = asyncio.run(on_postgres.play(fault, FAULTS[fault]))
    assert report.violations == []
    assert report.messages > 5


@pytest.mark.parametrize("way", models.WAYS)
def test_a_model_that_goes_wrong_costs_nothing(on_postgres: Scene, misled: list[Sequence[object]], way: str) -> None:
    calls: dict[str, int] = {}
    report = asyncio.run(on_postgres.play(f"the model {way}", models.going_wrong(way, calls)))
    told = ", ".join(f"{outcome} {many}" for outcome, many in calls.items())
    misled.append([way, report.messages, told, *report.cells()[-2:]])
    assert report.violations == []
    taken_for = {MISBEHAVIOURS[way].taken_for.value, "first_byte_late"}  # on a busy machine its first word may be late
    assert calls.keys() <= {*taken_for, "interrupted", "answered"}


def test_old_and_new_code_serve_at_once(on_postgres: Scene) -> None:
    """A migration that expands comes under load; then the worker is new and the web server is the one of before."""
    steps = {"expanded; the worker is new, the web server old": replacing.new_worker_beside_old_web}
    if LONG:
        steps |= {"web server, worker and sweeper are new": replacing.all_new}
        steps |= {"all are old again, the schema stays expanded": replacing.all_old_again}
    rows: list[list[object]] = []
    for name, step in steps.items():
        before = replacing.written_by(on_postgres.url) if rows else Counter[str]()
        report = asyncio.run(on_postgres.play(name, step))
        assert report.violations == []
        wrote = replacing.written_by(on_postgres.url) - before
        rows.append([*report.cells()[:-2], wrote["old"], wrote["new"], *report.cells()[-2:]])
        assert wrote["new"] > 0
    if LONG:
        head = [*COLUMNS[:-2], "messages by old code", "by new code", *COLUMNS[-2:]]
        tables.write("old-and-new", f"{tables.machine()}\n\n{tables.table(head, rows)}")


@pytest.mark.parametrize("name", SEEDED)
def test_a_seeded_bug_is_caught(on_postgres: Scene, name: str) -> None:
    """The harness has teeth: it sees the invariant broken that the bug breaks."""
    bug = SEEDED[name]
    found = asyncio.run(
        stories.play(
            on_postgres,
            bug.story,
            bugs=list(bug.switches),
            wanted=bug.invariant,
            oldest_due=bug.oldest_due,
            within=bug.within,
        )
    )
    assert bug.invariant in {one.invariant for one in found}
