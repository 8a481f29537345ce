"""Frames that nobody sends by accident: an error names the field, nothing is stored, and the socket lives."""

import json
from typing import Any
from uuid import uuid4

import pytest

from conversations.models import Message
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.sockets import DESK, WIDGET, Peer

ID = str(uuid4())
AT_ONCE = 20  # frames on one socket, under the limit of its bucket
NO_JSON = [
    "",
    " ",
    "null",
    "true",
    "7",
    '"text"',
    "[]",
    "[" * 30_000,
    '{"a":' * 10_000,
    "{",
    '{"op":"send"',
    "{'op':'send'}",
    '{"op":"typing","active":NaN}',
    '{"op":"resume","last_seq":Infinity}',
    '{"op":"resume","last_seq":-Infinity}',
    '{"op":"resume","last_seq":' + "9" * 5000 + "}",
    '{"op":"resume","last_seq":0x10}',
    '{"op":"resume","last_seq":01}',
    '\ufeff{"op":"resume","last_seq":0}',
    '{"op":"resume"}{"op":"resume"}',
]


def raw(**frame: Any) -> str:
    """The frame as JSON in ASCII, so that half a surrogate pair travels as an escape."""
    return json.dumps(frame)


VISITORS = [
    ("op", raw()),
    ("op", raw(op=None)),
    ("op", raw(op=["send"])),
    ("op", raw(op={"send": 1})),
    ("op", raw(op="SEND")),
    ("op", raw(op="watch", conversation_id="conv_1")),
    ("op", raw(op="__class__")),
    ("op", raw(op="send\x00")),
    ("client_id", raw(op="send", text="x")),
    ("client_id", raw(op="send", text="x", client_id=None)),
    ("client_id", raw(op="send", text="x", client_id=7)),
    ("client_id", raw(op="send", text="x", client_id="")),
    ("client_id", raw(op="send", text="x", client_id="{" + ID + "}")),
    ("client_id", raw(op="send", text="x", client_id="urn:uuid:" + ID)),
    ("client_id", raw(op="send", text="x", client_id=ID.replace("-", ""))),
    ("client_id", raw(op="send", text="x", client_id="١" * 32)),
    ("client_id", raw(op="send", text="x", client_id="\ud800" + ID[1:])),
    ("client_id", raw(op="ask_person", client_id=ID + "0")),
    ("text", raw(op="send", client_id=ID)),
    ("text", raw(op="send", client_id=ID, text=None)),
    ("text", raw(op="send", client_id=ID, text=7)),
    ("text", raw(op="send", client_id=ID, text=["x"])),
    ("text", raw(op="send", client_id=ID, text={"text": "x"})),
    ("text", raw(op="send", client_id=ID, text="\ud800")),
    ("text", raw(op="send", client_id=ID, text="fine \udfff until here")),
    ("text", raw(op="send", client_id=ID, text="")),
    ("text", raw(op="send", client_id=ID, text=" \n\t ")),
    ("text", raw(op="send", client_id=ID, text="\x00\x00")),
    ("text", raw(op="send", client_id=ID, text="x" * 4097)),
    ("text", raw(op="send", client_id=ID, text="\U0001f600" * 1025)),  # bytes count, not characters
    ("attachments", raw(op="send", client_id=ID, text="x", attachments="att_1")),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments={})),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=None)),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=[7])),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["att_1"])),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["conv_" + "0" * 26])),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["att_" + "z" * 26])),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["att_" + "0" * 26])),  # there is no such file
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["att_" + "0" * 26] * 2)),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["att_" + "0" * 26] * 6)),
    ("attachments", raw(op="send", client_id=ID, text="x", attachments=["att_\ud800"])),
    ("last_seq", raw(op="resume", last_seq=-1)),
    ("last_seq", raw(op="resume", last_seq=2**31)),
    ("last_seq", raw(op="resume", last_seq=10**400)),
    ("last_seq", raw(op="resume", last_seq=1.0)),
    ("last_seq", raw(op="resume", last_seq=True)),
    ("last_seq", raw(op="resume", last_seq="1")),
    ("last_seq", raw(op="resume", last_seq=None)),
    ("last_seq", raw(op="resume", last_seq=1e300)),
    ("last_seq", '{"op":"resume","last_seq":1e999}'),
    ("active", raw(op="typing")),
    ("active", raw(op="typing", active=1)),
    ("active", raw(op="typing", active="true")),
    ("seq", raw(op="seen")),
    ("seq", raw(op="seen", seq=-1)),
    ("seq", raw(op="seen", seq=2**63)),
    ("seq", raw(op="seen", seq=False)),
    ("n", raw(op="pong")),
    ("n", raw(op="pong", n=0)),
    ("n", raw(op="pong", n=1)),  # answers no ping
    ("n", raw(op="pong", n=10**300)),
    ("token", raw(op="hello", token=7)),
    ("token", raw(op="hello", token="\ud83d")),
    ("conversation_id", raw(op="hello", token=None, conversation_id=[])),
    ("last_seq", raw(op="hello", token=None, last_seq="0")),
]
AGENTS = [
    ("conversation_id", raw(op="send", client_id=ID, text="x")),
    ("conversation_id", raw(op="send", conversation_id="conv_1", client_id=ID, text="x")),
    ("conversation_id", raw(op="send", conversation_id="conv_" + "0" * 26, client_id=ID, text="x")),
    ("client_id", raw(op="send", conversation_id="conv_1", client_id=7, text="x")),
    ("text", raw(op="send", conversation_id="conv_1", client_id=ID, text="")),
    ("text", raw(op="send", conversation_id="conv_1", client_id=ID, text="x" * 8001)),
    ("attachments", raw(op="send", conversation_id="conv_1", client_id=ID, text="x", attachments=["x"])),
    ("op", raw(op="seen", seq=1)),
    ("op", raw(op=["watch"])),
    ("conversation_id", raw(op="watch")),
    ("conversation_id", raw(op="watch", conversation_id=None)),
    ("conversation_id", raw(op="watch", conversation_id="")),
    ("conversation_id", raw(op="watch", conversation_id="conv_1")),
    ("conversation_id", raw(op="watch", conversation_id="conv_" + "0" * 26)),
    ("conversation_id", raw(op="watch", conversation_id="conv_\x00")),
    ("conversation_id", raw(op="watch", conversation_id="conv_\ud800")),
    ("conversation_id", raw(op="watch", conversation_id="x" * 50_000)),
    ("last_seq", raw(op="watch", conversation_id="conv_1", last_seq=-1)),
    ("conversation_id", raw(op="unwatch", conversation_id=7)),
    ("active", raw(op="typing", conversation_id="conv_1", active=0)),
    ("state", raw(op="presence")),
    ("state", raw(op="presence", state=["online"])),
    ("state", raw(op="presence", state="offline")),
    ("n", raw(op="pong", n=5)),
]


async def refusals(peer: Peer, frames: list[str]) -> list[Any]:
    """The field that each frame's error names."""
    named = []
    for frame in frames:
        await peer.line.send_input({"type": "websocket.receive", "text": frame})
        answer = await peer.get(lambda got: got.get("op") != "ping")
        assert answer["op"] == "error", (frame[:80], answer)
        assert answer["error"]["request_id"].startswith("req_")
        named.append(answer["error"]["param"])
    return named


def batches(table: list[tuple[str | None, str]]) -> list[list[tuple[str | None, str]]]:
    """The table in parts that one socket may send at once."""
    return [table[at : at + AT_ONCE] for at in range(0, len(table), AT_ONCE)]


def test_a_visitors_hostile_frames_are_refused_by_name_and_the_socket_lives(company: Tenant) -> None:
    no_json: list[tuple[str | None, str]] = [(None, frame) for frame in NO_JSON]

    async def story() -> None:
        for part in batches([*VISITORS, *no_json]):
            async with Peer(WIDGET) as carol:
                await sockets.visitor(carol)
                assert await refusals(carol, [frame for _, frame in part]) == [param for param, _ in part]
                await carol.put(op="resume", last_seq=0)
                assert (await carol.op("events"))["events"] == []
        assert await in_tenant(company, Message.objects.count) == 0

    sockets.run(story)


def test_an_agents_hostile_frames_are_refused_by_name_and_the_socket_lives(company: Tenant) -> None:
    async def story() -> None:
        conversation = await in_tenant(company, lambda: cast.says(cast.customer(), "Hello"))
        async with Peer(DESK, cookie=await in_tenant(company, sockets.bobs_cookie)) as bob:
            await bob.op("welcome")
            assert await refusals(bob, [frame for _, frame in AGENTS]) == [param for param, _ in AGENTS]
            await bob.put(op="watch", conversation_id=conversation.id, last_seq=0)
            assert len((await bob.op("watching"))["events"]) == 1

    sockets.run(story)


def test_a_binary_frame_gets_an_error_and_the_socket_lives(company: Tenant) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            await carol.line.send_to(bytes_data=b'{"op":"resume"}')
            assert (await carol.op("error"))["error"]["message"] == "Frames must be text, not binary."
            assert (await sockets.send(carol, "Still here"))["seq"] == 1

    sockets.run(story)


@pytest.mark.parametrize(
    ("letter", "count"), [("x", 65_600), ("ü", 32_800), ("\U0001f600", 16_400)], ids=["1 byte", "2 bytes", "4 bytes"]
)
def test_a_frame_is_measured_in_bytes(company: Tenant, letter: str, count: int) -> None:
    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            fits = f'{{"op":"dance","padding":"{letter * (count - 200)}"}}'
            await carol.line.send_to(text_data=fits)
            assert (await carol.op("error"))["error"]["param"] == "op"
            await carol.line.send_to(text_data=f'{{"op":"dance","padding":"{letter * count}"}}')
            assert await carol.closed() == 4429

    sockets.run(story)


def test_words_of_any_script_come_back_as_they_were_said(company: Tenant) -> None:
    said = "Grüße 😀 שלום \u202e مرحبا \u2028 \x01 <b>&amp;</b> \\u0000 \"'"

    async def story() -> None:
        async with Peer(WIDGET) as carol:
            await sockets.visitor(carol)
            await sockets.send(carol, said)
            assert (await carol.op("events"))["events"][0]["data"]["text"] == said

    sockets.run(story)
