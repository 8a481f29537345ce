"""Short scenes for seeded bugs: just enough happens for the bug to show."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

from tests.faults import office
from tests.faults.bookkeeping import THANKS
from tests.faults.checker import Violation, check
from tests.faults.client import Customer
from tests.faults.desk import Desk
from tests.faults.scene import Scene
from tests.faults.street import Street

DELIVERY = "How long does delivery take?"
PAYMENT = "Do you take PayPal?"
PERSON = "I want to talk to a human"
PATIENCE = 20.0
LOOK_EVERY = 0.2


@dataclass
class Cast:
    """The people of a story."""

    scene: Scene
    street: Street
    carol: Customer
    ann: Desk
    ben: Desk

    async def has(self, customer: Customer, *, seq: int) -> None:
        """Wait until the customer's screen shows the log up to `seq`."""
        async with asyncio.timeout(PATIENCE):
            while customer.thread is None or customer.thread.seq < seq:
                await customer.change()

    async def paused(self) -> None:
        """Wait until the assistant is in the pause that a switch gives it."""
        async with asyncio.timeout(PATIENCE):
            while not self.scene.switches.fired("pause"):  # noqa: ASYNC110  another process says it by a file
                await asyncio.sleep(0.02)

    async def row(self, desk: Desk, customer: Customer) -> tuple[str, int]:
        """The customer's conversation as the desk's list shows it: id and epoch."""
        await self.has(customer, seq=1)
        await desk.look()
        conversation_id = customer.history.own or ""
        return conversation_id, int(desk.rows[conversation_id]["control"]["epoch"])


Story = Callable[[Cast], Awaitable[None]]


async def play(
    scene: Scene, story: Story, *, bugs: list[str], wanted: str, oldest_due: float, within: float
) -> list[Violation]:
    """Let the story happen with the bugs in; looks until the wanted invariant is seen violated, or for a while."""
    async with scene.tended(), AsyncExitStack() as held:
        if scene.office is not None:
            await scene.office.listens(scene.baton.port, to=office.EVERYTHING)
        since = scene.begin()
        for bug in bugs:
            scene.switches.turn_on(bug)
        street = Street(scene.baton.port, talkers=0, dice=random.Random(1), held=held)
        street.closing.set()  # the agents do only what the story says
        await street.open(scene.desks())
        cast = Cast(scene, street, await street.come(), *street.desks)
        await story(cast)
        async with asyncio.timeout(PATIENCE):
            while True:
                seen = await scene.look(street, since)
                seen = replace(seen, reaction_within=within, oldest_due=oldest_due)
                found = check(await scene.with_books(seen, since))
                if any(one.invariant == wanted for one in found):
                    return found
                await asyncio.sleep(LOOK_EVERY)


async def answered(cast: Cast) -> None:
    """A question and its answer."""
    cast.carol.say(DELIVERY)
    await cast.has(cast.carol, seq=2)


async def asked(cast: Cast) -> None:
    """A question that may stay without an answer."""
    cast.carol.say(DELIVERY)
    await cast.has(cast.carol, seq=1)


async def sent(cast: Cast) -> None:
    """A message, whatever becomes of it."""
    cast.carol.say(DELIVERY)
    async with asyncio.timeout(PATIENCE):
        while not cast.carol.history.acked:
            await cast.carol.change()


async def taken_over_while_it_thinks(cast: Cast) -> None:
    """A person takes over between the question and the answer."""
    cast.carol.say(DELIVERY)
    conversation, epoch = await cast.row(cast.ann, cast.carol)
    await cast.paused()
    await cast.ann.act("takeover", conversation, epoch=epoch)


async def taken_over_while_it_speaks(cast: Cast) -> None:
    """A person takes over when a part of the answer is shown."""
    cast.carol.say(DELIVERY)
    conversation, epoch = await cast.row(cast.ann, cast.carol)
    async with asyncio.timeout(PATIENCE):
        while not cast.carol.history.deltas:
            await cast.carol.change()
    await cast.ann.act("takeover", conversation, epoch=epoch)


async def handed_over(cast: Cast) -> None:
    """The customer asks for a person."""
    cast.carol.say(PERSON)
    await cast.has(cast.carol, seq=2)


async def claimed_twice(cast: Cast) -> None:
    """Two people claim one conversation under the same epoch."""
    await answered(cast)
    conversation, epoch = await cast.row(cast.ann, cast.carol)
    await asyncio.gather(*(desk.act("takeover", conversation, epoch=epoch) for desk in (cast.ann, cast.ben)))


async def away_for_a_moment(cast: Cast) -> None:
    """The customer's line is cut while a person takes over."""
    await answered(cast)
    conversation, epoch = await cast.row(cast.ann, cast.carol)
    cast.carol.wire.silence()
    await cast.ann.act("takeover", conversation, epoch=epoch)
    cast.carol.wire.cut()
    cast.carol.wire.heal()


async def two_customers(cast: Cast) -> None:
    """Two customers ask at once."""
    other = await cast.street.come()
    cast.carol.say(DELIVERY)
    other.say(PAYMENT)
    await cast.has(cast.carol, seq=1)
    await cast.has(other, seq=1)


async def thanked(cast: Cast) -> None:
    """A question, its answer, and thanks; then it is resolved."""
    await answered(cast)
    cast.carol.say(THANKS)
    await cast.has(cast.carol, seq=4)
    conversation, epoch = await cast.row(cast.ann, cast.carol)
    await cast.ann.act("resolve", conversation, epoch=epoch)


async def a_key_is_made(cast: Cast) -> None:
    """The owner makes a key."""
    if cast.scene.office is not None:
        await cast.scene.office.makes_a_key(cast.scene.baton.port)


async def a_seat_is_bought(cast: Cast) -> None:
    """At Stripe."""
    if cast.scene.office is not None:
        await cast.scene.office.buys_a_seat()


def dies(point: str) -> Story:
    """The worker's process dies in the turn."""

    async def story(cast: Cast) -> None:
        cast.scene.switches.arm(point, group=False)
        cast.carol.say(DELIVERY)
        await cast.has(cast.carol, seq=1)

    return story
