"""A library's own session passes the same guard."""

import gzip

import pytest
import requests
from pytest_django import Settings

from tenants import guard
from tests.web import Page, peer, site


def test_a_library_cannot_reach_inside() -> None:
    with peer(lambda _line: None) as listening:
        for host in ("127.0.0.1", "localhost", "[::1]", "2130706433"):
            with pytest.raises(requests.exceptions.ConnectionError):
                guard.session().get(f"http://{host}:{listening.port}/", timeout=2)
        assert listening.connected == 0
    for url in ("http://169.254.169.254/", "https://10.0.0.1/", "http://8.8.8.8:6379/"):
        with pytest.raises(requests.exceptions.ConnectionError):
            guard.session().get(url, timeout=2)
    with pytest.raises(requests.exceptions.InvalidSchema):
        guard.session().get("file:///etc/passwd")


def test_a_library_gets_what_the_server_answers(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        packed = gzip.compress(b'{"issuer": "here"}')
        here.pages["/json"] = Page(packed, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})
        here.redirect("/from", "/json")
        answered = guard.session().post(here.url("/from"), data={"code": "1"}, timeout=5)
        assert answered.json() == {"issuer": "here"}
        assert answered.url == here.url("/json")
        assert [method for method, _, _ in here.asked] == ["POST", "GET"]
        assert here.bodies[0] == b"code=1"
        missing = guard.session().get(here.url("/missing"))
        assert (missing.status_code, missing.text) == (404, "Not here.")
        with pytest.raises(requests.exceptions.HTTPError):
            missing.raise_for_status()


def test_a_library_is_not_redirected_inside(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        here.redirect("/", "http://169.254.169.254/latest/")
        with pytest.raises(requests.exceptions.ConnectionError, match="not on the public internet"):
            guard.session().get(here.url())
        for step in range(5):
            here.redirect(f"/{step}", f"/{step + 1}")
        with pytest.raises(requests.exceptions.TooManyRedirects):
            guard.session().get(here.url("/0"))


def test_a_library_is_not_led_from_https_to_http() -> None:
    answer = requests.Response()
    answer.status_code, answer.url = 302, "https://idp.example/token"
    answer.headers["Location"] = "http://idp.example/token"
    with pytest.raises(requests.exceptions.ConnectionError, match="HTTPS to HTTP"):
        guard.session().get_redirect_target(answer)
    answer.headers["Location"] = "/elsewhere"
    assert guard.session().get_redirect_target(answer) == "/elsewhere"


def test_a_library_is_sent_one_megabyte_at_most(settings: Settings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with site() as here:
        here.pages["/"] = Page(b"x" * (guard.LIBRARY_BYTES + 1))
        with pytest.raises(requests.exceptions.ConnectionError, match="more than 1024 KB"):
            guard.session().get(here.url())
