"""What customers said, as a list with the newest first, and as figures behind which that list stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Avg, Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations.merging import persons
from conversations.models import AskedBy, Customer, Holder, Survey
from conversations.models.surveys import MOST
from conversations.quality import estimating
from conversations.surveys import choosing, showing
from tenants import cursors
from tenants.errors import ParameterError
from tenants.openapi.shapes import Listed

SATISFIED = 4  # and more
Value = TypeVar("Value", AskedBy, Holder)
ANSWERED = Q(answered_at__isnull=False)
NOT_REPLIED = Q(replied_at__isnull=True)
WHICH: Mapping[str, Callable[[int], Q]] = {
    "asked": lambda _low: Q(),
    "answered": lambda _low: ANSWERED,
    "unanswered": lambda _low: ~ANSWERED,
    "satisfied": lambda _low: Q(satisfaction__gte=SATISFIED),
    "low": lambda low: Q(satisfaction__lte=low),
    "low_open": lambda low: Q(satisfaction__lte=low) & NOT_REPLIED,
    "commented": lambda _low: ANSWERED & ~Q(comment=""),
    "refused": lambda _low: Q(refused_at__isnull=False),
}


class SurveyShare(TypedDict):
    """A share of 0 to 1 with its 95 % interval, and of how many."""

    value: float
    low: float
    high: float
    of: int


class SurveyPart(TypedDict):
    """How some of the customers answered."""

    asked: int
    answered: int
    response: SurveyShare | None
    csat: SurveyShare | None


class SurveyChannels(TypedDict):
    """By which way customers were asked."""

    widget: SurveyPart
    mail: SurveyPart


class SurveyHolders(TypedDict):
    """Who had the conversation when it ended."""

    assistant: SurveyPart
    agent: SurveyPart
    queue: SurveyPart


class SurveyMeans(TypedDict):
    """Mean answers from 1 to 5."""

    satisfaction: float | None
    effort: float | None
    efforts: int
    """How many said how easy it was."""


class SurveyFigures(TypedDict):
    """How many customers answered, and how satisfied they are."""

    asked: int
    answered: int
    unanswered: int
    satisfied: int
    low: int
    low_open: int
    """Low ones that nobody wrote back to."""
    commented: int
    refused: int
    low_from: int
    """Ratings of so much and less are low."""
    response: SurveyShare | None
    """Of all that were asked, how many answered."""
    csat: SurveyShare | None
    """Of all that answered, how many are satisfied: 4 or 5 of 5."""
    mean: SurveyMeans
    satisfaction: list[int]
    """How often 1, 2, 3, 4 and 5 were given."""
    effort: list[int]
    by_channel: SurveyChannels
    by_holder: SurveyHolders


@dataclass(frozen=True)
class Among:
    """Of which surveys: asked within `days`, and what else is named."""

    days: int = 90
    holder: str = ""
    channel: str = ""
    team_id: str = ""
    agent_id: str = ""
    conversation_id: str = ""
    customer_id: str = ""


def page(among: Among, which: str, *, satisfaction: int | None, limit: int, cursor: str) -> Listed[showing.SurveyRow]:
    """A page of what stands behind the number of this name, the newest first. Two queries, one more for a customer."""
    low_from = choosing.of_company().low_from
    found = _among(among).filter(WHICH[which](low_from))
    if satisfaction is not None:
        found = found.filter(satisfaction=satisfaction)
    listed = cursors.newest_ids_first(found.order_by("-id"), limit=limit, cursor=cursor)
    return listed.of([showing.for_desk(one, low_from=low_from) for one in listed.rows])


def figures(among: Among) -> SurveyFigures:
    """How many were asked and answered, how satisfied they are, and how easy it was, each with its interval."""
    low_from = choosing.of_company().low_from
    found = _among(among).order_by()
    counted = found.aggregate(**{name: Count("pk", filter=_of(which, low_from)) for name, which in WHICH.items()})
    scales = found.aggregate(
        mean_satisfaction=Avg("satisfaction"),
        mean_effort=Avg("effort"),
        efforts=Count("effort"),
        **{f"s{step}": Count("pk", filter=Q(satisfaction=step)) for step in range(1, MOST + 1)},
        **{f"e{step}": Count("pk", filter=Q(effort=step)) for step in range(1, MOST + 1)},
    )
    channels, holders = _by(found, "channel", list(AskedBy)), _by(found, "holder", list(Holder))
    return {
        "asked": counted["asked"],
        "answered": counted["answered"],
        "unanswered": counted["unanswered"],
        "satisfied": counted["satisfied"],
        "low": counted["low"],
        "low_open": counted["low_open"],
        "commented": counted["commented"],
        "refused": counted["refused"],
        "low_from": low_from,
        "response": _share(counted["answered"], counted["asked"]),
        "csat": _share(counted["satisfied"], counted["answered"]),
        "mean": {
            "satisfaction": scales["mean_satisfaction"],
            "effort": scales["mean_effort"],
            "efforts": scales["efforts"],
        },
        "satisfaction": [scales[f"s{step}"] for step in range(1, MOST + 1)],
        "effort": [scales[f"e{step}"] for step in range(1, MOST + 1)],
        "by_channel": {"widget": channels[AskedBy.WIDGET], "mail": channels[AskedBy.MAIL]},
        "by_holder": {
            "assistant": holders[Holder.ASSISTANT],
            "agent": holders[Holder.AGENT],
            "queue": holders[Holder.QUEUE],
        },
    }


def _of(which: Callable[[int], Q], low_from: int) -> Q:
    wanted = which(low_from)
    return wanted or Q(pk__isnull=False)


def _among(among: Among) -> QuerySet[Survey]:
    since = timezone.now() - timedelta(days=among.days)
    found = showing.loaded().filter(asked_at__gte=since)
    named = {
        "holder": among.holder,
        "channel": among.channel,
        "team": among.team_id,
        "agent": among.agent_id,
        "conversation": among.conversation_id,
    }
    for name, value in named.items():
        if value:
            found = _filtered(found, name, value)
    if among.customer_id:
        found = found.filter(conversation__customer__in=_records(among.customer_id))
    return found


def _filtered(found: QuerySet[Survey], name: str, value: str) -> QuerySet[Survey]:
    try:
        return found.filter(**{name: value})
    except ValidationError as error:
        raise ParameterError(
            gettext("{name}_id: there is no such {name} here.").format(name=name), param=f"{name}_id"
        ) from error


def _records(customer_id: str) -> list[Customer]:
    """All records of the person, since the desk sees them as one."""
    return list(persons.records(persons.access(customer_id)))


def _by(found: QuerySet[Survey], field: str, values: list[Value]) -> dict[Value, SurveyPart]:
    """The same figures for each value of a field, in one query."""
    counted = found.values_list(field).annotate(
        asked=Count("pk"),
        answered=Count("pk", filter=ANSWERED),
        satisfied=Count("pk", filter=Q(satisfaction__gte=SATISFIED)),
    )
    told = {name: counts for name, *counts in counted}
    shown: dict[Value, SurveyPart] = {}
    for value in values:
        asked, answered, satisfied = told.get(value, (0, 0, 0))
        shown[value] = {
            "asked": asked,
            "answered": answered,
            "response": _share(answered, asked),
            "csat": _share(satisfied, answered),
        }
    return shown


def _share(hits: int, of: int) -> SurveyShare | None:
    found = estimating.share(hits, of)
    return None if found is None else {"value": found.value, "low": found.low, "high": found.high, "of": found.of}
