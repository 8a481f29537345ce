"""`python -m tests.load control_room`: how soon a change of risk is on a supervisor's socket, and what a message costs.

Customers of 500 live conversations write to a whole Baton; each message is answered by a turn, which measures the risk
anew. A change counts from the moment that its decision was stamped, which lies before its commit, to the frame that
shows it or a newer one. The same traffic without anybody in the control room shows what watching costs.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from agents.models import Role
from conversations import log
from conversations.authors import ByAssistant, ByCustomer
from conversations.models import Conversation, Customer, Decision, Oversight
from conversations.widget import visitors
from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import cast, database
from tests.load import application, company, figures
from tests.load.application import Served
from tests.load.wakeup import DATA

Json = dict[str, Any]
SLUG, HOST = "acme", "acme.localhost"
PAUSE = 3.1  # seconds between two messages of one customer, who may write twenty in a minute
QUESTIONS = (
    "How many days does the delivery take?",
    "It is slightly disappointing. When are you open on Saturday?",
    "Sigh. How long does delivery take this time?",
    "Which payment methods do you accept?",
)
DRAINED = 90.0  # seconds that the last turns may take


@dataclass
class Room:
    """A supervisor's socket, and when it showed which state of each conversation."""

    shown: dict[str, list[tuple[datetime, float]]] = field(default_factory=dict)
    risks: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)  # to a person
    frames: int = 0
    bytes: int = 0

    def take(self, text: str) -> None:
        """Note a frame."""
        frame: Json = json.loads(text)
        if frame.get("op") != "control_room":
            return
        now = time.time()
        self.frames, self.bytes = self.frames + 1, self.bytes + len(text)
        for gone in frame["gone"]:
            self.shown.setdefault(gone, []).append((datetime.now().astimezone(), now))
            self.gone.add(gone)
        for row in frame["rows"]:
            at = datetime.fromisoformat(row["updated_at"])
            self.shown.setdefault(row["conversation_id"], []).append((at, now))
            self.risks[row["conversation_id"]] = row["risk"]

    def came(self, conversation_id: str, stamped: datetime) -> float | None:
        """How many seconds after the stamp the change, or a newer one, was shown; None if never."""
        times = [shown for at, shown in self.shown.get(conversation_id, ()) if at >= stamped]
        return min(times) - stamped.timestamp() if times else None


def filled(count: int) -> tuple[str, list[str]]:
    """Live conversations of the tenant entered; gives a supervisor's session and the customers' tokens."""
    cast.knowledge()
    cast.rules()
    supervisor = cast.agent("supervisor", Role.SUPERVISOR)
    tokens = []
    for number in range(count):
        who = Customer.objects.create(name=f"Customer {number}")
        with log.writing(str(log.create(who).id)) as conversation:
            asked = log.append(conversation, ByCustomer(who), "Do you take PayPal?", client_id=uuid4())
            log.append(conversation, ByAssistant(conversation.epoch, asked.seq), "We do.")
        tokens.append(visitors.token(who))
    return company.session(supervisor), tokens


async def watched(served: Served, session: str, room: Room, over: asyncio.Event) -> None:
    """Look at the control room until it is over."""
    async with connect(
        f"ws://{HOST}:{served.port}/ws/desk/",
        host="127.0.0.1",
        port=served.port,
        origin=Origin(f"http://{HOST}:{served.port}"),
        additional_headers={"Cookie": f"sessionid={session}"},
        compression=None,
        ping_interval=None,
        max_queue=None,
    ) as socket:
        await socket.send('{"op":"watch_control_room"}')
        reading = asyncio.create_task(_read(socket, room))
        await over.wait()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def _read(socket: ClientConnection, room: Room) -> None:
    async for text in socket:
        frame = str(text)
        if frame.startswith('{"op":"ping"'):
            await socket.send(json.dumps({"op": "pong", "n": json.loads(frame)["n"]}))
        else:
            room.take(frame)


async def traffic(served: Served, tokens: list[str], *, messages: int, rate: float) -> None:
    """So many messages at an even pace, each from the customer of `tokens` who wrote longest ago, on something else."""
    begun = time.monotonic()
    for number in range(messages):
        await asyncio.sleep(max(0.0, begun + number / rate - time.monotonic()))
        token = tokens[number % len(tokens)]
        await asyncio.to_thread(_write, served.port, token, QUESTIONS[(number // len(tokens)) % len(QUESTIONS)])


def _write(port: int, token: str, text: str) -> None:
    body = json.dumps({"client_id": str(uuid4()), "text": text}).encode()
    headers = {"Host": HOST, "Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with urlopen(Request(f"http://127.0.0.1:{port}/api/v1/widget/messages", body, headers)) as reply:
        assert reply.status < 300, reply.status


async def run(served: Served, session: str, tokens: list[str], *, messages: int, rate: float) -> Room:
    """The traffic, with the control room open where there is a session."""
    room, over = Room(), asyncio.Event()
    watching = asyncio.create_task(watched(served, session, room, over)) if session else None
    await asyncio.sleep(1.0)
    await traffic(served, tokens, messages=messages, rate=rate)
    for _ in range(round(DRAINED)):
        if not await asyncio.to_thread(_owed):
            break
        await asyncio.sleep(1.0)
    await asyncio.sleep(1.5)
    over.set()
    if watching is not None:
        await watching
    return room


def _owed() -> bool:
    with current.entered(Tenant.objects.get(schema_name=SLUG)):
        return Conversation.objects.filter(unanswered_since__isnull=False, holder="assistant").exists()


def report(server_url: str, *, conversations: int, messages: int, rate: float) -> None:
    """Measure both and print."""
    with database.cloned(server_url) as url, tempfile.TemporaryDirectory() as folder:
        with database.in_use(url), current.entered(Tenant.objects.get(schema_name=SLUG)):
            session, tokens = filled(conversations)
        with application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served, database.in_use(url):
            third = len(tokens) // 3  # the same customer asking again and again would soon be a person's
            asyncio.run(run(served, "", tokens[:third], messages=min(messages, 30), rate=rate))  # warms
            costs: dict[str, Mapping[str, float]] = {}
            second, last = tokens[third : 2 * third], tokens[2 * third :]
            watchers = (("nobody watches", "", second), ("one supervisor watches", session, last))
            for name, who, writers in watchers:
                before, begun = served.cpu(), datetime.now().astimezone()
                room = asyncio.run(run(served, who, writers, messages=messages, rate=rate))
                after = served.cpu()
                costs[name] = {part: (after[part] - before[part]) * 1000 / messages for part in after}
            _tell(room, begun, costs)


def _tell(room: Room, begun: datetime, costs: Mapping[str, Mapping[str, float]]) -> None:
    with current.entered(Tenant.objects.get(schema_name=SLUG)):
        made = list(Decision.objects.filter(created_at__gte=begun).values_list("conversation_id", "created_at"))
        kept = dict(Oversight.objects.filter(updated_at__gte=begun).values_list("conversation_id", "risk"))
    came = [room.came(str(conversation_id), at) for conversation_id, at in made]
    spread = figures.spread([one for one in came if one is not None])
    print(f"{len(made)} changes of risk, {came.count(None)} never shown")
    print(f"ms to the socket p50 | p95 | p99: {spread.cells()}")
    wrong = sum(room.risks.get(key) != risk for key, risk in kept.items() if key not in room.gone)
    print(f"{room.frames} frames, {room.bytes / max(1, len(made)):.0f} bytes a change; {wrong} rows stand otherwise")
    for name, cost in costs.items():
        others = sum(value for part, value in cost.items() if part not in {"web", "database"})
        print(f"CPU ms a message, {name}: web {cost['web']:.1f}, database {cost['database']:.1f}, worker {others:.1f}")


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.load control_room", description=__doc__)
    parser.add_argument("--conversations", type=int, default=500)
    parser.add_argument("--messages", type=int, default=600)
    parser.add_argument("--rate", type=float, default=10.0, help="messages a second")
    asked = parser.parse_args()
    with Server(DATA).ensure_running() as server_url:
        report(server_url, conversations=asked.conversations, messages=asked.messages, rate=asked.rate)
