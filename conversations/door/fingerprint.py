"""What tells one request from another: what is asked, for whom, and every byte of the body."""

import hashlib
import io
from typing import Any

from django.http import HttpRequest

from agents import acting

MULTIPART = "multipart/"


def of(request: HttpRequest) -> str:
    """The SHA-256 of the request in 64 letters; the body can still be read afterwards.

    A form's boundary does not count: a client that sends the same form again may draw another.
    """
    kind = request.content_type or ""
    boundary = (request.content_params or {}).get("boundary", "") if kind.startswith(MULTIPART) else ""
    about = [str(request.method), request.path, request.META.get("QUERY_STRING", ""), kind]
    told = hashlib.sha256("\0".join([*about, request.headers.get(acting.HEADER, "")]).encode(errors="replace"))
    body = _body(request)
    told.update(body.replace(boundary.encode(errors="replace"), b"") if boundary else body)
    return told.hexdigest()


def _body(request: HttpRequest) -> bytes:
    """All of the body, put back for the view, which judges its length."""
    stream: Any = request._stream  # noqa: SLF001  its own `body` refuses a file's length
    body: bytes = stream.read()
    request._stream = io.BytesIO(body)  # noqa: SLF001
    return body
