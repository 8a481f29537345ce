"""Whose file it is decides who may see, name and send it: tenant, customer, agent, role."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations import receive
from conversations.attachments import claiming
from conversations.models import Attachment, Customer
from conversations.widget import visitors
from tenants import current
from tenants.errors import ParameterError
from tenants.models import Tenant
from tests import cast
from tests.attachments import files
from tests.attachments.conftest import Upload, bearer
from tests.clients import HostClient

DESK, WIDGET = "/api/v1/attachments", "/api/v1/widget/attachments"


@pytest.fixture
def shown(carols: Upload) -> dict[str, Any]:
    """An upload of carol's that she has not sent yet."""
    return dict(carols(files.PDF, "contract.pdf").json())


@pytest.fixture
def sent(carol: Customer, shown: dict[str, Any]) -> dict[str, Any]:
    """The upload after carol sent it."""
    cast.rules()
    receive.message(carol, "Here it is.", client_id=uuid4(), attachments=[shown["id"]])
    return shown


def test_without_a_token_or_with_a_wrong_one_there_is_no_door(acme_client: Client, in_acme: Tenant) -> None:
    for headers in (
        {},
        {"authorization": "Bearer rubbish"},
        {"authorization": "Bearer"},
        {"authorization": "Basic eDp5"},
    ):
        for reply in (acme_client.post(WIDGET, headers=headers), acme_client.get(f"{WIDGET}/att_1", headers=headers)):
            assert (reply.status_code, reply.json()["error"]["code"]) == (401, "unauthenticated")
    assert acme_client.post(DESK).status_code == 401
    assert not Attachment.objects.exists()


def test_a_token_of_another_tenant_is_a_wrong_one(globex_client: Client, carol: Customer) -> None:
    assert globex_client.get(f"{WIDGET}/att_1", headers=bearer(carol)).status_code == 401


def test_a_customer_sees_their_own_upload_with_a_fresh_link(
    acme_client: Client, carol: Customer, shown: dict[str, Any]
) -> None:
    assert acme_client.get(f"{WIDGET}/{shown['id']}", headers=bearer(carol)).json() == shown


def test_another_customer_of_the_same_tenant_sees_and_sends_nothing(
    acme_client: Client, in_acme: Tenant, sent: dict[str, Any]
) -> None:
    erin = cast.customer("erin")
    reply = acme_client.get(f"{WIDGET}/{sent['id']}", headers=bearer(erin))
    assert (reply.status_code, reply.json()["error"]["code"]) == (404, "not_found")
    with pytest.raises(ParameterError):
        claiming.claim([sent["id"]], customer=erin)


def test_the_other_tenant_sees_nothing(
    globex: Tenant, globex_client: Client, carol: Customer, sent: dict[str, Any]
) -> None:
    with current.entered(globex):
        cast.agent("dave")
        erin = cast.customer("erin")
        headers = {"authorization": f"Bearer {visitors.token(erin)}"}
        with pytest.raises(ParameterError):
            claiming.claim([sent["id"]], customer=erin)
    assert globex_client.get(f"{WIDGET}/{sent['id']}", headers=headers).status_code == 404
    assert cast.signed_in(globex_client, "dave@example.com").get(f"{DESK}/{sent['id']}").status_code == 404


def test_the_desk_sees_what_was_sent_and_not_what_was_not(
    desk: Client, carol: Customer, shown: dict[str, Any], bob: Agent
) -> None:
    assert desk.get(f"{DESK}/{shown['id']}").status_code == 404
    cast.rules()
    receive.message(carol, "", client_id=uuid4(), attachments=[shown["id"]])
    assert desk.get(f"{DESK}/{shown['id']}").json() == shown


def test_a_customer_sees_what_an_agent_sent_to_them_alone(
    acme_client: Client, desk: Client, carol: Customer, bob: Agent
) -> None:
    cast.rules()
    conversation = cast.says(carol, "Hello?")
    upload = desk.post(DESK, {"file": files.named(files.picture("PNG"), "map.png")}).json()
    assert acme_client.get(f"{WIDGET}/{upload['id']}", headers=bearer(carol)).status_code == 404
    body = {"client_id": str(uuid4()), "text": "", "attachments": [upload["id"]]}
    reply = desk.post(f"/api/v1/conversations/{conversation.id}/messages", body, content_type="application/json")
    assert reply.status_code == 201, reply.content
    assert acme_client.get(f"{WIDGET}/{upload['id']}", headers=bearer(carol)).json() == upload
    erin = cast.customer("erin")
    assert acme_client.get(f"{WIDGET}/{upload['id']}", headers=bearer(erin)).status_code == 404


def test_an_agents_upload_is_theirs_until_it_is_sent(desk: Client, bob: Agent) -> None:
    upload = desk.post(DESK, {"file": files.named(files.PDF, "a.pdf")}).json()
    assert desk.get(f"{DESK}/{upload['id']}").status_code == 200
    ann = cast.agent("ann")
    anns = cast.signed_in(HostClient("acme.localhost"), "ann@example.com")
    assert anns.get(f"{DESK}/{upload['id']}").status_code == 404
    with pytest.raises(ParameterError):
        claiming.claim([upload["id"]], agent=ann)


def test_a_viewer_reads_and_uploads_nothing(acme_client: Client, sent: dict[str, Any]) -> None:
    cast.agent("victor", Role.VIEWER)
    viewer = cast.signed_in(acme_client, "victor@example.com")
    reply = viewer.post(DESK, {"file": files.named(files.PDF, "a.pdf")})
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "forbidden")
    assert Attachment.objects.count() == 1
    assert viewer.get(f"{DESK}/{sent['id']}").status_code == 200


def test_an_agents_session_needs_the_csrf_token(in_acme: Tenant, bob: Agent) -> None:
    strict = HostClient("acme.localhost")
    cast.signed_in(strict, "bob@example.com")
    strict.handler.enforce_csrf_checks = True
    assert strict.post(DESK, {"file": files.named(files.PDF, "a.pdf")}).status_code == 403
    assert not Attachment.objects.exists()


def test_a_malformed_id_is_a_404(desk: Client, acme_client: Client, carol: Customer) -> None:
    for wrong in ("att_zz", "1", "att_00000000000000000000000000", "conv_00000000000000000000000000"):
        assert desk.get(f"{DESK}/{wrong}").status_code == 404
        assert acme_client.get(f"{WIDGET}/{wrong}", headers=bearer(carol)).status_code == 404


@pytest.mark.parametrize("fields", [[], ["other"], ["file", "file"]])
def test_it_takes_one_file_in_its_field(acme_client: Client, carol: Customer, fields: list[str]) -> None:
    body = {name: [files.named(files.PDF, "a.pdf") for each in fields if each == name] for name in fields}
    reply = acme_client.post(WIDGET, body, headers=bearer(carol))
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, "file")


def test_json_is_no_way_to_upload_and_too_many_files_are_no_form(acme_client: Client, carol: Customer) -> None:
    assert acme_client.post(WIDGET, {}, content_type="application/json", headers=bearer(carol)).status_code == 415
    body = {f"file{number}": files.named(files.PDF, "a.pdf") for number in range(20)}
    reply = acme_client.post(WIDGET, body, headers=bearer(carol))
    assert (reply.status_code, reply.json()["error"]["code"]) == (400, "parse_error")
