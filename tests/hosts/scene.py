"""The scene of the fault harness, with hosts around it."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tenants import current
from tenants.models import Tenant
from tests import cast, database, tables
from tests.faults.sabotage.switches import VARIABLE, Switches
from tests.faults.scene import AGENTS, CLEAN_WITHIN, HEAD, LONG, REACHABLE, SEED, Report, Scene
from tests.hosts.machines import Site, site
from tests.running import Running

ABOUT = """\
Each process on a host of its own, a network namespace behind one switch, and nginx with the project's files before both
web servers. In all {messages:,} acknowledged messages; clients came back {again:,} times. A cell says how long after
the end of the fault every invariant held again (I1 to I8, I11, I14).
"""


@dataclass(frozen=True)
class Scenery:
    """A scene whose processes stand on several hosts."""

    scene: Scene
    site: Site


@contextmanager
def scenery(source: str, folder: Path) -> Iterator[Scenery]:
    """Run Baton on hosts, with acme's knowledge, rules and agents, until the block ends; prints the table."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    switches = Switches(folder / "switches")
    settings = {
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "BATON_SETTLE_MS": "50",
        "BATON_LOG_LEVEL": "INFO",
        "BATON_MAIL_AFTER": "1",
        VARIABLE: str(switches.folder),
    }
    print(f"\nBATON_FAULTS_SEED={SEED}")
    with site(source, folder, settings) as made:
        _people(made.postgres.url)
        made.baton.start()
        made.baton.wait_until_ready()
        scene = Scene(Running(made.baton, made.postgres.url, dict(made.baton.env)), switches, made.postbox)
        yield Scenery(scene, made)
        if scene.reports:
            print(f"\n{HEAD}", *(report.line() for report in scene.reports), sep="\n")
        if LONG:
            tables.write("hosts", section(scene.reports))


def section(reports: Sequence[Report]) -> str:
    """The section of the page: a row for each host, a column for each thing that befell it."""
    of_host: dict[str, dict[str, Report]] = {}
    for report in reports:
        host, _, kind = report.fault.partition(": ")
        of_host.setdefault(host, {})[kind] = report
    kinds = list(dict.fromkeys(kind for row in of_host.values() for kind in row))
    rows = [
        [host, *(_cell(row.get(kind)) for kind in kinds), f"{CLEAN_WITHIN:.0f} s", _kept(row)]
        for host, row in of_host.items()
    ]
    messages, again = sum(one.messages for one in reports), sum(one.reconnects for one in reports)
    head = ["host", *kinds, "to reach", ""]
    return f"{tables.machine()}\n\n{ABOUT.format(messages=messages, again=again)}\n{tables.table(head, rows)}\n"


def _cell(report: Report | None) -> str:
    if report is None:
        return "–"
    found = ", ".join(sorted({one.invariant for one in report.violations}))
    return f"**{found}**" if found else f"{report.seconds:.1f} s"


def _kept(row: Mapping[str, Report]) -> str:
    return "**not kept**" if any(report.violations for report in row.values()) else "kept"


def _people(url: str) -> None:
    with database.in_use(url):
        for slug in database.TENANTS:
            with current.entered(Tenant.objects.get(schema_name=slug)):
                cast.knowledge()
                cast.rules()
                for name in AGENTS:
                    cast.agent(name)
    with psycopg.connect(url) as connection:
        connection.execute(REACHABLE)
