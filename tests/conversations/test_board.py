"""Everybody at the desk learns of every row that changed, in few frames, whoever comes and goes meanwhile."""

import asyncio
import json
from typing import Any

from channels.layers import get_channel_layer

from conversations.inbox import board
from tenants import groups
from tests.sockets import run

Json = dict[str, Any]
PATIENCE = 5.0


def row(number: int, seq: int) -> Json:
    data = {"id": f"conv_{number}", "seq": seq}
    return {"type": "conversation.updated", "conversation_id": f"conv_{number}", "seq": None, "data": data}


async def change(schema: str, *rows: Json) -> None:
    for event in rows:
        await get_channel_layer().group_send(groups.everyone_at_the_desk(schema), {"type": "event", "event": event})


async def frames_until(inbox: board.Inbox, last: Json) -> list[Json]:
    """All that comes until a frame holds `last`."""
    found: list[Json] = []
    while not found or last not in found[-1]["events"]:
        found.append(await asyncio.wait_for(inbox.get(), PATIENCE))
    return found


def test_many_changes_come_in_few_frames_the_newest_of_each_row(own_database: str) -> None:
    async def story() -> None:
        inboxes: list[board.Inbox] = [asyncio.Queue() for _ in range(3)]
        for inbox in inboxes:
            await board.join("acme", inbox)
        rows = [row(number % 4, seq) for seq, number in enumerate(range(40))]
        await change("acme", rows[0])
        for inbox in inboxes:  # the first after a quiet moment waits for no other
            (first,) = await frames_until(inbox, rows[0])
            assert first["events"] == [json.loads(first["text"])] == rows[:1]
        await change("acme", *rows[1:])
        for inbox in inboxes:
            frames = await frames_until(inbox, rows[-1])
            assert len(frames) < 10
            newest = {event["conversation_id"]: event for frame in frames for event in frame["events"]}
            assert sorted(newest.values(), key=lambda event: int(event["data"]["seq"])) == rows[-4:]
            await board.leave("acme", inbox)

    run(story)


def test_a_flooded_desk_is_told_less_often_and_the_newest_in_the_end(own_database: str) -> None:
    async def story() -> None:
        inbox: board.Inbox = asyncio.Queue()
        await board.join("acme", inbox)
        for seq in range(60):
            wide = [{**row(number, seq), "note": "x" * 2_000} for number in range(40)]
            await change("acme", *wide)
        frames = await frames_until(inbox, wide[-1])
        newest = {event["conversation_id"]: event for frame in frames for event in frame["events"]}
        assert newest == {event["conversation_id"]: event for event in wide}
        assert sum(len(frame["text"]) for frame in frames) < 0.2 * 60 * 40 * 2_000
        await board.leave("acme", inbox)

    run(story)


def test_tenants_do_not_share_a_board(own_database: str) -> None:
    async def story() -> None:
        inboxes: dict[str, board.Inbox] = {"acme": asyncio.Queue(), "globex": asyncio.Queue()}
        for schema, inbox in inboxes.items():
            await board.join(schema, inbox)
        await change("acme", row(1, 1))
        await change("globex", row(2, 2))
        for schema, wanted in (("acme", row(1, 1)), ("globex", row(2, 2))):
            frames = await frames_until(inboxes[schema], wanted)
            assert [frame["events"] for frame in frames] == [[wanted]]
            await board.leave(schema, inboxes[schema])

    run(story)


def test_who_comes_back_hears_again(own_database: str) -> None:
    async def story() -> None:
        inbox: board.Inbox = asyncio.Queue()
        for number in range(3):
            await asyncio.gather(board.join("acme", inbox), board.join("acme", asyncio.Queue()))
            await change("acme", row(number, number))
            await frames_until(inbox, row(number, number))
            for member in list(board._boards[asyncio.get_running_loop()]["acme"].members):
                await board.leave("acme", member)
            assert "acme" not in board._boards[asyncio.get_running_loop()]

    run(story)
