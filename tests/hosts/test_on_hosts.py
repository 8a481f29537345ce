"""Faults of hosts under load: afterwards every invariant holds again."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx
import pytest

from agents import tokens
from agents.models import Role
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast, database
from tests.faults.scene import LONG
from tests.hosts.faults import KINDS, WITHOUT_CABLES, Fault, each, few
from tests.hosts.machines import WEB_PORT
from tests.hosts.network import may_make_namespaces
from tests.hosts.scene import Scenery

FAULTS: dict[str, Fault] = (
    each(KINDS if may_make_namespaces() else WITHOUT_CABLES)
    if LONG
    else few(["lost its power"] if may_make_namespaces() else WITHOUT_CABLES)
)
US = audit.by_system()


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost(on_hosts: Scenery, name: str) -> None:
    report = asyncio.run(on_hosts.scene.play(name, FAULTS[name].on(on_hosts.site)))
    print(f"\n{report.line()}", flush=True)
    assert report.violations == []
    assert report.messages > 5


def test_what_one_web_server_knows_the_other_knows(on_hosts: Scenery) -> None:
    """Files, limits, repeated requests and revoked tokens are no web server's own."""
    url = on_hosts.scene.url
    with database.in_use(url), current.entered(Tenant.objects.get(schema_name="acme")):
        scopes = ["conversations:write", "customers:read", "customers:write"]
        olga = cast.agent("olga", Role.OWNER)
        token, secret = tokens.issue(olga, "Ours", scopes=scopes, expires_at=None, actor=US)
        headers = {"Authorization": f"Bearer {secret}", "Baton-Agent": str(olga.id)}
    with web_server(on_hosts, "web-1", headers) as one, web_server(on_hosts, "web-2", headers) as other:
        sent = one.post("/api/v1/attachments", files={"file": ("a.txt", b"Where is my order?")})
        assert sent.status_code == 201, sent.text
        assert other.get(sent.json()["url"]).content == b"Where is my order?"

        left = [int(client.get("/api/v1/customers").headers["X-RateLimit-Remaining"]) for client in (one, other) * 3]
        assert left == sorted(set(left), reverse=True)

        once = {"Idempotency-Key": str(cast.new_id())}
        made = [client.post("/api/v1/customers", json={"name": "Carol"}, headers=once) for client in (one, other)]
        assert [reply.status_code for reply in made] == [201, 201], made[1].text
        assert made[0].json() == made[1].json()

        with database.in_use(url), current.entered(Tenant.objects.get(schema_name="acme")):
            tokens.revoke(str(token.id), actor=US)
        assert [client.get("/api/v1/customers").status_code for client in (other, one)] == [401, 401]


@contextmanager
def web_server(on_hosts: Scenery, name: str, headers: Mapping[str, str]) -> Iterator[httpx.Client]:
    """A program at acme that talks to one of the web servers."""
    address = f"http://{on_hosts.site.host(name).address}:{WEB_PORT}"
    host = {"Host": f"acme.localhost:{WEB_PORT}"}
    with httpx.Client(base_url=address, headers={**host, **headers}, timeout=10, trust_env=False) as client:
        yield client
