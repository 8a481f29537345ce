"""The platform's sign-in: leads to one's company by its name, or by a letter, and tells a stranger nothing."""

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from agents.models import Role
from conversations.platform import workspaces
from tenants import current, provisioning
from tenants.current import connection
from tenants.models import Domain, Job, Tenant
from tests import cast
from tests.clients import HostClient
from tests.mail.postbox import Postbox
from tests.tenants.conftest import do_jobs, newest

ORIGIN = "http://localhost:8000"


@pytest.mark.parametrize(
    "told", ["acme", " ACME ", "acme.localhost", "http://acme.localhost/console/", "acme.localhost:9"]
)
def test_the_name_of_a_workspace_leads_to_its_sign_in(acme: Tenant, told: str) -> None:
    response = HostClient("localhost:8000").get("/sign-in/", {"workspace": told})
    assert response["Location"] == "http://acme.localhost:8000/sign-in/"


def test_a_domain_of_its_own_leads_to_the_same_workspace(acme: Tenant, public_client: Client) -> None:
    Domain.objects.create(tenant=acme, domain="help.acme.example", is_primary=True)
    response = public_client.get("/sign-in/", {"workspace": "help.acme.example"})
    assert response["Location"] == "http://acme.localhost/sign-in/"


@pytest.mark.parametrize(
    "told", ["nobody", "evil.example/@acme", "//evil.example", "localhost", "", "a\r\nb", "x" * 300]
)
def test_what_is_no_workspace_leads_nowhere(acme: Tenant, public_client: Client, told: str) -> None:
    response = public_client.get("/sign-in/", {"workspace": told})
    assert response.status_code in {200, 404}
    assert "id_workspace_error" in response.content.decode()


def test_the_letter_lists_all_of_somebodys_workspaces_and_no_other(
    acme: Tenant, globex: Tenant, public_client: Client, box: Postbox
) -> None:
    for tenant in (acme, globex):
        with current.entered(tenant):
            cast.agent("bob", online=False)
    with current.entered(globex):
        cast.agent("dave", online=False)
    assert public_client.post("/sign-in/", {"email": "Bob@example.com"})["Location"] == "/sign-in/sent/"
    do_jobs()
    text = newest(box)
    assert box.only()["To"] == "bob@example.com"
    assert "http://acme.localhost/sign-in/" in text
    assert "http://globex.localhost/sign-in/" in text


def test_the_page_is_the_same_for_an_unknown_address_which_gets_another_letter(
    acme: Tenant, public_client: Client, box: Postbox
) -> None:
    response = public_client.post("/sign-in/", {"email": "nobody@example.com"})
    assert response["Location"] == "/sign-in/sent/"
    do_jobs()
    assert box.only()["Subject"] == "No workspace with this address"
    assert "localhost/sign-in/" not in newest(box)


def test_who_was_switched_off_and_a_suspended_company_are_not_listed(acme: Tenant, globex: Tenant) -> None:
    with current.entered(acme):
        bob = cast.agent("bob", Role.ADMIN, online=False)
        bob.is_active = False
        bob.save()
    with current.entered(globex):
        cast.agent("bob", online=False)
    assert [one.name for one in workspaces.of("bob@example.com", origin=ORIGIN)] == [globex.name]
    Tenant.objects.filter(pk=globex.pk).update(closing_at="2026-01-01T00:00:00Z")  # whose owner may open it again
    assert [one.name for one in workspaces.of("bob@example.com", origin=ORIGIN)] == [globex.name]
    Tenant.objects.filter(pk=globex.pk).update(suspended_at="2026-01-01T00:00:00Z")
    assert workspaces.of("bob@example.com", origin=ORIGIN) == []


def test_the_finder_asks_all_companies_in_one_question(own_database: str) -> None:
    with CaptureQueriesContext(connection) as few:
        workspaces.of("bob@example.com", origin=ORIGIN)
    for number in range(3):
        provisioning.create(f"more_{number}", name=f"More {number}", host=f"more-{number}.localhost")
    with CaptureQueriesContext(connection) as more:
        workspaces.of("bob@example.com", origin=ORIGIN)
    assert len([query for query in more if "agents_agent" in query["sql"]]) == 1
    assert len(more) == len(few)


def test_a_mailbox_gets_three_letters_an_hour_and_a_client_asks_ten_times(public_client: Client, box: Postbox) -> None:
    for number in range(5):
        client = HostClient("localhost", REMOTE_ADDR=f"192.0.2.{number}")
        assert client.post("/sign-in/", {"email": "bob@example.com"}).status_code == 302
    assert Job.objects.filter(kind="workspaces_letter").count() == 3
    for number in range(10):
        assert public_client.post("/sign-in/", {"email": f"{number}@example.com"}).status_code == 302
    refused = public_client.post("/sign-in/", {"email": "one-more@example.com"})
    assert refused.status_code == 429
    assert Job.objects.filter(kind="workspaces_letter").count() == 13


def test_a_wrong_address_is_named(public_client: Client, box: Postbox) -> None:
    page = public_client.post("/sign-in/", {"email": "no address"})
    assert 'id="id_email_error"' in page.content.decode()
    assert not Job.objects.exists()


def test_without_a_mail_server_no_letter_is_promised(public_client: Client, settings: Settings) -> None:
    settings.MAIL_LEAVES = False
    page = public_client.post("/sign-in/", {"email": "bob@example.com"})
    assert "EMAIL_URL" in page.content.decode()
    assert not Job.objects.exists()
