"""A plugin for pytest (`-p tests.bad_input.tally`) that writes what was played into docs/reliability.md, by section.

A test may tell figures by `record_property("told", ...)`; a section counts the tests of its files that passed.
"""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests import tables
from tests.bad_input.scripts import SCRIPTS

CASES = "tests/interface/test_cases.py"  # here, because a plugin is imported before the settings are known


@dataclass(frozen=True)
class Section:
    """What is counted for one: in which files, how many there must be to write it, and how the row is called."""

    name: str
    files: tuple[str, ...]
    wanted: int
    what: str
    held: str


COUNTED = (
    Section(
        "uploads",
        ("tests/attachments/test_hostile_uploads.py", "tests/attachments/test_deceptive_uploads.py"),
        200,
        "Files that deceive, overload or would run: wrong kinds, bombs, programs in pictures, names, bent bytes",
        "Refused with a 422 that names the file and nothing stored; or kept without what was hidden, as an attachment",
    ),
    Section(
        "ssrf",
        ("tests/tenants/test_guard.py",),
        150,
        "Forms of addresses of this machine, its network and its cloud; redirects; names that resolve to two",
        "Refused before a connection is made",
    ),
    Section(
        "injections",
        ("tests/engines/test_injections.py",),
        150,
        "Orders to a model that obeys each: in lines, articles, titles and tools; in other languages and encodings",
        "No instruction, key, promise or word of another conversation reaches the customer",
    ),
    Section(
        "contract",
        (CASES,),
        9,
        "Everybody (each role, tokens, a visitor, a stranger): 100 made-up calls, or BATON_CASES, of every operation",
        "No 5xx, and each answer as the OpenAPI document says",
    ),
)
PLACES = "tests/browser/test_scripts.py"
FRAMES = "tests/bad_input/test_frames.py"
seen: Counter[tuple[str, str]] = Counter()  # by file and outcome
told: dict[str, list[str]] = {PLACES: [], FRAMES: []}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count it; and keep what it tells."""
    file = report.nodeid.partition("::")[0]
    if report.when == "call" or report.failed:
        seen[file, report.outcome] += 1
    if file in told and report.when == "call" and report.passed:
        told[file] += [str(value) for name, value in report.user_properties if name == "told"]


def pytest_sessionfinish() -> None:
    """Write the sections whose tests were played."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return  # whoever started it hears of all
    for section in COUNTED:
        passed, failed = (sum(seen[file, how] for file in section.files) for how in ("passed", "failed"))
        if passed + failed >= section.wanted:
            row = (section.what, section.wanted, passed + failed, failed, section.held, _kept(failed))
            tables.write(section.name, _page(("What is sent", "To reach", "Played", "Failed", "What holds", ""), row))
    if told[FRAMES]:
        rows = [line.split(" | ") for line in told[FRAMES]]
        head = ("Server", "Hostile frames", "Sockets", "Answers", "Memory afterwards, at most 20 MB more", "")
        tables.write("frames", _page(head, *([*row, _kept(seen[FRAMES, "failed"])] for row in rows)))
    if told[PLACES]:
        rows = [line.split(" | ") for line in told[PLACES]]
        text = f"{len(SCRIPTS)} texts (to reach: 600), in Chromium under the policy of Trusted Types.\n\n"
        places = ("Where they were shown", "How many", "Ran", "Became markup", "")
        tables.write("xss", text + _page(places, *([*row, 0, 0, _kept(seen[PLACES, "failed"])] for row in rows)))


def _page(head: Sequence[str], *rows: Sequence[object]) -> str:
    return f"{tables.machine()}\n\n{tables.table(head, rows)}"


def _kept(failed: int) -> str:
    return "kept" if failed == 0 else f"**not kept**: {failed} failed"
