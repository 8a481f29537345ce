"""Requests at work at once: few of one caller, some of one company, and nobody waits for another company's."""

import asyncio
from collections.abc import Iterable
from typing import Any

from config.turns import Turns


def scope(host: str, token: str = "") -> dict[str, Any]:
    """A request as the handler gets it."""
    headers = [(b"host", host.encode()), (b"accept", b"*/*")]
    return {"headers": [*headers, (b"authorization", f"Bearer {token}".encode())] if token else headers}


class Room:
    """Where requests work until they are let go."""

    def __init__(self, turns: Turns) -> None:
        self.turns, self.at_work, self.over = turns, list[str](), asyncio.Event()
        self.tasks: list[asyncio.Task[None]] = []

    async def send(self, name: str, told: dict[str, Any]) -> None:
        """One more request; it is at work, or in line, when this returns."""
        self.tasks.append(asyncio.create_task(self._work(name, told)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    async def _work(self, name: str, told: dict[str, Any]) -> None:
        async with self.turns.of(told):
            self.at_work.append(name)
            await self.over.wait()

    async def all_gone(self) -> list[str]:
        """Let everybody go; gives the order in which they had come to work."""
        self.over.set()
        await asyncio.gather(*self.tasks)
        return self.at_work


async def sent(turns: Turns, requests: Iterable[tuple[str, dict[str, Any]]]) -> Room:
    """A room to which these requests were sent."""
    room = Room(turns)
    for name, told in requests:
        await room.send(name, told)
    return room


def test_a_program_has_two_requests_at_work_and_others_of_its_company_pass_it() -> None:
    loud = [(f"loud {number}", scope("acme.localhost", "secret")) for number in range(9)]
    others = [("agent", scope("acme.localhost")), ("other", scope("acme.localhost", "else"))]

    async def story() -> None:
        room = await sent(Turns(), [*loud, *others])
        assert room.at_work == ["loud 0", "loud 1", "agent", "other"]
        assert await room.all_gone() == ["loud 0", "loud 1", "agent", "other", *(name for name, _ in loud[2:])]

    asyncio.run(story())


def test_a_company_with_more_than_its_places_keeps_no_other_waiting() -> None:
    many = [(f"{number}", scope("ACME.localhost:8000" if number % 2 else "acme.localhost")) for number in range(9)]

    async def story() -> None:
        room = await sent(Turns(of_a_company=3), [*many, ("globex", scope("globex.localhost"))])
        assert room.at_work == ["0", "1", "2", "globex"]
        assert len(await room.all_gone()) == 10

    asyncio.run(story())


def test_who_gives_up_in_line_leaves_their_place_to_the_next() -> None:
    async def story() -> None:
        room = await sent(Turns(of_a_company=1), [(name, scope("acme.localhost")) for name in ("1", "2", "3")])
        room.tasks.pop(1).cancel()
        assert await room.all_gone() == ["1", "3"]

    asyncio.run(story())


def test_nothing_is_kept_of_those_who_are_done() -> None:
    async def story() -> None:
        turns = Turns()
        room = await sent(turns, [(f"{number}", scope(f"{number}.localhost", f"{number}")) for number in range(50)])
        assert len(turns.lines) == 100
        await room.all_gone()
        room.tasks.clear()
        assert len(turns.lines) == 0

    asyncio.run(story())
