"""What an address answers is bounded in time and in size, however it is sent."""

import gzip
import socket
import ssl
import subprocess
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pytest_django import Settings

from tenants import guard, outgoing
from tenants.guard import UnreachableError
from tenants.outgoing import NoAnswerError, Question, Target
from tests.web import Page, Talk, peer, site

HEAD = b"HTTP/1.1 200 OK\r\n"
SHORT = 0.4  # seconds


@pytest.fixture(autouse=True)
def _local_peers(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True


def _drips(before: bytes, drop: bytes) -> Talk:
    def talk(line: socket.socket) -> None:
        line.sendall(before)
        with suppress(OSError):
            for _ in range(200):
                line.sendall(drop)
                time.sleep(0.02)

    return talk


@pytest.mark.parametrize(
    "talk",
    [
        lambda _line: time.sleep(3),
        _drips(b"", b"H"),
        _drips(HEAD, b"X"),
        _drips(HEAD, b"X-More: yes\r\n"),
        _drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        _drips(HEAD + b"Content-Length: 10000\r\n\r\n", b"x"),
        _drips(HEAD + b"\r\n", b"x"),
        _drips(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        _drips(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    ],
    ids=["silence", "status", "header", "headers", "continue", "length", "no length", "chunks", "chunk sizes"],
)
def test_a_slow_drip_ends_in_time(talk: Talk) -> None:
    with peer(talk) as slow:
        began = time.monotonic()
        with pytest.raises(UnreachableError, match=r"took longer than 0\.4 seconds|as a web server"):
            guard.get(f"http://127.0.0.1:{slow.port}/", most_bytes=100_000, timeout=SHORT)
        assert time.monotonic() - began < SHORT + 0.6


def test_a_tls_handshake_that_drips_ends_in_time() -> None:
    with peer(_drips(b"", b"\x16")) as slow:
        began = time.monotonic()
        with pytest.raises(UnreachableError):
            guard.get(f"https://127.0.0.1:{slow.port}/", most_bytes=1000, timeout=SHORT)
        assert time.monotonic() - began < SHORT + 0.6


def _flood(line: socket.socket) -> None:
    with suppress(OSError):
        line.sendall(HEAD + b"\r\n")
        for _ in range(1000):
            line.sendall(b"x" * 65536)


def test_an_answer_without_end_is_cut_at_the_limit() -> None:
    with peer(_flood) as flood, pytest.raises(UnreachableError, match="more than 97 KB"):
        guard.get(f"http://127.0.0.1:{flood.port}/", most_bytes=100_000)


@pytest.mark.parametrize("size", [99_999, 100_000])
def test_as_much_as_is_allowed_comes_whole(size: int) -> None:
    with site() as here:
        here.pages["/"] = Page(b"x" * size)
        assert len(guard.get(here.url(), most_bytes=100_000).body) == size


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda raw: gzip.compress(raw) * 2])
def test_a_small_bomb_is_not_unpacked(pack: Callable[[bytes], bytes]) -> None:
    packed = pack(b"\0" * 50_000_000)
    with site() as here:
        here.pages["/"] = Page(packed, headers={"Content-Encoding": "gzip"})
        with pytest.raises(UnreachableError, match="more than 97 KB"):
            guard.get(here.url(), most_bytes=100_000)


def test_what_follows_a_packed_answer_counts_too() -> None:
    with site() as here:
        here.pages["/"] = Page(gzip.compress(b"ok") + b"\0" * 200_000, headers={"Content-Encoding": "gzip"})
        with pytest.raises(UnreachableError, match="more than 97 KB"):
            guard.get(here.url(), most_bytes=100_000)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_packed_answers_are_unpacked(pack: Callable[[bytes], bytes]) -> None:
    with site() as here:
        here.pages["/"] = Page(pack(b"hello " * 1000), headers={"Content-Encoding": "gzip"})
        assert guard.get(here.url(), most_bytes=100_000).body == b"hello " * 1000


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 999999 No\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        HEAD + b"Content-Length: 100\r\n\r\nshort",
        HEAD + b"Content-Length: -1\r\n\r\nx",
        HEAD + b"Content-Encoding: gzip\r\n\r\nnot gzip",
        HEAD + b"Content-Encoding: br\r\n\r\nx",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        HEAD + b"X: y\r\n" * 200 + b"\r\n",
        HEAD + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
        b"\x00" * 1000,
    ],
)
def test_what_is_no_web_server_gives_a_clear_error(sent: bytes) -> None:
    def talk(line: socket.socket) -> None:
        line.recv(10_000)
        line.sendall(sent)

    with peer(talk) as odd:
        url = f"http://127.0.0.1:{odd.port}/"
        if sent.startswith(HEAD + b"Content-Length: -1"):  # read to its end, as browsers do
            assert guard.get(url, most_bytes=1000).body == b"x"
            return
        with pytest.raises(UnreachableError, match=r"127\.0\.0\.1 (did not answer as a web server does|packs)"):
            guard.get(url, most_bytes=1000)


def test_a_port_where_nobody_listens_gives_a_clear_error() -> None:
    with peer(lambda _line: None) as gone:
        pass
    with pytest.raises(UnreachableError, match="did not answer"):
        guard.get(f"http://127.0.0.1:{gone.port}/", most_bytes=1000)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for shop.example, and its key in the same file."""
    made = tmp_path_factory.mktemp("tls") / "shop.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        f"-subj /CN=shop.example -addext subjectAltName=DNS:shop.example -keyout {made} -out {made}.crt"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    with made.open("ab") as both:
        both.write(Path(f"{made}.crt").read_bytes())
    return made


def test_tls_is_verified_for_the_name_and_not_for_the_address(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str | None] = []

    def note(_line: object, name: str | None, _context: object) -> None:
        names.append(name)

    def wrap(line: socket.socket) -> socket.socket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        context.sni_callback = note
        return context.wrap_socket(line, server_side=True)

    with site(wrap) as here:
        here.html("/", "hello")
        good = Target("https", "shop.example", here.port, "/", "127.0.0.1")
        with pytest.raises(NoAnswerError, match="certificate that is not valid"):
            outgoing.ask(good, Question(1000))
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        assert outgoing.ask(good, Question(1000)).body == b"hello"
        assert here.asked == [("GET", "/", f"shop.example:{here.port}")]
        assert set(names) == {"shop.example"}
        with pytest.raises(NoAnswerError, match="certificate that is not valid"):
            outgoing.ask(Target("https", "other.example", here.port, "/", "127.0.0.1"), Question(1000))
        assert len(here.asked) == 1
