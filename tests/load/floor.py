"""The floor: what sockets, one insert and Redis publish/subscribe cost on this machine, with nothing else around them.

Speaks as much of Baton's frames as the generator needs. An agent's words come over the socket as well.
"""

import asyncio
import json
import os
from collections import defaultdict
from typing import Any

import psycopg
from psycopg_pool import AsyncConnectionPool
from redis.asyncio import Redis
from uvloop import new_event_loop
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

Json = dict[str, Any]
CHANNEL = "floor"
TABLE = """
CREATE TABLE IF NOT EXISTS public.floor (
    conversation_id text NOT NULL, seq int NOT NULL, client_id uuid NOT NULL, text text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (conversation_id, seq))
"""
INSERT = "INSERT INTO public.floor (conversation_id, seq, client_id, text) VALUES (%s, %s, %s, %s)"


class Floor:
    """The one process: groups of sockets by conversation, and the number of its newest message."""

    def __init__(self, redis: Redis, pool: AsyncConnectionPool[psycopg.AsyncConnection[Any]]) -> None:
        self.redis, self.pool = redis, pool
        self.groups: defaultdict[str, set[ServerConnection]] = defaultdict(set)
        self.seq: defaultdict[str, int] = defaultdict(int)
        self.turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def serve(self, socket: ServerConnection) -> None:
        """One client."""
        if socket.request is not None and "desk" in socket.request.path:
            await socket.send('{"op":"welcome"}')
        joined = ""
        try:
            async for text in socket:
                frame = json.loads(text)
                joined = frame.get("conversation_id") or joined
                await self._act(socket, frame, joined)
        except ConnectionClosed:
            return
        finally:
            for members in self.groups.values():
                members.discard(socket)

    async def fan_out(self) -> None:
        """Hand out what Redis publishes."""
        async with self.redis.pubsub() as listener:
            await listener.subscribe(CHANNEL)
            async for message in listener.listen():
                if message["type"] == "message":
                    name, _, body = message["data"].decode().partition("\n")
                    for socket in list(self.groups[name]):
                        await socket.send(body)

    async def _act(self, socket: ServerConnection, frame: Json, conversation_id: str) -> None:
        match frame["op"]:
            case "hello" | "watch":
                self.groups[conversation_id].add(socket)
                answer: Json = {"op": "welcome" if frame["op"] == "hello" else "watching", "events": []}
                await socket.send(json.dumps({**answer, "conversation_id": conversation_id}))
            case "send":
                async with self.turns[conversation_id]:
                    await self._store(socket, frame, conversation_id)

    async def _store(self, socket: ServerConnection, frame: Json, conversation_id: str) -> None:
        self.seq[conversation_id] += 1
        seq, client_id, text = self.seq[conversation_id], frame["client_id"], frame["text"]
        async with self.pool.connection() as connection:
            await connection.execute(INSERT, [conversation_id, seq, client_id, text])
        await socket.send(json.dumps({"op": "ack", "client_id": client_id, "seq": seq}))
        data = {"seq": seq, "text": text, "client_id": client_id}
        event = {"seq": seq, "type": "message.added", "conversation_id": conversation_id, "data": data}
        await self.redis.publish(CHANNEL, f"{conversation_id}\n{json.dumps(event)}")


async def run() -> None:
    """Serve until ended; prints "ready" when it takes connections."""
    url = os.environ["DATABASE_URL"]
    async with AsyncConnectionPool(url, min_size=8, max_size=8, kwargs={"autocommit": True}) as pool:
        async with pool.connection() as connection:
            await connection.execute(TABLE)
        floor = Floor(Redis.from_url(os.environ["REDIS_URL"]), pool)
        fanning = asyncio.create_task(floor.fan_out())
        port = int(os.environ["FLOOR_PORT"])
        async with serve(floor.serve, "127.0.0.1", port, compression=None, ping_interval=None):
            print("ready", flush=True)
            await fanning


def main() -> None:
    """Serve."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(run())
