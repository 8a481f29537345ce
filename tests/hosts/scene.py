"""The scene of the fault harness, with hosts around it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tenants import current
from tenants.models import Tenant
from tests import cast, database
from tests.faults.sabotage.switches import VARIABLE, Switches
from tests.faults.scene import AGENTS, HEAD, REACHABLE, SEED, Scene
from tests.hosts.machines import Site, site
from tests.running import Running


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
        scene = Scene(Running(made.baton, made.postgres.url, made.baton.env), switches, made.postbox)
        yield Scenery(scene, made)
        if scene.reports:
            print(f"\n{HEAD}", *(report.line() for report in scene.reports), sep="\n")


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
