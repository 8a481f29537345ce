"""What both sockets share: frames in and out, limits, and errors in the one shape."""

import json
import time
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer

from tenants import errors, requests
from tenants.errors import BatonError, ParameterError
from tenants.models import Tenant

Json = dict[str, Any]
LARGEST_FRAME = 64 * 1024
FRAMES, PER_SECONDS = 30, 10.0
CLOSE_WHO_ARE_YOU, CLOSE_SLOW_DOWN, CLOSE_COME_BACK = 4401, 4429, 1012


class Bucket:
    """Lets through `size` frames at once and refills evenly over `seconds`."""

    def __init__(self, size: int, seconds: float) -> None:
        self.size, self.rate = float(size), size / seconds
        self.level, self.at = float(size), time.monotonic()

    def take(self) -> bool:
        """Whether one more frame is allowed now."""
        now = time.monotonic()
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


class JsonSocket(AsyncWebsocketConsumer):  # type: ignore[misc]
    """A socket of JSON objects; a subclass parses frames and acts on them."""

    joined: set[str]
    bucket: Bucket

    @property
    def tenant(self) -> Tenant:
        """The tenant of the handshake's host."""
        found: Tenant = self.scope["tenant"]
        return found

    async def connect(self) -> None:
        """Accept; who it is comes next."""
        requests.begin()
        self.joined, self.bucket = set(), Bucket(FRAMES, PER_SECONDS)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        """Leave every group."""
        for group in list(self.joined):
            await self.leave(group)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Check the frame's size, rate and form, then act on it."""
        if text_data is None or len(text_data) > LARGEST_FRAME or not self.bucket.take():
            await self.close(CLOSE_SLOW_DOWN)
            return
        client_id = None
        try:
            frame = json_object(text_data)
            client_id = frame.get("client_id")
            await self.act(frame)
        except BatonError as error:
            said = client_id if isinstance(client_id, str) else None
            await self.put({"op": "error", "client_id": said, "error": errors.body(error)})

    async def act(self, frame: Json) -> None:
        """Do what the frame asks."""
        raise NotImplementedError(frame)

    async def event(self, message: Json) -> None:
        """An event of a group that this socket joined."""
        await self.put(message["event"])

    async def gap(self, _message: Json) -> None:
        """Events may have been missed: close, so that the client comes back and asks for all after its last seq."""
        await self.close(CLOSE_COME_BACK)

    async def put(self, content: Json) -> None:
        """Send one JSON object."""
        await self.send(text_data=json.dumps(content, separators=(",", ":")))

    async def join(self, group: str) -> None:
        """Receive the group's events."""
        if group not in self.joined:
            self.joined.add(group)
            await self.channel_layer.group_add(group, self.channel_name)

    async def leave(self, group: str) -> None:
        """Receive the group's events no more."""
        self.joined.discard(group)
        await self.channel_layer.group_discard(group, self.channel_name)


def json_object(text: str) -> Json:
    """The JSON object in a frame; ParameterError for anything else."""
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ParameterError("The frame is not JSON.") from error
    if not isinstance(frame, dict):
        raise ParameterError("The frame must be a JSON object.")
    return frame
