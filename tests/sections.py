"""`pytest -p tests.sections`: writes what some suites came to into their sections of docs/reliability.md."""

import os
from collections import defaultdict

import pytest

from tests import tables

SECTIONS = {
    "tests/webhooks/test_delivering.py": "receivers",
    "tests/billing/test_following.py": "stripe",
    "tests/billing/test_stripe_door.py": "stripe",
}
DONE: dict[str, list[pytest.TestReport]] = defaultdict(list)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what a test of such a suite came to."""
    section = SECTIONS.get(report.nodeid.partition("::")[0])
    if section is not None and report.when == "call":
        DONE[section].append(report)


def pytest_sessionfinish() -> None:
    """Write the sections, in the process that hears of all tests."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for section, reports in DONE.items():
            told = tables.table(["what holds", "took", "kept"], _rows(reports))
            tables.write(section, f"{tables.machine()}\n\n{told}")


def _rows(reports: list[pytest.TestReport]) -> list[tuple[str, str, str]]:
    return [
        (_sentence(one.nodeid), f"{one.duration:.1f} s", "kept" if one.passed else "**not kept**") for one in reports
    ]


def _sentence(node: str) -> str:
    """What holds, and in which case, by the name of the test."""
    name, _, case = node.rpartition("::test_")[2].partition("[")
    return name.replace("_", " ") + (f": {case.removesuffix(']')}" if case else "")
