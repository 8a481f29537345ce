"""Outgoing requests reach public addresses only; what is refused is never connected to."""

import os
import socket
import subprocess
import sys

import pytest
from pytest_django import Settings

from tenants import guard, outgoing
from tenants.guard import RefusedError, UnreachableError
from tenants.outgoing import Question, Target
from tests.web import peer, site

OURSELVES = (  # all of them lead to this machine
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.000.000.001",
    "0177.0.0.1",
    "0177.0.0.01",
    "0x7f.0.0.1",
    "0x7f000001",
    "0X7F000001",
    "2130706433",
    "017700000001",
    "127.0.0.1.",
    "127.8.8.8",
    "0",
    "0.0.0.0",  # noqa: S104
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[0000:0000:0000:0000:0000:0000:0000:0001]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::1]",
    "[::1%25lo]",
    "[::1%25eth0]",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "LocalHost.",
    "ⓛocalhost",
    "ｌｏｃａｌｈｏｓｔ",
    "local\u00adhost",
    "①②⑦.⓪.⓪.①",
    "１２７．０．０．１",
    "127。0。0。1",
    "127．0．0．1",
    "127.0.0.1%2f.example.com",
    "user@127.0.0.1",
    "user:secret@127.0.0.1",
    "example.com@127.0.0.1",
    "@127.0.0.1",
    "127.0.0.1\\@example.com",
    "example.com\\@127.0.0.1",
    "127.0.0.1\t",
    "127.0.0.1\n",
    "127.0.0.1 ",
    "\t127.0.0.1",
    "127.0.1.1",
    "127.255.255.254",
    "00.0.0.0",
    "0x0",
    "0x0.0",
    "127.1.",
    "127.0x1",
    "0177.1",
    "0x7f.1",
    "0x7f.0x1",
    "[0::1]",
    "[::0001]",
    "[0:0:0:0:0:ffff:7f00:0001]",
    "[::FFFF:7F00:1]",
    "[64:ff9b::0.0.0.0]",
    "[2002:7f00:0001::1]",
    "[2002::]",
    "127.0.0.1#@example.com",
    "127.0.0.1?@example.com",
    "127.0.0.1;example.com",
    "127.0.0.1,example.com",
    "127.0.0.1 .example.com",
    "127.0.0.1\0.example.com",
    "127.0.0.1%00",
    "127.0.0.1%20",
    "127%2e0%2e0%2e1",
    "%6c%6f%63alhost",
    "loc%61lhost",
    "lOcAlHoSt.",
    "localhost\u200b",
    "\u2113ocalhost",
    "127.0.0.\uff11",
    "127.0.0.1..",
    "0.0.0.0.",
    "0x7f000001.",
    "[::1].",
    "::1",
    "[::127.1]",
    "[::ffff:0:0]",
    "[::ffff:127.0.0.1%25lo]",
    "0177.0x0.0.1",
    "4294967295",
    "127.0.0.1:80@127.0.0.1",
)
ELSEWHERE = (  # the network around us, services of the cloud, and nowhere
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.254/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:169.254.169.254]/",
    "http://[fd00:ec2::254]/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[fc00::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[5f00::1]/",
    "http://[::8.8.8.8]/",
    "http://2852039166/latest/meta-data/",
    "http://10.255.255.255/",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:a9fe:a9fe::]/",
    "http://169.254.170.2/v2/credentials",
    "http://192.168.0.1.:80/",
    "http://[fd00::1]/",
    "http://[fe80::a9fe:a9fe%25eth0]/",
    "http://[ff05::1]/",
    "http://[100::1]/",
    "http://233.252.0.1/",
    "http://240.0.0.1/",
    "http://198.51.100.1/",
    "http://203.0.113.9/",
    "http://198.19.255.254/",
    "http://172.20.10.1/",
    "http://100.127.255.254/",
)
NO_ADDRESS = (
    "",
    "/etc/passwd",
    "//example.com/",
    "file:///etc/passwd",
    "ftp://example.com/",
    "gopher://127.0.0.1:6379/_INFO",
    "javascript:alert(1)",
    "http://",
    "http:///path",
    "http://:80/",
    "http://example.com:0x50/",
    "http://example.com:99999/",
    "http://exa mple.com/",
    "http://exam_ple.com/",
    "http://-example.com/",
    "http://[8.8.8.8]/",
    "http://[::1/",
    "http://1.2.3.4.5/",
    "http://134744072/",
    "http://8.8.8/",
    "http://example.com/\r\nHost: localhost",
    "http://example.com/" + "a" * 2000,
    "http://" + "a" * 64 + ".com/",
    "dict://127.0.0.1:11211/stats",
    "ldap://127.0.0.1/",
    "jar:http://127.0.0.1!/",
    "data:text/plain,x",
    "blob:http://example.com/x",
    "ws://example.com/",
    "http:\\\\127.0.0.1\\",
    "http:/127.0.0.1/",
    "http:127.0.0.1",
    "http://example.com:-1/",
    "http://example.com:80:80/",
    "http://[::ffff:8.8.8.8/",
    "http://\t/",
    "http://%zz/",
    "http://..../",
    "http://example..com/",
)


def _listen(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")


def test_there_are_enough_forms_of_addresses_that_lead_inside() -> None:
    assert len({*OURSELVES, *ELSEWHERE, *NO_ADDRESS}) >= 150


@pytest.mark.parametrize("host", OURSELVES)
def test_no_form_of_our_own_address_is_connected_to(host: str) -> None:
    with peer(_listen) as listening:
        for url in (f"http://{host}:{listening.port}/", f"https://{host}:{listening.port}/a?b#c"):
            with pytest.raises(RefusedError):
                guard.get(url, most_bytes=1000)
        assert listening.connected == 0


@pytest.mark.parametrize("url", ELSEWHERE)
def test_no_other_address_inside_is_a_target(url: str) -> None:
    with pytest.raises(RefusedError):
        guard.check(url)


@pytest.mark.parametrize("url", NO_ADDRESS)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        guard.check(url)


@pytest.mark.parametrize("port", [22, 25, 53, 2375, 3306, 5432, 6379, 9200, 11211])
def test_ports_of_other_services_are_refused_on_public_addresses_too(port: int) -> None:
    with pytest.raises(RefusedError, match=f"port {port}"):
        guard.check(f"http://8.8.8.8:{port}/")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://8.8.8.8", "http://8.8.8.8/"),
        ("https://8.8.8.8:8443/a b?".replace(" ", "%20"), "https://8.8.8.8:8443/a%20b"),
        ("https://[2606:4700:4700::1111]/ä?ö=ü#ß", "https://[2606:4700:4700::1111]/%C3%A4?%C3%B6=%C3%BC"),
        ("http://[64:ff9b::8.8.8.8]:8080/", "http://[64:ff9b::8.8.8.8]:8080/"),
        ("http://[::ffff:8.8.8.8]:80/", "http://[::ffff:8.8.8.8]/"),
    ],
)
def test_public_addresses_are_targets(url: str, shown: str) -> None:
    assert guard.check(url).url == shown


@pytest.mark.parametrize(
    "inside", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fe80::1%eth0", "not an address"]
)
def test_one_address_inside_among_public_ones_is_enough_to_refuse(inside: str) -> None:
    for addresses in (["93.184.215.14", inside], [inside, "93.184.215.14"]):
        with pytest.raises(RefusedError, match=r"rebinds\.example is not on the public internet"):
            guard.check("http://rebinds.example/", resolve=dict.fromkeys(["rebinds.example"], addresses).__getitem__)


def test_a_name_is_resolved_once_and_its_address_connected_to() -> None:
    asked: list[str] = []

    def resolve(host: str) -> list[str]:
        asked.append(host)
        return ["2606:4700::1", "93.184.215.14"]

    assert guard.check("https://Bücher.example/", resolve=resolve).address == "93.184.215.14"
    assert asked == ["xn--bcher-kva.example"]
    with site() as here:
        here.html("/x", "hello")
        target = Target("http", "no-such-name.invalid", here.port, "/x", "127.0.0.1")
        assert outgoing.ask(target, Question(1000)).body == b"hello"
        assert here.asked == [("GET", "/x", f"no-such-name.invalid:{here.port}")]


def test_names_that_do_not_exist_are_not_found() -> None:
    with pytest.raises(UnreachableError, match="not found"):
        guard.check("http://no-such-name.invalid/")
    with pytest.raises(UnreachableError, match="not found"):
        guard.check("http://nothing.example/", resolve=lambda _host: [])


def test_loopback_is_reached_only_where_the_operator_allows_it(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        here.html("/", "hello")
        assert guard.get(here.url(host="localhost"), most_bytes=1000).body == b"hello"
        assert here.asked == [("GET", "/", f"localhost:{here.port}")]
    with pytest.raises(RefusedError):
        guard.check("http://10.0.0.1/")


def test_production_does_not_start_with_loopback_allowed() -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.prod",
        "SECRET_KEY": "x" * 50,
        "DATABASE_URL": "postgresql://127.0.0.1/x",
        "BATON_PUBLIC_HOSTS": "baton.example",
        "BATON_ALLOW_LOOPBACK": "1",
    }
    run = [sys.executable, "-c", "from django.conf import settings; settings.DEBUG"]
    ended = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "BATON_ALLOW_LOOPBACK is for development" in ended.stderr


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_each_redirect_is_checked_anew(settings: Settings, status: int) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        here.redirect("/metadata", "http://169.254.169.254/latest/", status)
        here.redirect("/file", "file:///etc/passwd", status)
        here.redirect("/user", f"http://me@127.0.0.1:{here.port}/", status)
        for path in ("/metadata", "/file", "/user"):
            with pytest.raises(RefusedError):
                guard.get(here.url(path), most_bytes=1000)
        assert len(here.asked) == 3


def test_three_redirects_are_followed_and_no_fourth(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        here.html("/end", "hello")
        for step in range(4):
            here.redirect(f"/{step}", f"/{step - 1}" if step else "end")
        fetched = guard.get(here.url("/2"), most_bytes=1000)
        assert (fetched.url, fetched.body) == (here.url("/end"), b"hello")
        here.asked.clear()
        with pytest.raises(RefusedError, match="redirects too often"):
            guard.get(here.url("/3"), most_bytes=1000)
        assert [path for _, path, _ in here.asked] == ["/3", "/2", "/1", "/0"]


def test_a_redirect_with_raw_letters_is_understood(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        here.redirect("/", "/bücher und mehr".encode().decode("latin-1"))
        here.html("/b%C3%BCcher%20und%20mehr", "hello")
        assert guard.get(here.url(), most_bytes=1000).body == b"hello"


def test_no_redirect_leads_from_https_to_http() -> None:
    target = Target("https", "8.8.8.8", 443, "/", "8.8.8.8")
    with pytest.raises(RefusedError, match="from HTTPS to HTTP"):
        guard.follow(target, "http://8.8.8.8/")
    assert guard.follow(target, "/x").url == "https://8.8.8.8/x"


def test_a_proxy_of_the_environment_is_not_used(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with peer(_listen) as proxy, site() as here:
        here.html("/", "hello")
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert guard.get(here.url(), most_bytes=1000).body == b"hello"
        assert guard.session().get(here.url()).text == "hello"
        assert proxy.connected == 0
