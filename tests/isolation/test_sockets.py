"""Every operation of both sockets, for everybody who may come to their doors: what is another's stays another's."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async
from django.core import signing
from django.utils import timezone

from agents.models import Role
from agents.permissions import ORDER
from config import asgi
from conversations import frames
from conversations.widget import visitors
from tenants import hosts
from tenants.models import Tenant
from tests.isolation.removals import replaced
from tests.isolation.talks import SECRET, Talks, suspend
from tests.sockets import DESK, WIDGET, Peer, cookie, run

Json = dict[str, Any]
TALK = "{conversation}"
OF_DESK: list[tuple[str, Json, Role]] = [  # the operation, what it carries, and the least role that it is for
    ("watch", {"conversation_id": TALK, "last_seq": 0}, Role.VIEWER),
    ("unwatch", {"conversation_id": TALK}, Role.VIEWER),
    ("typing", {"conversation_id": TALK, "active": True}, Role.VIEWER),
    ("watch_control_room", {}, Role.SUPERVISOR),
    ("unwatch_control_room", {}, Role.VIEWER),
    ("presence", {"state": "online"}, Role.VIEWER),
    ("presence", {"state": "idle"}, Role.VIEWER),
    ("send", {"conversation_id": TALK, "client_id": "{uuid}", "text": "Hello"}, Role.AGENT),
    ("pong", {"n": 1}, Role.VIEWER),
]
OF_WIDGET: list[tuple[str, Json]] = [
    ("hello", {"token": None, "last_seq": 0}),
    ("send", {"client_id": "{uuid}", "text": "Hello"}),
    ("ask_person", {"client_id": "{uuid}"}),
    ("correct", {"client_id": "{uuid}", "seq": 1, "line": 0, "text": "It was another one"}),
    ("attributes", {"attributes": {"plan": "pro"}}),
    ("resume", {"last_seq": 0}),
    ("typing", {"active": True}),
    ("seen", {"seq": 1}),
    ("pong", {"n": 1}),
]
NOT_ALLOWED, NOT_HERE = "forbidden", "not_found"


def frame_of(op: str, carries: Json, conversation: str) -> Json:
    """The operation as it is sent."""
    names = {"conversation": conversation, "uuid": str(uuid4())}
    return {"op": op, **{k: v.format(**names) if isinstance(v, str) else v for k, v in carries.items()}}


async def told(peer: Peer, frame: Json) -> list[Json]:
    """All that comes back before the answer to an operation that does not exist, which is asked next."""
    await peer.put(**frame)
    await peer.put(op="no such thing")
    heard: list[Json] = []
    while not heard or "must be one of" not in heard[-1].get("error", {}).get("message", ""):
        heard.append(await peer.get(lambda _frame: True))
    return heard[:-1]


def codes(heard: list[Json]) -> list[str]:
    """The codes of the errors among the frames."""
    return [frame["error"]["code"] for frame in heard if frame.get("op") == "error"]


async def desk(talks: Talks, role: Role, conversation: str) -> list[str]:
    """Lines for what each operation answers wrongly to somebody of that role."""
    wrong = []
    async with Peer(DESK, cookie=cookie(talks.keys[role])) as peer:
        await peer.op("welcome")
        for op, carries, least in OF_DESK:
            heard = await told(peer, frame_of(op, carries, conversation))
            may, ours = ORDER.index(role) >= ORDER.index(least), conversation == talks.ours
            expected = expected_of(op, may=may, ours=ours)
            if codes(heard) not in expected:
                wrong.append(f"{op} as {role}: {codes(heard)}, not one of {expected}")
            if SECRET in str(heard):
                wrong.append(f"{op} as {role} shows what another company's customer wrote")
    return wrong


def expected_of(op: str, *, may: bool, ours: bool) -> list[list[str]]:
    """The codes of errors that are right: none where one may; a pong that nobody waits for is always an error."""
    if op == "pong":
        return [["parameter_invalid"]]
    if not may:
        return [[NOT_ALLOWED], [NOT_HERE]]
    return [[]] if ours or op not in {"watch", "send"} else [[NOT_HERE]]


def test_the_tables_list_every_operation_and_every_door() -> None:
    assert {op for op, _carries, _least in OF_DESK} == set(frames.OF_DESK)
    assert {op for op, _carries in OF_WIDGET} == set(frames.OF_WIDGET)
    assert set(asgi.SOCKETS) == {DESK.lstrip("/"), WIDGET.lstrip("/"), "<path:other>"}
    assert set(asgi.POLLS) == {"/api/v1/widget/events", "/api/v1/updates"}


@pytest.mark.parametrize("role", ORDER)
def test_each_role_does_what_it_may_and_nothing_of_another_companys(talks: Talks, role: Role) -> None:
    wrong: list[str] = []
    before = talks.stored()

    async def story() -> None:
        wrong.extend(await desk(talks, role, talks.ours))
        wrong.extend(await desk(talks, role, talks.theirs))

    run(story)
    assert wrong == []
    writes = int(role != Role.VIEWER)
    assert talks.stored()[1] == before[1]
    assert talks.stored()[0] >= before[0] + writes
    assert writes or talks.stored()[0] == before[0]


def closed_at(path: str, **how: Any) -> tuple[bool, int]:
    """Whether a door opens, and the code with which it is closed at once; 0 when it stays open."""
    seen: list[tuple[bool, int]] = []

    async def story() -> None:
        async with Peer(path, **how) as peer:
            if not peer.accepted:
                seen.append((False, 0))
                return
            if path.startswith(DESK):
                await peer.put(op="pong", n=1)
                first = await peer.line.receive_output(timeout=10)
                seen.append((True, first.get("code", 0) if first["type"] == "websocket.close" else 0))
            else:
                seen.append((True, 0))

    run(story)
    return seen[0]


def test_the_desk_opens_for_nobody_without_a_session_of_this_company(talks: Talks) -> None:
    assert closed_at(DESK) == (True, 4401)
    assert closed_at(DESK, cookie=cookie(talks.their_key)) == (True, 4401)
    assert closed_at(f"{DESK}?ticket={talks.their_ticket}") == (True, 4401)
    assert closed_at(DESK, cookie=cookie(talks.keys[Role.OWNER])) == (True, 0)


FOREIGN = [
    "http://evil.example",
    "http://globex.localhost",
    "http://localhost",
    "null",
    "",
    "http://acme.localhost.evil.example",
]
NEARLY = ["http://acme.localhost:81", "https://acme.localhost@evil.example", "http://xacme.localhost", "file://"]


@pytest.mark.parametrize("path", [DESK, WIDGET])
def test_a_page_of_another_origin_opens_no_socket(talks: Talks, path: str) -> None:
    key = cookie(talks.keys[Role.OWNER])
    opened = [origin for origin in [*FOREIGN, *NEARLY] if closed_at(path, origin=origin, cookie=key) != (False, 0)]
    assert opened == []
    assert closed_at(path, cookie=key) == (True, 0)


def test_closed_doors_open_for_nobody(talks: Talks) -> None:
    key = cookie(talks.keys[Role.OWNER])
    assert [closed_at(path, host="stranger.localhost", cookie=key) for path in (DESK, WIDGET)] == [(False, 0)] * 2
    Tenant.objects.filter(pk=talks.acme.pk).update(suspended_at=timezone.now())
    hosts.forget()
    assert [closed_at(path, cookie=key) for path in (DESK, WIDGET)] == [(False, 0)] * 2


@pytest.mark.parametrize("path", [DESK, WIDGET])
def test_an_open_socket_ends_when_its_company_is_suspended(talks: Talks, path: str) -> None:
    seen: list[int] = []

    async def story() -> None:
        async with Peer(path, cookie=cookie(talks.keys[Role.OWNER])) as peer:
            assert peer.accepted
            await sync_to_async(suspend, thread_sensitive=False)(talks.acme)
            await peer.put(op="send", client_id=str(uuid4()), conversation_id=talks.ours, text="Too late")
            seen.append(await peer.closed())

    before = talks.stored()
    run(story)
    assert (seen, talks.stored()) == ([4403], before)


def said_by_itself(scope: Json, name: bytes) -> str:
    """A header of the handshake; the Origin is always the right one."""
    told = {key: value.decode() for key, value in scope["headers"]}
    return f"http://{told[b'host']}" if name == b"origin" else told.get(name, "")


REMOVALS = {
    "the right to write": ("agents.permissions:check_now", lambda _agent, _right: None),
    "the origin": ("tenants.websocket:header", said_by_itself),
}


def test_a_viewer_who_could_write_would_be_noticed(talks: Talks) -> None:
    wrong: list[str] = []

    async def story() -> None:
        wrong.extend(await desk(talks, Role.VIEWER, talks.ours))

    with replaced(*REMOVALS["the right to write"]):
        run(story)
    assert wrong == ["send as viewer: [], not one of [['forbidden'], ['not_found']]"]


def test_a_foreign_page_that_could_open_a_socket_would_be_noticed(talks: Talks) -> None:
    with replaced(*REMOVALS["the origin"]):
        assert closed_at(DESK, origin="http://evil.example", cookie=cookie(talks.keys[Role.OWNER])) == (True, 0)


def test_a_company_that_was_closed_keeps_its_desk_and_loses_its_widget(talks: Talks) -> None:
    Tenant.objects.filter(pk=talks.acme.pk).update(closing_at=timezone.now())
    hosts.forget()
    assert closed_at(WIDGET) == (False, 0)
    assert closed_at(DESK, cookie=cookie(talks.keys[Role.OWNER])) == (True, 0)


def test_before_saying_who_one_is_a_visitor_gets_nothing(talks: Talks) -> None:
    seen: dict[str, int] = {}
    asked = {op: carries for op, carries in OF_WIDGET if op not in {"hello", "pong"}}

    async def story() -> None:
        for op, carries in asked.items():
            async with Peer(WIDGET) as peer:
                await peer.put(**frame_of(op, carries, talks.theirs))
                seen[op] = await peer.closed()

    before = talks.stored()
    run(story)
    assert (seen, talks.stored()) == (dict.fromkeys(asked, 4401), before)


def forged(_stage: Talks) -> str:
    """A token that says it is acme's, signed with a key that somebody guessed."""
    claims = {"tenant": "acme", "customer": "cus_x", "language": "en"}
    return str(signing.dumps(claims, key="guess", salt=visitors.SALT))


@pytest.mark.parametrize("whose", [lambda talks: talks.their_visitor, forged])
def test_another_companys_visitor_is_a_stranger_here(talks: Talks, whose: Callable[[Talks], str]) -> None:
    heard: list[Json] = []

    async def story() -> None:
        async with Peer(WIDGET) as peer:
            hello = {"op": "hello", "token": whose(talks), "conversation_id": talks.theirs, "last_seq": 0}
            heard.extend(await told(peer, hello))
            for op, carries in OF_WIDGET[1:]:
                heard.extend(await told(peer, frame_of(op, carries, talks.theirs)))

    before = talks.stored()
    run(story)
    welcome = next(frame for frame in heard if frame.get("op") == "welcome")
    assert (welcome["conversation"], welcome["events"]) == (None, [])
    assert SECRET not in str(heard)
    assert "Good morning" not in str(heard)
    assert talks.stored()[1] == before[1]
