"""Faults under load, with PostgreSQL alone: afterwards every invariant holds again."""

import asyncio

import pytest

from tests.faults import stories, strikes
from tests.faults.scene import LONG, Scene
from tests.faults.seeded import SEEDED
from tests.faults.strikes import Strike

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
