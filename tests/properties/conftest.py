"""The company in which the machines play, and the table of a long run."""

import os

import pytest

from tenants.models import Tenant
from tests import cast, tables
from tests.properties.playing import EXAMPLES, LONG, STEPS

PLAYED: list[pytest.TestReport] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what a long run came to, from whichever process."""
    if LONG and report.when == "call" and "tests/properties/" in report.nodeid:
        PLAYED.append(report)


def pytest_sessionfinish() -> None:
    """Write the table, in the process that hears of all tests."""
    if PLAYED and "PYTEST_XDIST_WORKER" not in os.environ:
        rows = [
            (
                one.nodeid.rpartition("::test_")[2].partition("[")[0].replace("_", " "),
                f"{EXAMPLES} x {STEPS}",
                f"{one.duration:.0f} s",
                "kept" if one.passed else "**not kept**",
            )
            for one in PLAYED
        ]
        table = tables.table(["what must hold", "examples x steps", "took", "kept"], rows)
        tables.write("properties", f"{tables.machine()}\n\n{table}")


@pytest.fixture
def company(in_acme: Tenant) -> Tenant:
    """Acme, entered, with rules, articles and three agents who are online."""
    cast.rules()
    cast.knowledge()
    for name in ("ann", "bob", "cid"):
        cast.agent(name)
    return in_acme
