"""How often one may ask: counted by token, session and visitor, told on every reply, refused beyond it."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from agents.models import ApiToken, IdempotentRequest
from conversations.door import asking
from conversations.models import Customer, CustomerNote
from conversations.widget import visitors
from tenants import hosts
from tenants.current import connection
from tenants.limits import counting, in_postgres
from tenants.limits.allowance import STRETCH, STRETCHES, Counted, Limit, stretch_of, told
from tenants.limits.in_postgres import InPostgres
from tenants.limits.in_redis import PREFIX, InRedis
from tenants.models import Tenant
from tenants.openapi import document
from tests.clients import HostClient
from tests.polling import Poll
from tests.ports import free_port
from tests.requests.conftest import JSON, Program, post
from tests.sockets import cookie, run
from tests.with_redis import redis_server

MOST = 7
WHO = b"somebody"
steps = st.lists(st.tuples(st.integers(0, 15), st.integers(1, 9)), max_size=12)


class Postgres(InPostgres):
    """Counts that can be made older."""

    def age(self, stretches: int) -> None:
        """Let what was counted have been counted so much earlier."""
        self._open().execute("UPDATE public.baton_asked SET newest = newest - %s", [stretches])

    def empty(self) -> None:
        """Forget all."""
        self._open().execute("DELETE FROM public.baton_asked")


class Redis(InRedis):
    """Counts that can be made older."""

    def age(self, stretches: int) -> None:
        """Let what was counted have been counted so much earlier."""
        key, kept = PREFIX + WHO, self._client.hgetall(PREFIX + WHO)
        self._client.delete(key)
        for stretch, many in kept.items():
            self._client.hset(key, int(stretch) - stretches, many)

    def empty(self) -> None:
        """Forget all."""
        self._client.flushall()


Counter = Postgres | Redis


@pytest.fixture(params=["postgres", "redis"])
def counter(request: pytest.FixtureRequest, db: None) -> Iterator[Counter]:
    """Either counter, empty."""
    if request.param == "postgres":
        made: Counter = Postgres()
        made.empty()
        yield made
        made.close()
    else:
        with redis_server() as url:
            made = Redis(url)
            yield made
            made.close()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=steps)
def test_no_minute_has_more_than_the_limit_and_no_request_is_refused_below_it(
    counter: Counter, steps: list[tuple[int, int]]
) -> None:
    counter.empty()
    let_in: list[int] = []  # the stretch of each
    for ago, many in steps:
        counter.age(ago)
        let_in = [stretch - ago for stretch in let_in]
        for _ in range(many):
            seen = counter.count(WHO, MOST)
            now = stretch_of(seen.now)
            recent = [stretch for stretch in let_in if stretch > now - STRETCHES]
            assert seen.let_in == (len(recent) < MOST)
            if seen.let_in:
                let_in.append(now)
            said = told(Limit("test", MOST), seen)
            assert said.remaining == MOST - len(recent) - seen.let_in
            if said.retry_after is not None:
                gone_at = (min(recent) + STRETCHES) * STRETCH
                assert said.retry_after - 1 <= max(1, gone_at - seen.now) <= max(1, said.retry_after)


def test_many_at_once_are_counted_one_by_one(counter: Counter) -> None:
    with ThreadPoolExecutor(8) as threads:
        seen = list(threads.map(lambda _: counter.count(WHO, 50).let_in, range(80)))
    assert sum(seen) == 50


def test_what_is_told_follows_from_the_counts() -> None:
    now = 1_000_003.0
    newest = stretch_of(now)
    seen = Counted(let_in=True, newest=newest, counts=[1, 0, 2, *[0] * 9, 3], now=now)
    said = told(Limit("test", 10), seen)
    assert (said.remaining, said.reset, said.retry_after) == (4, 1_000_065, None)
    over = told(Limit("test", 6), Counted(let_in=False, newest=newest, counts=seen.counts, now=now))
    assert (over.remaining, over.retry_after) == (0, 2), "the oldest stretch ends at 1,000,005"
    long_ago = told(Limit("test", 6), Counted(let_in=True, newest=newest - 20, counts=[5], now=now))
    assert (long_ago.remaining, long_ago.reset) == (6, 1_000_003)


@dataclass
class Said:
    """What of a reply is looked at."""

    headers: dict[str, str]


def left(reply: Any) -> tuple[int, int]:
    """The limit and what is left of it, from the headers; the moment of the third must be near."""
    assert time.time() - 1 <= int(reply.headers["X-RateLimit-Reset"]) <= time.time() + STRETCH * STRETCHES + 1
    return int(reply.headers["X-RateLimit-Limit"]), int(reply.headers["X-RateLimit-Remaining"])


def spend(who: str, limit: Limit) -> None:
    """Ask as often as the limit allows."""
    while counting.charge(f"acme:{who}", limit).retry_after is None:
        pass


def test_a_token_has_its_own_limit_and_beyond_it_nothing_is_done(
    program: Program, desk: Client, carol: Customer
) -> None:
    one, other = program("customers:read", "customers:write"), program("customers:read", name="Other")
    first, second = one.get("/api/v1/customers"), one.get("/api/v1/customers")
    assert [left(reply) for reply in (first, second)] == [(600, 599), (600, 598)]
    spend(str(ApiToken.objects.get(name="Warehouse").id), asking.TOKEN)
    refused = post(one, f"customers/{carol.id}/notes", "a-key", text="Calls in the morning")
    assert (refused.status_code, left(refused)) == (429, (600, 0))
    assert 1 <= int(refused.headers["Retry-After"]) <= STRETCH * STRETCHES
    error = refused.json()["error"]
    assert (error["type"], error["code"]) == ("rate_limit_error", "rate_limited")
    assert error["request_id"] == refused.headers["X-Request-Id"]
    assert not CustomerNote.objects.exists()
    assert not IdempotentRequest.objects.exists(), "the key is free"
    assert left(other.get("/api/v1/customers")) == (600, 599), "another token has its own"
    assert left(desk.get("/api/v1/customers"))[0] == asking.SESSION.most


def test_a_session_and_a_visitor_have_theirs(desk: Client, carol: Customer) -> None:
    first, second = desk.get("/api/v1/me"), desk.post("/api/v1/nothing")
    assert [left(reply) for reply in (first, second)] == [(1200, 1199), (1200, 1198)], "404 counts, and says so"
    visitor = HostClient("acme.localhost", HTTP_AUTHORIZATION=f"Bearer {visitors.token(carol)}")
    assert left(post(visitor, "widget/typing", active=True)) == (300, 299)
    spend(f"{carol.id}.0", asking.VISITOR)
    assert post(visitor, "widget/typing", active=True).status_code == 429
    assert desk.get("/api/v1/me").status_code == 200


def test_what_proves_nothing_is_counted_by_network(acme_client: Client, carol: Customer) -> None:
    def ask(address: str, **headers: str) -> tuple[int, int]:
        reply = acme_client.get("/api/v1/me", REMOTE_ADDR=address, headers=headers)
        assert reply.status_code == 401
        return left(reply)

    foreign = {"tenant": "globex", "customer": "cus_1", "language": "en"}
    made_up = [
        {},
        {"authorization": "Bearer baton_made-up"},
        {"authorization": "Bearer made.up"},
        {"authorization": f"Bearer {signing.dumps(foreign, salt=visitors.SALT)}"},
        {"cookie": "sessionid=made-up"},
        {"authorization": "Basic made-up"},
    ]
    told = [ask("192.0.2.7", **headers) for headers in made_up]
    assert told == [(1200, 1199 - place) for place in range(len(made_up))], (
        "whoever draws new credentials gains nothing"
    )
    assert ask("192.0.2.8") == (1200, 1199)
    assert [ask("2001:db8::1"), ask("2001:db8::ffff"), ask("2001:db8:0:1::1")] == [
        (1200, 1199),
        (1200, 1198),
        (1200, 1199),
    ]
    hello = acme_client.post("/api/v1/widget/hello", {}, content_type=JSON, REMOTE_ADDR="192.0.2.7")
    assert left(hello)[1] == 1199 - len(made_up)
    spend("192.0.2.7", counting.ADDRESS)
    visitor = {"authorization": f"Bearer {visitors.token(carol)}"}
    assert acme_client.get("/api/v1/me", REMOTE_ADDR="192.0.2.7").status_code == 429
    typed = acme_client.post(
        "/api/v1/widget/typing", {"active": True}, content_type=JSON, REMOTE_ADDR="192.0.2.7", headers=visitor
    )
    assert (typed.status_code, left(typed)) == (204, (300, 299)), "who is known does not pay for the neighbours"


def test_every_reply_says_what_is_left(acme: Tenant, acme_client: Client, public_client: Client) -> None:
    doors = [
        (acme_client, "me", 401),
        (acme_client, "nothing", 404),
        (acme_client, "openapi.json", 200),
        (public_client, "nothing", 404),
        (HostClient("nobody.localhost"), "nothing", 404),
    ]
    for client, path, status in doors:
        reply = client.get(f"/api/v1/{path}", REMOTE_ADDR="198.51.100.1")
        assert (path, reply.status_code, left(reply)[0]) == (path, status, 1200)
    Tenant.objects.filter(pk=acme.pk).update(suspended_at=timezone.now())
    hosts.forget()
    closed = acme_client.get("/api/v1/me", REMOTE_ADDR="198.51.100.1")
    assert (closed.status_code, left(closed)[0]) == (403, 1200)
    assert "X-RateLimit-Limit" not in acme_client.get("/sign-in/").headers


def test_nobody_is_held_up_where_nothing_can_be_counted(
    acme_client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Redis is away, and PostgreSQL does not let the counter in; the application's own session goes on."""
    nobody = f"redis://127.0.0.1:{free_port()}/0"
    settings.REDIS_URL = nobody
    counting.close()
    assert left(acme_client.get("/api/v1/me", REMOTE_ADDR="203.0.113.1"))[1] == 1199, "PostgreSQL counts instead"
    counting.close()
    monkeypatch.setattr(in_postgres, "_connect", _refuse)
    replies = [acme_client.get("/api/v1/me", REMOTE_ADDR="203.0.113.1") for _ in range(2)]
    assert [(reply.status_code, left(reply)) for reply in replies] == [(401, (1200, 1200))] * 2
    counting.close()


def _refuse() -> psycopg.Connection:
    raise psycopg.OperationalError


def test_counts_that_stand_for_nothing_go(db: None) -> None:
    counter = Postgres()
    counter.count(b"of now", 1)
    counter.count(b"of then", 1)
    counter._open().execute("UPDATE public.baton_asked SET newest = newest - 20 WHERE who = 'of then'")
    counter.forget_old()
    with connection.cursor() as cursor:
        cursor.execute("SELECT who FROM public.baton_asked WHERE who IN ('of now', 'of then')")
        assert [bytes(who) for (who,) in cursor.fetchall()] == [b"of now"]
    counter.close()


def test_polls_that_no_view_sees_are_counted_with_all_else(own_database: str, desk: Client, carol: Customer) -> None:
    visitor, session = visitors.token(carol), desk.cookies["sessionid"].value
    replies: list[tuple[int, tuple[int, int], str]] = []

    async def story() -> None:
        for path, how in (
            ("updates?wait=0", {"cookie": cookie(session)}),
            ("widget/events?wait=0", {"token": visitor}),
            ("updates?wait=x", {"cookie": cookie(session)}),
            ("updates", {"cookie": cookie(session), "method": "POST"}),
            ("updates?wait=0", {"cookie": "sessionid=made-up"}),
            ("updates?wait=0", {"host": "nobody.localhost"}),
        ):
            reply = await Poll(f"/api/v1/{path}", **how).get()
            headers = {name.title().replace("Ratelimit", "RateLimit"): value for name, value in reply.headers.items()}
            replies.append((reply.status, left(Said(headers)), headers.get("Allow", "")))

    run(story)
    assert [(status, limit[0]) for status, limit, _ in replies] == [
        (200, 1200),
        (200, 300),
        (422, 1200),
        (405, 1200),
        (401, 1200),
        (404, 1200),
    ]
    assert replies[3][2] == "GET"
    assert left(desk.get("/api/v1/me"))[1] == 1198, "one poll, and this"


def test_the_document_names_the_headers(desk: Client) -> None:
    told = desk.get("/api/v1/openapi.json").json()
    for method, path, said in document.operations(told):
        names = {one["name"] for one in said.get("parameters", []) if one["in"] == "header"}
        assert ("Idempotency-Key" in names) == (method == "POST" and bool(said["security"])), path
        for status, answer in said["responses"].items():
            there = told["components"]["responses"][f"Error{status}"] if "$ref" in answer else answer
            assert {"X-Request-Id", "X-RateLimit-Limit"} <= set(there["headers"]), (path, status)
    assert "Retry-After" in told["components"]["responses"]["Error429"]["headers"]
