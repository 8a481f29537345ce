"""Gives each conversation of the past its scenario, customer, order, agent, words and moments; stores nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from random import Random
from typing import Literal

from conversations.demo import clock, pace
from conversations.demo.content import Colleague, Product, company, products
from conversations.demo.dialogues import (
    AgentNotes,
    AgentSays,
    AssistantQuotes,
    AssistantUnsure,
    CustomerSays,
    HandsOver,
    Scenario,
    Step,
    scenarios,
)
from conversations.demo.orders import CLOTHES, Order
from conversations.demo.people import Person

DAYS = 30
COUNT = 640
HANDED_OVER = 160  # enough for each team to know how long one waits for it
WAITING = ("asks_human", "anger", "low_confidence", "asks_human", "distress")  # why those in the queue are there
WITH_AGENTS, WITH_ASSISTANT = 7, 6  # still open
SAME_CUSTOMER_AFTER = timedelta(days=7)  # sooner, their words would have gone into the earlier conversation
NAMED = 0.55  # of those who have no order
TRIES = 40

Ends = Literal["resolved", "queue", "agent", "assistant"]
LAST: Mapping[Ends, tuple[type[Step], ...]] = {
    "resolved": (),
    "queue": (HandsOver,),
    "agent": (AgentSays,),
    "assistant": (AssistantQuotes, AssistantUnsure),
}  # the step after which a conversation that ends so is cut


@dataclass(frozen=True)
class Beat:
    """A step at its moment, in the words that were chosen for it."""

    step: Step
    at: datetime
    text: str


@dataclass(frozen=True)
class Scene:
    """A conversation ready to be told."""

    scenario: Scenario
    person: Person | None
    order: Order | None
    agent: Colleague | None
    beats: tuple[Beat, ...]
    ends: Ends

    @property
    def resolved_at(self) -> datetime:
        """When it was resolved: soon after an agent's last words, half an hour after the assistant's."""
        return self.beats[-1].at + timedelta(minutes=3 if self.agent else 30)


@dataclass(frozen=True)
class Part:
    """Who plays a scenario, and when."""

    scenario: Scenario
    person: Person | None
    order: Order | None
    start: datetime


class Cast:
    """The people and orders of the shop, and who has written when."""

    def __init__(self, chance: Random, orders: Iterable[Order], newcomers: Iterable[Person], now: datetime) -> None:
        self.chance = chance
        self.orders = list(orders)
        self.newcomers = list(newcomers)
        self.now = now
        self.wrote: dict[str, list[tuple[datetime, Scenario]]] = defaultdict(list)
        self._fitting: dict[tuple[str, ...], list[tuple[Order, tuple[datetime, datetime]]]] = {}

    def scenes(self) -> Iterator[Scene]:
        """COUNT scenes, HANDED_OVER of them with a person, the last ones still open."""
        to_people = self._in_turn(scenario for scenario in scenarios() if scenario.handed_over)
        to_assistant = self._in_turn(scenario for scenario in scenarios() if not scenario.handed_over)
        for signal in WAITING:
            yield self._next(self._in_turn(one for one in scenarios() if _fires(one) == signal), "queue")
        for _ in range(WITH_AGENTS):
            yield self._next(to_people, "agent")
        for _ in range(WITH_ASSISTANT):
            yield self._next(to_assistant, "assistant")
        rest = HANDED_OVER - len(WAITING) - WITH_AGENTS
        for _ in range(rest):
            yield self._next(to_people, "resolved")
        for _ in range(COUNT - HANDED_OVER - WITH_ASSISTANT):
            yield self._next(to_assistant, "resolved")

    def _in_turn(self, found: Iterable[Scenario]) -> Iterator[Scenario]:
        """The scenarios shuffled, over and over, so that each is told about as often as the others."""
        shuffled = list(found)
        self.chance.shuffle(shuffled)
        return cycle(shuffled)

    def _next(self, source: Iterator[Scenario], ends: Ends) -> Scene:
        """The next scenario for which somebody can be found."""
        while True:
            scenario = next(source)
            part = self._part(scenario, ends)
            scene = self._stage(part, ends) if part else None
            if scene and (ends != "resolved" or scene.resolved_at < self.now):
                return scene

    def _part(self, scenario: Scenario, ends: Ends) -> Part | None:
        """A customer and a start within the past month, or None when nobody fits."""
        for _ in range(TRIES):
            order, window = self._order(scenario)
            if scenario.order and order is None:
                return None
            start = self._start(window, by_day=scenario.handed_over is not None, still_open=ends != "resolved")
            if start is None:
                continue
            person = order.person if order else self._anybody(scenario)
            if person is None or self._is_free(person, start, scenario):
                return Part(scenario, person, order, start)
        return None

    def _order(self, scenario: Scenario) -> tuple[Order | None, tuple[datetime, datetime]]:
        """An order as the scenario needs it, and the time in which the scenario can happen."""
        month = (self.now - timedelta(days=DAYS), self.now)
        if not scenario.order:
            return None, month
        need = (scenario.language, *scenario.order)
        if need not in self._fitting:
            self._fitting[need] = list(self._fitting_orders(scenario, month))
        fitting = self._fitting[need]
        return self.chance.choice(fitting) if fitting else (None, month)

    def _fitting_orders(
        self, scenario: Scenario, month: tuple[datetime, datetime]
    ) -> Iterator[tuple[Order, tuple[datetime, datetime]]]:
        """The orders that were as needed within the month, and when."""
        state, kind = (*scenario.order, "goods")[:2]
        for order in self.orders:
            spell = order.spell(state, self.now) if order.person.language == scenario.language else None
            if spell and spell[1] > month[0] and any(is_kind(item.product, kind) for item in order.items):
                yield order, (max(spell[0], month[0]), spell[1])

    def _start(self, window: tuple[datetime, datetime], *, by_day: bool, still_open: bool) -> datetime | None:
        """A moment in the window at which customers write; for what is open still, the last minutes."""
        if still_open:
            return self.now if window[1] >= self.now else None
        seconds = (window[1] - window[0]).total_seconds()
        moment = window[0] + timedelta(seconds=self.chance.uniform(0, seconds))
        if moment > self.now - timedelta(hours=3):
            return None
        if by_day and self.chance.random() < 0.92:
            return moment if clock.is_open("people", moment) else None
        hour = moment.astimezone(clock.zone()).hour
        return moment if self.chance.random() < pace.TRAFFIC[hour] else None

    def _anybody(self, scenario: Scenario) -> Person | None:
        """A newcomer, somebody who has bought before, or a visitor without a name."""
        if scenario.handed_over is None and self.chance.random() > NAMED:
            return None
        known = [order.person for order in self.orders] if self.chance.random() < 0.2 else self.newcomers
        return self.chance.choice([person for person in known if person.language == scenario.language] or [None])

    def _is_free(self, person: Person, start: datetime, scenario: Scenario) -> bool:
        """Whether the person wrote nothing around that time, nor ever the same; if so, remember that they do now."""
        for other, told in self.wrote[person.email]:
            if told is scenario or abs(start - other) < SAME_CUSTOMER_AFTER:
                return False
        self.wrote[person.email].append((start, scenario))
        return True

    def _stage(self, part: Part, ends: Ends) -> Scene:
        """The scene, with its words chosen and its moments set."""
        handover = part.scenario.handed_over
        agent = self._agent(part.scenario, handover) if handover and ends != "queue" else None
        steps = list(_until(part.scenario.steps, ends))
        moments = pace.moments(self.chance, steps, part.start)
        if ends != "resolved":
            shift = moments[-1] - self.now + timedelta(minutes=self.chance.uniform(1, 22))
            moments = [moment - shift for moment in moments]
        words = self._words(part, agent, moments[0])
        beats = (Beat(step, at, self._text(step, words)) for step, at in zip(steps, moments, strict=True))
        return Scene(part.scenario, part.person, part.order, agent, tuple(beats), ends)

    def _agent(self, scenario: Scenario, handover: HandsOver) -> Colleague:
        """Somebody of the team who speaks the language; the owner seldom answers herself."""
        able = [
            person
            for person in company().agents
            if (person.key == scenario.agent)
            or (not scenario.agent and handover.team in person.teams and scenario.speaks in person.languages)
        ]
        others = [person for person in able if person.role != "owner"]
        return self.chance.choice(others or able)

    def _words(self, part: Part, agent: Colleague | None, start: datetime) -> Mapping[str, str]:
        """What the braces in a scenario stand for."""
        state, kind = (*part.scenario.order, "goods", "goods")[:2]
        item = next((item for item in part.order.items if is_kind(item.product, kind)), None) if part.order else None
        shelf = [product for product in products() if product.category == part.scenario.product]
        person = part.person
        return {
            "first": person.first if person else "",
            "name": person.name if person else "",
            "email": person.email if person else "",
            "town": person.town if person else "Hartsbridge",
            "street": person.street if person else "Weir Street",
            "order": part.order.number if part.order else state,
            "item": item.product.name if item else "",
            "placed": f"{part.order.placed_at:%A}" if part.order else "",
            "total": f"{part.order.total:.2f}" if part.order else "",
            "product": self.chance.choice(shelf).name if shelf else "",
            "agent": agent.name.split()[0] if agent else "",
            "day": f"{_next_workshop_day(start):%A}",
            "slot": self.chance.choice(("8:30", "10:30", "13:00", "15:00")),
        }

    def _text(self, step: Step, words: Mapping[str, str]) -> str:
        """The words of a step, chosen and filled in; empty for one that says nothing."""
        match step:
            case CustomerSays(texts) | AgentSays(texts):
                return self.chance.choice(texts).format_map(words)
            case AgentNotes(text):
                return text.format_map(words)
            case _:
                return ""


def _fires(scenario: Scenario) -> str:
    """The signal that hands the scenario over, or the empty string."""
    return scenario.handed_over.signal if scenario.handed_over else ""


def _until(steps: tuple[Step, ...], ends: Ends) -> Iterator[Step]:
    """The steps up to where a conversation that is still open stands."""
    for step in steps:
        yield step
        if isinstance(step, LAST[ends]):
            return


def is_kind(product: Product, kind: str) -> bool:
    """Whether a dialogue about this kind of thing can be about the product."""
    match kind:
        case "bike":
            return product.is_bike
        case "ebike":
            return product.category == "E-bikes"
        case "child":
            return product.category == "Children"
        case "clothing":
            return product.category == CLOTHES
        case _:
            return not product.is_bike


def _next_workshop_day(moment: datetime) -> date:
    """The day after the next opening, on which the workshop has slots."""
    return clock.next_open("workshop", moment + timedelta(days=1)).astimezone(clock.zone()).date()
