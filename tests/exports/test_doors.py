"""What each door of a company answers while it is open, closed by its owner, or suspended by the operators."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Role
from conversations.widget import visitors
from tenants import current, hosts, jobs
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tests import cast, sockets
from tests.clients import HostClient
from tests.sockets import DESK, WIDGET, Peer

STATES = {
    "open": {},
    "closed": {"closing_at": timezone.now()},
    "suspended": {"suspended_at": timezone.now()},
}
# by door: what it answers in each state
PAGES = {
    "/sign-in/": (200, 200, 403),
    "/console/": (200, 200, 403),
    "/widget/": (200, 403, 403),
    "/api/v1/me": (200, 200, 403),
    "/api/v1/conversations": (200, 200, 403),
    "/api/v1/exports": (200, 200, 403),
    "/api/v1/audit": (200, 200, 403),
    "/api/v1/widget/hello": (405, 403, 403),
    "/api/v1/widget/attachments/att_00000000000000000000000000": (404, 403, 403),
}


def put_in(state: str) -> None:
    Tenant.objects.filter(schema_name="acme").update(**STATES[state])
    hosts.forget()


@pytest.fixture
def hers(acme: Tenant) -> Iterator[Client]:
    """Olive's, the owner's, with a visitor's token beside her session where the widget is asked."""
    with current.entered(acme):
        cast.agent("olive", Role.OWNER)
    yield cast.signed_in(HostClient("acme.localhost"), "olive@example.com")
    hosts.forget()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("number", range(len(STATES)), ids=list(STATES))
def test_over_http(acme: Tenant, hers: Client, path: str, number: int) -> None:
    with current.entered(acme):
        token = visitors.token(cast.customer())
    put_in(list(STATES)[number])
    client = HostClient("acme.localhost") if path == "/sign-in/" else hers
    headers = {"authorization": f"Bearer {token}"} if path.startswith("/api/v1/widget/") else {}
    response = client.get(path, headers=headers)
    assert response.status_code == PAGES[path][number], response.content


def test_the_widget_says_that_the_company_is_closed_also_in_a_frame(acme: Tenant, hers: Client) -> None:
    put_in("closed")
    response = hers.get("/widget/")
    assert "Acme Bicycles is closed" in response.content.decode()
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in response.headers
    told = hers.post("/api/v1/widget/hello").json()["error"]
    assert (told["code"], told["type"]) == ("workspace_closed", "permission_error")


def test_mail_is_not_taken_while_it_is_closed(acme: Tenant, hers: Client) -> None:
    put_in("closed")
    response = hers.post("/api/v1/mail/inbound", b"From: a@b.example\r\n\r\nHello", content_type="message/rfc822")
    assert (response.status_code, response.json()["error"]["code"]) == (403, "workspace_closed")


@pytest.mark.parametrize(("state", "customers", "desk"), [("open", 1, 1), ("closed", 0, 1), ("suspended", 0, 0)])
def test_over_sockets(own_database: str, acme: Tenant, state: str, customers: int, desk: int) -> None:
    with current.entered(acme):
        cookie = sockets.cookie(sockets.session_of(cast.agent("olive", Role.OWNER)))
    put_in(state)

    async def story() -> None:
        async with Peer(WIDGET) as visitor, Peer(DESK, cookie=cookie) as agent:
            assert (visitor.accepted, agent.accepted) == (bool(customers), bool(desk))

    sockets.run(story)


@pytest.mark.parametrize(("state", "done"), [("open", True), ("closed", True), ("suspended", False)])
def test_jobs(in_acme: Tenant, state: str, done: bool) -> None:  # noqa: FBT001
    ran: list[Lease] = []
    job_id = jobs.write("any", {})
    put_in(state)
    jobs.run(job_id, ran.append)
    assert bool(ran) is done
    assert Job.objects.filter(pk=job_id).exists() is not done
