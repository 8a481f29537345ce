"""Tricks at the doors: guessing in parallel, finding out who exists, fixed sessions, forged forms, foreign targets."""

import re
import threading
import time

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from agents import brake, tickets
from agents.models import Agent, BrowserSession, Role, SignInFailure, SocketTicket, Step, TicketPurpose
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.agents.conftest import NewBrowser
from tests.clients import HostClient

FOREIGN = ["https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "javascript:alert(1)"]


def _wrong() -> None:
    """A check that finds nothing, after a while."""
    time.sleep(0.02)


def _without_tokens(page: str) -> str:
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", page)


class Counting(MD5PasswordHasher):
    """Counts how often a password is hashed."""

    algorithm = "counting"
    counted = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).counted += 1
        return super().encode(password, salt)


class TestBruteForce:
    @pytest.mark.usefixtures("own_database")
    def test_of_many_guesses_at_once_five_are_looked_at(self, acme: Tenant) -> None:
        with current.entered(acme):
            cast.agent("bob", Role.AGENT)
        gate = threading.Barrier(12)
        looked: list[None] = []
        refused: list[Exception] = []

        def guess() -> None:
            with current.entered(acme):
                gate.wait()
                try:
                    looked.append(brake.tried(Step.PASSWORD, "bob@example.com", _wrong))
                except brake.TooManyTriesError as error:
                    refused.append(error)
            connection.close()

        threads = [threading.Thread(target=guess) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        assert (len(looked), len(refused)) == (5, 7)

    def test_the_brake_holds_one_account_and_lets_others_pass(
        self, new_browser: NewBrowser, alice: Agent, bob: Agent
    ) -> None:
        for spelling in (
            "bob@example.com",
            "BOB@example.com",
            "Bob@Example.com",
            " bob@example.com ",
            "bob@example.com",
        ):
            new_browser().post("/sign-in/", {"email": spelling, "password": "a guess"})
        held = new_browser().post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD})
        assert (held.status_code, b"Too many tries" in held.content) == (422, True)
        cast.signed_in(new_browser(), alice.email)

    def test_the_brake_of_one_company_is_not_anothers(
        self, acme_client: Client, globex: Tenant, globex_client: Client, bob: Agent
    ) -> None:
        with current.entered(globex):
            cast.agent("bob")
        for _ in range(6):
            acme_client.post("/sign-in/", {"email": bob.email, "password": "a guess"})
        cast.signed_in(globex_client, bob.email)


class TestEnumeration:
    def test_signing_in_answers_the_same_after_the_same_work(
        self, new_browser: NewBrowser, bob: Agent, in_acme: Tenant
    ) -> None:
        cast.agent("gone")
        Agent.objects.filter(email="gone@example.com").update(is_active=False)
        keyless = cast.agent("keyless")
        keyless.set_unusable_password()
        keyless.save()
        answers = []
        new_browser().get("/sign-in/")
        for email in (bob.email, "nobody@example.com", "gone@example.com", keyless.email):
            with CaptureQueriesContext(connection) as queries:
                reply = new_browser().post("/sign-in/", {"email": email, "password": "a guess"})
            page = reply.content.decode().replace(email, "…")
            answers.append((reply.status_code, _without_tokens(page), len(queries)))
        assert answers == [answers[0]] * 4

    def test_unknown_addresses_meet_the_brake_too(self, new_browser: NewBrowser, bob: Agent) -> None:
        pages = []
        for email in (bob.email, "nobody@example.com"):
            for _ in range(5):
                new_browser().post("/sign-in/", {"email": email, "password": "a guess"})
            reply = new_browser().post("/sign-in/", {"email": email, "password": "a guess"})
            pages.append(_without_tokens(reply.content.decode().replace(email, "…")))
        assert pages[0] == pages[1]
        assert "Too many tries" in pages[0]

    def test_a_password_is_hashed_once_for_whatever_address(
        self, new_browser: NewBrowser, bob: Agent, settings: Settings
    ) -> None:
        settings.PASSWORD_HASHERS = ["tests.agents.test_attacks.Counting"]
        bob.set_password(cast.PASSWORD)
        bob.save()
        work = []
        for email in (bob.email, "nobody@example.com"):
            Counting.counted = 0
            new_browser().post("/sign-in/", {"email": email, "password": "a guess"})
            work.append(Counting.counted)
        assert work == [1, 1]


class TestSessions:
    def test_a_session_from_before_the_sign_in_is_worth_nothing_after_it(
        self, new_browser: NewBrowser, bob: Agent
    ) -> None:
        attacker = new_browser()
        attacker.cookies["sessionid"] = "a" * 32
        victim = new_browser()
        victim.cookies["sessionid"] = "a" * 32
        cast.signed_in(victim, bob.email)
        assert victim.cookies["sessionid"].value != "a" * 32
        assert attacker.get("/api/v1/me").status_code == 401

    def test_the_key_changes_between_the_steps_and_after_them(self, new_browser: NewBrowser, bob: Agent) -> None:
        Agent.objects.update(second_factor_at="2026-01-01T00:00Z")
        victim = new_browser()
        victim.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD})
        waiting = victim.cookies["sessionid"].value
        attacker = new_browser()
        attacker.cookies["sessionid"] = waiting
        assert attacker.get("/api/v1/me").status_code == 401
        assert not BrowserSession.objects.filter(agent=bob).exists(), "nobody is signed in yet"

    def test_signing_out_leaves_nothing_behind(self, acme_client: Client, bob: Agent) -> None:
        client = cast.signed_in(acme_client, bob.email)
        before = client.cookies["sessionid"].value
        client.post("/sign-out/")
        client.cookies["sessionid"] = before
        assert client.get("/api/v1/me").status_code == 401
        assert not BrowserSession.objects.filter(agent=bob).exists()


class TestForgedForms:
    @pytest.mark.parametrize(
        "path", ["/sign-in/", "/sign-out/", "/second-step/", "/second-step/leave/", "/second-step/set-up/", "/reset/"]
    )
    def test_pages_take_no_form_from_another_site(self, bob: Agent, path: str) -> None:
        client = HostClient("acme.localhost", enforce_csrf_checks=True)
        client.force_login(bob)
        body = {"email": bob.email, "password": cast.PASSWORD}
        assert client.post(path, body).status_code == 403
        assert client.post(path, body, headers={"origin": "https://evil.example"}).status_code == 403

    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("patch", "account"),
            ("post", "account/password"),
            ("delete", "account/sessions"),
            ("post", "invitations"),
            ("post", "tokens"),
            ("put", "sso"),
            ("post", "teams"),
        ],
    )
    def test_the_interface_takes_no_request_without_the_token(self, olga: Agent, method: str, path: str) -> None:
        client = HostClient("acme.localhost", enforce_csrf_checks=True)
        client.force_login(olga)
        reply = getattr(client, method)(f"/api/v1/{path}", {"name": "Eve"}, content_type="application/json")
        assert (reply.status_code, reply.json()["error"]["type"]) == (403, "permission_error")
        olga.refresh_from_db()
        assert olga.name == "Olga Example"


class TestForeignTargets:
    @pytest.mark.parametrize("target", FOREIGN)
    def test_no_door_leads_to_another_site(self, new_browser: NewBrowser, bob: Agent, target: str) -> None:
        client = new_browser()
        reply = client.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD, "next": target})
        assert reply["Location"] == "/console/"
        assert client.get("/sign-in/", {"next": target})["Location"] == "/console/"
        page = client.get("/second-step/set-up/", {"next": target}).content.decode()
        assert "evil" not in page
        assert "alert" not in page

    @pytest.mark.parametrize("target", FOREIGN)
    def test_the_second_step_leads_to_no_other_site(self, new_browser: NewBrowser, bob: Agent, target: str) -> None:
        Agent.objects.update(second_factor_at="2026-01-01T00:00Z")
        client = new_browser()
        client.post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD, "next": target})
        assert client.session["entering"]["target"] == "/console/"


class TestTickets:
    def test_the_ticket_of_a_new_workspace_opens_the_desk_once(self, new_browser: NewBrowser, olga: Agent) -> None:
        ticket = tickets.issue(olga, purpose=TicketPurpose.ENTRY)
        assert ticket not in str(list(SocketTicket.objects.values()))
        client = new_browser()
        assert client.get(f"/enter/{ticket}")["Location"] == "/console/welcome"
        assert client.get("/api/v1/me").json()["name"] == "Olga Example"
        again = new_browser()
        assert again.get(f"/enter/{ticket}")["Location"] == "/sign-in/"
        assert again.get("/api/v1/me").status_code == 401

    def test_a_ticket_for_a_socket_opens_no_desk(self, new_browser: NewBrowser, olga: Agent) -> None:
        assert new_browser().get(f"/enter/{tickets.issue(olga)}")["Location"] == "/sign-in/"
        entry = tickets.issue(olga, purpose=TicketPurpose.ENTRY)
        assert tickets.use(entry) is None

    def test_a_ticket_of_one_company_opens_no_other(self, globex_client: Client, olga: Agent) -> None:
        ticket = tickets.issue(olga, purpose=TicketPurpose.ENTRY)
        assert globex_client.get(f"/enter/{ticket}")["Location"] == "/sign-in/"
        assert globex_client.get("/api/v1/me").status_code == 401


def test_old_failures_are_forgotten(new_browser: NewBrowser, bob: Agent) -> None:
    for _ in range(5):
        new_browser().post("/sign-in/", {"email": bob.email, "password": "a guess"})
    SignInFailure.objects.update(at="2026-01-01T00:00Z")
    new_browser().post("/sign-in/", {"email": bob.email, "password": "a guess"})
    assert SignInFailure.objects.filter(step="password").count() == 1
    assert SignInFailure.objects.filter(step="address").count() == 1
    cast.signed_in(new_browser(), bob.email)
    assert not SignInFailure.objects.filter(step="password").exists()
