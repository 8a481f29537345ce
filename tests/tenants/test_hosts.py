"""Which company an address leads to, health, and the headers of every page."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tenants import health, hosts
from tenants.models import Domain, Heartbeat, Tenant


def test_health_is_answered_on_any_host(acme: Tenant) -> None:
    client = Client(headers={"host": "whatever.example"})
    assert client.get("/health/live").status_code == 200
    assert client.get("/health/ready").status_code == 503


def test_ready_needs_a_fresh_sign_of_life_of_worker_and_sweeper(acme: Tenant, public_client: Client) -> None:
    health.beat("worker")
    health.beat("sweeper")
    assert public_client.get("/health/ready").json() == {
        "ready": True,
        "checks": {"database": "ok", "worker": "ok", "sweeper": "ok"},
    }
    Heartbeat.objects.filter(name="worker").update(at=timezone.now() - timedelta(minutes=2))
    stale = public_client.get("/health/ready")
    assert (stale.status_code, stale.json()["checks"]["worker"]) == (503, "no sign of life")


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
