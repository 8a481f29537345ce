"""The one way out: HTTP to addresses that somebody else named, and never into our own network.

All addresses of the host must be public; the connection goes to the one that was checked, so that a name that resolves
differently a moment later changes nothing. Each redirect is checked anew. What comes back is bounded in time and size.
"""

import io
import re
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna
import requests
from django.conf import settings
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from tenants import outgoing, public_addresses
from tenants.outgoing import NORMAL_PORTS, NoAnswerError, Question, Reply, Streamed, Target, TooSlowError
from tenants.public_addresses import Address

PORTS = {80, 443, 8080, 8443}
LONGEST_URL = 2000
REDIRECTS = {301, 302, 303, 307, 308}
MOST_REDIRECTS = 3
LIBRARY_BYTES = 1024 * 1024  # what a library may be sent in one answer
PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F))
NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*")

Resolve = Callable[[str], Sequence[str]]


class GuardError(Exception):
    """The request was not made, or its answer was not taken; the message says why, in words for the tenant."""


class RefusedError(GuardError):
    """The address may not be asked."""


class UnreachableError(GuardError):
    """The address may be asked, but gave no answer that can be used."""


class SlowError(UnreachableError):
    """The address took too long."""


@dataclass(frozen=True)
class Fetched:
    """What an address answered, after redirects."""

    url: str
    status: int
    content_type: str
    body: bytes


def resolve(host: str) -> list[str]:
    """All addresses of a host name; UnreachableError when there are none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"{host} was not found. Is the address spelled right?") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def check(url: str, *, resolve: Resolve = resolve) -> Target:
    """The target that `url` leads to; RefusedError unless all its addresses are public."""
    parts = _split(url)
    host = _host(parts)
    address = _choose(host, [host] if _is_address(host) else resolve(host))
    port = parts.port or NORMAL_PORTS[parts.scheme]
    if port not in PORTS and not public_addresses.is_loopback(address):
        raise RefusedError(f"The port {port} is not allowed; use the usual ports of web sites.")
    query = f"?{quote(parts.query, safe=PRINTABLE)}" if parts.query else ""
    return Target(parts.scheme, host, port, quote(parts.path or "/", safe=PRINTABLE) + query, str(address))


def get(url: str, *, most_bytes: int, redirects: int = MOST_REDIRECTS, timeout: float = 10) -> Fetched:
    """What the public address `url` answers; GuardError says why not.

    It may send `most_bytes`, and take `timeout` seconds for each hop, however slowly it drips.
    """
    target = check(url)
    for _hop in range(redirects + 1):
        reply = _ask(target, Question(most_bytes, timeout))
        onward = reply.headers.get("Location", "").strip()
        if reply.status not in REDIRECTS or not onward:
            return Fetched(target.url, reply.status, reply.headers.get("Content-Type", ""), reply.body)
        target = follow(target, quote(onward.encode("latin-1", "replace"), safe=PRINTABLE))
    raise RefusedError(f"{target.host} redirects too often.")


@contextmanager
def streamed(url: str, question: Question) -> Iterator[Streamed]:
    """The answer of the public address `url` as it comes, redirects not followed; GuardError says why there is none."""
    target = check(url)
    try:
        with outgoing.streamed(target, question) as answer:
            yield answer
    except TooSlowError as error:
        raise SlowError(f"{target.host} {error}.") from error
    except NoAnswerError as error:
        raise UnreachableError(f"{target.host} {error}.") from error


def follow(target: Target, location: str) -> Target:
    """The target of a redirect, checked as the first one was; never from HTTPS back to HTTP."""
    onward = check(urljoin(target.url, location))
    if target.scheme == "https" and onward.scheme == "http":
        raise RefusedError(f"{target.host} redirects from HTTPS to HTTP.")
    return onward


def session() -> requests.Session:
    """A session for a library that brings its own requests: the same guard, no proxies of the environment.

    A refusal is a requests.exceptions.ConnectionError, which such libraries expect.
    """
    made = _Session()
    made.trust_env = False
    made.max_redirects = MOST_REDIRECTS
    for scheme in NORMAL_PORTS:
        made.mount(f"{scheme}://", _Adapter())
    return made


class _Session(requests.Session):
    """Follows no redirect from HTTPS to HTTP."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Where the answer leads on to, if anywhere."""
        onward = super().get_redirect_target(resp)
        if onward and resp.url.startswith("https:") and not urljoin(resp.url, onward).startswith("https:"):
            raise requests.exceptions.ConnectionError("A redirect from HTTPS to HTTP is not followed.")
        return onward


class _Adapter(BaseAdapter):
    """Sends each request of a session, redirects among them, through the guard."""

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002  the signature is the library's
        timeout: Any = None,
        verify: Any = True,  # noqa: FBT002
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """The answer to a prepared request; certificates are always verified."""
        body = request.body.encode() if isinstance(request.body, str) else request.body
        if not isinstance(body, bytes | None):
            raise requests.exceptions.InvalidSchema("Only bodies that are there already are sent.", request=request)
        seconds = timeout if isinstance(timeout, int | float) else 10
        headers = {name: value for name, value in request.headers.items() if name.lower() != "accept-encoding"}
        asked = Question(LIBRARY_BYTES, seconds, request.method or "GET", headers, body)
        try:
            reply = _ask(check(request.url or ""), asked)
        except GuardError as error:
            raise requests.exceptions.ConnectionError(str(error), request=request) from error
        return _response(request, reply)

    def close(self) -> None:
        """Nothing stays open."""


def _response(request: requests.PreparedRequest, reply: Reply) -> requests.Response:
    made = requests.Response()
    made.status_code, made.reason = reply.status, reply.reason
    made.headers = CaseInsensitiveDict(reply.headers.items())
    made.encoding = requests.utils.get_encoding_from_headers(made.headers)
    made.raw = io.BytesIO(reply.body)
    made.url, made.request = request.url or "", request
    return made


def _ask(target: Target, question: Question) -> Reply:
    try:
        return outgoing.ask(target, question)
    except NoAnswerError as error:
        raise UnreachableError(f"{target.host} {error}.") from error


def _split(url: str) -> SplitResult:
    if len(url) > LONGEST_URL or any(sign <= " " or sign in "\\\x7f" for sign in url):
        raise RefusedError("This is not a web address: it is too long, or has signs that none has.")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise RefusedError("This is not a web address.") from error
    if parts.scheme not in NORMAL_PORTS or not parts.hostname:
        raise RefusedError("A web address begins with https:// or http:// and names a host.")
    if "@" in parts.netloc:
        raise RefusedError("A web address with a user name in it is not allowed.")
    return parts


def _host(parts: SplitResult) -> str:
    """The host in ASCII; a number in disguise is none."""
    named = parts.hostname or ""
    if "[" in parts.netloc or _is_address(named):
        if not _is_address(named):
            raise RefusedError(f"{named} is not an address.")
        return named
    try:
        host = idna.encode(named.rstrip("."), uts46=True, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise RefusedError(f"{named} is not a host name.") from error
    if NUMBER.fullmatch(host.rpartition(".")[2]):
        raise RefusedError(f"{named} is not a host name.")
    return host


def _is_address(host: str) -> bool:
    try:
        public_addresses.parse(host)
    except ValueError:
        return False
    return True


def _choose(host: str, addresses: Sequence[str]) -> Address:
    """The address to connect to, IPv4 before IPv6, when each of them may be asked."""
    try:
        found = [public_addresses.parse(address) for address in addresses]
    except ValueError as error:
        raise RefusedError(f"{host} is not on the public internet.") from error
    if not found:
        raise UnreachableError(f"{host} was not found. Is the address spelled right?")
    for address in found:
        allowed = settings.BATON_ALLOW_LOOPBACK and public_addresses.is_loopback(address)
        if not allowed and not public_addresses.is_public(address):
            raise RefusedError(f"{host} is not on the public internet.")
    return min(found, key=lambda address: address.version)
