"""Customers who come anew, ask the assistant over a socket, and wait for its first words."""

import asyncio
import time
from dataclasses import dataclass, field
from uuid import uuid4

from tests.load.peers import Clock, Json, Peer
from tests.load.returning import FAILURES, Place

QUESTIONS = ("Do you take PayPal?", "When do you open?", "How long is the guarantee?")
PATIENCE = 60.0


class Asker(Peer):
    """One customer with one question."""

    def __init__(self) -> None:
        super().__init__(Clock())
        self.closing = True  # whoever does not come in time counts as unanswered, whatever the reason
        self.said = asyncio.Event()

    def take(self, event: Json) -> None:
        """Only the assistant's words, or that the baton moves, are waited for."""
        author = event["data"].get("author") or {}
        if event["type"] == "control.changed" or author.get("kind") == "assistant":
            self.said.set()

    async def catch_up(self, _thread: object) -> None:
        """Nothing is shown here."""


@dataclass
class Answers:
    """Seconds that each question waited for its answer, and how many waited in vain."""

    waited: list[float] = field(default_factory=list)
    unanswered: int = 0

    async def ask(self, place: Place, text: str) -> None:
        """One question, by a customer who was never here."""
        asker = Asker()
        try:
            await asker.open("/ws/widget/", host=place.host, port=place.port)
            await asker.put(op="hello", token=None, conversation_id=None, last_seq=0)
            await asker.answer("welcome")
            began = time.perf_counter()
            await asker.put(op="send", client_id=str(uuid4()), text=text)
            await asyncio.wait_for(asker.said.wait(), PATIENCE)
            self.waited.append(time.perf_counter() - began)
        except (*FAILURES, AssertionError):
            self.unanswered += 1
        finally:
            await asker.close()

    async def keep_asking(self, place: Place, *, every: float, seconds: float) -> None:
        """A new customer at an even pace; all have their answers in the end."""
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for number in range(round(seconds / every)):
                await asyncio.sleep(max(0.0, began + number * every - time.perf_counter()))
                group.create_task(self.ask(place, QUESTIONS[number % len(QUESTIONS)]))

    async def ask_at_once(self, place: Place, *, customers: int) -> None:
        """So many customers at one moment, once all are there."""
        async with asyncio.TaskGroup() as group:
            for number in range(customers):
                group.create_task(self.ask(place, QUESTIONS[number % len(QUESTIONS)]))
