"""One company is put back from its backup under load: nobody else notices, and it loses nothing that it held."""

import asyncio
import time
from pathlib import Path

import psycopg
import pytest

from config.supervisor import manage
from tests import tables
from tests.faults.scene import COLUMNS, LONG, Scene
from tests.faults.street import Street

pytestmark = pytest.mark.skipif(not LONG, reason="in the long form; tests/backups has each step in short")
SHUT = "UPDATE public.tenants_tenant SET suspended_at = now(), suspended_for = 'A test.' WHERE schema_name = %s"
OPEN = "UPDATE public.tenants_tenant SET suspended_at = NULL, suspended_for = '' WHERE schema_name = %s"
LEASED = "SELECT count(*) FROM public.tenants_job WHERE schema_name = %s AND state = 'leased' AND lease_until > now()"
UNTIL_ALL_HEARD = 11.0  # seconds


def put_back(scene: Scene, slug: str, folder: Path) -> None:
    """A backup of now, in the place of the company.

    Its doors are shut meanwhile: nothing is written between the backup and its return, so that all of it must be there.
    """
    env = scene.baton.baton.env
    with psycopg.connect(scene.url, autocommit=True) as line:
        line.execute(SHUT, [slug])
        time.sleep(UNTIL_ALL_HEARD)
        while line.execute(LEASED, [slug]).fetchone() != (0,):
            time.sleep(0.1)
        manage(env, "back_up_tenant", slug, str(folder))
        (made,) = folder.iterdir()
        manage(env, "restore_tenant", str(made), "--replace")
        line.execute(OPEN, [slug])


def test_nobody_notices_that_another_company_is_put_back_and_it_loses_nothing_itself(
    on_postgres: Scene, tmp_path: Path
) -> None:
    async def the_other(scene: Scene, _street: Street) -> None:
        await asyncio.to_thread(put_back, scene, "globex", tmp_path / "globex")

    async def itself(scene: Scene, _street: Street) -> None:
        await asyncio.to_thread(put_back, scene, "acme", tmp_path / "acme")

    faults = {"another company is put back": the_other, "the company itself is put back": itself}
    reports = [asyncio.run(on_postgres.play(name, strike)) for name, strike in faults.items()]
    tables.write("restore", f"{tables.machine()}\n\n{tables.table(COLUMNS, [one.cells() for one in reports])}")
    assert [one.violations for one in reports] == [[], []]
    assert all(one.messages > 5 for one in reports)
