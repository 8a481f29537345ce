"""Hostile WebSocket frames without end: what a table names, and valid ones bent at random, repeatable by a seed."""

import json
import random
import struct
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from tests.conversations.test_hostile_frames import AGENTS, NO_JSON, VISITORS
from tests.rawsocket import BINARY

ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    2**31,
    2**63,
    10**400,
    "",
    " ",
    "\0",
    "\ud800",
    "\u202e",
    "x" * 5000,
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{7*7}}",
    "../../etc/passwd",
    "__proto__",
    "conv_" + "0" * 26,
    [],
    {},
    [[[[[[]]]]]],
    {"__proto__": {"admin": True}},
    ["att_" + "0" * 26] * 9,
)
OPS = ("send", "resume", "typing", "seen", "pong", "hello", "ask_person", "watch", "unwatch", "presence", "say", "rate")
FIELDS = ("text", "client_id", "last_seq", "active", "seq", "n", "token", "conversation_id", "attachments", "state")
# What no WebSocket client may send: the server hangs up, and lives.
BROKEN: tuple[bytes, ...] = (
    b"\x81\x05hello",  # not masked
    b"\x83\x80\0\0\0\0",  # no such kind of frame
    b"\x8f\x80\0\0\0\0",
    b"\xf1\x80\0\0\0\0",  # bits of extensions that nobody agreed on
    b"\x09\x80\0\0\0\0",  # a ping in pieces
    b"\x89\xfe\x00\x80\0\0\0\0" + b"x" * 128,  # a ping that is too long
    b"\x80\x81\0\0\0\0x",  # goes on with what never began
    b"\x01\x81\0\0\0\0x\x81\x81\0\0\0\0x",  # begins anew within a message
    b"\x81\x82\0\0\0\0\xc3\x28",  # no UTF-8
    b"\x81\x83\0\0\0\0\xed\xa0\x80",  # half a sign
    b"\x88\x81\0\0\0\0x",  # a goodbye of one byte
    b"\x88\x82\0\0\0\0\x03\xe7",  # of a code that nobody may use
    b"\x88\x82\0\0\0\0\xff\xff",
    b"\x88\x84\0\0\0\0\x03\xe8\xc3\x28",
    b"\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff\0\0\0\0x",  # longer than anything
    b"\x81\xff\0\0\0\0\x40\0\0\0\0\0\0\0x",  # a gigabyte, it says
    b"\x81\xfe\xff",  # half a head
    b"\x81\x8a\0\0\0\0half",  # half a body
    b"\x82\xfe\x10\0\0\0\0\0" + bytes(4096),
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",  # the beginning of TLS
    b"\0" * 4096,
    b"\xff" * 4096,
    bytes([0x80 | BINARY, 0xFF]) + struct.pack("!Q", 70_000) + bytes(4) + bytes(70_000),
)


def hostile(seed: int, *, desk: bool, known: tuple[str, ...]) -> Iterator[bytes]:
    """Frames for one of the two sockets, without end; `known` are ids that exist somewhere."""
    chance = random.Random(seed)
    table = [frame for _, frame in (AGENTS if desk else VISITORS)] + NO_JSON
    while True:
        kind = chance.random()
        if kind < 0.3:
            yield chance.choice(table).encode("utf-8", "surrogatepass")
        elif kind < 0.75:
            yield json.dumps(_made_up(chance, known)).encode()
        else:
            yield _bent(chance, json.dumps(_made_up(chance, known)).encode())


def _made_up(chance: random.Random, known: tuple[str, ...]) -> dict[str, Any]:
    """A frame with any operation and any values in any of its fields."""
    values = (*ODD, *known, str(UUID(int=chance.getrandbits(128), version=4)))
    chosen = chance.sample(FIELDS, chance.randint(0, 5))
    return {"op": chance.choice((*OPS, *ODD[:9])), **{name: chance.choice(values) for name in chosen}}


def _bent(chance: random.Random, frame: bytes) -> bytes:
    """The frame with some of its bytes changed, lost or doubled."""
    bent = bytearray(frame[:2000])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(bent) + 1)
        match chance.randrange(3):
            case 0:
                bent[at : at + 1] = bytes([chance.randrange(128)])
            case 1:
                del bent[at : at + chance.randint(1, 9)]
            case _:
                bent[at:at] = bent[at : at + chance.randint(1, 40)]
    return bytes(bent)
