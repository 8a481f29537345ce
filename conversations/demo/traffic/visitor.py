"""A simulated customer: asks, reads, asks on, insists, waits, and reacts to what a person writes."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from conversations.demo.traffic.line import Line, Moved, Resolved, Said
from conversations.demo.traffic.script import Script, manners

LETTERS_A_SECOND = 9.0
READ_A_SECOND = 45.0
ANSWER_WITHIN = 30.0
AT_ONCE = 0.05
MOST_REACTIONS = 4
LEAVES_AFTER_ANSWER = 90.0


@dataclass(frozen=True)
class Temper:
    """Seconds a customer waits for a person, how fast time goes (1 is a human's pace), and what counts as at once.

    A handover follows the assistant's last words; a customer who sees nothing more within `settles` seconds goes on.
    """

    patience: float = 300.0
    haste: float = 1.0
    settles: float = 1.0


class Visitor:
    """One conversation from hello to goodbye; `told` hears what becomes of it, a word at a time."""

    def __init__(self, script: Script, chance: Random, temper: Temper, told: Callable[[str], None]) -> None:
        self.script, self.chance, self.temper, self.told = script, chance, temper, told
        self.holder = "assistant"
        self.agent = ""
        self.left = deque(script.to_person)
        self.unread: deque[Said] = deque()  # what an agent wrote before the customer looked for it
        self.patience = temper.patience
        self.reactions = 0

    async def talk(self, line: Line) -> None:
        """The whole conversation."""
        await self._pause(2, 7)
        await self._with_assistant(line)
        await self._notice(line)
        if self.holder == "assistant" and self.script.wants_person:
            await self._insist(line)
        if self.holder == "assistant" and self.script.goodbye:
            await self._say(line, self.script.goodbye)
            await self._hear(line)
        if self.holder != "assistant":
            self.told("handed over")
            await self._with_person(line)

    async def _with_assistant(self, line: Line) -> None:
        """Say the lines meant for the assistant, each after reading what came before."""
        for number, text in enumerate(self.script.to_assistant):
            await self._notice(line)
            if self.holder != "assistant":
                return
            await self._say(line, text)
            answer = await self._hear(line)
            if self.holder == "assistant":
                self.told("answered" if answer else "unanswered")
            is_last = number + 1 == len(self.script.to_assistant)
            if answer and answer.offers_person and not is_last and self.chance.random() < 0.5:
                await self._insist(line)
                return

    async def _insist(self, line: Line) -> None:
        """Ask for a person, by the button or in words, and see it happen."""
        if self.chance.random() < 0.2:
            await self._say(line, self.chance.choice(manners()["again"]))
            await self._hear(line)
        if self.holder == "assistant":
            await self._pause(1, 4)
            await line.ask_person()
            await self._hear(line)

    async def _with_person(self, line: Line) -> None:
        """Wait for a person, nudging now and then; answer what they write; leave when there is no more to say."""
        while self.patience > 0 and self.reactions < MOST_REACTIONS:
            wait = self.chance.uniform(45, 110)
            heard = self.unread.popleft() if self.unread else await line.next(wait * self.temper.haste)
            if isinstance(heard, Resolved):
                return
            if heard is None:
                self.patience -= wait
                await self._nudge(line)
            else:
                await self._take_in(line, heard)
        if not self.agent:
            self.told("gave up waiting")

    async def _nudge(self, line: Line) -> None:
        """Perhaps ask whether anybody is there."""
        if not self.agent and self.patience > 0 and self.chance.random() < 0.4:
            await self._say(line, self.chance.choice(manners()["nudges"]))

    async def _take_in(self, line: Line, heard: Said | Moved) -> None:
        """React to an agent's words, and notice in whose hand the baton is."""
        match heard:
            case Moved(holder=holder):
                self.holder = holder
            case Said(by="agent", name=name, text=text):
                if not self.agent:
                    self.told("met a person")
                self.agent, self.patience = name, LEAVES_AFTER_ANSWER
                await self._pause(2, 4 + len(text) / READ_A_SECOND)
                await self._say(line, self._reaction(text))
                self.reactions += 1
            case Said():
                return

    def _reaction(self, text: str) -> str:
        """What to say to an agent: the script's next line, else what anybody would."""
        if self.left:
            return self.left.popleft().format(agent=self.agent)
        kind = "yes" if text.rstrip().endswith("?") else "relieved" if not self.reactions else "thanks"
        return self.chance.choice(manners()[kind]).format(agent=self.agent)

    async def _hear(self, line: Line) -> Said | None:
        """What the other side says to the customer's last words, and in whose hand the baton is then."""
        answer: Said | None = None
        within = ANSWER_WITHIN
        while True:
            heard = await line.next(within)
            match heard:
                case None | Resolved():
                    break
                case Said(by="agent"):
                    self.unread.append(heard)
                    self.holder = "agent"
                    break
                case Said():
                    answer, within = heard, self.temper.settles
                case Moved(holder=holder):
                    self.holder, within = holder, self.temper.settles
        if answer is not None:
            await self._pause(len(answer.text) / READ_A_SECOND, len(answer.text) / READ_A_SECOND + 5)
        return answer

    async def _notice(self, line: Line) -> None:
        """See what came in while reading or typing."""
        while (heard := await line.next(AT_ONCE)) is not None:
            if isinstance(heard, Moved):
                self.holder = heard.holder
            elif isinstance(heard, Said) and heard.by == "agent":
                self.unread.append(heard)
                self.holder = "agent"

    async def _say(self, line: Line, text: str) -> None:
        """Type as fast as people do, now and then stopping to think, then send."""
        await line.typing(active=True)
        await self._pause(0.6, 0.6 + len(text) / LETTERS_A_SECOND)
        if self.chance.random() < 0.15:
            await line.typing(active=False)
            await self._pause(1, 4)
            await line.typing(active=True)
        await line.send(text)

    async def _pause(self, least: float, most: float) -> None:
        await asyncio.sleep(self.chance.uniform(least, most) * self.temper.haste)
