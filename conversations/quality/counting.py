"""What was said of handovers and of drawn conversations, counted by day, trigger and version, in two queries."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, FilteredRelation, Q, QuerySet
from django.db.models.functions import TruncDate

from conversations import labels
from conversations.models import Handover, Review, ReviewVerdict
from escalation.vocabulary import OWN
from tenants import current

TRIGGERS = (*labels.SIGNALS, OWN)  # those that a rule may have


@dataclass(frozen=True)
class Handed:
    """So many handovers of one day, trigger and version of which the same was said; `verdict` is "" for nothing."""

    day: date
    version: int
    trigger: str
    verdict: str
    meant: str
    count: int


@dataclass(frozen=True)
class Drawn:
    """A conversation that was drawn for review; `weight` is the inverse of the probability of that."""

    day: date
    version: int
    weight: float
    verdict: str
    trigger: str

    @property
    def judged(self) -> bool:
        """Whether somebody could tell."""
        return self.verdict in (ReviewVerdict.RIGHT, ReviewVerdict.MISSED)


@dataclass(frozen=True)
class Seen:
    """All that the figures are worked out from."""

    handed: tuple[Handed, ...]
    drawn: tuple[Drawn, ...]

    def between(self, first: date, last: date) -> "Seen":
        """What happened on these days, both included."""
        handed = tuple(one for one in self.handed if first <= one.day <= last)
        return Seen(handed, tuple(one for one in self.drawn if first <= one.day <= last))

    def under(self, version: int) -> "Seen":
        """What was decided by this version of the rules."""
        handed = tuple(one for one in self.handed if one.version == version)
        return Seen(handed, tuple(one for one in self.drawn if one.version == version))


def zone() -> ZoneInfo:
    """The company's time zone, in which its days and weeks begin."""
    return ZoneInfo(current.tenant().time_zone)


def seen(since: datetime) -> Seen:
    """All since then."""
    return Seen(tuple(_handed(since)), tuple(_drawn(since)))


def labelled(since: datetime) -> QuerySet[Handover]:
    """Handovers by a trigger of the rules, with the label that counts as `counting`."""
    counting = FilteredRelation("labels", condition=Q(labels__ended_at__isnull=True))
    handovers = Handover.objects.filter(requested_at__gte=since, decision__trigger__in=TRIGGERS)
    return handovers.annotate(counting=counting)


def drawn(since: datetime) -> QuerySet[Review]:
    """Drawn conversations to which no person came later either."""
    return Review.objects.filter(began_at__gte=since, conversation__handovers=None)


def _handed(since: datetime) -> list[Handed]:
    grouped = (
        labelled(since)
        .annotate(day=TruncDate("requested_at", tzinfo=zone()))
        .order_by()
        .values_list("day", "decision__rules_version", "decision__trigger", "counting__verdict", "counting__trigger")
        .annotate(n=Count("pk"))
    )
    return [
        Handed(day, version, trigger, said or "", meant or "", n) for day, version, trigger, said, meant, n in grouped
    ]


def _drawn(since: datetime) -> list[Drawn]:
    rows = drawn(since).order_by().annotate(day=TruncDate("began_at", tzinfo=zone()))
    wanted = rows.values_list("day", "rules_version", "probability", "verdict", "trigger")
    return [Drawn(day, version, 1 / chance, said, trigger) for day, version, chance, said, trigger in wanted]
