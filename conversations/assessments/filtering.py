"""Which assessments are meant: one filter for the numbers and for the list behind them, so that both tell the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext

from conversations.models import Assessment, Part, Wanted
from conversations.quality import counting, listing
from tenants.errors import ParameterError

Source = Literal["chance", "lists", "all"]
CHANCE: Source = "chance"
LISTS: Source = "lists"
ALL: Source = "all"
SOURCES = (CHANCE, LISTS, ALL)


@dataclass(frozen=True)
class Asked:
    """Of which days, cards, people and things; what is empty or None does not narrow.

    `source` is `chance` for what random lists drew, which stands for all of its kind, `lists` for what others did.
    """

    days: int
    source: Source = ALL
    scorecard_id: str = ""
    agent_id: str = ""
    team_id: str = ""
    topic: str = ""
    channel: str = ""
    part: str = ""
    rules_version: int | None = None
    knowledge_number: int | None = None
    engine: str = ""
    because: str = ""
    week: date | None = None
    failed: bool | None = None


PLAIN = ("scorecard_id", "agent_id", "team_id", "topic", "channel", "rules_version", "knowledge_number", "engine")
OF_PART: Mapping[str, tuple[str, ...]] = {
    Part.ASSISTANT: (Part.ASSISTANT, Part.BOTH),
    Part.AGENT: (Part.AGENT, Part.BOTH),
}


def done(asked: Asked, now: datetime) -> QuerySet[Assessment]:
    """First assessments that are done and meant, by when what they are about happened; second ones only measure
    agreement. Each has its `chance`: the highest probability with which a random list drew it, or None.
    """
    since, until = listing.window(now, asked.days), None
    if asked.week is not None:
        since, until = listing.week(asked.week, since)
    found = Assessment.objects.filter(done_at__isnull=False, second_of=None, happened_at__gte=since)
    if until is not None:
        found = found.filter(happened_at__lt=until)
    chance = Max("picks__probability", filter=Q(picks__draw__plan__wanted=Wanted.RANDOM))
    told = _narrowed(found, asked).annotate(chance=chance)
    return told if asked.source == ALL else told.filter(chance__isnull=asked.source == LISTS)


def _narrowed(found: QuerySet[Assessment], asked: Asked) -> QuerySet[Assessment]:
    try:
        found = found.filter(**{name: value for name in PLAIN if (value := getattr(asked, name)) not in ("", None)})
    except ValidationError as error:
        raise ParameterError(gettext("There is nothing with this id here."), param="scorecard_id") from error
    if asked.part:
        found = found.filter(part__in=OF_PART[asked.part])
    if asked.because:
        found = found.filter(because="" if asked.because == "chosen" else asked.because)
    if asked.failed is not None:
        found = found.filter(failed=asked.failed)
    return found


def monday(moment: datetime) -> date:
    """The first day of the week, in the company's zone, in which something happened."""
    day = moment.astimezone(counting.zone()).date()
    return day - timedelta(days=day.weekday())


def asked_of(query: Mapping[str, Any]) -> Asked:
    """The filter of a checked query."""
    return Asked(**{name: query[name] for name in Asked.__dataclass_fields__ if name in query})
