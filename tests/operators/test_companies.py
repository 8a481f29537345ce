"""Operators see how the companies are, and suspend and resume them with a reason; both audit logs tell."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from tenants import current, hosts
from tenants.models import Tenant
from tenants.trail.models import ActorKind, AuditEntry
from tests import cast

SUSPEND, RESUME = "/operators/companies/globex/suspend/", "/operators/companies/globex/resume/"


def trail(tenant: Tenant) -> list[tuple[str, str, str]]:
    """What operators did, in the company's audit log."""
    with current.entered(tenant):
        found = AuditEntry.objects.filter(actor_kind=ActorKind.OPERATOR).order_by("at", "id")
        return list(found.values_list("action", "actor_name", "object_id"))


def test_the_list_asks_as_many_questions_for_one_company_as_for_many(
    operator: Client, globex: Tenant, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        page = operator.get("/operators/companies/").content.decode()
    assert "Acme Bicycles" in page
    assert "Globex Coffee" in page
    assert "globex.localhost" in page


@pytest.mark.parametrize(
    ("query", "times"),
    [("search=globex.local", 1), ("search=GLOBEX", 1), ("search=hooli", 0), ("state=suspended", 0)],
)
def test_companies_are_found_by_name_schema_host_and_state(
    operator: Client, globex: Tenant, query: str, times: int
) -> None:
    page = operator.get(f"/operators/companies/?{query}").content.decode()
    assert page.count("Globex Coffee") == times


def test_a_companys_page_counts_but_shows_no_word_of_its_customers(operator: Client, globex: Tenant) -> None:
    with current.entered(globex):
        cast.says(cast.customer(), "My card ends in 4242")
    page = operator.get("/operators/companies/globex/").content.decode()
    assert "globex.localhost" in page
    assert "4242" not in page
    assert "Carol" not in page


def test_a_suspended_company_is_closed_until_it_is_resumed(
    operator: Client, globex: Tenant, globex_client: Client
) -> None:
    assert globex_client.get("/sign-in/").status_code == 200
    assert operator.post(SUSPEND, {"reason": "They did not pay."}).status_code == 302
    hosts.forget()
    assert globex_client.get("/sign-in/").status_code == 403
    globex.refresh_from_db()
    assert globex.suspended_for == "They did not pay."
    assert "They did not pay." in operator.get("/operators/companies/globex/").content.decode()
    assert operator.post(RESUME).status_code == 302
    hosts.forget()
    assert globex_client.get("/sign-in/").status_code == 200


def test_both_audit_logs_tell_who_did_it(operator: Client, olga: Agent, platform: Tenant, globex: Tenant) -> None:
    operator.post(SUSPEND, {"reason": "They did not pay."})
    operator.post(SUSPEND, {"reason": "They did not pay."})
    operator.post(RESUME)
    told = [("workspace.suspended", olga.name, "globex"), ("workspace.resumed", olga.name, "globex")]
    assert trail(platform)[0] == trail(globex)[0] == told[0]
    assert trail(platform)[-1] == trail(globex)[-1] == told[1]
    with current.entered(globex):
        assert AuditEntry.objects.get(action="workspace.resumed").changes["suspended_for"] == ["They did not pay.", ""]


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201])
def test_a_suspension_needs_a_reason(operator: Client, globex: Tenant, reason: str) -> None:
    response = operator.post(SUSPEND, {"reason": reason})
    assert (response.status_code, "say why" in response.content.decode()) == (422, True)
    globex.refresh_from_db()
    assert (globex.suspended_at, trail(globex)) == (None, [])


def test_the_platforms_own_company_stays_open(operator: Client, platform: Tenant) -> None:
    response = operator.post("/operators/companies/acme/suspend/", {"reason": "By mistake."})
    assert response.status_code == 422
    platform.refresh_from_db()
    assert platform.suspended_at is None


def test_a_company_that_waits_for_its_migration_is_listed_without_counts(operator: Client, globex: Tenant) -> None:
    Tenant.objects.filter(pk=globex.pk).update(schema_version="00001-old", created_at=timezone.now() - timedelta(1))
    page = operator.get("/operators/companies/").content.decode()
    assert "to migrate" in page
    assert operator.post(SUSPEND, {"reason": "They did not pay."}).status_code == 302
    globex.refresh_from_db()
    assert globex.suspended_at is not None
