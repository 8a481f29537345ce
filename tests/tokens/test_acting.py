"""A program acts for an agent: the token's scope and the agent's own rights both count, and both are on record."""

import pytest

from agents.acting import HEADER
from agents.models import Agent, Role
from conversations.models import Conversation, Message
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.tokens.program import Program, error


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of acme."""
    return cast.agent("bob")


@pytest.fixture
def talk(in_acme: Tenant) -> Conversation:
    """A conversation that the assistant holds."""
    cast.rules()
    return cast.says(cast.customer(), "Hello")


def reply(talk: Conversation) -> dict[str, str]:
    return {"client_id": str(cast.new_id()), "text": "I look into it."}


def test_what_it_says_for_an_agent_is_the_agents(bob: Agent, talk: Conversation) -> None:
    program = Program("conversations:write")
    sent = program.post(f"conversations/{talk.id}/messages", reply(talk), for_whom=bob)
    assert (sent.status_code, sent.json()["author"]["name"]) == (201, "Bob")
    talk.refresh_from_db()
    assert (talk.holder, talk.agent_id) == ("agent", bob.id)


def test_an_agent_who_is_not_there_to_act_for_changes_nothing(bob: Agent, talk: Conversation, globex: Tenant) -> None:
    with current.entered(globex):
        dave = cast.agent("dave")
    vera, gone = cast.agent("vera", Role.VIEWER), cast.agent("gone", Role.ADMIN)
    Agent.objects.filter(pk=gone.pk).update(is_active=False)
    program, path = Program("conversations:write", "people:read"), f"conversations/{talk.id}/messages"
    for whom, refused in [
        (None, (422, "agent_required", HEADER)),
        ("", (403, "agent_unknown", HEADER)),
        ("Bob", (403, "agent_unknown", HEADER)),
        (dave, (403, "agent_unknown", HEADER)),
        (gone, (403, "agent_inactive", HEADER)),
        (vera, (403, "agent_may_not", HEADER)),
    ]:
        assert error(program.post(path, reply(talk), for_whom=whom)) == refused
    assert error(program.post(f"conversations/{talk.id}/takeover", {"epoch": 1}, for_whom=bob))[:2] == (
        403,
        "scope_missing",
    )
    assert error(program.get("people", for_whom=vera))[1] == "agent_may_not", "they may do no more than the agent"
    assert error(program.get("account", for_whom=bob))[1] == "session_required"
    talk.refresh_from_db()
    assert (talk.holder, Message.objects.filter(conversation=talk).count()) == ("assistant", 1)


def test_a_person_needs_no_header_and_is_not_another_by_one(bob: Agent, talk: Conversation) -> None:
    alice, desk = cast.agent("alice", Role.ADMIN), Program().client
    desk.handler.enforce_csrf_checks = False
    cast.signed_in(desk, bob.email)
    sent = desk.post(
        f"/api/v1/conversations/{talk.id}/messages",
        reply(talk),
        content_type="application/json",
        headers={HEADER: str(alice.id)},
    )
    assert (sent.status_code, sent.json()["author"]["id"]) == (201, bob.id)


def test_the_audit_log_names_the_agent_and_the_token(in_acme: Tenant) -> None:
    alice, program = cast.agent("alice", Role.ADMIN), Program("audit:read", name="Shop sync")
    token = {"id": str(program.token.id), "name": "Shop sync"}
    for whom in (None, alice):
        assert program.get("audit/export", for_whom=whom).status_code == 200
    found = program.get(f"audit?actor={token['id']}&action=audit.exported").json()["data"]
    assert [entry["actor"] for entry in found] == [
        {"kind": "agent", "id": alice.id, "name": alice.name, "via": token},
        {"kind": "token", **token, "via": None},
    ]
    assert program.get(f"audit?actor={alice.id}&action=audit.exported").json()["data"] == found[:1]
    assert f"{alice.name},{token['id']},Shop sync," in b"".join(program.get("audit/export")).decode()
