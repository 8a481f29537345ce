"""The same POST at the same moment, cut off, a day later, with another body, by another: done once for each key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pytest_django import Settings

from agents import idempotency
from agents.idempotency import Answer, Begun
from agents.models import Agent, IdempotentRequest, Role
from conversations.models import CustomerNote
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient
from tests.properties.playing import play
from tests.properties.together import Together
from tests.requests.conftest import post

keys = st.integers(0, 2)  # few, so that they come again
people = st.integers(0, 1)
words = st.sampled_from(["Vegan", "Calls in the morning"])
REUSED, BUSY, UNKNOWN = (f"idempotency_{what}" for what in ("key_reused", "in_progress", "outcome_unknown"))


@dataclass
class Meant:
    """What a key stands for; without an answer while it is under way, or when it was cut off."""

    text: str
    answer: bytes | None = None
    lost: bool = False


class Sending(RuleBasedStateMachine):
    """Two people who send notes under keys, and send them again."""

    threads: Together  # given by the test
    senders: tuple[Agent, Agent]
    desks: tuple[Client, Client]
    path: str

    def __init__(self) -> None:
        super().__init__()
        CustomerNote.objects.all().delete()
        self.name = uuid4().hex
        self.known: dict[tuple[int, int], Meant] = {}
        self.under_way: dict[tuple[int, int], tuple[Begun, bytes]] = {}
        self.written: list[str] = []

    def key(self, number: int) -> str:
        """A key of this example."""
        return f"{self.name} {number}"

    def send(self, who: int, number: int, text: str) -> Any:
        """The reply to one POST, on the connection of this thread."""
        browser = HostClient("acme.localhost")
        browser.cookies = self.desks[who].cookies
        return post(browser, self.path, self.key(number), text=text)

    @rule(who=people, number=keys, text=words)
    def sends(self, who: int, number: int, text: str) -> None:
        """One request."""
        self.judge((who, number), text, self.send(who, number, text))

    @rule(who=people, number=keys, texts=st.lists(words, min_size=2, max_size=4))
    def sends_at_once(self, who: int, number: int, texts: list[str]) -> None:
        """Several requests under one key, which may differ: one of them is carried out, if none was before."""
        sends: list[Callable[[], Any]] = [partial(self.send, who, number, text) for text in texts]
        replies = self.threads.do(sends)
        known = (who, number) in self.known
        for text, reply in sorted(zip(texts, replies, strict=True), key=_done_first):
            assert not isinstance(reply, Exception), reply
            if not known and reply.status_code == 409 and reply.json()["error"]["code"] == BUSY:
                assert self.known[who, number].text == text
                assert reply.headers["Retry-After"] == "1"
                continue
            self.judge((who, number), text, reply)

    @rule(who=people, number=keys, text=words)
    def is_cut_off(self, who: int, number: int, text: str) -> None:
        """The process dies between the work and the answer, or before the work."""
        if (who, number) in self.known:
            return
        reply = self.send(who, number, text)
        self.judge((who, number), text, reply)
        row = IdempotentRequest.objects.latest("begun_at")
        IdempotentRequest.objects.filter(pk=row.pk).update(status=None, answer="", content_type="")
        self.known[who, number].answer = None
        self.under_way[who, number] = Begun(row.digest, row.run), reply.content

    @rule(who=people, number=keys)
    def the_lease_runs_out(self, who: int, number: int) -> None:
        """Nobody waits for it any more."""
        if (who, number) in self.under_way:
            self.move(who, number, idempotency.LEASE + timedelta(seconds=1))
            self.known[who, number].lost = True

    @rule(who=people, number=keys)
    def the_answer_comes_late(self, who: int, number: int) -> None:
        """It was only slow."""
        begun, body = self.under_way.pop((who, number), (None, b""))
        if begun is not None:
            idempotency.keep(begun, Answer(201, "application/json", body))
            self.known[who, number].answer = body

    @rule(who=people, number=keys)
    def a_day_passes(self, who: int, number: int) -> None:
        """The key stands for nothing any more; what still runs under it says nothing for another."""
        if (who, number) in self.known and (who, number) not in self.under_way:
            self.move(who, number, idempotency.KEPT_FOR + timedelta(seconds=1))
            del self.known[who, number]

    def move(self, who: int, number: int, ago: timedelta) -> None:
        """Let the request under this key have begun so long ago."""
        mine = idempotency._digest(str(self.senders[who].id), self.key(number))
        assert IdempotentRequest.objects.filter(pk=mine).update(begun_at=timezone.now() - ago) == 1

    def judge(self, key: tuple[int, int], text: str, reply: Any) -> None:
        """The first is carried out; the same again has the same answer; all else is refused."""
        meant = self.known.get(key)
        if meant is None:
            assert (reply.status_code, reply.headers.get("Idempotent-Replayed")) == (201, None), reply.content
            assert reply.json()["text"] == text
            self.known[key] = Meant(text, reply.content)
            self.written.append(text)
        elif meant.text != text:
            assert code(reply) == REUSED
        elif meant.answer is not None:
            assert (reply.status_code, reply.content) == (201, meant.answer)
            assert reply.headers["Idempotent-Replayed"] == "true"
        else:
            assert code(reply) == (UNKNOWN if meant.lost else BUSY)

    @invariant()
    def each_was_done_once(self) -> None:
        """What stands there is what was carried out."""
        assert sorted(CustomerNote.objects.values_list("text", flat=True)) == sorted(self.written)


def code(reply: Any) -> str:
    """The code of a 409."""
    assert reply.status_code == 409, reply.content
    return str(reply.json()["error"]["code"])


def _done_first(one: tuple[str, Any]) -> bool:
    return getattr(one[1], "status_code", 0) != 201 or "Idempotent-Replayed" in one[1].headers


def test_a_post_with_a_key_is_done_once_however_it_is_sent(own_database: str, acme: Tenant, settings: Settings) -> None:
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != "conversations.door.limiting.Limits"]
    with current.entered(acme), Together(acme, 4) as threads:
        alice, bob = cast.agent("alice", Role.ADMIN), cast.agent("bob")
        Sending.threads, Sending.senders = threads, (alice, bob)
        Sending.desks = (
            cast.signed_in(HostClient("acme.localhost"), alice.email),
            cast.signed_in(HostClient("acme.localhost"), bob.email),
        )
        Sending.path = f"customers/{cast.customer().id}/notes"
        play(Sending, share=0.25)
