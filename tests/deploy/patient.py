"""A small application for a web server that is told to end: one request takes two seconds, one waits for ever."""

import asyncio
from typing import Any

SECONDS = 2.0


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Echo on sockets; answer requests, some of them late."""
    if scope["type"] == "websocket":
        await _echo(receive, send)
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(SECONDS)
    elif scope["path"] == "/api/v1/updates":
        while (await receive())["type"] != "http.disconnect":
            pass
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


async def _echo(receive: Any, send: Any) -> None:
    while (message := await receive())["type"] != "websocket.disconnect":
        if message["type"] == "websocket.connect":
            await send({"type": "websocket.accept"})
        else:
            await send({"type": "websocket.send", "text": message["text"]})
