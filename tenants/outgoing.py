"""One HTTP exchange with one IP address, bounded in time and size; who may be asked is `tenants.guard`'s to say."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

AGENT = "Baton"
CHUNK = 16 * 1024
NORMAL_PORTS = {"http": 80, "https": 443}
PACKED = {"gzip", "x-gzip", "deflate"}


FAILURES = (OSError, http.client.HTTPException, zlib.error, ValueError)


class NoAnswerError(Exception):
    """Nothing came back that can be used; the message ends a sentence that begins with the host."""


class TooSlowError(NoAnswerError):
    """The time was over before the answer was there."""


@dataclass(frozen=True)
class Target:
    """What to ask for, and the one IP address to connect to."""

    scheme: str
    host: str  # as sent in Host and SNI: ASCII, lower case
    port: int
    path: str  # with the query
    address: str

    @property
    def authority(self) -> str:
        """The host as the Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == NORMAL_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in full."""
        return f"{self.scheme}://{self.authority}{self.path}"


@dataclass(frozen=True)
class Question:
    """What is sent, and how much may come back in how many seconds, from connecting to the last byte."""

    most_bytes: int
    timeout: float = 10
    method: str = "GET"
    headers: Mapping[str, str | bytes] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True)
class Reply:
    """One answer, unpacked; a redirect is an answer too."""

    status: int
    reason: str
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Streamed:
    """An answer that is still coming; `parts` raise NoAnswerError, and `allow` gives it so many seconds from now on."""

    status: int
    reason: str
    headers: http.client.HTTPMessage
    parts: Iterator[bytes]
    allow: Callable[[float], None]


def ask(target: Target, question: Question) -> Reply:
    """Ask the target's address once; NoAnswerError when it does not answer, answers too slowly, or too much."""
    late = threading.Event()
    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", **question.headers}
    try:
        with _connected(target, question.timeout, late, _Clock()) as line:
            line.request(
                question.method,
                target.path,
                body=question.body,
                headers={**headers, "Host": target.authority, "Connection": "close"},
            )
            answer = line.getresponse()
            body = b"".join(_unpacked(answer, question.most_bytes))
            if late.is_set():
                raise TimeoutError
    except FAILURES as error:
        raise _no_answer(error, late, question) from error
    return Reply(answer.status, answer.reason, answer.headers, body)


@contextmanager
def streamed(target: Target, question: Question) -> Iterator[Streamed]:
    """Ask the target's address and read the answer as it comes; it is not unpacked, and cut when the block ends.

    The question's time ends the wait for the first part; `allow` then says how long the rest may take.
    """
    late, clock = threading.Event(), _Clock()
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", **question.headers}
    with ExitStack() as stack:
        try:
            line = stack.enter_context(_connected(target, question.timeout, late, clock))
            line.request(
                question.method,
                target.path,
                body=question.body,
                headers={**headers, "Host": target.authority, "Connection": "close"},
            )
            answer = line.getresponse()
            if late.is_set():  # a head that was cut looks like one that ended
                raise TimeoutError
        except FAILURES as error:
            raise _no_answer(error, late, question) from error
        stack.callback(answer.close)  # it holds the line open where it was not read to its end
        yield Streamed(answer.status, answer.reason, answer.headers, _parts(answer, late, question), clock.restart)


def _parts(answer: http.client.HTTPResponse, late: threading.Event, question: Question) -> Iterator[bytes]:
    """What comes, as soon as it is there."""
    came = 0
    try:
        while part := answer.read1(CHUNK):
            came += len(part)
            if came > question.most_bytes:
                raise NoAnswerError(f"answered with more than {question.most_bytes // 1024} KB")
            yield part
        if late.is_set() or answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
    except FAILURES as error:
        raise _no_answer(error, late, question) from error


def _no_answer(error: Exception, late: threading.Event, question: Question) -> NoAnswerError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return NoAnswerError(f"has a certificate that is not valid: {error.verify_message}")
    if late.is_set() or isinstance(error, TimeoutError):
        return TooSlowError(f"took longer than {question.timeout:g} seconds")
    return NoAnswerError("did not answer as a web server does")


class _Clock:
    """Cuts a line when its time is over."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._line: socket.socket | None = None
        self._late = threading.Event()

    def start(self, line: socket.socket, late: threading.Event, seconds: float) -> None:
        """Cut `line` in so many seconds, and then set `late`."""
        self._line, self._late = line, late
        self.restart(seconds)

    def restart(self, seconds: float) -> None:
        """Cut it in so many seconds from now instead."""
        if self._line is None:
            raise ValueError(self)
        self.stop()
        self._line.settimeout(max(seconds, 0.001))
        self._timer = threading.Timer(max(seconds, 0), _cut, [self._line, self._late])
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Never cut it."""
        if self._timer is not None:
            self._timer.cancel()


class _Line(http.client.HTTPConnection):
    """A connection that is open already; it never asks a resolver."""

    def __init__(self, target: Target, line: socket.socket) -> None:
        super().__init__(target.host, target.port)
        self.sock = line

    def connect(self) -> None:
        """Never a second time."""
        raise http.client.NotConnected


@contextmanager
def _connected(target: Target, timeout: float, late: threading.Event, clock: _Clock) -> Iterator[_Line]:
    """A connection to the address that is cut when the time is over, whatever it is doing then."""
    until = time.monotonic() + timeout
    with socket.create_connection((target.address, target.port), timeout=timeout) as plain:
        line = plain if target.scheme == "http" else _tls(plain, target.host)
        clock.start(line, late, until - time.monotonic())
        try:
            with line:
                if isinstance(line, ssl.SSLSocket):
                    line.do_handshake()
                yield _Line(target, line)
        finally:
            clock.stop()


def _tls(plain: socket.socket, host: str) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)


def _cut(line: socket.socket, late: threading.Event) -> None:
    late.set()
    try:
        socket.socket.shutdown(line, socket.SHUT_RDWR)  # a TLS socket's own would drop its state while it is in use
    except OSError:
        return  # it has ended already


def _unpacked(answer: http.client.HTTPResponse, most_bytes: int) -> Iterator[bytes]:
    """The body part by part; NoAnswerError as soon as there is more than `most_bytes`, packed or unpacked."""
    encoding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding not in PACKED | {"identity"}:
        raise NoAnswerError("packs its answer in a way that was not asked for")
    unpacker = zlib.decompressobj(wbits=47) if encoding in PACKED else None
    came = unpacked = 0
    while part := answer.read(CHUNK):
        came += len(part)
        if unpacker is not None:
            part = unpacker.decompress(part, most_bytes - unpacked + 1)
        unpacked += len(part)
        if max(came, unpacked) > most_bytes:
            raise NoAnswerError(f"answered with more than {most_bytes // 1024} KB")
        yield part
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
