"""One's own account: profile, password, and the browsers one is signed in with."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents import browsers
from agents.models import Agent, BrowserSession
from tenants.trail.models import AuditEntry
from tests import cast
from tests.agents.conftest import Letters, NewBrowser

API = "/api/v1/account"
NEW = "a quiet green lantern"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, bob.email)


def post_json(client: Client, path: str, **body: Any) -> Any:
    return client.post(path, body, content_type="application/json")


def test_the_account_says_who_one_is(desk: Client) -> None:
    about = desk.get(API).json()
    assert (about["name"], about["email"], about["role"]) == ("Bob Example", "bob@example.com", "agent")
    assert (about["has_password"], about["languages"]) == (True, ["en"])
    assert about["totp"] == {"on": False, "recovery_codes_left": 0, "required": False}


def test_name_and_languages_can_be_changed_and_nothing_else(desk: Client, bob: Agent) -> None:
    change = {"name": "Robert", "languages": ["de"], "role": "owner", "email": "boss@example.com", "is_operator": True}
    assert desk.patch(API, change, content_type="application/json").json()["name"] == "Robert"
    bob.refresh_from_db()
    assert (bob.name, bob.languages) == ("Robert", ["de"])
    assert (bob.role, bob.email, bob.is_operator) == ("agent", "bob@example.com", False)
    assert AuditEntry.objects.get(action="person.changed").changes["name"] == ["Bob Example", "Robert"]


def test_the_tour_ends_once_for_all_browsers_and_nobody_else_hears_of_it(desk: Client, bob: Agent) -> None:
    Agent.objects.filter(pk=bob.pk).update(tour_due=True)
    assert (desk.get(API).json()["tour_due"], desk.get("/api/v1/me").json()["tour_due"]) == (True, True)
    assert desk.patch(API, {"tour_due": False}, content_type="application/json").json()["tour_due"] is False
    assert desk.get("/api/v1/me").json()["tour_due"] is False
    assert not AuditEntry.objects.filter(action="person.changed").exists()


def test_a_new_password_is_told_by_mail(desk: Client, bob: Agent, letters: Letters) -> None:
    before = len(letters())
    assert post_json(desk, f"{API}/password", current=cast.PASSWORD, new=NEW).status_code == 204
    [letter] = letters()[before:]
    assert letter.to == [bob.email]
    assert letter.subject.startswith("Your password was changed")
    assert NEW not in letter.body


def test_a_new_password_ends_all_other_sessions(desk: Client, new_browser: NewBrowser, bob: Agent) -> None:
    other = cast.signed_in(new_browser(), bob.email)
    assert post_json(desk, f"{API}/password", current=cast.PASSWORD, new=NEW).status_code == 204
    assert desk.get("/api/v1/me").status_code == 200
    assert other.get("/api/v1/me").status_code == 401
    assert other.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD}).status_code == 422
    assert other.post("/sign-in/", {"email": bob.email, "password": NEW}).status_code == 302
    assert AuditEntry.objects.filter(action="password.changed").exists()


@pytest.mark.parametrize(
    ("current", "new", "param"),
    [("wrong", NEW, "current"), (cast.PASSWORD, "short", "new"), (cast.PASSWORD, "password123", "new")],
)
def test_a_wrong_or_easy_password_changes_nothing(desk: Client, bob: Agent, current: str, new: str, param: str) -> None:
    reply = post_json(desk, f"{API}/password", current=current, new=new)
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, param)
    bob.refresh_from_db()
    assert bob.check_password(cast.PASSWORD)


def test_guessing_the_password_from_inside_meets_the_same_brake(desk: Client, bob: Agent) -> None:
    for _ in range(5):
        post_json(desk, f"{API}/password", current="a guess", new=NEW)
    reply = post_json(desk, f"{API}/password", current=cast.PASSWORD, new=NEW)
    assert (reply.status_code, reply["Retry-After"]) == (429, "900")
    bob.refresh_from_db()
    assert bob.check_password(cast.PASSWORD)


def test_sessions_say_where_one_is_signed_in(
    desk: Client, new_browser: NewBrowser, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    elsewhere = new_browser()
    elsewhere.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD}, headers={"user-agent": FIREFOX})
    with django_assert_num_queries(4):  # search path, session, agent, sessions
        data = desk.get(f"{API}/sessions").json()["data"]
    assert [(one["current"], one["browser"], one["address"]) for one in data] == [
        (False, "Firefox on Linux", "127.0.0.1"),
        (True, "Unknown browser", "127.0.0.1"),
    ]
    keys = set(BrowserSession.objects.values_list("session_key", flat=True))
    assert not keys & {one["id"] for one in data}, "the key is a secret"


def test_one_session_can_be_ended(desk: Client, new_browser: NewBrowser, bob: Agent) -> None:
    other = cast.signed_in(new_browser(), bob.email)
    (theirs,) = (one for one in desk.get(f"{API}/sessions").json()["data"] if not one["current"])
    assert desk.delete(f"{API}/sessions/{theirs['id']}").status_code == 204
    assert other.get("/api/v1/me").status_code == 401
    assert desk.get("/api/v1/me").status_code == 200
    assert desk.delete(f"{API}/sessions/{theirs['id']}").status_code == 404


def test_all_others_can_be_ended_at_once(desk: Client, new_browser: NewBrowser, bob: Agent) -> None:
    others = [cast.signed_in(new_browser(), bob.email) for _ in range(2)]
    assert desk.delete(f"{API}/sessions").status_code == 204
    assert [one.get("/api/v1/me").status_code for one in (desk, *others)] == [200, 401, 401]


def test_nobody_ends_the_session_of_somebody_else(desk: Client, new_browser: NewBrowser, alice: Agent) -> None:
    theirs = cast.signed_in(new_browser(), alice.email)
    session = BrowserSession.objects.get(agent=alice)
    assert desk.delete(f"{API}/sessions/{session.public_id}").status_code == 404
    desk.delete(f"{API}/sessions")
    assert theirs.get("/api/v1/me").status_code == 200


@pytest.mark.parametrize(
    ("called", "name"),
    [
        (FIREFOX, "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0", "Edge on Windows"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1",
            "Safari on macOS",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.0", "Unknown browser"),
        ("", "Unknown browser"),
    ],
)
def test_browsers_have_names_that_people_know(called: str, name: str) -> None:
    assert browsers.name(called) == name
