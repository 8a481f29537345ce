"""How people take their time: pauses between the steps of a conversation, and when customers write."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from conversations.demo import clock
from conversations.demo.dialogues import (
    AgentNotes,
    AgentSays,
    AssistantQuotes,
    AssistantUnsure,
    CustomerSays,
    HandsBack,
    HandsOver,
    PressesPerson,
    Step,
    TimePasses,
)

# How likely a customer is to write in each hour of the day, against the busiest.
TRAFFIC = (
    .08, .04, .03, .02, .02, .04, .12, .3, .55, .75, .9, .95, .9, .8, .75, .8, .85, .9, .95, 1., 1., .85, .5, .22,
)  # fmt: skip
PAUSES: dict[type[Step], tuple[float, float]] = {  # seconds
    CustomerSays: (18, 150),
    PressesPerson: (6, 40),
    AssistantQuotes: (0.8, 2.4),
    AssistantUnsure: (0.8, 2.4),
    HandsOver: (0.6, 1.5),
    AgentSays: (45, 260),
    AgentNotes: (30, 120),
    HandsBack: (20, 90),
}
WAIT = (50, 560)  # seconds until an agent accepts


def moments(chance: Random, steps: Sequence[Step], start: datetime) -> list[datetime]:
    """When each step happens, the first at `start`; people answer when they are there."""
    found: list[datetime] = []
    now = start
    for number, step in enumerate(steps):
        if isinstance(step, TimePasses):
            now += timedelta(hours=step.hours)
        elif number:
            now += timedelta(seconds=chance.uniform(*PAUSES[type(step)]))
        if isinstance(step, AgentSays | AgentNotes):
            waited = any(isinstance(earlier, HandsOver) for earlier in steps[number - 1 : number])
            now = clock.next_open("people", now) + timedelta(seconds=chance.uniform(*WAIT) if waited else 0)
        found.append(now)
    return found
