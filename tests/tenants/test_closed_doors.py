"""A company whose schema is not migrated yet answers 503, a suspended one 403, at every door; their jobs wait."""

from datetime import timedelta
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from channels.testing import WebsocketCommunicator
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from config.asgi import application
from tenants import current, hosts, jobs
from tenants.models import Job, JobState, Tenant

PATHS = ["/", "/sign-in/", "/console/", "/widget/"]


def close(tenant: Tenant, **how: Any) -> None:
    """Change the tenant's row, as the operators' pages and a migration do."""
    Tenant.objects.filter(pk=tenant.pk).update(**how)
    hosts.forget()


@pytest.mark.parametrize("path", PATHS)
def test_every_page_says_that_it_is_back_in_a_moment(acme: Tenant, acme_client: Client, path: str) -> None:
    close(acme, schema_version="00001-old")
    response = acme_client.get(path)
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "5", "no-store")
    assert "being updated" in response.content.decode()


def test_the_api_says_so_in_its_own_shape(acme: Tenant, acme_client: Client) -> None:
    close(acme, schema_version="")
    response = acme_client.get("/api/v1/me")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response.json()["error"]["code"] == "unavailable"


def test_a_suspended_company_answers_nobody(acme: Tenant, acme_client: Client) -> None:
    close(acme, suspended_at=timezone.now())
    assert acme_client.get("/widget/").status_code == 403
    refused = acme_client.post("/api/v1/widget/conversations", {}, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "workspace_suspended")


def test_the_others_notice_nothing(acme: Tenant, globex_client: Client) -> None:
    close(acme, suspended_at=timezone.now())
    assert globex_client.get("/sign-in/").status_code == 200


def test_a_company_is_open_as_soon_as_it_is_migrated(acme: Tenant, acme_client: Client) -> None:
    close(acme, schema_version="00001-old")
    assert acme_client.get("/sign-in/").status_code == 503
    close(acme, schema_version=acme.schema_version)
    assert acme_client.get("/sign-in/").status_code == 200


def test_whether_a_company_is_open_costs_no_question(
    acme: Tenant, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    hosts.tenant_of("acme.localhost")
    with django_assert_num_queries(0):
        hosts.tenant_of("acme.localhost")


@pytest.mark.parametrize("wrong", [{"schema_version": "00001-old"}, {"suspended_at": timezone.now()}])
def test_the_jobs_of_a_closed_company_wait_and_count_no_try(
    in_acme: Tenant, globex: Tenant, wrong: dict[str, Any]
) -> None:
    done: list[str] = []
    jobs.write("test", {"of": "acme"})
    with current.entered(globex):
        jobs.write("test", {"of": "globex"})
    close(in_acme, **wrong)
    while jobs.run_next(lambda held: done.append(held.schema_name)):
        pass
    assert done == ["globex"]
    waiting = Job.objects.get(schema_name="acme")
    assert (waiting.state, waiting.attempts, waiting.lease_token) == (JobState.READY, 0, None)
    assert waiting.run_at > timezone.now() + timedelta(seconds=5)


async def answer_of(host: str) -> tuple[bool, int]:
    """Whether a socket at the widget's door was accepted, and the code with which it was then closed."""
    headers = [(b"host", host.encode()), (b"origin", f"http://{host}".encode())]
    socket = WebsocketCommunicator(application, "/ws/widget/", headers=headers)
    accepted, code = await socket.connect()
    if accepted:
        closed = await socket.receive_output()
        assert closed["type"] == "websocket.close"
        code = closed["code"]
    return accepted, code or 0


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [({"schema_version": "00001-old"}, (True, 1013)), ({"suspended_at": timezone.now()}, (False, 4403))],
)
def test_a_socket_is_told_to_come_back_later_or_not_at_all(
    own_database: str, acme: Tenant, wrong: dict[str, Any], answer: tuple[bool, int]
) -> None:
    close(acme, **wrong)
    assert async_to_sync(answer_of)("acme.localhost") == answer
