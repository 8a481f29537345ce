"""Faults under load, with PostgreSQL alone: afterwards every invariant holds again."""

import asyncio

import pytest

from tests.faults import strikes
from tests.faults.scene import Scene
from tests.faults.strikes import Strike

FAULTS: dict[str, Strike] = {
    **strikes.NETWORK,
    **strikes.kills(),
    **strikes.POSTGRES,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost(on_postgres: Scene, fault: str) -> None:
    report = asyncio.run(on_postgres.play(fault, FAULTS[fault]))
    assert report.violations == []
    assert report.messages > 5
