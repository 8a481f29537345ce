"""A new password by mail: one answer for every address, a link that works once and leads to no foreign host."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from agents.models import Agent
from tenants import current
from tenants.models import Job, Tenant
from tests import cast
from tests.agents.conftest import Letters, NewBrowser, link_in

NEW = "a quiet green lantern"


def ask(client: Client, email: str) -> tuple[int, str, int]:
    """The answer to asking for a link, and how many queries it took."""
    with CaptureQueriesContext(connection) as queries:
        reply = client.post("/reset/", {"email": email})
    return reply.status_code, reply["Location"], len(queries)


def test_the_link_in_the_letter_sets_a_new_password_and_signs_in(
    acme_client: Client, new_browser: NewBrowser, bob: Agent, letters: Letters
) -> None:
    elsewhere = cast.signed_in(new_browser(), bob.email)
    assert ask(acme_client, "BOB@example.com")[:2] == (302, "/reset/sent/")
    (letter,) = letters()
    assert letter.to == [bob.email]
    assert acme_client.get(link_in(letter)).status_code == 200
    assert acme_client.post(link_in(letter), {"password": NEW})["Location"] == "/console/"
    assert acme_client.get("/api/v1/me").status_code == 200
    assert elsewhere.get("/api/v1/me").status_code == 401
    bob.refresh_from_db()
    assert bob.check_password(NEW)


def test_the_link_works_once(new_browser: NewBrowser, bob: Agent, letters: Letters) -> None:
    ask(new_browser(), bob.email)
    link = link_in(letters()[0])
    new_browser().post(link, {"password": NEW})
    again = new_browser().post(link, {"password": "another long password"})
    assert (again.status_code, b"not good any more" in again.content) == (404, True)
    bob.refresh_from_db()
    assert bob.check_password(NEW)


@pytest.mark.parametrize("who", ["nobody", "inactive"])
def test_strangers_get_the_same_answer_after_the_same_work_and_no_letter(
    acme_client: Client, bob: Agent, letters: Letters, who: str
) -> None:
    ask(acme_client, "first@example.com")  # whatever is done once is done
    known = ask(acme_client, bob.email)
    if who == "inactive":
        Agent.objects.update(is_active=False)
    unknown = ask(acme_client, bob.email if who == "inactive" else "nobody@example.com")
    assert known == unknown
    assert len(letters()) == (1 if who == "nobody" else 0)


def test_the_job_names_nobody_in_the_clear(acme_client: Client, bob: Agent) -> None:
    ask(acme_client, bob.email)
    job = Job.objects.get(kind="reset_letter")
    assert "bob" not in str(job.ids)
    assert "/reset/" not in str(job.ids)


def test_five_letters_for_an_address_are_enough(acme_client: Client, bob: Agent, letters: Letters) -> None:
    answers = {ask(acme_client, bob.email)[:2] for _ in range(8)}
    assert answers == {(302, "/reset/sent/")}, "also who asks too often learns nothing"
    assert len(letters()) == 5


def test_the_link_leads_to_the_companys_own_host_whatever_the_request_calls_it(
    acme_client: Client, bob: Agent, letters: Letters
) -> None:
    acme_client.post(
        "/reset/",
        {"email": bob.email},
        headers={"x-forwarded-host": "evil.example", "forwarded": "host=evil.example", "x-host": "evil.example"},
    )
    assert "evil" not in str(letters()[0].body)
    assert "http://acme.localhost/reset/" in str(letters()[0].body)
    foreign = acme_client.post("/reset/", {"email": bob.email}, headers={"host": "evil.example"})
    assert foreign.status_code == 404
    for host in ("acme.localhost@evil.example", "acme.localhost:80@evil.example", "acme.localhost/evil.example"):
        assert acme_client.post("/reset/", {"email": bob.email}, headers={"host": host}).status_code == 400
    assert len(letters()) == 1


def test_in_production_the_link_has_the_scheme_and_port_of_the_settings(
    acme_client: Client, bob: Agent, letters: Letters, settings: Settings
) -> None:
    settings.ORIGIN = "https://baton.example"
    acme_client.post("/reset/", {"email": bob.email}, headers={"host": "acme.localhost:8081"})
    assert "https://acme.localhost/reset/" in str(letters()[0].body)


def test_a_link_of_one_company_is_nothing_at_another(
    acme_client: Client, globex: Tenant, globex_client: Client, bob: Agent, letters: Letters
) -> None:
    with current.entered(globex):
        twin = Agent.objects.create(id=bob.id, name=bob.name, email=bob.email, password="unusable")
    ask(acme_client, bob.email)
    assert globex_client.post(link_in(letters()[0]), {"password": NEW}).status_code == 404
    with current.entered(globex):
        twin.refresh_from_db()
        assert twin.password == "unusable"


@pytest.mark.parametrize("path", ["/reset/agt_x/y/", "/reset/agt_01jd3k00000000000000000000/cz-0/"])
def test_a_made_up_link_opens_nothing(acme_client: Client, bob: Agent, path: str) -> None:
    assert acme_client.get(path).status_code == 404


def test_an_easy_password_is_refused_and_the_link_stays_good(acme_client: Client, bob: Agent, letters: Letters) -> None:
    ask(acme_client, bob.email)
    link = link_in(letters()[0])
    assert acme_client.post(link, {"password": "password123"}).status_code == 422
    assert acme_client.post(link, {"password": NEW}).status_code == 302


def test_the_second_step_is_asked_for_after_a_new_password(
    acme_client: Client, new_browser: NewBrowser, bob: Agent, letters: Letters
) -> None:
    Agent.objects.update(second_factor_at="2026-01-01T00:00Z")
    ask(acme_client, bob.email)
    assert acme_client.post(link_in(letters()[0]), {"password": NEW})["Location"] == "/second-step/"
    assert acme_client.get("/api/v1/me").status_code == 401
