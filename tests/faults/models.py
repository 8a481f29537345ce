"""A language model that goes wrong while it answers acme's customers, and agents take over."""

import asyncio

import psycopg

from tests.faults.books import OURS
from tests.faults.scene import LONG, Scene
from tests.faults.street import Street
from tests.faults.strikes import Strike
from tests.model_server.misbehaving import MISBEHAVIOURS
from tests.model_server.serving import serving

WAYS = list(MISBEHAVIOURS) if LONG else ["drips for ever"]
ASKED_FOR = 5.0 if LONG else 2.5  # seconds that the model is asked
FAILS_WITHIN = 40.0  # seconds
OUTCOMES = f"""
SELECT outcome, count(*) FROM {OURS}.assistant_modelcall WHERE created_at >= to_timestamp(%s)
AND outcome <> 'under_way' GROUP BY 1 ORDER BY 2 DESC
"""  # noqa: S608


def going_wrong(way: str, calls: dict[str, int]) -> Strike:
    """The model goes wrong in this way for a while; `calls` says afterwards what became of how many calls."""

    async def strike(scene: Scene, street: Street) -> None:
        if scene.office is None:
            raise ValueError("A model is chosen by the owner, and there is no office.")
        with serving(MISBEHAVIOURS[way].model) as server:
            since = _now(scene.url)
            await scene.office.thinks_with(scene.baton.port, server.address)
            try:
                await asyncio.sleep(ASKED_FOR)
                await asyncio.wait_for(_until_one_failed(scene.url, since, calls), FAILS_WITHIN)
            finally:
                await scene.office.thinks_with(scene.baton.port, "")

    return strike


async def _until_one_failed(url: str, since: float, calls: dict[str, int]) -> None:
    while not calls:
        with psycopg.connect(url) as connection:
            calls.update(dict(connection.execute(OUTCOMES, [since]).fetchall()))
        await asyncio.sleep(0.2)


def _now(url: str) -> float:
    with psycopg.connect(url) as connection:
        return float(connection.execute("SELECT extract(epoch FROM clock_timestamp())").fetchone()[0])  # type: ignore[index]
