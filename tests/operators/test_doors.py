"""The operators' pages are there for operators at the platform's host; for everybody else there are none."""

import uuid

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from agents.models import Agent, Role
from config.operators import urls
from config.operators.data import site
from tenants import current
from tenants.models import Tenant
from tests import cast

PAGES = ["", "companies/", "companies/globex/", "jobs/", "migrations/", "admin/", "admin/tenants/", "admin/jsi18n/"]
PAGES += ["watching/"]
PAGES += ["companies/globex/billing/", "billing/", "billing/disputes/", "billing/events/"]
TABLES = ["tenant", "domain", "domainclaim", "signup", "pooledschema", "job", "heartbeat"]
DATA = [f"admin/tenants/{table}/" for table in TABLES]
DEEDS = ["companies/globex/suspend/", "companies/globex/resume/", f"jobs/{uuid.uuid4()}/replay/"]
DEEDS += [f"companies/globex/billing/{deed}/" for deed in ("give", "take-back", "refund/in_1")]
DEEDS += ["jobs/replay/", "companies/globex/disputes/dsp_1/", "billing/events/evt_1/replay/"]


def addresses(client: Client) -> list[int]:
    """The answers to every page and deed."""
    asked = [client.get(f"/operators/{path}") for path in [*PAGES, *DATA]]
    return [one.status_code for one in [*asked, *(client.post(f"/operators/{path}") for path in DEEDS)]]


@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_an_operator_sees_every_page(operator: Client, globex: Tenant, path: str) -> None:
    response = operator.get(f"/operators/{path}")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]


def test_a_stranger_finds_nothing(platform: Tenant, acme_client: Client) -> None:
    assert set(addresses(acme_client)) == {404}


def test_the_platforms_owner_without_the_flag_finds_nothing(platform: Tenant, acme_client: Client) -> None:
    with current.entered(platform):
        cast.agent("alice", Role.OWNER)
    assert set(addresses(cast.signed_in(acme_client, "alice@example.com"))) == {404}


def test_the_flag_is_worth_nothing_in_another_company(platform: Tenant, globex: Tenant, globex_client: Client) -> None:
    with current.entered(globex):
        dave = cast.agent("dave", Role.OWNER)
        Agent.objects.filter(pk=dave.pk).update(is_operator=True)
    assert set(addresses(cast.signed_in(globex_client, dave.email))) == {404}


def test_an_operator_of_a_company_that_is_not_the_platform_any_more_finds_nothing(operator: Client) -> None:
    Tenant.objects.update(is_platform=False)
    assert operator.get("/operators/").status_code in {200, 404}  # for as long as the host is remembered
    with current.entered(Tenant.objects.get(schema_name="acme")):
        Agent.objects.update(is_operator=False)
    assert set(addresses(operator)) == {404}


def test_the_public_host_has_no_such_pages(platform: Tenant, public_client: Client) -> None:
    assert public_client.get("/operators/").status_code == 404


@pytest.mark.parametrize("patterns", [urls.urlpatterns, site.get_urls()])
def test_every_address_below_is_for_operators_only(patterns: list[URLPattern | URLResolver]) -> None:
    for pattern in patterns:
        inner = pattern.url_patterns if isinstance(pattern, URLResolver) else [pattern]
        assert all(hasattr(one.callback, "operators_only") for one in inner if isinstance(one, URLPattern)), pattern


@pytest.mark.parametrize("path", ["login/", "logout/", "password_change/", "r/1/1/", "autocomplete/"])
def test_djangos_own_ways_in_and_out_are_not_there(operator: Client, path: str) -> None:
    assert operator.get(f"/operators/admin/{path}").status_code == 404
