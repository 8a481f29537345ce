"""Tricks with the Host header and with cookies: the host alone says which company it is, and only its cookie counts."""

import os
import subprocess
import sys
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from config import asgi
from tenants import current, hosts
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient
from tests.database import ROOT
from tests.load import company as sessions

ME, SIGN_IN = "/api/v1/me", "/sign-in/"
APPS = ("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants")


@pytest.fixture
def keys(acme: Tenant, globex: Tenant) -> dict[str, str]:
    """A session in each company, by schema; Alice of acme and Dave of globex."""
    found = {}
    for tenant, name in ((acme, "alice"), (globex, "dave")):
        with current.entered(tenant):
            found[str(tenant.schema_name)] = sessions.session(cast.agent(name))
    return found


def who(host: str, cookie: str, **more: Any) -> tuple[int, str]:
    """Who one is at a host with that Cookie header: the status, and the e-mail address."""
    reply = HostClient(host).get(ME, headers={"cookie": cookie, **more})
    return reply.status_code, str(reply.json().get("email", ""))


@pytest.mark.parametrize("host", ["acme.localhost", "ACME.LOCALHOST", "Acme.Localhost:8000", "acme.localhost:443"])
def test_one_host_however_it_is_written_is_one_company(keys: dict[str, str], host: str) -> None:
    assert who(host, f"sessionid={keys['acme']}") == (200, "alice@example.com")
    assert who(host, f"sessionid={keys['globex']}")[0] == 401


NOBODYS = ["xacme.localhost", "acme.localhost.evil.example", "acme", "evil.example", "acme.localhost."]
UNREADABLE = ["acme.localhost/", "acme.localhost, globex.localhost", "[acme.localhost]", "a b", "a@b", "..", ""]


@pytest.mark.parametrize("host", NOBODYS)
def test_a_host_that_only_looks_like_ours_is_nobodys(keys: dict[str, str], host: str) -> None:
    reply = HostClient(host).get(ME, headers={"cookie": f"sessionid={keys['acme']}"})
    assert reply.status_code in {400, 404}
    assert "alice" not in reply.content.decode()


@pytest.mark.parametrize("host", UNREADABLE)
def test_a_host_that_cannot_be_read_is_refused(keys: dict[str, str], host: str) -> None:
    reply = HostClient(host).get(SIGN_IN, headers={"cookie": f"sessionid={keys['acme']}"})
    assert reply.status_code in {400, 404}


FORWARDED = ["x-forwarded-host", "x-host", "x-original-host", "forwarded", "x-forwarded-server", "x-http-host-override"]


@pytest.mark.parametrize("name", FORWARDED)
def test_what_a_client_says_was_forwarded_leads_nowhere_else(keys: dict[str, str], name: str) -> None:
    value = "host=globex.localhost" if name == "forwarded" else "globex.localhost"
    assert who("acme.localhost", f"sessionid={keys['acme']}", **{name: value}) == (200, "alice@example.com")
    assert who("acme.localhost", f"sessionid={keys['globex']}", **{name: value})[0] == 401


@pytest.mark.parametrize("target", ["http://globex.localhost/api/v1/me", "//globex.localhost/api/v1/me"])
def test_an_absolute_address_in_the_request_line_changes_no_company(keys: dict[str, str], target: str) -> None:
    path = "/" + target.lstrip("/") if target.startswith("//") else target
    reply = HostClient("acme.localhost").generic("GET", path, headers={"cookie": f"sessionid={keys['globex']}"})
    assert reply.status_code in {400, 401, 404}
    assert "dave" not in reply.content.decode()


def test_two_hosts_in_one_request_are_one_or_none(keys: dict[str, str]) -> None:
    reply = HostClient("acme.localhost,globex.localhost").get(ME, headers={"cookie": f"sessionid={keys['globex']}"})
    assert reply.status_code in {400, 404}


def test_a_sibling_hosts_session_is_worth_nothing(keys: dict[str, str]) -> None:
    assert who("acme.localhost", f"sessionid={keys['globex']}")[0] == 401
    public = HostClient("localhost").get(ME, headers={"cookie": f"sessionid={keys['globex']}"})
    assert (public.status_code, b"dave" in public.content) == (404, False)
    assert who("globex.localhost", f"sessionid={keys['globex']}") == (200, "dave@example.com")


def test_a_tossed_cookie_beside_ones_own_opens_no_other_company(keys: dict[str, str]) -> None:
    """A sibling host can set a cookie for the whole domain; it comes along under the same name, before or after."""
    for tossed in ("sessionid={globex}; sessionid={acme}", "sessionid={acme}; sessionid={globex}"):
        status, email = who("acme.localhost", tossed.format(**keys))
        assert (status, email) in {(200, "alice@example.com"), (401, "")}


def test_our_cookies_are_for_their_own_host_alone(keys: dict[str, str]) -> None:
    client = HostClient("acme.localhost")
    reply = client.post(SIGN_IN, {"email": "alice@example.com", "password": cast.PASSWORD})
    set_here: SimpleCookie = reply.cookies
    session = set_here[settings.SESSION_COOKIE_NAME]
    assert (session["domain"], session["path"], session["httponly"], session["samesite"]) == ("", "/", True, "Lax")


def test_in_production_no_sibling_can_toss_a_session() -> None:
    """A browser takes a cookie named __Host-… only over HTTPS and without a Domain: none comes from a sibling host."""
    wanted = "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE"
    asked = f"from django.conf import settings as s; print({wanted})"
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.prod", "BATON_PUBLIC_HOSTS": "baton.example"}
    env |= {"SECRET_KEY": "x" * 50, "DATABASE_URL": "postgresql://nowhere/x", "BATON_ORIGIN": "https://baton.example"}
    said = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True, check=False)
    assert said.stdout.split() == ["__Host-session", "__Host-csrf", "True"], said.stderr


def test_in_production_every_cookie_is_held_to_its_host(keys: dict[str, str], settings: Settings) -> None:
    settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE = "__Host-session", True
    settings.CSRF_COOKIE_NAME, settings.CSRF_COOKIE_SECURE = "__Host-csrf", True
    client = HostClient("acme.localhost")
    pages = (
        client.get(SIGN_IN, secure=True),
        client.post(SIGN_IN, {"email": "alice@example.com", "password": cast.PASSWORD}, secure=True),
        client.get("/console/", secure=True),
        HostClient("localhost").get("/docs/api/?company=acme", secure=True),
        HostClient("localhost").get("/sign-up/", secure=True),
    )
    found = {name: cookie for page in pages for name, cookie in page.cookies.items()}
    assert set(found) == {"__Host-session", "__Host-csrf", "__Host-docs_company"}
    for cookie in found.values():
        assert (cookie["secure"], cookie["path"], cookie["domain"], cookie["samesite"]) == (True, "/", "", "Lax")


def test_cookies_are_set_in_these_places_alone() -> None:
    """Sessions and CSRF tokens are Django's; whoever sets another answers for its name above."""
    code = [one for app in APPS for one in (ROOT / app).rglob("*.py")]
    setting = {str(one.relative_to(ROOT)) for one in code if "set_cookie(" in one.read_text().replace("signed_", "")}
    assert setting == {"config/reference/pages.py", "conversations/demo/basket.py"}  # the second in the demo alone


def test_signing_in_leaves_no_session_key_that_somebody_else_chose(keys: dict[str, str]) -> None:
    chosen = HostClient("acme.localhost")
    chosen.get("/sso/")
    for planted in ("chosenbyastranger000000000000000", chosen.session.session_key or ""):
        client: Client = HostClient("acme.localhost")
        client.cookies["sessionid"] = planted
        client.post(SIGN_IN, {"email": "alice@example.com", "password": cast.PASSWORD})
        assert client.cookies["sessionid"].value != planted
        assert client.get(ME).json()["email"] == "alice@example.com"


def test_a_csrf_token_of_one_company_is_worth_nothing_in_another(keys: dict[str, str]) -> None:
    there = HostClient("globex.localhost", enforce_csrf_checks=True)
    token = there.get(SIGN_IN).cookies["csrftoken"].value
    here = HostClient("acme.localhost", enforce_csrf_checks=True)
    here.cookies["sessionid"] = keys["acme"]
    assert here.post("/api/v1/socket_tickets", headers={"x-csrftoken": token}).status_code == 403


def test_a_form_of_another_origin_is_refused_even_with_the_token(keys: dict[str, str]) -> None:
    client = HostClient("acme.localhost", enforce_csrf_checks=True)
    token = client.get(SIGN_IN).cookies["csrftoken"].value
    client.cookies["sessionid"] = keys["acme"]
    answers = {"http://globex.localhost": 403, "http://evil.example": 403, "null": 403, "http://acme.localhost": 201}
    for origin, status in answers.items():
        headers = {"x-csrftoken": token, "origin": origin}
        reply = client.post("/api/v1/socket_tickets", {}, content_type="application/json", headers=headers)
        assert reply.status_code == status, origin


def test_every_door_before_django_asks_for_the_host_too() -> None:
    assert hosts.without_port("ACME.localhost:8000") == "acme.localhost"
    assert set(asgi.POLLS) == {"/api/v1/widget/events", "/api/v1/updates"}
