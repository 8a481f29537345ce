"""Admins choose the engine; the key goes in, is sealed, and never comes out."""

import json
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from agents.models import Agent, Role
from assistant.engines import calls, wishes
from assistant.engines.calls import Purpose, Taken
from assistant.models import AssistantSettings, Engine, ModelCall
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.model_server.listening import KEY
from tests.model_server.serving import closed_port, says, serving

ADDRESS = "/api/v1/assistant/engine"
MODEL = {"model_address": "https://llm.example.com/v1", "model_name": "a-model", "model_key": KEY}


@pytest.fixture
def desk(in_acme: Tenant, acme_client: Client) -> Client:
    """Alice, an admin, at her desk."""
    return cast.signed_in(acme_client, cast.agent("alice", Role.ADMIN).email)


def _patch(desk: Client, **fields: Any) -> Any:
    return desk.patch(ADDRESS, json.dumps(fields), content_type="application/json")


def _test(desk: Client, **fields: Any) -> Any:
    return desk.post(f"{ADDRESS}/test", json.dumps(fields), content_type="application/json")


def test_at_first_it_is_batons_own(desk: Client) -> None:
    found = desk.get(ADDRESS).json()
    assert found["engine"] == "embedded"
    assert (found["has_key"], found["failures"], found["used_today"]) == (False, [], 0)
    assert found["left_alone_seconds"] is None


def test_the_key_is_sealed_and_never_shown(desk: Client, in_acme: Tenant) -> None:
    response = _patch(desk, engine="language_model", **MODEL)
    assert response.status_code == 200, response.json()
    assert response.json()["has_key"] is True
    stored = AssistantSettings.objects.get()
    assert KEY not in stored.model_key
    assert wishes.charged(stored).endpoint.key == KEY
    assert KEY not in repr(wishes.charged(stored))
    for page in (response, desk.get(ADDRESS), desk.get("/api/v1/audit")):
        assert KEY not in page.content.decode()
        assert stored.model_key not in page.content.decode()
    entry = AuditEntry.objects.get(action="assistant.changed")
    assert entry.changes["model_secret"] == ["(not shown)", "(not shown)"]
    assert entry.changes["engine"] == ["embedded", "language_model"]


def test_a_key_is_not_sent_to_another_address(desk: Client) -> None:
    _patch(desk, **MODEL)
    refused = _patch(desk, model_address="https://evil.example/v1")
    assert refused.status_code == 422
    assert refused.json()["error"]["param"] == "model_key"
    assert AssistantSettings.objects.get().model_address == MODEL["model_address"]
    assert _patch(desk, model_address="https://other.example/v1", model_key="").status_code == 200
    assert AssistantSettings.objects.get().model_key == ""


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"engine": "language_model"}, "model_address"),
        ({"engine": "language_model", "model_address": "https://llm.example.com/v1"}, "model_name"),
        ({"model_address": "http://llm.example.com/v1"}, "model_address"),
        ({"model_address": "no address"}, "model_address"),
        ({"model_key": "a\nb"}, "model_key"),
        ({"model_key": "ключ"}, "model_key"),
        ({"tokens_per_day": -1}, "tokens_per_day"),
        ({"engine": "magic"}, "engine"),
        ({"translates": True}, "translates"),
    ],
)
def test_what_cannot_be_is_refused(desk: Client, fields: dict[str, Any], param: str) -> None:
    refused = _patch(desk, **fields)
    assert refused.status_code == 422
    assert refused.json()["error"]["param"] == param
    assert not AssistantSettings.objects.exclude(engine=Engine.EMBEDDED, model_address="").exists()


def test_a_supervisor_reads_and_does_not_change(in_acme: Tenant, acme_client: Client) -> None:
    desk = cast.signed_in(acme_client, cast.agent("erin", Role.SUPERVISOR).email)
    assert desk.get(ADDRESS).status_code == 200
    assert _patch(desk, tokens_per_day=5).status_code == 403
    assert _test(desk).status_code == 403
    assert not AssistantSettings.objects.filter(tokens_per_day=5).exists()


def test_the_connection_is_tried_without_storing_anything(desk: Client, settings: LazySettings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with serving(says("", action="unsure")) as server:
        found = _test(desk, model_address=server.address, model_name="test-model", model_key=KEY).json()
    assert (found["ok"], found["problem"]) == (True, None)
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert not AssistantSettings.objects.exclude(model_address="").exists()
    assert ModelCall.objects.get().purpose == "test"


def test_the_stored_key_goes_to_the_stored_address_alone(desk: Client, settings: LazySettings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    with serving(says("", action="unsure")) as server, serving(says("", action="unsure")) as other:
        _patch(desk, model_address=server.address, model_name="test-model", model_key=KEY)
        assert _test(desk).json()["ok"] is True
        assert _test(desk, model_address=other.address).json()["ok"] is True
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert "authorization" not in other.headers[0]


def test_a_test_that_fails_says_why(desk: Client, settings: LazySettings) -> None:
    settings.BATON_ALLOW_LOOPBACK = True
    found = _test(desk, model_address=f"http://127.0.0.1:{closed_port()}/v1", model_name="x").json()
    assert (found["ok"], found["why"]) == (False, "unreachable")
    assert "spelled right" in found["problem"]
    assert _test(desk).status_code == 422


def test_use_and_failures_are_shown(desk: Client) -> None:
    purpose = Purpose("conv_1", "cus_1")
    calls.end(calls.begin(purpose, model="m", reserved=Taken(1)), "answered", Taken(100, 20, 5, 10))
    calls.end(calls.begin(purpose, model="m", reserved=Taken(1)), "busy", Taken(100, 0, None, 10))
    found = desk.get(ADDRESS).json()
    assert (found["used_today"], found["calls_today"]) == (220, 2)
    assert [(one["why"], one["conversation_id"]) for one in found["failures"]] == [("busy", "conv_1")]
    assert "too often" in found["failures"][0]["says"]


def test_globex_has_its_own(desk: Client, globex_client: Client, globex: Tenant, agent_of_globex: Agent) -> None:
    _patch(desk, engine="language_model", **MODEL)
    theirs = cast.signed_in(globex_client, agent_of_globex.email).get(ADDRESS).json()
    assert (theirs["engine"], theirs["model_address"], theirs["has_key"]) == ("embedded", "", False)


def test_translations_are_there_with_a_model_alone(desk: Client) -> None:
    assert _patch(desk, engine="language_model", **MODEL, translates=True).json()["translates"] is True
    assert AuditEntry.objects.get(action="assistant.changed").changes["translates"] == [False, True]
    assert _patch(desk, engine="embedded").json()["translates"] is False
