"""The second step: set up, asked for at each sign-in, each code good once, required where the company says so."""

import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.utils import timezone

from agents import second_factor
from agents.models import Agent, BrowserSession, Role
from tenants import current
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.agents.codes import code
from tests.agents.conftest import Letters, NewBrowser

TOTP = "/api/v1/account/totp"


def enrolled(client: Client) -> tuple[str, list[str]]:
    """The secret and recovery codes after setting up a second factor in this browser."""
    secret = client.post(TOTP).json()["secret"]
    reply = client.put(TOTP, {"code": code(secret)}, content_type="application/json")
    assert reply.status_code == 200, reply.content
    return secret, reply.json()["recovery_codes"]


def first_step(client: Client, email: str) -> Any:
    reply = client.post("/sign-in/", {"email": email, "password": cast.PASSWORD, "next": "/console/inbox"})
    assert reply["Location"] == "/second-step/"
    return reply


def later(agent: Agent) -> None:
    """As if the codes of now had not been used: they were for an earlier step."""
    row = Authenticator.objects.get(user=agent, type="totp")
    row.data["last_step"] -= 10
    row.save()


@pytest.fixture
def secret(bob: Agent, new_browser: NewBrowser) -> str:
    """Bob's second factor, whose code of now was not used."""
    made, _codes = enrolled(cast.signed_in(new_browser(), bob.email))
    later(bob)
    return made


def test_the_password_alone_opens_nothing_once_it_is_on(acme_client: Client, bob: Agent, secret: str) -> None:
    first_step(acme_client, bob.email)
    assert BrowserSession.objects.get(agent=None).expire_date < timezone.now() + timedelta(minutes=11)
    assert acme_client.get("/api/v1/me").status_code == 401
    assert acme_client.get("/console/")["Location"].startswith("/sign-in/")
    reply = acme_client.post("/second-step/", {"code": code(secret)})
    assert reply["Location"] == "/console/inbox"
    assert acme_client.get("/api/v1/me").status_code == 200
    until = max(BrowserSession.objects.filter(agent=bob).values_list("expire_date", flat=True))
    assert until > timezone.now() + timedelta(days=13)


def test_a_code_opens_once(new_browser: NewBrowser, bob: Agent, secret: str) -> None:
    now = code(secret)
    first, second = new_browser(), new_browser()
    first_step(first, bob.email)
    first_step(second, bob.email)
    assert first.post("/second-step/", {"code": now}).status_code == 302
    assert second.post("/second-step/", {"code": now}).status_code == 422
    assert second.get("/api/v1/me").status_code == 401


def test_an_older_code_opens_nothing_after_a_newer_one(bob: Agent, secret: str) -> None:
    now = time.time()
    assert second_factor.accept(bob, code(secret, at=now))
    assert not second_factor.accept(bob, code(secret, at=now - 30))


def test_a_recovery_code_opens_once(new_browser: NewBrowser, bob: Agent) -> None:
    _secret, codes = enrolled(cast.signed_in(new_browser(), bob.email))
    assert len(set(codes)) == 10
    client = new_browser()
    first_step(client, bob.email)
    assert client.post("/second-step/", {"code": codes[3]}).status_code == 302
    again = new_browser()
    first_step(again, bob.email)
    assert again.post("/second-step/", {"code": codes[3]}).status_code == 422
    assert client.get("/api/v1/account").json()["totp"] == {"on": True, "recovery_codes_left": 9, "required": False}


@pytest.mark.parametrize("wrong", ["000000", "12345678", "", "x" * 20, "１２３４５６"])
def test_after_five_wrong_codes_even_the_right_one_waits(
    acme_client: Client, bob: Agent, secret: str, wrong: str
) -> None:
    first_step(acme_client, bob.email)
    tries = 5 if wrong else 1  # nothing typed is no try
    for _ in range(tries):
        assert acme_client.post("/second-step/", {"code": wrong}).status_code == 422
    reply = acme_client.post("/second-step/", {"code": code(secret)})
    assert reply.status_code == (422 if wrong else 302)
    assert acme_client.get("/api/v1/me").status_code == (401 if wrong else 200)


def test_signing_in_anew_does_not_loosen_the_brake_on_codes(new_browser: NewBrowser, bob: Agent, secret: str) -> None:
    for _ in range(5):
        client = new_browser()
        first_step(client, bob.email)
        client.post("/second-step/", {"code": "000000"})
    client = new_browser()
    first_step(client, bob.email)
    reply = client.post("/second-step/", {"code": code(secret)})
    assert (reply.status_code, "Too many tries" in reply.content.decode()) == (422, True)


def test_without_the_first_step_there_is_no_second(acme_client: Client, bob: Agent, secret: str) -> None:
    assert acme_client.get("/second-step/")["Location"] == "/sign-in/"
    assert acme_client.post("/second-step/", {"code": code(secret)})["Location"] == "/sign-in/"
    assert acme_client.get("/api/v1/me").status_code == 401


def test_who_is_switched_off_between_the_steps_stays_out(acme_client: Client, bob: Agent, secret: str) -> None:
    first_step(acme_client, bob.email)
    Agent.objects.update(is_active=False)
    assert acme_client.post("/second-step/", {"code": code(secret)})["Location"] == "/sign-in/"
    assert acme_client.get("/api/v1/me").status_code == 401


def test_secrets_are_sealed_in_the_database(bob: Agent, secret: str) -> None:
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    assert "migrated_codes" not in stored


def test_a_wrong_first_code_switches_nothing_on(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    assert desk.put(TOTP, {"code": "123456"}, content_type="application/json").status_code == 409, "nothing was begun"
    desk.post(TOTP)
    reply = desk.put(TOTP, {"code": "123456"}, content_type="application/json")
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, "code")
    assert desk.get("/api/v1/account").json()["totp"]["on"] is False
    assert not Authenticator.objects.exists()


def test_switching_it_off_or_new_codes_need_the_password(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    _secret, codes = enrolled(desk)
    for ask in (desk.delete, desk.post):
        path = TOTP if ask == desk.delete else "/api/v1/account/recovery_codes"
        reply = ask(path, {"password": "not mine"}, content_type="application/json")
        assert (reply.status_code, reply.json()["error"]["code"]) == (422, "wrong_password")
    renewed = desk.post(
        "/api/v1/account/recovery_codes", {"password": cast.PASSWORD}, content_type="application/json"
    ).json()["recovery_codes"]
    assert not set(renewed) & set(codes)
    assert not second_factor.accept(bob, codes[0])
    assert desk.delete(TOTP, {"password": cast.PASSWORD}, content_type="application/json").status_code == 204
    assert not Authenticator.objects.exists()
    assert {"second_factor.switched_on", "recovery_codes.renewed", "second_factor.switched_off"} <= set(
        AuditEntry.objects.values_list("action", flat=True)
    )


def test_an_owner_sets_it_up_before_anything_else_where_the_company_asks_for_it(
    acme: Tenant, acme_client: Client, olga: Agent
) -> None:
    acme.requires_totp = True
    acme.save()
    current.tenant().requires_totp = True
    client = cast.signed_in(acme_client, olga.email)
    assert client.get("/console/settings")["Location"] == "/second-step/set-up/?next=%2Fconsole%2Fsettings"
    assert client.get("/api/v1/conversations").status_code == 403
    assert client.get("/api/v1/people").status_code == 403
    assert client.get("/api/v1/account").json()["totp"]["required"] is True
    page = client.get("/second-step/set-up/?next=/console/settings").content.decode()
    secret = page.partition('<code class="secret">')[2].partition("</code>")[0].replace(" ", "")
    wrong = client.post("/second-step/set-up/", {"code": "000000", "next": "/console/settings"})
    assert (wrong.status_code, secret[:4] in wrong.content.decode()) == (422, True), (
        "the same secret is asked for again"
    )
    done = client.post("/second-step/set-up/", {"code": code(secret), "next": "/console/settings"}).content.decode()
    assert done.count("<li><code>") == 10
    assert 'href="/console/settings"' in done
    assert client.get("/api/v1/people").status_code == 200
    off = client.delete(TOTP, {"password": cast.PASSWORD}, content_type="application/json")
    assert (off.status_code, off.json()["error"]["code"]) == (409, "not_possible_now")


def test_agents_are_not_asked_for_it(acme: Tenant, acme_client: Client, bob: Agent) -> None:
    acme.requires_totp = True
    acme.save()
    client = cast.signed_in(acme_client, bob.email)
    assert client.get("/api/v1/conversations").status_code == 200


@pytest.mark.usefixtures("own_database")
def test_of_many_who_come_with_one_code_at_once_one_gets_in(acme: Tenant) -> None:
    with current.entered(acme):
        agent = cast.agent("bob", Role.AGENT)
        secret = second_factor.new_secret()
        assert second_factor.switch_on(agent, secret, code(secret))
        later(agent)
    now, let_in, gate = code(secret), [], threading.Barrier(8)

    def come() -> None:
        with current.entered(acme):
            gate.wait()
            let_in.append(second_factor.accept(agent, now))
        connection.close()

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(let_in) == [False] * 7 + [True]


def test_an_admin_lets_somebody_in_who_lost_app_and_codes_and_both_know_of_it(
    acme_client: Client, bob: Agent, alice: Agent, olga: Agent, secret: str, letters: Letters, new_browser: NewBrowser
) -> None:
    desk = cast.signed_in(acme_client, alice.email)
    before = len(letters())
    assert desk.post(f"/api/v1/people/{olga.id}/reset_second_factor").status_code == 403
    assert desk.post(f"/api/v1/people/{alice.id}/reset_second_factor").status_code == 409
    assert desk.post(f"/api/v1/people/{bob.id}/reset_second_factor").json()["totp_on"] is False
    assert desk.post(f"/api/v1/people/{bob.id}/reset_second_factor").status_code == 409
    [letter] = letters()[before:]
    assert letter.to == [bob.email]
    assert "Your second step was reset" in letter.subject
    assert f"by {alice.name}" in letter.body
    assert not BrowserSession.objects.filter(agent=bob).exists()
    assert AuditEntry.objects.filter(action="second_factor.reset", object_id=bob.id, actor_name=alice.name).count() == 1
    reply = new_browser().post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD})
    assert reply["Location"] == "/console/"
