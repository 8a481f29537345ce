"""What a metric is, and the conditions on episodes that several of them share."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.db.models import F, Q

from conversations.insights.measures import Measure
from conversations.models import EndedBy, Part

SETTLES = timedelta(days=7)  # until then a customer may still come again


class Group(StrEnum):
    """What a metric is about."""

    TRUST = "trust"
    VOLUME = "volume"


class Unit(StrEnum):
    """What its value is."""

    SHARE = "share"
    SECONDS = "seconds"
    COUNT = "count"
    SCORE = "score"
    MONEY = "money"
    RATIO = "ratio"


class Better(StrEnum):
    """In which direction it gets better."""

    UP = "up"
    DOWN = "down"


class Clock(StrEnum):
    """Which moment of an episode puts it into a period."""

    ENDED = "ended_at"
    BEGAN = "began_at"
    OPEN = "open"


@dataclass(frozen=True)
class Metric:
    """A metric; a `settled` one waits with each episode until its customer has not come again for a week."""

    key: str
    name: str
    group: Group
    unit: Unit
    better: Better | None
    measure: Measure
    sentence: str
    definition: str
    clock: Clock = Clock.ENDED
    settled: bool = False

    @property
    def counted_by(self) -> str:
        """In words, when something counts."""
        return COUNTED_BY[self.clock] + (SETTLED if self.settled else "")


COUNTED_BY = {
    Clock.ENDED: "Counted on the day on which it ended.",
    Clock.BEGAN: "Counted on the day on which it began.",
    Clock.OPEN: "Counted at the end of the period, or now if that is not over.",
}
SETTLED = " What ended less than 7 days ago waits, because the customer may still come again."

# What merging ended goes on elsewhere, and what was deleted had no end: a metric counts among these, by its clock.
OVER = Q(ended_at__isnull=False) & ~Q(ended_by__in=(EndedBy.MERGED, EndedBy.REMOVED))
BEGUN = ~Q(ended_by=EndedBy.MERGED)
EVERY = Q()
BY_PEOPLE = Q(part__in=(Part.AGENT, Part.BOTH))
BY_ASSISTANT = Q(part__in=(Part.ASSISTANT, Part.BOTH))
ANSWERED = ~Q(part=Part.NOBODY)
REOPENED_SOON = Q(reopened_at__isnull=False, reopened_at__lte=F("ended_at") + SETTLES)
LASTING = ANSWERED & Q(repeat_at__isnull=True) & ~REOPENED_SOON
