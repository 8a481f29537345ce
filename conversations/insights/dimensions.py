"""By what reports are filtered and broken down: how the database tells the parts apart, and what people call them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from django.core.exceptions import ValidationError
from django.db.models import Expression, F, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from agents.models import Agent, Team
from conversations import labels
from conversations.models import Channel, Part
from tenants.errors import ParameterError

NONE = "none"  # of what has no team, agent, topic or trigger
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH = Locale("en")
MOST_DIGITS = 9


@dataclass(frozen=True)
class Dimension:
    """A way to tell episodes apart; `field` is theirs, `blank` what stands there for none, `numbers` if it is one."""

    key: str
    name: str
    field: str = ""
    blank: Any = ""
    numbers: bool = False


DIMENSIONS: Mapping[str, Dimension] = {
    one.key: one
    for one in (
        Dimension("team", "Team", "team_id", None),
        Dimension("agent", "Agent", "agent_id", None),
        Dimension("topic", "Topic", "topic"),
        Dimension("channel", "Channel", "channel"),
        Dimension("language", "Language", "language"),
        Dimension("rules_version", "Version of the rules", "rules_version", 0, numbers=True),
        Dimension("knowledge", "Version of the knowledge", "knowledge_number", 0, numbers=True),
        Dimension("part", "Who answered", "part"),
        Dimension("weekday", "Weekday", numbers=True),
        Dimension("hour", "Hour of the day", numbers=True),
        Dimension("trigger", "Reason of the handover", "trigger"),
    )
}
FILTERS = tuple(DIMENSIONS)


def expression(dimension: Dimension, clock: str, zone: ZoneInfo) -> Any:
    """What tells episodes apart; weekday (1 is Monday) and hour are those of the moment `clock` in the zone."""
    of_moments: Mapping[str, type[Expression]] = {"weekday": ExtractIsoWeekDay, "hour": ExtractHour}
    if dimension.key in of_moments:
        return of_moments[dimension.key](clock, tzinfo=zone)
    return F(dimension.field)


def condition(dimension: Dimension, wanted: Sequence[str]) -> Q:
    """Episodes of one of these parts by their keys; ParameterError for a key that cannot be one.

    Weekday and hour are asked of an annotation of the same name.
    """
    name = dimension.field or dimension.key
    found = Q()
    keys = [_value(dimension, one) for one in wanted if one != NONE]
    if keys:
        found |= Q(**{f"{name}__in": keys})
    if NONE in wanted:
        found |= Q(**{f"{name}__isnull": True}) if dimension.blank is None else Q(**{name: dimension.blank})
    return found


def key(dimension: Dimension, value: Any) -> str:
    """The key of a part: what its filter takes."""
    return NONE if value is None or (dimension.field and value == dimension.blank) else str(value)


def _language(text: str) -> str:
    return str(ENGLISH.languages.get(text, text))


def _trigger(text: str) -> str:
    return str(labels.trigger(text)["label"])


NAMED: Mapping[str, Callable[[str], str]] = {
    "channel": lambda text: dict(Channel.choices).get(text, text),
    "language": _language,
    "rules_version": "Version {}".format,
    "knowledge": "Version {}".format,
    "part": lambda text: dict(Part.choices).get(text, text),
    "weekday": lambda text: WEEKDAYS[int(text) - 1],
    "hour": lambda text: f"{int(text):02}:00",
    "trigger": _trigger,
}
NOBODY = {
    "team": "No team",
    "agent": "No agent",
    "topic": "No topic",
    "rules_version": "No decision",
    "knowledge": "No decision",
    "trigger": "Not handed over",
}
MODELS: Mapping[str, Any] = {"team": Team, "agent": Agent}


def names(dimension: Dimension, keys: Collection[str]) -> dict[str, str]:
    """What people call these parts; one query for teams and agents, none for others."""
    known: dict[str, str] = {}
    if dimension.key in MODELS:
        found = MODELS[dimension.key].objects.filter(pk__in=[one for one in keys if one != NONE])
        known = dict(found.values_list("pk", "name"))
    told = NAMED.get(dimension.key, _same)
    return {one: NOBODY.get(dimension.key, "Unknown") if one == NONE else known.get(one) or told(one) for one in keys}


def _value(dimension: Dimension, text: str) -> Any:
    try:
        if dimension.numbers:
            return _number(text)
        if dimension.blank is None:
            MODELS[dimension.key]._meta.pk.get_prep_value(text)
    except (ValueError, ValidationError) as error:
        told = f"{dimension.key}: there is no such {dimension.name.lower()}."
        raise ParameterError(told, param=dimension.key) from error
    return text


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        raise ValueError(text)
    return int(text)


def _same(text: str) -> str:
    return text
