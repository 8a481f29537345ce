"""The faults: each makes one, and ends it."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

import psycopg

from tenants.embedded.postgres import Server
from tests.faults.sabotage.failpoints import POINTS
from tests.faults.scene import LONG, Scene
from tests.faults.street import Street

TAKEN_WITHIN = 15.0
END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE backend_type = 'client backend' AND pid <> ALL(%s)
"""
Strike = Callable[[Scene, Street], Awaitable[None]]
WEB_IN_SHORT = ["message-in-the-transaction", "message-before-the-ack", "takeover-before-the-answer"]
FIRES_WITHIN = 60.0
OUTAGE = 30.0 if LONG else 4.0
AWAY = 20.0 if LONG else 0.5  # seconds for which PostgreSQL is stopped
FULL = 20.0 if LONG else 4.0  # seconds for which nobody else gets a connection
HOLD = 6.0 if LONG else 1.5  # seconds that a network stays bad


def die_at(points: list[str], *, group: bool) -> Strike:
    """A process dies at each of these failpoints in turn, while the load goes on; all of them must be reached."""

    async def strike(scene: Scene, street: Street) -> None:
        for point in points:
            scene.switches.arm(point, group=group)
            until = time.monotonic() + FIRES_WITHIN
            while not scene.switches.fired(point):
                if time.monotonic() > until:
                    raise TimeoutError(f"No process came to {point} in {FIRES_WITHIN:.0f} s.")
                await asyncio.sleep(0.02)

    return strike


async def kill_all(scene: Scene, street: Street) -> None:
    """All of Baton's processes die at once."""
    for child in scene.baton.baton.children:
        if child.pid is not None:
            os.kill(child.pid, signal.SIGKILL)
    await asyncio.sleep(0.5)


async def cut(scene: Scene, street: Street) -> None:
    """Every connection is reset, three times."""
    for _ in range(3):
        _each_wire(street, "cut")
        await asyncio.sleep(0.7)


async def black_hole(scene: Scene, street: Street) -> None:
    """Packets vanish; what was connected stays half-open for ever."""
    _each_wire(street, "silence")
    await asyncio.sleep(HOLD)
    _each_wire(street, "heal")


async def slow(scene: Scene, street: Street) -> None:
    """A very thin line."""
    for one in street.people:
        one.wire.slow(6_000)
    await asyncio.sleep(HOLD)
    _each_wire(street, "heal")


async def not_reading(scene: Scene, street: Street) -> None:
    """Clients that take nothing, while they go on writing."""
    _each_wire(street, "stop_reading")
    await asyncio.sleep(HOLD)
    _each_wire(street, "heal")


async def postgres_restart(scene: Scene, street: Street) -> None:
    """PostgreSQL's fast shutdown, and a start."""
    if scene.postgres is not None:
        await asyncio.to_thread(scene.postgres.stop)
        await asyncio.sleep(AWAY)
        await asyncio.to_thread(scene.postgres.start)
    await asyncio.sleep(0.5)


async def postgres_crash(scene: Scene, street: Street) -> None:
    """PostgreSQL ends at once and writes nothing down, so that it recovers from its log at the next start."""
    if scene.postgres is not None:
        await asyncio.to_thread(_crash, scene.postgres)
        await asyncio.to_thread(scene.postgres.start)
    await asyncio.sleep(0.5)


async def connections_exhausted(scene: Scene, street: Street) -> None:
    """Somebody else takes every connection that PostgreSQL has, and those of Baton end."""
    taken = await asyncio.to_thread(_take_all_connections, scene.url)
    try:
        await asyncio.sleep(FULL)
    finally:
        for connection in taken:
            connection.close()
    await asyncio.sleep(0.5)


async def one_web_server_dies(scene: Scene, street: Street) -> None:
    """Of two web servers first one dies, then the other."""
    for child in [child for child in scene.baton.baton.children if child.program.name.startswith("web")]:
        if child.pid is not None:
            os.kill(child.pid, signal.SIGKILL)
        await asyncio.sleep(1.5)


async def redis_restart(scene: Scene, street: Street) -> None:
    """Redis dies and comes back empty."""
    await redis_down(scene, street, seconds=0.3)


async def redis_flush(scene: Scene, street: Street) -> None:
    """FLUSHALL, three times."""
    for _ in range(3):
        if scene.redis is not None:
            await asyncio.to_thread(scene.redis.forget)
        await asyncio.sleep(0.5)


async def redis_down(scene: Scene, street: Street, *, seconds: float = OUTAGE) -> None:
    """Redis is away for a while, and comes back empty."""
    if scene.redis is not None:
        await asyncio.to_thread(scene.redis.kill)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(scene.redis.start)
    await asyncio.sleep(0.5)


def every(role: str) -> list[str]:
    """All failpoints of a process."""
    return list(POINTS[role])


def _each_wire(street: Street, action: str) -> None:
    for one in street.people:
        getattr(one.wire, action)()


def _take_all_connections(url: str) -> list[psycopg.Connection]:
    """As many as there are: whenever none is left, those of others end, until nobody else holds any."""
    taken: list[psycopg.Connection] = []
    until = time.monotonic() + TAKEN_WITHIN
    while time.monotonic() < until:
        try:
            taken.append(psycopg.connect(url, autocommit=True))
        except psycopg.OperationalError:
            mine = [connection.info.backend_pid for connection in taken]
            if not taken[0].execute(END_OTHERS, [mine]).rowcount:
                return taken
    raise TimeoutError("Baton's connections did not end.")


def _crash(server: Server) -> None:
    pid = server._alive_pid()
    if pid is None:
        raise ProcessLookupError("PostgreSQL does not run.")
    os.kill(pid, signal.SIGQUIT)  # its immediate shutdown
    while server._alive_pid() is not None:
        time.sleep(0.01)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def kills_in_short() -> dict[str, Strike]:
    """kill -9 at one step after the other, in few rounds."""
    return {
        "kill -9 of the web server around a commit": die_at(WEB_IN_SHORT, group=True),
        "kill -9 of a worker's process at every step": die_at(every("worker"), group=False),
        "kill -9 of everything": kill_all,
    }


def kills() -> dict[str, Strike]:
    """kill -9 at every step, each a round of its own: of the worker's one process, and of all that belong to it."""
    rounds = {f"kill -9 of {role} at {point}": die_at([point], group=True) for role in POINTS for point in every(role)}
    rounds |= {f"kill -9 of one process at {point}": die_at([point], group=False) for point in every("worker")}
    return {**rounds, "kill -9 of everything": kill_all}


NETWORK: dict[str, Strike] = {
    "connections reset": cut,
    "packets vanish, half-open": black_hole,
    "a slow line": slow,
    "clients that do not read": not_reading,
}
POSTGRES: dict[str, Strike] = {
    f"PostgreSQL down for {AWAY:g} s": postgres_restart,
    "PostgreSQL crashed": postgres_crash,
    f"PostgreSQL's connections exhausted for {FULL:g} s": connections_exhausted,
}
TWO_SERVERS: dict[str, Strike] = {"kill -9 of one of two web servers, then of the other": one_web_server_dies}
REDIS: dict[str, Strike] = {
    "Redis restarted empty": redis_restart,
    "FLUSHALL": redis_flush,
    f"Redis down for {OUTAGE:.0f} s": partial(redis_down, seconds=OUTAGE),
}
