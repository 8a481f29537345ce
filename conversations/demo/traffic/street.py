"""Customers arriving at a rate, a bounded number at once, counted as they go."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from websockets.exceptions import WebSocketException

from conversations.demo.traffic.line import Place, opened
from conversations.demo.traffic.script import Purchase, pick
from conversations.demo.traffic.visitor import Temper, Visitor

LOST_IN_A_ROW = 8


@dataclass
class Tally:
    """What became of the customers so far."""

    talking: int = 0
    begun: int = 0
    words: Counter[str] = field(default_factory=Counter)
    lost_in_a_row: int = 0

    @property
    def nobody_home(self) -> bool:
        """Whether the demo does not answer any more."""
        return self.lost_in_a_row >= LOST_IN_A_ROW

    def line(self) -> str:
        """The state in one line."""
        words = self.words
        without = words["unanswered"] + words["gave up waiting"]
        parts = {
            "talking": self.talking,
            "begun": self.begun,
            "finished": words["finished"],
            "answers": words["answered"],
            "handed over": words["handed over"],
            "met a person": words["met a person"],
            "left without": without,
            "lost": words["lost"],
        }
        return " · ".join(f"{count} {what}" for what, count in parts.items())


@dataclass(frozen=True)
class Plan:
    """How many customers a minute, how many at once, how many in all (None: until told to stop)."""

    rate: float
    most_at_once: int = 40
    in_all: int | None = None
    temper: Temper = field(default_factory=Temper)


async def stroll(
    place: Place, plan: Plan, bought: Sequence[Purchase], chance: Random, *, tally: Tally, show: Callable[[], None]
) -> None:
    """Let customers come and go until all have been there, or nobody is home.

    Cancelling it ends every conversation at once and closes the sockets.
    """
    ticker = asyncio.create_task(_keep_showing(show))
    try:
        async with asyncio.TaskGroup() as customers:
            visits = set()
            while (plan.in_all is None or tally.begun < plan.in_all) and not tally.nobody_home:
                if tally.talking < plan.most_at_once:
                    tally.begun += 1
                    tally.talking += 1
                    visit = customers.create_task(_visit(place, plan.temper, bought, Random(chance.random()), tally))
                    visits.add(visit)
                    visit.add_done_callback(visits.discard)
                await asyncio.sleep(chance.expovariate(plan.rate / 60))
            if tally.nobody_home:
                for visit in visits:
                    visit.cancel()
    finally:
        ticker.cancel()


async def _visit(place: Place, temper: Temper, bought: Sequence[Purchase], chance: Random, tally: Tally) -> None:
    """One customer, from the door to the door."""
    script = pick(chance, bought)

    def told(word: str) -> None:
        tally.words[word] += 1

    try:
        async with opened(place, script.language) as line:
            tally.lost_in_a_row = 0
            await Visitor(script, chance, temper, told).talk(line)
        told("finished")
    except (OSError, WebSocketException, TimeoutError):
        told("lost")
        tally.lost_in_a_row += 1
    finally:
        tally.talking -= 1


async def _keep_showing(show: Callable[[], None]) -> None:
    while True:
        show()
        await asyncio.sleep(1)
