"""A deploy without a break: the schema is expanded under load, then new processes take the place of old ones."""

import asyncio
import time
from collections import Counter

import psycopg

from config.children import STOP_SECONDS, Child
from config.supervisor import manage
from tests.faults.books import OURS
from tests.faults.scene import LONG, Scene
from tests.faults.street import Street
from tests.faults.strikes import HOLD

OLD, NEW = "tests.faults.settings", "tests.faults.newer.settings"
STARTS_IN = 6.0 if LONG else 3.0  # seconds that a process has beside the one whose place it takes
ROLES = ("worker", "sweeper", "web")


async def new_worker_beside_old_web(scene: Scene, street: Street) -> None:
    """The migration that expands, then the worker of the new code; the web server stays the old one."""
    env = {**scene.baton.env, "DJANGO_SETTINGS_MODULE": NEW}
    await asyncio.to_thread(manage, env, "migrate_tenants", "--verbosity", "0")
    await take_place(scene, "worker", settings=NEW)
    await asyncio.sleep(HOLD)


async def all_new(scene: Scene, street: Street) -> None:
    """Every process is of the new code in the end."""
    for role in ROLES:
        await take_place(scene, role, settings=NEW)
    await asyncio.sleep(HOLD)


async def all_old_again(scene: Scene, street: Street) -> None:
    """The deploy is taken back, process by process; the schema stays expanded."""
    for role in ROLES:
        await take_place(scene, role, settings=OLD)
    await asyncio.sleep(HOLD)


async def take_place(scene: Scene, role: str, *, settings: str) -> None:
    """A process starts beside another of its kind, which then ends as a deploy ends it: it finishes what it does."""
    children = scene.baton.baton.children
    place, old = next((place, child) for place, child in enumerate(children) if child.program.name == role)
    new = Child(old.program, {**old.env, "DJANGO_SETTINGS_MODULE": settings}, old.log)
    new.start()
    await asyncio.sleep(STARTS_IN)
    children[place] = new
    old.ask_to_stop()
    await asyncio.to_thread(old.wait_stopped, time.monotonic() + STOP_SECONDS)


def written_by(url: str) -> Counter[str]:
    """How many of acme's messages old and new code wrote."""
    with psycopg.connect(url) as connection:
        asked = f"SELECT written_by, count(*) FROM {OURS}.conversations_message WHERE kind = 'text' GROUP BY 1"  # noqa: S608
        return Counter(dict(connection.execute(asked).fetchall()))
