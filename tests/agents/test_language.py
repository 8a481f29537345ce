"""The language of the console and of the pages before it: one's own, else the browser's, else English."""

import pytest
from django.test import Client
from django.utils.translation import get_language

from agents.models import Agent
from tenants import speaking
from tests import cast

API = "/api/v1/account"
GERMAN = {"Accept-Language": "fr-CH, de-CH;q=0.8, en;q=0.5"}


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)


def told(client: Client, path: str, **headers: str) -> str:
    """The language of the document."""
    page = client.get(path, headers={"Accept-Language": "", **headers}, follow=True).content.decode()
    return page.split('<html lang="')[1].split('"')[0]


def test_the_console_speaks_ones_own_language_before_the_browsers(desk: Client, bob: Agent) -> None:
    assert (told(desk, "/console/"), told(desk, "/console/inbox", **GERMAN)) == ("en", "de")
    assert desk.patch(API, {"language": "en"}, content_type="application/json").json()["language"] == "en"
    assert told(desk, "/console/", **GERMAN) == "en"
    assert desk.get("/api/v1/me").json()["language"] == "en"
    refused = desk.patch(API, {"language": "tlh"}, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "language")
    bob.refresh_from_db()
    assert bob.language == "en"
    assert get_language() == "en"


def test_pages_before_one_is_known_go_by_the_browser_and_tell_caches_so(acme_client: Client) -> None:
    assert (told(acme_client, "/sign-in/"), told(acme_client, "/sign-in/", **GERMAN)) == ("en", "de")
    assert "Accept-Language" in acme_client.get("/sign-in/")["Vary"]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("fr, it;q=0.4", "en"),
        ("DE-at;q=0.2, pl", "de"),
        ("de;q=0, en;q=0.1", "en"),
        ("*", "en"),
    ],
)
def test_the_first_language_that_is_spoken_here_counts(header: str, language: str) -> None:
    assert speaking.asked_by(header) == language
