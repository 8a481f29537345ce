"""A little load in the ordinary suite: whatever the time it takes, nothing is lost, doubled or reordered."""

from typing import Any

import pytest

from tests.load import checks, company
from tests.load.application import Served
from tests.load.running import Load, gathered
from tests.running import Running

SLUG, HOST = "globex", "globex.localhost"  # no demo there, whose deadlines and simulated customers would write too
AGENTS, CUSTOMERS = 6, 54
LOAD = Load(rate=30, seconds=6)


@pytest.fixture
def served(running_baton: Running, running_database: str, settings: Any) -> Served:
    """The running Baton, for whose secret the company's sessions and tokens are made."""
    settings.SECRET_KEY = running_baton.env["SECRET_KEY"]
    return Served(running_baton.port, {})


def test_60_peers_see_every_message_once_and_in_order(served: Served, running_database: str) -> None:
    made = company.build(SLUG, agents=AGENTS, customers=CUSTOMERS)
    with gathered(served, HOST, made, LOAD) as run:
        seen = run.play()
    assert len(seen[0].sent) > LOAD.rate * LOAD.seconds / 2
    assert checks.faults(seen, checks.stored(running_database, SLUG, "conversations_message")) == []


def test_the_checks_see_what_is_lost_doubled_or_out_of_order(served: Served, running_database: str) -> None:
    made = company.build(SLUG, agents=1, customers=2)
    with gathered(served, HOST, made, Load(rate=10, seconds=1)) as run:
        seen = run.play()
    logs = checks.stored(running_database, SLUG, "conversations_message")
    assert checks.faults(seen, logs) == []
    told = seen[0].threads[0]
    for wrong in (told["shown"][:-1], [*told["shown"], told["shown"][-1]], told["shown"][::-1]):
        seen[0].threads[0] = {**told, "shown": wrong}
        assert checks.faults(seen, logs) != []
