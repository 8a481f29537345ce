"""Which company an address leads to, and the headers of every page."""

from django.test import Client

from tenants import hosts
from tenants.models import Domain, Tenant


def test_a_host_is_looked_up_once_and_forgotten_on_demand(acme: Tenant) -> None:
    assert hosts.tenant_of("acme.localhost") == acme
    Domain.objects.filter(tenant=acme).update(domain="moved.localhost")
    assert hosts.tenant_of("acme.localhost") == acme
    hosts.forget()
    assert hosts.tenant_of("moved.localhost") == acme


def test_ports_are_no_part_of_a_host() -> None:
    assert [hosts.without_port(host) for host in ("Acme.localhost:8000", "acme.localhost", "[::1]:80", "[::1]")] == [
        "acme.localhost",
        "acme.localhost",
        "[::1]",
        "[::1]",
    ]


def test_every_page_has_a_strict_policy_and_an_id(acme_client: Client) -> None:
    reply = acme_client.get("/sign-in/")
    policy = reply["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "'unsafe-inline'" not in policy
    assert "frame-ancestors 'none'" in policy
    assert reply["X-Request-Id"].startswith("req_")
