"""The Python client: against the running Baton, and against a peer that answers as badly as networks do."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.utils import timezone
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from baton_client import (
    ApiError,
    Client,
    ConflictError,
    ConnectionFailedError,
    InvalidRequestError,
    InvalidSignatureError,
    NotFoundError,
    Page,
    RateLimitedError,
    Retries,
    ServerError,
    webhooks,
)
from tenants import signing
from tests.interface import programs
from tests.running import Running
from tests.webhooks.receiver import Act, Receiver, answers, receiving, resets

TOKEN, CLIENT_ID = "baton_a-secret", "6c0a4c7e-1f52-4f0e-8f0b-1f6f4f1f0002"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def peer() -> Iterator[Receiver]:
    """Something that answers instead of Baton."""
    with receiving() as made:
        yield made


@pytest.fixture
def waits() -> list[float]:
    """How long the client would have waited, each time."""
    return []


@pytest.fixture
def client(peer: Receiver, waits: list[float]) -> Iterator[Client]:
    """A client of the peer, which does not really wait."""
    with Client(f"http://127.0.0.1:{peer.port}", token=TOKEN, retries=Retries(sleep=waits.append)) as made:
        yield made


def told(status: int, said: Any, **headers: str) -> Act:
    """An answer in JSON."""
    plain = {"Content_Type": "application/json", "Connection": "close"}
    return answers(status, json.dumps(said).encode(), **plain, **headers)


def error(status: int, code: str, **headers: str) -> Act:
    """An error as the interface has it."""
    facts = {"type": "api_error", "code": code, "message": "Not now.", "param": None, "request_id": "req_7"}
    return told(status, {"error": facts}, **headers)


def page(*ids: str, then: str | None = None) -> Act:
    """A page of a list."""
    return told(200, {"data": [{"id": one} for one in ids], "has_more": then is not None, "next_cursor": then})


def test_the_running_baton_is_called_by_name(running_baton: Running, running_database: str) -> None:
    program = programs.of_the_demo(running_baton)
    with Client(program.host, token=program.token) as baton:
        talks = baton.conversations.list(limit=2)
        assert isinstance(talks, Page)
        behind = talks.next()
        assert behind is not None
        assert {one["id"] for one in talks.data}.isdisjoint(one["id"] for one in behind.data)

        talk, agent = talks.data[0]["id"], baton.agents.list()["data"][0]
        sent = [
            baton.conversations.notes.create(
                talk, client_id=CLIENT_ID, text="Checked.", agent=agent["id"], idempotency_key="note-1"
            )
            for _ in range(2)
        ]
        note = sent[0]
        assert sent == [note, note]
        assert (note["author"]["id"], note["text"]) == (agent["id"], "Checked.")

        with pytest.raises(InvalidRequestError) as wrong:
            baton.conversations.list(limit=1000)
        assert (wrong.value.status, wrong.value.param) == (422, "limit")
        with pytest.raises(NotFoundError, match="req_"):
            baton.customers.get("cus_01ja0000000000000000000000")


def test_what_fails_in_passing_is_tried_again_with_the_same_key(
    peer: Receiver, client: Client, waits: list[float]
) -> None:
    peer.acts += [resets, error(503, "unavailable"), error(409, "idempotency_in_progress", Retry_After="2")]
    peer.then = told(201, {"conversation_id": "conv_1"})
    made = client.conversations.create(customer={"external_id": "user-1"}, client_id="1", text="Hello")
    assert made["conversation_id"] == "conv_1"
    assert len({one.headers["idempotency-key"] for one in peer.got}) == 1
    assert len({one.body for one in peer.got}) == 1
    assert len(peer.got) == 4
    assert 0.25 <= waits[0] <= 0.5 <= waits[1] <= 1
    assert waits[2] == 2


def test_who_asks_to_be_left_alone_is_and_for_long_is_told_at_once(
    peer: Receiver, client: Client, waits: list[float]
) -> None:
    peer.acts += [error(429, "rate_limited", Retry_After="7")]
    peer.then = error(429, "rate_limited", Retry_After="3600")
    with pytest.raises(RateLimitedError):
        client.agents.list()
    assert (waits, len(peer.got)) == ([7], 2)


def test_what_would_fail_just_so_again_is_not_tried_again(peer: Receiver, client: Client, waits: list[float]) -> None:
    peer.acts += [error(409, "stale_epoch")]
    with pytest.raises(ConflictError) as stale:
        client.conversations.resolve("conv_1", epoch=1)
    assert (stale.value.code, stale.value.request_id) == ("stale_epoch", "req_7")
    peer.then = answers(502, b"<h1>Bad gateway</h1>", Connection="close", X_Request_Id="req_8")
    with pytest.raises(ServerError, match=r"502 unexpected, req_8"):
        client.conversations.get("a/b")
    assert peer.got[-1].head.startswith("GET /api/v1/conversations/a%2Fb ")
    assert (len(peer.got), len(waits)) == (5, 3)


def test_answers_in_another_form_are_errors_too(peer: Receiver, client: Client) -> None:
    for status, body in ((422, b"[1]"), (404, b"{"), (301, b"")):
        peer.acts.append(answers(status, body, Content_Type="application/json", Connection="close"))
        with pytest.raises(ApiError) as wrong:
            client.agents.list()
        assert (wrong.value.status, wrong.value.code) == (status, "unexpected")


def test_who_cannot_be_reached_is_told_so(waits: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    once = Retries(most=1, sleep=waits.append)
    with (
        Client(f"http://127.0.0.1:{port}", token=TOKEN, retries=once) as client,
        pytest.raises(ConnectionFailedError, match="GET /agents"),
    ):
        client.agents.list()
    assert len(waits) == 1


def test_a_name_below_localhost_is_this_machine_also_where_nobody_resolves_it(peer: Receiver) -> None:
    peer.then = told(200, {"data": []})
    with Client(f"http://demo.localhost:{peer.port}/", token=TOKEN) as client:
        client.agents.list()
    assert peer.got[0].headers["host"] == f"demo.localhost:{peer.port}"


def test_a_list_goes_on_by_itself_and_asks_the_same(peer: Receiver, client: Client) -> None:
    peer.acts += [page("conv_1", "conv_2", then="abc"), page("conv_3")]
    assert [one["id"] for one in client.conversations.list(status=["open"], limit=2)] == ["conv_1", "conv_2", "conv_3"]
    peer.acts += [page("conv_4")]
    assert client.conversations.list()["data"] == [{"id": "conv_4"}]
    assert "status=open&limit=2 " in peer.got[0].head
    assert "status=open&limit=2&cursor=abc " in peer.got[1].head


def test_the_token_is_in_no_error_and_in_no_picture_of_the_client(peer: Receiver, client: Client) -> None:
    peer.then = error(401, "invalid_token")
    with pytest.raises(ApiError) as refused:
        client.agents.list()
    assert peer.got[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in f"{refused.value!r} {refused.value} {client!r}"
    for bad in (f"{TOKEN}\n", "", "baton_ä"):
        with pytest.raises(ValueError, match="The token is empty") as wrong:
            Client("https://acme.baton.example", token=bad)
        assert TOKEN not in str(wrong.value)
    with pytest.raises(ValueError, match="begins with https"):
        Client("acme.baton.example", token=TOKEN)


def test_only_connections_of_its_own_are_closed() -> None:
    with httpx.Client() as http:
        with Client("https://acme.baton.example", token=TOKEN, http=http):
            pass
        assert not http.is_closed


def test_webhooks_are_checked_as_the_public_library_does() -> None:
    body, now = b'{"type": "message.created", "data": {}}', timezone.now()
    ours = signing.headers(body, id="evt_1", at=now, keys=[signing.secret(), SECRET])
    assert Webhook(SECRET).verify(body, dict(ours)) == webhooks.verify(body, ours, SECRET)
    theirs = {
        "Webhook-Id": "evt_1",
        "Webhook-Timestamp": str(int(now.timestamp())),
        "Webhook-Signature": Webhook(SECRET).sign("evt_1", now, body.decode()),
    }
    assert webhooks.verify(body, theirs, SECRET)["type"] == "message.created"
    old = signing.headers(body, id="evt_1", at=now.replace(year=2020), keys=[SECRET])
    wrong = [
        (body + b" ", ours),
        (body, {**ours, "webhook-id": "evt_2"}),
        (body, {**ours, "webhook-signature": "v1,AAAA v2,x"}),
        (body, {}),
        (body, old),
    ]
    for changed, headers in wrong:
        with pytest.raises(InvalidSignatureError):
            webhooks.verify(changed, headers, SECRET)
        with pytest.raises(WebhookVerificationError):
            Webhook(SECRET).verify(changed, dict(headers))
    with pytest.raises(InvalidSignatureError):  # the public library stumbles over it
        webhooks.verify(body, {**ours, "webhook-signature": "v1,é"}, SECRET)
