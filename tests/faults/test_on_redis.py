"""Faults under load, with Redis as channel layer and broker: afterwards every invariant holds again."""

import asyncio

import pytest

from tests.faults import strikes
from tests.faults.scene import LONG, Scene
from tests.faults.strikes import Strike

FAULTS: dict[str, Strike] = {
    **strikes.REDIS,
    **(strikes.kills_in_short() if LONG else {}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost(on_redis: Scene, fault: str) -> None:
    report = asyncio.run(on_redis.play(fault, FAULTS[fault]))
    assert report.violations == []
    assert report.messages > 5
