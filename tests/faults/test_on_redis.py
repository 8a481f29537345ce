"""Faults under load, with Redis as channel layer and broker and two web servers: afterwards every invariant holds."""

import asyncio

import pytest

from tests.faults import strikes
from tests.faults.scene import LONG, Scene
from tests.faults.strikes import Strike

FAULTS: dict[str, Strike] = {
    **strikes.REDIS,
    **strikes.TWO_SERVERS,
    **({**strikes.NETWORK, **strikes.kills_in_short()} if LONG else {}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_lost(on_redis: Scene, fault: str) -> None:
    report = asyncio.run(on_redis.play(f"{fault} (Redis, two uvicorn)", FAULTS[fault]))
    assert report.violations == []
    assert report.messages > 5
