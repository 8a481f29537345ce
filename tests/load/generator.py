"""One process of the generator: opens its peers, lets them write at a steady rate, and tells what they saw.

Reads a plan (JSON) from standard input. Prints "ready" when every socket is held, begins at a line on standard input,
and then prints what it measured, as one line of JSON.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from uvloop import new_event_loop

from tests.load.peers import Clock, Desk, Peer, Visitor

OPEN_AT_ONCE = 24
WATCHES_AT_ONCE, WATCH_SECONDS = 25, 0.36  # a socket takes 30 frames at once and 3 a second from then on
QUIET_SECONDS, LONGEST_DRAIN = 1.0, 60.0
WORDS = ("the", "parcel", "with", "my", "bicycle", "lamp", "was", "due", "on", "Monday", "tracking", "says", "nothing")


@dataclass(frozen=True)
class Plan:
    """Where to connect, who takes part, and how much they write: messages a second in all, and for how many seconds."""

    port: int
    host: str
    sessions: list[str]
    pairs: list[dict[str, Any]]
    rate: float
    seconds: float
    seed: int
    bare: bool = False  # the floor, where agents write over the socket too
    strangers: int = 0  # visitors who only look
    hosts: list[str] = field(default_factory=list)  # of each agent, where they are of several companies

    def host_of(self, agent: int) -> str:
        """Where an agent and their customers connect."""
        return self.hosts[agent] if self.hosts else self.host


@dataclass
class Seen:
    """What one generator saw; times in seconds by client id."""

    sent: dict[str, float]
    acknowledged: dict[str, float]
    delivered: dict[str, float]
    by_customer: list[str]
    texts: dict[str, str]
    threads: list[dict[str, Any]]
    errors: list[str]
    rows: int
    late: float


class Crowd:
    """All peers of this process."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.clock = Clock()
        self.desks: list[Desk] = []
        self.visitors: list[Visitor] = []
        self.strangers: list[Visitor] = []
        self.late = 0.0

    async def gather(self) -> None:
        """Open every socket: the desk first, so that it is there when the customers write."""
        host, port = self.plan.host, self.plan.port
        gate = asyncio.Semaphore(OPEN_AT_ONCE)

        async def desk(index: int, session: str) -> Desk:
            made = Desk(self.clock)
            async with gate:
                await made.open("/ws/desk/", host=self.plan.host_of(index), port=port, cookie=f"sessionid={session}")
                await made.answer("welcome")
            mine = [pair["conversation_id"] for pair in self.plan.pairs if pair["agent"] == index]
            for number, conversation_id in enumerate(mine):
                await asyncio.sleep(0 if number < WATCHES_AT_ONCE or self.plan.bare else WATCH_SECONDS)
                await made.watch(conversation_id)
            return made

        async def visitor(host: str, token: str | None, conversation_id: str | None) -> Visitor:
            made = Visitor(self.clock)
            async with gate:
                await made.open("/ws/widget/", host=host, port=port)
                await made.hello(token, conversation_id)
            return made

        self.desks = await asyncio.gather(*[desk(*given) for given in enumerate(self.plan.sessions)])
        pairs = [(self.plan.host_of(one["agent"]), one["token"], one["conversation_id"]) for one in self.plan.pairs]
        self.visitors = await asyncio.gather(*[visitor(*given) for given in pairs])
        self.strangers = await asyncio.gather(*[visitor(host, None, None) for _ in range(self.plan.strangers)])

    async def talk(self) -> None:
        """Write at the rate of the plan, whatever the answers: customers and agents in turn, chosen by chance."""
        dice = random.Random(self.plan.seed)
        began = due = time.perf_counter()
        talking: set[asyncio.Task[None]] = set()
        number = 0
        while due < began + self.plan.seconds:
            due += dice.expovariate(self.plan.rate)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            self.late = max(self.late, time.perf_counter() - due)
            index = dice.randrange(len(self.visitors))
            text = " ".join(dice.choices(WORDS, k=dice.randint(4, 24)))
            number += 1
            task = asyncio.create_task(self._say(index, f"{number} {text}", by_customer=number % 2 == 1))
            talking.add(task)
            task.add_done_callback(talking.discard)
        await asyncio.gather(*talking)

    async def drain(self) -> None:
        """Wait until nothing more comes."""
        until = time.perf_counter() + LONGEST_DRAIN
        before = -1
        while time.perf_counter() < until:
            now = len(self.clock.delivered) + len(self.clock.acknowledged) + sum(peer.rows for peer in self.peers())
            whole = len(self.clock.delivered) == len(self.clock.acknowledged) == len(self.clock.sent)
            if whole and now == before:
                return
            before = now
            await asyncio.sleep(QUIET_SECONDS)

    async def leave(self) -> None:
        """Close every socket."""
        await asyncio.gather(*[peer.close() for peer in self.peers()])

    def peers(self) -> list[Peer]:
        """Everybody."""
        return [*self.desks, *self.visitors, *self.strangers]

    def seen(self) -> Seen:
        """What everybody saw."""
        return Seen(
            sent=self.clock.sent,
            acknowledged=self.clock.acknowledged,
            delivered=self.clock.delivered,
            by_customer=sorted(self.clock.by_customer),
            texts=self.clock.texts,
            threads=[asdict(thread) for peer in self.peers() for thread in peer.threads.values()],
            errors=[error for peer in self.peers() for error in peer.errors],
            rows=sum(peer.rows for peer in self.peers()),
            late=self.late,
        )

    async def _say(self, index: int, text: str, *, by_customer: bool) -> None:
        pair = self.plan.pairs[index]
        if by_customer:
            await self.visitors[index].say(text)
        else:
            await self.desks[pair["agent"]].say(pair["conversation_id"], text)


async def play(plan: Plan) -> Seen:
    """Gather, wait for the word, talk, wait until all is quiet, leave."""
    crowd = Crowd(plan)
    await crowd.gather()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    if plan.rate and plan.seconds:
        await crowd.talk()
    else:
        await asyncio.sleep(plan.seconds)
    await crowd.drain()
    seen = crowd.seen()
    await crowd.leave()
    return seen


def main() -> None:
    """Play the plan."""
    plan = Plan(**json.loads(sys.stdin.readline()))
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        seen = runner.run(play(plan))
    # A buffer of its own: where Python runs unbuffered, what a full pipe does not take at once would be lost.
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out:
        out.write(json.dumps(asdict(seen)) + "\n")
