"""Serves the built front end in front of Django, from memory, compressed, without a thread for each file."""

import asyncio
import gzip
import hashlib
import mimetypes
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Any, Callable[[], Awaitable[Any]], Any], Awaitable[None]]

PREFIX = "/static/"
NO_OTHERS: Mapping[str, Path] = {}
EMBED = "/widget.js"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
TEXTUAL = ("text/", "application/json", "image/svg+xml", "application/javascript")


@dataclass(frozen=True)
class File:
    """A file as it is sent."""

    modified: float
    kind: str
    plain: bytes
    zipped: bytes | None
    tag: str


class StaticFiles:
    """Answers `/static/…` and `/widget.js` from the folder; everything else goes on to the application.

    `others` are folders that lie elsewhere, by the name under which they are seen below `/static/`.
    """

    def __init__(self, app: App, folder: Path, others: Mapping[str, Path] = NO_OTHERS) -> None:
        self.app, self.folder = app, folder.resolve()
        self.others = {name: other.resolve() for name, other in others.items()}
        self.files: dict[Path, File] = {}

    async def __call__(self, scope: Scope, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        """Serve one request."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not (path == EMBED or path.startswith(PREFIX)):
            await self.app(scope, receive, send)
            return
        wanted = "embed/widget.js" if path == EMBED else path.removeprefix(PREFIX)
        file = await asyncio.to_thread(self._find, wanted)
        if file is None or scope["method"] not in {"GET", "HEAD"}:
            await _answer(send, 404, [(b"content-type", b"text/plain")], b"There is no such file.\n")
            return
        headers = {name: value for name, value in scope["headers"] if name in {b"accept-encoding", b"if-none-match"}}
        await _serve(
            send,
            file,
            headers,
            cache=FOR_EVER if "/assets/" in path else ASK_AGAIN,
            head=scope["method"] == "HEAD",
        )

    def _find(self, wanted: str) -> File | None:
        first, _, rest = wanted.partition("/")
        folder, inside = (self.others[first], rest) if first in self.others else (self.folder, wanted)
        path = (folder / inside).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            return None
        modified = path.stat().st_mtime
        known = self.files.get(path)
        if known is None or known.modified != modified:
            known = self.files[path] = _read(path, modified)
        return known


def _read(path: Path, modified: float) -> File:
    plain = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    textual = kind.startswith(TEXTUAL)
    return File(
        modified=modified,
        kind=f"{kind}; charset=utf-8" if textual else kind,
        plain=plain,
        zipped=gzip.compress(plain, 6, mtime=0) if textual else None,
        tag=f'"{hashlib.sha256(plain).hexdigest()[:24]}"',
    )


async def _serve(send: Send, file: File, headers: dict[bytes, bytes], *, cache: str, head: bool) -> None:
    about = [
        (b"content-type", file.kind.encode()),
        (b"cache-control", cache.encode()),
        (b"etag", file.tag.encode()),
        (b"vary", b"accept-encoding"),
        (b"x-content-type-options", b"nosniff"),
        (b"cross-origin-resource-policy", b"cross-origin"),
        (b"access-control-allow-origin", b"*"),  # a company's page imports what greets there
    ]
    if headers.get(b"if-none-match") == file.tag.encode():
        await _answer(send, 304, about, b"")
        return
    body = file.plain
    if file.zipped is not None and b"gzip" in headers.get(b"accept-encoding", b""):
        body = file.zipped
        about.append((b"content-encoding", b"gzip"))
    await _answer(send, 200, about, b"" if head else body)


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
