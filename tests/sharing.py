"""What the processes of a test run share, and what each has for itself."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.bad_input.tally import CASES
from tests.database import ROOT
from tests.with_redis import redis_server

FIXTURE = "running_baton"


@cache
def shares_the_baton(file: str) -> bool:
    """Whether tests of the file use the running Baton, whose start takes longer than most files."""
    return FIXTURE in (ROOT / file).read_text()


class ByFileAndBaton(LoadScopeScheduling):  # type: ignore[misc]  # xdist is not typed
    """Sends a file's tests to one worker, and those of the running Baton to one too, so that it is started once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file == CASES and os.environ.get("BATON_CASES"):
            return nodeid  # a quarter of an hour for each of its tests
        return FIXTURE if shares_the_baton(file) else file


def give_each_a_redis(config: pytest.Config, specs: Sequence[Any]) -> None:
    """Run one more Redis for each worker but the first: with companies of the same names, each would hear others."""
    held = ExitStack()
    config.add_cleanup(held.close)
    if os.environ.get("REDIS_URL"):
        for spec in specs[1:]:
            spec.env["REDIS_URL"] = held.enter_context(redis_server())
