"""The load of a round: customers who come, write and stay, and agents who claim, reply, hand back and resolve."""

import asyncio
import random
from contextlib import AsyncExitStack
from typing import Any

from tests.faults.bookkeeping import THANKS
from tests.faults.client import Customer
from tests.faults.desk import Desk
from tests.faults.history import History

Json = dict[str, Any]
QUESTIONS = (
    "How long does delivery take?",
    "Are you open on Saturday?",
    "How do I return something?",
    "Do you take PayPal?",
    "What is the airspeed of a swallow?",
)
WISHES = ("I want to talk to a human", "This is the third time, I am really angry! Get me a person!")
CONTENT = 1  # of the talkers the one who asks one thing and has the answer
ANSWERED_IN = 20  # looks
MOST_LINES = 10  # of one customer, well below the limit for a minute
MOST_CUSTOMERS = 60


class Street:
    """Everybody who takes part in one round; `dice` decides what they do."""

    def __init__(self, port: int, *, talkers: int, dice: random.Random, held: AsyncExitStack) -> None:
        self.port, self.talkers, self.dice, self.held = port, talkers, dice, held
        self.customers: list[Customer] = []
        self.desks: list[Desk] = []
        self.content: dict[str, bool] = {}  # conversations in which nobody needs a person, and whether they are over
        self.closing = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        held.push_async_callback(self._leave)

    @property
    def histories(self) -> list[History]:
        """What everybody did and saw."""
        return [*(one.history for one in self.customers), *(one.history for one in self.desks)]

    @property
    def people(self) -> list[Customer | Desk]:
        """All clients."""
        return [*self.customers, *self.desks]

    async def open(self, desks: list[Desk]) -> None:
        """Let agents come in, and customers come and go on coming until `close`."""
        for desk in desks:
            self.desks.append(await self.held.enter_async_context(desk))
        self._tasks = [asyncio.create_task(self._duty(desk)) for desk in self.desks]
        self._tasks += [asyncio.create_task(self._talkers(number)) for number in range(self.talkers)]

    async def _leave(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def check_alive(self) -> None:
        """Raise what ended a client that should still be there."""
        for one in self.people:
            if one.task.done():
                one.task.result()

    async def close(self) -> None:
        """Let nobody begin anything new, and wait until all that was begun is acknowledged."""
        self.closing.set()
        await asyncio.gather(*self._tasks)  # raises what ended one of them
        await asyncio.gather(*(customer.settled() for customer in self.customers))

    async def is_busy(self) -> None:
        """Wait until the first messages are acknowledged."""
        while sum(len(history.acked) for history in self.histories) < self.talkers:  # noqa: ASYNC110  any client's
            await asyncio.sleep(0.05)

    async def come(self, tenant: str = "acme") -> Customer:
        """One more customer, at the widget."""
        customer = Customer(f"customer {len(self.customers) + 1}", self.port, tenant=tenant)
        self.customers.append(customer)
        return await self.held.enter_async_context(customer)

    async def _talkers(self, number: int) -> None:
        while not self.closing.is_set() and len(self.customers) < MOST_CUSTOMERS:
            customer = await self.come("globex" if number == 0 else "acme")
            if number == CONTENT:
                await self._is_content(customer)
                continue
            for _ in range(self.dice.randint(3, MOST_LINES)):
                await self._say(customer)
                await self._pause(0.1, 1.0)
                if self.closing.is_set():
                    return

    async def _is_content(self, customer: Customer) -> None:
        """Asks one thing, has the answer and says thanks; agents leave it alone until then, and resolve it."""
        customer.say(self.dice.choice(QUESTIONS[:4]))
        for _ in range(ANSWERED_IN):
            await self._pause(0.1, 0.3)
            if customer.history.own is not None:
                self.content.setdefault(customer.history.own, False)
            if self.closing.is_set() or (customer.thread is not None and customer.thread.seq > 1):
                break
        customer.say(THANKS)
        await self._pause(0.5, 1.0)
        if customer.history.own is not None:
            self.content[customer.history.own] = True

    async def _say(self, customer: Customer) -> None:
        match self.dice.random():
            case chance if chance < 0.12:
                customer.ask_person()
            case chance if chance < 0.25:
                customer.say(self.dice.choice(WISHES))
            case chance if chance < 0.35:
                customer.say(self.dice.choice(QUESTIONS))
                customer.say("And one more thing …")
            case chance if chance < 0.55:
                customer.say(THANKS)
            case _:
                customer.say(self.dice.choice(QUESTIONS))

    async def _duty(self, desk: Desk) -> None:
        """An agent at work, looking at the list anew when it might have missed something."""
        while not self.closing.is_set():
            ours = {one.history.own for one in self.customers if one.history.tenant == "acme"}
            rows = [row for row in desk.rows.values() if row["id"] in ours and row["status"] == "open"]
            if rows:
                await self._work_on(desk, self.dice.choice(rows))
            if self.dice.random() < 0.1:
                await desk.look()
            await self._pause(0.05, 0.25)

    async def _work_on(self, desk: Desk, row: Json) -> None:
        holder, epoch, conversation = row["control"]["holder"], row["control"]["epoch"], row["id"]
        agent = row["control"]["agent"]
        if holder == "assistant" and conversation in self.content:
            if self.content[conversation]:
                await desk.act("resolve", conversation, epoch=epoch)
        elif holder == "assistant" and self.dice.random() < 0.1:
            await desk.act("resolve", conversation, epoch=epoch)
        elif holder == "queue" or (holder == "assistant" and self.dice.random() < 0.3):
            desk.watch(conversation)
            await desk.act("takeover", conversation, epoch=epoch)
        elif agent is not None and agent["name"] == desk.name:
            await self._serve(desk, conversation, epoch)

    async def _serve(self, desk: Desk, conversation: str, epoch: int) -> None:
        match self.dice.random():
            case chance if chance < 0.5:
                await desk.reply(conversation, f"{desk.name} here: let me see. ({self.dice.randint(1, 999)})")
            case chance if chance < 0.85:
                await desk.act("handback", conversation, epoch=epoch, brief="")
            case _:
                await desk.act("resolve", conversation, epoch=epoch)

    async def _pause(self, least: float, most: float) -> None:
        """Wait a moment, or until the street closes."""
        try:
            await asyncio.wait_for(self.closing.wait(), self.dice.uniform(least, most))
        except TimeoutError:
            return
