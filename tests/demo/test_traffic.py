"""Simulated customers, against a small local peer that speaks the widget's protocol."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from conversations.demo.traffic import script
from conversations.demo.traffic.line import Place
from conversations.demo.traffic.street import Plan, Tally, stroll
from conversations.demo.traffic.visitor import Temper
from tenants.models import Tenant

Json = dict[str, Any]
QUICK = Temper(patience=300, haste=0.004, settles=0.1)
UPSET = ("person", "somebody", "someone", "human")


class Desk:
    """One company's side: an assistant who answers, a queue, and one agent who takes each handover."""

    def __init__(self) -> None:
        self.heard: list[Json] = []
        self.hosts: set[str] = set()

    async def serve(self, socket: ServerConnection) -> None:
        """One visitor's socket."""
        assert socket.request is not None
        self.hosts.add(socket.request.headers["Host"])
        assert socket.request.headers["Origin"] == f"http://{socket.request.headers['Host']}"
        thread = Thread(socket)
        async for text in socket:
            frame = json.loads(text)
            self.heard.append(frame)
            await thread.take(frame)


class Thread:
    """One visitor's conversation."""

    def __init__(self, socket: ServerConnection) -> None:
        self.socket, self.seq, self.with_agent = socket, 0, False

    async def take(self, frame: Json) -> None:
        """Answer a frame as the server would."""
        match frame["op"]:
            case "hello":
                await self.put({"op": "welcome", "conversation": None, "events": []})
            case "send":
                await self.own(frame, frame["text"])
                if self.with_agent:
                    await self.say("agent", "Maya", "Shall I do that for you?")
                elif any(word in frame["text"].lower() for word in UPSET):
                    await self.hand_over()
                else:
                    await self.say("assistant", "Assistant", "Parcels take 2 to 3 working days.")
            case "ask_person":
                await self.own(frame, "A person, please.")
                await self.hand_over()

    async def own(self, frame: Json, text: str) -> None:
        """Store and show the customer's own words, twice as a real server may."""
        assert uuid.UUID(frame["client_id"])
        await self.put({"op": "ack", "client_id": frame["client_id"], "seq": self.seq + 1})
        event = self.event("message.added", self.message("customer", "Visitor", text))
        await self.put({"op": "events", "events": [event], "has_more": False})
        await self.put(event)

    async def hand_over(self) -> None:
        """Pass the baton, and let an agent accept at once."""
        await self.say("assistant", "Assistant", "I am passing you on.")
        await self.put(self.event("control.changed", {"holder": "queue"}))
        await self.put(self.event("control.changed", {"holder": "agent"}))
        self.with_agent = True
        await self.say("agent", "Maya", "Hello, Maya here. What is your order number?")

    async def say(self, by: str, name: str, text: str) -> None:
        """Say something to the customer."""
        await self.put(self.event("message.added", self.message(by, name, text)))

    def message(self, by: str, name: str, text: str) -> Json:
        """The data of a message."""
        return {"author": {"kind": by, "name": name}, "text": text, "offers_person": False}

    def event(self, kind: str, data: Json) -> Json:
        """The next entry of the log."""
        self.seq += 1
        return {"seq": self.seq, "type": kind, "data": data}

    async def put(self, frame: Json) -> None:
        """Send a frame."""
        await self.socket.send(json.dumps(frame))


@asynccontextmanager
async def open_desk() -> AsyncIterator[tuple[Desk, Place]]:
    desk = Desk()
    async with serve(desk.serve, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield desk, Place("127.0.0.1", port, "demo.localhost")


def test_customers_ask_insist_and_meet_a_person() -> None:
    async def play() -> tuple[Desk, Tally]:
        tally = Tally()
        async with open_desk() as (desk, place), asyncio.timeout(50):
            plan = Plan(rate=6000, in_all=12, temper=QUICK)
            await stroll(place, plan, [], Random(3), tally=tally, show=lambda: None)
        return desk, tally

    desk, tally = asyncio.run(play())
    assert tally.talking == 0
    assert tally.words["finished"] == 12
    assert tally.words["lost"] == 0
    assert tally.words["handed over"] == tally.words["met a person"] > 0
    assert {host.split(":")[0] for host in desk.hosts} == {"demo.localhost"}
    assert {"hello", "send", "typing", "ask_person"} >= {frame["op"] for frame in desk.heard}
    for frame in desk.heard:
        assert "{" not in frame.get("text", "")


def test_no_more_customers_than_allowed_at_once() -> None:
    async def play() -> int:
        tally, most = Tally(), 0

        def look() -> None:
            nonlocal most
            most = max(most, tally.talking)

        async with open_desk() as (_, place), asyncio.timeout(50):
            plan = Plan(rate=60000, most_at_once=3, in_all=9, temper=QUICK)
            await stroll(place, plan, [], Random(4), tally=tally, show=look)
        return most

    assert asyncio.run(play()) <= 3


def test_customers_go_when_nobody_is_home() -> None:
    async def play() -> Tally:
        tally = Tally()
        async with open_desk() as (_, place):
            pass
        async with asyncio.timeout(20):
            await stroll(place, Plan(rate=60000), [], Random(5), tally=tally, show=lambda: None)
        return tally

    tally = asyncio.run(play())
    assert tally.nobody_home
    assert tally.talking == 0


def test_cancelling_leaves_nobody_behind() -> None:
    async def play() -> Tally:
        tally, enough = Tally(), asyncio.Event()

        def look() -> None:
            if tally.begun >= 5:
                enough.set()

        async with open_desk() as (_, place):
            going = asyncio.create_task(stroll(place, Plan(rate=6000), [], Random(6), tally=tally, show=look))
            await enough.wait()
            going.cancel()
            with pytest.raises(asyncio.CancelledError):
                await going
            assert len(asyncio.all_tasks()) < 10
        return tally

    assert asyncio.run(play()).talking == 0


def test_customers_speak_of_orders_that_the_shop_has(in_demo: Tenant) -> None:
    bought = script.purchases()
    assert len(bought) == 130
    numbers = {purchase.words["order"] for purchase in bought}
    chance = Random(7)
    said = " ".join(line for _ in range(200) for line in script.pick(chance, bought).to_assistant)
    mentioned = {word.strip("?!.,:'\"") for word in said.split() if word.startswith("LC-1041")}
    assert mentioned
    assert mentioned <= numbers
