"""Faults of hosts under load: afterwards every invariant holds again."""

import asyncio

import pytest

from tests.hosts.faults import FAULTS, Fault
from tests.hosts.scene import Scenery


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost(on_hosts: Scenery, name: str) -> None:
    fault: Fault = FAULTS[name]
    report = asyncio.run(on_hosts.scene.play(name, fault.on(on_hosts.site)))
    assert report.violations == []
    assert report.messages > 5
