"""500 conversations wait, 30 agents come and go, on a virtual clock through the pure parts of routing."""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from agents.routing import LADDER, Candidate, Need, Waiting, match

START = datetime(2026, 1, 5, 8, tzinfo=UTC)
TICK, GRACE, ACCEPT, REST = (timedelta(seconds=seconds) for seconds in (30, 75, 60, 300))
TEAMS, LANGUAGES, SKILLS = ("care", "billing", "workshop"), ("en", "de", "fr"), ("brakes", "refunds", None)
STARVED = timedelta(minutes=45)  # beyond what the whole floor needs for what was there before, and a head start


@dataclass
class Talk:
    """A conversation: who is asked or has it, until when, and how long it waited."""

    one: Waiting
    offered: str | None = None
    until: datetime | None = None
    held: str | None = None
    done_at: datetime | None = None
    done: bool = False
    waits: list[timedelta] = field(default_factory=list)
    passed: dict[str, datetime] = field(default_factory=dict)

    def here(self, now: datetime) -> bool:
        """Whether it came, and is not over."""
        return self.one.since <= now and not self.done


class Floor:
    """Agents who come, go, idle, accept and let pass, and what waits for them."""

    def __init__(self, seed: int) -> None:
        self.draw, self.now = random.Random(seed), START
        self.agents = {name: self._agent(name) for name in (f"a{n:02}" for n in range(30))}
        self.gone: dict[str, datetime] = {}
        self.talks = [self._talk(n) for n in range(500)]
        self.longest_with_gone = timedelta(0)

    def _agent(self, name: str) -> Candidate:
        draw = self.draw
        return Candidate(
            agent_id=name,
            team_ids=frozenset(draw.sample(TEAMS, draw.randint(1, 2))),
            languages=frozenset({"en", draw.choice(LANGUAGES)}),
            levels={skill: draw.randint(1, 5) for skill in SKILLS if skill and draw.random() < 0.5},
            online=draw.random() < 0.6,
            load=0,
            capacity=draw.randint(2, 5),
            idle_since=START,
        )

    def _talk(self, number: int) -> Talk:
        draw = self.draw
        need = Need(draw.choice(TEAMS), draw.choice(LANGUAGES), draw.choice(SKILLS), 3)
        since = START + timedelta(seconds=draw.randint(0, 3600)) if number >= 100 else START
        priority = draw.choices(["normal", "high", "urgent"], [8, 1, 1])[0]
        return Talk(Waiting(f"t{number:03}", need, since, priority))

    def tick(self) -> None:
        """Half a minute goes by."""
        self.now += TICK
        self._come_and_go()
        self._answer_offers()
        self._end()
        self._offer()
        self._check()

    def _come_and_go(self) -> None:
        for name, one in self.agents.items():
            if self.draw.random() < 0.01:
                self.agents[name] = replace(one, online=not one.online)
                self.gone = {**self.gone, name: self.now} if one.online else _without(self.gone, name)
        for talk in self.talks:
            if talk.offered is not None and not self.agents[talk.offered].online:
                self._take_back(talk, rests=False)
            since = self.gone.get(talk.held or "")
            if talk.done_at is not None and since is not None and self.now >= since + GRACE:
                self._free(talk.held)
                talk.held, talk.done_at, talk.passed = None, None, {}
                talk.one = replace(talk.one, since=self.now, priority="high")

    def _answer_offers(self) -> None:
        for talk in self.talks:
            if talk.offered is None or talk.until is None:
                continue
            if self.now >= talk.until or self.draw.random() < 0.03:
                self._take_back(talk, rests=True)
            elif self.draw.random() < 0.5:
                talk.held, talk.offered, talk.until = talk.offered, None, None
                talk.waits.append(self.now - talk.one.since)
                talk.done_at = self.now + timedelta(seconds=self.draw.randint(60, 480))

    def _take_back(self, talk: Talk, *, rests: bool) -> None:
        assert talk.offered is not None
        self._free(talk.offered)
        if rests:
            talk.passed[talk.offered] = self.now
        talk.offered, talk.until = None, None

    def _end(self) -> None:
        for talk in self.talks:
            over = talk.done_at is not None and talk.done_at <= self.now
            if over and talk.held is not None and self.agents[talk.held].online:
                self._free(talk.held)
                talk.held, talk.done_at, talk.done = None, None, True

    def _free(self, name: str | None) -> None:
        one = self.agents[name or ""]
        self.agents[one.agent_id] = replace(one, load=one.load - 1, idle_since=self.now)

    def _offer(self) -> None:
        waiting = {talk.one.conversation_id: talk for talk in self.waiting()}
        asked = [
            replace(talk.one, passed=frozenset(who for who, at in talk.passed.items() if at > self.now - REST))
            for talk in waiting.values()
        ]
        for one, choice in match(asked, [*self.agents.values()], ladder=LADDER, now=self.now):
            assert choice.agent_id is not None
            chosen, talk = self.agents[choice.agent_id], waiting[one.conversation_id]
            assert chosen.online
            self.agents[choice.agent_id] = replace(chosen, load=chosen.load + 1)
            talk.offered, talk.until = choice.agent_id, self.now + ACCEPT

    def waiting(self) -> list[Talk]:
        """What waits and is offered to nobody."""
        return [talk for talk in self.talks if talk.here(self.now) and talk.offered is None and talk.held is None]

    def _check(self) -> None:
        for name, one in self.agents.items():
            has = sum(name in {talk.offered, talk.held} for talk in self.talks)
            assert has == one.load <= one.capacity
        for talk in self.talks:
            if talk.held in self.gone:
                self.longest_with_gone = max(self.longest_with_gone, self.now - self.gone[talk.held])


def _without(moments: dict[str, datetime], name: str) -> dict[str, datetime]:
    return {one: at for one, at in moments.items() if one != name}


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_starves_and_nobody_is_overloaded_or_left_with_who_is_gone(seed: int) -> None:
    floor = Floor(seed)
    while not all(talk.done for talk in floor.talks):
        floor.tick()  # where also every capacity is looked at
        assert floor.now < START + timedelta(hours=6), [talk for talk in floor.talks if not talk.done]
    assert max(wait for talk in floor.talks for wait in talk.waits) < STARVED
    assert floor.longest_with_gone < GRACE + TICK
    urgent, normal = (
        sorted(talk.waits[0] for talk in floor.talks if talk.one.priority == priority)
        for priority in ("urgent", "normal")
    )
    assert urgent[len(urgent) // 2] <= normal[len(normal) // 2]
