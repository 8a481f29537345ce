"""So many come in at once, in their order, and no company takes all the room."""

import asyncio
import gc

from tenants.admission import Door

AT_ONCE, OF_A_COMPANY = 6, 4


async def visit(door: Door, company: str, number: int, inside: list[tuple[str, int]], leave: asyncio.Event) -> None:
    """Come in, be seen there, and stay until told to go."""
    async with door.admitted(company):
        inside.append((company, number))
        await leave.wait()


def test_a_company_does_not_take_all_the_room_and_those_who_wait_come_in_order() -> None:
    async def play() -> None:
        door, inside, leave = Door(AT_ONCE, OF_A_COMPANY), list[tuple[str, int]](), asyncio.Event()
        many = [asyncio.create_task(visit(door, "acme", number, inside, leave)) for number in range(3 * AT_ONCE)]
        await asyncio.sleep(0)
        assert len(inside) == OF_A_COMPANY
        others = [asyncio.create_task(visit(door, "globex", number, inside, leave)) for number in range(AT_ONCE)]
        await asyncio.sleep(0)
        assert len(inside) == AT_ONCE
        assert inside[OF_A_COMPANY:] == [("globex", number) for number in range(AT_ONCE - OF_A_COMPANY)]
        leave.set()
        await asyncio.gather(*many, *others)
        assert [number for company, number in inside if company == "acme"] == list(range(3 * AT_ONCE))

    asyncio.run(play())


def test_who_gives_up_waiting_leaves_nothing_behind() -> None:
    async def play() -> None:
        door, inside, leave = Door(AT_ONCE, OF_A_COMPANY), list[tuple[str, int]](), asyncio.Event()
        many = [asyncio.create_task(visit(door, "acme", number, inside, leave)) for number in range(2 * OF_A_COMPANY)]
        await asyncio.sleep(0)
        assert len(door.lines) == 2, "acme's, and everybody's"
        for task in many:
            task.cancel()
        await asyncio.gather(*many, return_exceptions=True)
        del many, task
        await asyncio.sleep(0)
        gc.collect()  # the tasks kept their errors, and these the places where they waited
        assert len(door.lines) == 0
        leave.set()
        again = [asyncio.create_task(visit(door, "acme", number, inside, leave)) for number in range(OF_A_COMPANY)]
        await asyncio.wait_for(asyncio.gather(*again), 1)

    asyncio.run(play())
