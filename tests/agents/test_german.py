"""German for whoever chose it or asks for it: pages, errors, letters, sockets; and nobody hears another's language."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from django.utils.translation import get_language, gettext

from agents import invitations, letters, spoken
from agents.models import Agent, Role
from config import catalogue
from tenants import current, figures, speaking
from tenants.trail import audit
from tests import cast

API = "/api/v1/account"
GERMAN = {"Accept-Language": "de"}


@pytest.fixture(autouse=True, scope="module")
def ready() -> None:
    """The catalogue as gettext reads it, also where nobody ran the set-up since it changed."""
    catalogue.ready()


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)


def test_the_catalogues_have_all_that_is_said() -> None:
    assert list(catalogue.check()) == []


def test_the_sign_in_is_german_where_the_browser_is(acme_client: Client) -> None:
    page = acme_client.get("/sign-in/", headers=GERMAN).content.decode()
    assert "Passwort vergessen?" in page
    assert "Forgot" not in page
    refused = acme_client.post("/sign-in/", {"email": "nobody@example.com", "password": "wrong"}, headers=GERMAN)
    assert "passen nicht zusammen" in refused.content.decode()
    assert "Forgot your password?" in acme_client.get("/sign-in/").content.decode()


def test_errors_are_said_in_ones_own_language_under_the_same_code(desk: Client, bob: Agent) -> None:
    Agent.objects.filter(pk=bob.pk).update(language="de")
    blank = desk.patch(API, {"name": ""}, content_type="application/json", headers={"Accept-Language": "en"})
    assert blank.status_code == 422
    assert blank.json()["error"]["message"] == "name: Dieses Feld darf nicht leer sein."
    wrong = desk.post(f"{API}/password", {"current": "x", "new": "y"}, content_type="application/json").json()["error"]
    assert (wrong["message"], wrong["param"]) == ("current: Das ist nicht Ihr Passwort.", "current")
    Agent.objects.filter(pk=bob.pk).update(language="")
    plain = desk.post(f"{API}/password", {"current": "x", "new": "y"}, content_type="application/json").json()["error"]
    assert {**plain, "message": "", "request_id": ""} == {**wrong, "message": "", "request_id": ""}
    assert plain["message"] == "current: this is not your password."


def test_what_customers_operators_and_readers_of_the_docs_see_stays(acme_client: Client) -> None:
    refused = acme_client.post("/api/v1/widget/conversations", {}, content_type="application/json", headers=GERMAN)
    assert "Ihr" not in refused.content.decode()
    assert "Accept-Language" not in refused.headers.get("Vary", "")
    assert not any(map(speaking.at, ("/operators/", "/docs/api/", "/widget/", "/r/x", "/api/v1/openapi.json")))


def test_letters_go_by_their_readers_and_else_by_the_company(bob: Agent, alice: Agent) -> None:
    company = current.tenant()
    with spoken.written_to(bob):
        assert speaking.now() == "en"
    company.languages = ["de", "en"]
    with spoken.written_to(bob):
        assert figures.whole(12_345) == "12.345"
    invitation = invitations.make(
        alice, "new@example.com", name="", role=Role.SUPERVISOR, team_ids=[], actor=audit.by_system()
    )
    bob.language = "en"
    with spoken.written_to(bob):
        assert letters._invitation(invitation, address="/").subject == f"Join {company.name} on Baton"
    with spoken.written_to(None):
        said = letters._invitation(invitation, address="/")
    assert said.opening[0] == "Guten Tag,"
    assert "als Teamleitung" in said.opening[1]
    company.languages = ["en"]


def test_nobody_hears_the_language_of_another_who_asks_at_the_same_time(acme_client: Client) -> None:
    async def hears(language: str, turn: asyncio.Event, then: asyncio.Event) -> tuple[str, str | None]:
        with speaking.in_language(language):
            then.set()
            await turn.wait()
            inside = await sync_to_async(gettext, thread_sensitive=False)("Password")
        return inside, get_language()

    async def both() -> list[tuple[str, str | None]]:
        one, other = asyncio.Event(), asyncio.Event()
        return list(await asyncio.gather(hears("de", one, other), hears("en", other, one)))

    assert asyncio.run(both()) == [("Passwort", "en"), ("Password", "en")]
    with speaking.in_language("de"), ThreadPoolExecutor(1) as threads:
        assert threads.submit(get_language).result() == "en"
    acme_client.get("/sign-in/", headers=GERMAN)
    assert get_language() == "en"
