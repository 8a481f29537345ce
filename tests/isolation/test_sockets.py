"""Every operation of both sockets, for everybody who may come to their doors: what is another's stays another's."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from agents import tickets
from agents.models import Agent, Role
from agents.permissions import ORDER
from config import asgi
from conversations import frames
from conversations.models import Customer, Message
from conversations.widget import visitors
from tenants import current, hosts
from tenants.models import Tenant
from tests import cast
from tests.sockets import DESK, WIDGET, Peer, cookie, run, session_of, token_of

Json = dict[str, Any]
TALK = "{conversation}"
OF_DESK: list[tuple[str, Json, Role]] = [  # the operation, what it carries, and the least role that it is for
    ("watch", {"conversation_id": TALK, "last_seq": 0}, Role.VIEWER),
    ("unwatch", {"conversation_id": TALK}, Role.VIEWER),
    ("typing", {"conversation_id": TALK, "active": True}, Role.VIEWER),
    ("presence", {"state": "online"}, Role.VIEWER),
    ("send", {"conversation_id": TALK, "client_id": "{uuid}", "text": "Hello"}, Role.AGENT),
    ("pong", {"n": 1}, Role.VIEWER),
]
OF_WIDGET: list[tuple[str, Json]] = [
    ("hello", {"token": None, "last_seq": 0}),
    ("send", {"client_id": "{uuid}", "text": "Hello"}),
    ("ask_person", {"client_id": "{uuid}"}),
    ("resume", {"last_seq": 0}),
    ("typing", {"active": True}),
    ("seen", {"seq": 1}),
    ("pong", {"n": 1}),
]
SECRET = "for globex alone"
NOT_ALLOWED, NOT_HERE = "forbidden", "not_found"


class Stage:
    """A conversation in each company, and the people of acme by role."""

    def __init__(self, acme: Tenant, globex: Tenant) -> None:
        self.acme, self.globex = acme, globex
        with current.entered(acme):
            cast.rules()
            self.keys = {role: session_of(cast.agent(role.value, role)) for role in ORDER}
            self.ours = str(cast.says(cast.customer(), "Good morning").id)
            self.visitor = token_of(Customer.objects.get())
        with current.entered(globex):
            self.their_key = session_of(cast.agent("dave", Role.OWNER))
            self.their_ticket = tickets.issue(Agent.objects.get())
            self.theirs = str(cast.says(cast.customer(), SECRET).id)
            self.their_visitor = token_of(Customer.objects.get())

    def stored(self) -> tuple[int, int]:
        """How many messages each company has."""
        counts = []
        for tenant in (self.acme, self.globex):
            with current.entered(tenant):
                counts.append(Message.objects.count())
        return counts[0], counts[1]


@pytest.fixture
def stage(own_database: str, acme: Tenant, globex: Tenant) -> Iterator[Stage]:
    """Both companies, committed."""
    yield Stage(acme, globex)
    hosts.forget()


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


async def desk(stage: Stage, role: Role, conversation: str) -> list[str]:
    """Lines for what each operation answers wrongly to somebody of that role."""
    wrong = []
    for op, carries, least in OF_DESK:
        async with Peer(DESK, cookie=cookie(stage.keys[role])) as peer:
            await peer.op("welcome")
            heard = await told(peer, frame_of(op, carries, conversation))
            may, ours = ORDER.index(role) >= ORDER.index(least), conversation == stage.ours
            found = codes(heard)
            expected = {"pong": ["parameter_invalid"]}.get(op, [] if may else [NOT_ALLOWED])
            if not ours and op in {"watch", "send"}:
                expected = [NOT_HERE] if may or op == "watch" else [NOT_ALLOWED]
            if found != expected and not (not may and found in ([NOT_ALLOWED], [NOT_HERE])):
                wrong.append(f"{op} as {role}: {found}, not {expected}")
            if SECRET in str(heard):
                wrong.append(f"{op} as {role} shows what another company's customer wrote")
    return wrong


def test_the_tables_list_every_operation_and_every_door() -> None:
    assert {op for op, _carries, _least in OF_DESK} == set(frames.OF_DESK)
    assert {op for op, _carries in OF_WIDGET} == set(frames.OF_WIDGET)
    assert set(asgi.SOCKETS) == {DESK.lstrip("/"), WIDGET.lstrip("/"), "<path:other>"}
    assert set(asgi.POLLS) == {"/api/v1/widget/events", "/api/v1/updates"}


@pytest.mark.parametrize("role", ORDER)
def test_each_role_does_what_it_may_and_nothing_of_another_companys(stage: Stage, role: Role) -> None:
    wrong: list[str] = []
    before = stage.stored()

    async def story() -> None:
        wrong.extend(await desk(stage, role, stage.ours))
        wrong.extend(await desk(stage, role, stage.theirs))

    run(story)
    assert wrong == []
    writes = int(role != Role.VIEWER)
    assert stage.stored()[1] == before[1]
    assert stage.stored()[0] >= before[0] + writes
    assert writes or stage.stored()[0] == before[0]


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


def test_the_desk_opens_for_nobody_without_a_session_of_this_company(stage: Stage) -> None:
    assert closed_at(DESK) == (True, 4401)
    assert closed_at(DESK, cookie=cookie(stage.their_key)) == (True, 4401)
    assert closed_at(f"{DESK}?ticket={stage.their_ticket}") == (True, 4401)
    assert closed_at(DESK, cookie=cookie(stage.keys[Role.OWNER])) == (True, 0)


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
@pytest.mark.parametrize("origin", [*FOREIGN, *NEARLY])
def test_a_page_of_another_origin_opens_no_socket(stage: Stage, path: str, origin: str) -> None:
    assert closed_at(path, origin=origin, cookie=cookie(stage.keys[Role.OWNER])) == (False, 0)


@pytest.mark.parametrize("path", [DESK, WIDGET])
@pytest.mark.parametrize("how", ["suspended_at", "unknown host"])
def test_closed_doors_open_for_nobody(stage: Stage, path: str, how: str) -> None:
    host = "stranger.localhost" if how == "unknown host" else "acme.localhost"
    if how == "suspended_at":
        Tenant.objects.filter(pk=stage.acme.pk).update(suspended_at=timezone.now())
        hosts.forget()
    assert closed_at(path, host=host, cookie=cookie(stage.keys[Role.OWNER])) == (False, 0)


def test_a_company_that_was_closed_keeps_its_desk_and_loses_its_widget(stage: Stage) -> None:
    Tenant.objects.filter(pk=stage.acme.pk).update(closing_at=timezone.now())
    hosts.forget()
    assert closed_at(WIDGET) == (False, 0)
    assert closed_at(DESK, cookie=cookie(stage.keys[Role.OWNER])) == (True, 0)


@pytest.mark.parametrize(("op", "carries"), OF_WIDGET)
def test_before_saying_who_one_is_a_visitor_gets_nothing(stage: Stage, op: str, carries: Json) -> None:
    if op in {"hello", "pong"}:
        return
    seen: list[int] = []

    async def story() -> None:
        async with Peer(WIDGET) as peer:
            await peer.put(**frame_of(op, carries, stage.theirs))
            seen.append(await peer.closed())

    before = stage.stored()
    run(story)
    assert (seen, stage.stored()) == ([4401], before)


def forged(stage: Stage) -> str:
    """A token that says it is acme's, for globex's customer, signed with nothing."""
    return visitors.signing.dumps(
        {"tenant": "acme", "customer": "cus_x", "language": "en"}, key="guess", salt=visitors.SALT
    )


@pytest.mark.parametrize("whose", [lambda stage: stage.their_visitor, forged])
def test_another_companys_visitor_is_a_stranger_here(stage: Stage, whose: Callable[[Stage], str]) -> None:
    heard: list[Json] = []

    async def story() -> None:
        async with Peer(WIDGET) as peer:
            hello = {"op": "hello", "token": whose(stage), "conversation_id": stage.theirs, "last_seq": 0}
            heard.extend(await told(peer, hello))
            for op, carries in OF_WIDGET[1:]:
                heard.extend(await told(peer, frame_of(op, carries, stage.theirs)))

    before = stage.stored()
    run(story)
    welcome = next(frame for frame in heard if frame.get("op") == "welcome")
    assert (welcome["conversation"], welcome["events"]) == (None, [])
    assert SECRET not in str(heard)
    assert "Good morning" not in str(heard)
    assert stage.stored()[1] == before[1]
