"""The widget stands on the allowed sites only, and the workspace says where it was seen."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tenants import embedding, hosts
from tenants.models import Domain, Tenant
from tests.clients import HostClient


def ancestors(client: Client) -> str:
    policy = client.get("/widget/")["Content-Security-Policy"]
    return next(part for part in policy.split("; ") if part.startswith("frame-ancestors")).partition(" ")[2]


def allow(tenant: Tenant, *sites: str) -> None:
    Tenant.objects.filter(pk=tenant.pk).update(allowed_sites=list(sites))
    hosts.forget()


def seen(tenant: Tenant) -> str:
    return Tenant.objects.get(pk=tenant.pk).widget_seen_on


def long_ago(tenant: Tenant) -> None:
    Tenant.objects.filter(pk=tenant.pk).update(widget_seen_at=timezone.now() - timedelta(minutes=2))
    hosts.forget()


def test_any_site_may_frame_the_widget_until_sites_are_named(acme: Tenant, acme_client: Client) -> None:
    assert ancestors(acme_client) == "*"
    allow(acme, "https://shop.example", "https://*.shop.example")
    assert ancestors(acme_client) == "'self' https://shop.example https://*.shop.example"


def test_no_other_page_may_be_framed(acme: Tenant, acme_client: Client) -> None:
    assert "frame-ancestors 'none'" in acme_client.get("/sign-in/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        ("https://shop.example", True),
        ("https://a.other.example", True),
        ("https://a.b.other.example", True),
        ("https://other.example", False),
        ("https://evilother.example", False),
        ("https://shop.example.evil.example", False),
        ("http://shop.example", False),
        ("https://shop.example:8443", False),
        ("https://plain.example", True),
        ("http://plain.example", True),
        ("null", False),
    ],
)
def test_sites_match_as_browsers_match_them(acme: Tenant, origin: str, may: bool) -> None:  # noqa: FBT001
    acme.allowed_sites = ["https://shop.example", "https://*.other.example", "http://plain.example"]
    assert embedding.may_embed(acme, origin) is may


def test_the_script_tells_on_which_site_it_runs(acme: Tenant, acme_client: Client) -> None:
    for origin in ("", "null", "http://acme.localhost", "http://acme.localhost:8000", "file://", "https://x y"):
        assert acme_client.get("/api/v1/widget/page", headers={"origin": origin}).status_code == 200
        assert seen(acme) == ""
    assert acme_client.get("/api/v1/widget/page", headers={"origin": "https://shop.example"}).status_code == 200
    assert seen(acme) == "https://shop.example"
    at = Tenant.objects.get(pk=acme.pk).widget_seen_at
    assert at is not None
    assert timezone.now() - at < timedelta(seconds=20)


def test_the_frame_tells_it_too_by_its_referrer(acme: Tenant, acme_client: Client) -> None:
    acme_client.get("/widget/", headers={"referer": "https://shop.example:8443/cart?secret=1#x"})
    assert seen(acme) == "https://shop.example:8443"


def test_it_is_noted_once_a_minute(
    acme: Tenant, acme_client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for origin in ("https://one.example", "https://two.example"):
        acme_client.get("/api/v1/widget/page", headers={"origin": origin})
    assert seen(acme) == "https://one.example"
    hosts.forget()
    acme_client.get("/widget/")
    with django_assert_num_queries(2):  # the way into the schema, and the greetings
        acme_client.get("/api/v1/widget/page", headers={"origin": "https://two.example"})
    long_ago(acme)
    acme_client.get("/api/v1/widget/page", headers={"origin": "https://two.example"})
    assert seen(acme) == "https://two.example"


def test_a_site_that_may_not_embed_is_not_noted(acme: Tenant, acme_client: Client) -> None:
    allow(acme, "https://shop.example")
    acme_client.get("/api/v1/widget/page", headers={"origin": "https://evil.example"})
    assert seen(acme) == ""
    acme_client.get("/api/v1/widget/page", headers={"origin": "https://shop.example"})
    assert seen(acme) == "https://shop.example"


def test_another_tenant_notices_nothing(acme: Tenant, globex: Tenant, acme_client: Client) -> None:
    acme_client.get("/api/v1/widget/page", headers={"origin": "https://shop.example"})
    assert seen(globex) == ""


def test_a_domain_of_ones_own_is_no_foreign_site(acme: Tenant) -> None:
    Domain.objects.create(tenant=acme, domain="help.acme.example", is_primary=False)
    HostClient("acme.localhost").get("/api/v1/widget/page", headers={"origin": "https://help.acme.example"})
    assert seen(acme) == ""


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://shop.example/a/b?c#d", "https://shop.example"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("https://" + "a" * 300 + ".example/", ""),
        ("javascript:alert(1)", ""),
        ("https://shop.example:port/", ""),
        ('https://"><script>/', ""),
        ("https://[::1", ""),
    ],
)
def test_only_origins_are_noted(address: str, origin: str) -> None:
    assert embedding.origin_of(address) == origin
