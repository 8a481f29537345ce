"""The id by which one request or socket can be found again in the logs, and the address that it came from."""

import ipaddress
import re
import secrets
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request

from tenants.observing import about

OF_A_PROXY = re.compile(r"[0-9a-f]{32}")
LETTERS = 20

_id: ContextVar[str] = ContextVar("request_id", default="")


def begin(given: str = "") -> str:
    """Let the work that starts here have the `given` id, or one of its own."""
    made = given or f"req_{secrets.token_hex(LETTERS // 2)}"
    _id.set(made)
    about.request(made)
    return made


def of_proxy(told: str) -> str:
    """The id that our own proxy gave the request, in our form, so that both logs tell of it; "" where none counts."""
    return f"req_{told[:LETTERS]}" if settings.PROXIES and OF_A_PROXY.fullmatch(told) else ""


def current_id() -> str:
    """The id of the work under way; a new one when none was given yet."""
    return _id.get() or begin()


def address(request: HttpRequest | Request) -> str | None:
    """The client's address, or None when it has none that can be read.

    Of X-Forwarded-For only what our own proxies added counts (`BATON_PROXIES` of them): the rest is the client's word.
    """
    return nearest(request.META.get("HTTP_X_FORWARDED_FOR", ""), request.META.get("REMOTE_ADDR", ""))


def nearest(forwarded: str, remote: str) -> str | None:
    """The address that X-Forwarded-For and the connection itself tell of."""
    told = [*(forwarded.split(",") if forwarded else []), remote]
    found = told[-1 - settings.PROXIES] if len(told) > settings.PROXIES else told[0]
    try:
        return str(ipaddress.ip_address(found.strip()))
    except ValueError:
        return None
