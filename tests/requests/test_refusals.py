"""Whatever goes wrong below /api/v1/ is told in one shape, under the id that the header names too."""

from typing import Any

import pytest
from django.test import Client

from agents.rest.teams import Teams
from config import bounded
from conversations.models import Customer
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient
from tests.requests.conftest import JSON
from tests.tokens.program import Program

FIELDS = {"type", "code", "message", "param", "request_id"}


def error(reply: Any) -> dict[str, Any]:
    """The error of a reply, which is in the one shape and of this very request."""
    assert reply.headers["Content-Type"].partition(";")[0] == JSON
    told: dict[str, Any] = reply.json()["error"]
    assert set(told) == FIELDS
    assert told["request_id"] == reply.headers["X-Request-Id"]
    assert told["message"]
    return told


def test_every_refusal_names_its_request(desk: Client, carol: Customer, public_client: Client) -> None:
    notes, form = f"/api/v1/customers/{carol.id}/notes", "application/x-www-form-urlencoded"
    long = '{"text": "' + "x" * (1024 * 1024 + 1) + '"}'
    refusals = {
        "no such address": (desk.get("/api/v1/nothing/at/all"), 404, "not_found"),
        "no such address on the platform's host": (public_client.post("/api/v1/nothing"), 404, "not_found"),
        "no such company": (HostClient("nobody.localhost").get("/api/v1/nothing"), 404, "not_found"),
        "no such thing": (desk.get("/api/v1/customers/cus_none"), 404, "not_found"),
        "another method": (desk.put(notes), 405, "method_not_allowed"),
        "another method of a plain view": (desk.post("/api/v1/openapi.json"), 405, "method_not_allowed"),
        "bad JSON": (desk.post(notes, "{", content_type=JSON), 400, "parse_error"),
        "no UTF-8": (desk.post(notes, b'{"text": "\xff"}', content_type=JSON), 400, "parse_error"),
        "another media type": (desk.post(notes, "text=a", content_type=form), 415, "unsupported_media_type"),
        "nothing that we can answer": (desk.get("/api/v1/me", headers={"accept": "text/html"}), 406, "not_acceptable"),
        "a long body": (desk.post(notes, long, content_type=JSON), 413, "too_long"),
        "a wrong field": (desk.post(notes, {"text": ""}, content_type=JSON), 422, "parameter_invalid"),
        "a stranger": (HostClient("acme.localhost").get("/api/v1/me"), 401, "unauthenticated"),
    }
    ids = set()
    for why, (reply, status, code) in refusals.items():
        told = error(reply)
        assert (why, reply.status_code, told["code"]) == (why, status, code)
        ids.add(told["request_id"])
    assert len(ids) == len(refusals)
    assert "POST" in refusals["another method"][0].headers["Allow"]
    assert refusals["another method of a plain view"][0].headers["Allow"] == "GET, HEAD"
    says = {why: told.json()["error"]["message"] for why, (told, _, _) in refusals.items()}
    assert "Content-Type: application/json" in says["another media type"]
    assert "Authorization: Bearer" in says["a stranger"]
    assert refusals["a stranger"][0].headers["WWW-Authenticate"].startswith("Bearer")


def test_an_error_says_what_to_do(desk: Client, in_acme: Tenant) -> None:
    reader = Program("conversations:read", "skills:write", "channels:write")
    assert "without the slash" in error(desk.get("/api/v1/conversations/"))["message"]
    status = error(reader.get("conversations?status=closed"))
    assert (status["message"], status["param"]) == ("status: “closed” is none of open, snoozed, resolved.", "status")
    assert error(reader.get("conversations?view=mine_too"))["message"].endswith(
        "There are waiting, mine, unassigned, team, all, mentions, snoozed, sla, held, assistant, tasks, resolved."
    )
    assert "orders.find" in error(reader.post("connector/test", {"kind": "orders"}))["message"]
    nobody = error(reader.post("conversations", {"client_id": str(cast.new_id()), "text": "Hello", "customer": {}}))
    assert nobody["message"] == "customer: say who it is, by id, external_id, email or name."
    nothing = reader.client.put("/api/v1/conversations", headers={"authorization": f"Bearer {reader.secret}"})
    assert (nothing.status_code, error(nothing)["code"]) == (405, "method_not_allowed")
    assert "GET" in nothing.headers["Allow"]


def test_a_browser_without_the_proof_of_its_page_is_told_so(in_acme: Tenant) -> None:
    bob = cast.agent("bob")
    careful = HostClient("acme.localhost")
    careful.cookies = cast.signed_in(HostClient("acme.localhost"), bob.email).cookies
    careful.handler.enforce_csrf_checks = True
    reply = careful.patch("/api/v1/account", {"name": "Eve"}, content_type=JSON)
    assert (reply.status_code, error(reply)["code"]) == (403, "forbidden")
    bob.refresh_from_db()
    assert bob.name == "Bob Example"


def test_what_breaks_is_told_in_the_shape_of_the_interface_there_alone(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(Teams, "get", broken)
    desk.raise_request_exception = False
    reply = desk.get("/api/v1/teams")
    assert (reply.status_code, error(reply)["code"]) == (500, "internal_error")
    assert int(reply.headers["X-RateLimit-Remaining"]) < int(reply.headers["X-RateLimit-Limit"])
    page = desk.get("/nowhere/")
    assert (page.status_code, page.headers["Content-Type"].partition(";")[0]) == (404, "text/html")


def test_a_body_that_no_server_takes_is_refused_under_an_id() -> None:
    head, _, body = bounded.refusal().decode().partition("\r\n\r\n")
    made = body.partition('"request_id": "')[2].partition('"')[0]
    assert made.startswith("req_")
    assert f"X-Request-Id: {made}" in head
    assert f"Content-Length: {len(body)}" in head
    assert bounded.refusal() != bounded.refusal()


def test_a_file_may_be_asked_for_by_its_kind(desk: Client) -> None:
    kinds = {"text/csv": 200, "text/csv;q=0.9, text/html": 200, "*/*": 200, "application/json": 200, "text/html": 406}
    for accept, status in kinds.items():
        reply = desk.get("/api/v1/canned_responses/table", headers={"accept": accept})
        assert (accept, reply.status_code) == (accept, status)
