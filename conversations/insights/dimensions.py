"""By what reports are filtered and broken down: how the database tells the parts apart, and what people call them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from django.core.exceptions import ValidationError
from django.db.models import Expression, F, Q, TextChoices
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent, Team
from conversations import labels
from conversations.models import Channel, Part
from tenants import speaking
from tenants.errors import ParameterError

NONE = "none"  # of what has no team, agent, topic or trigger
WEEKDAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
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
        Dimension("team", gettext_noop("Team"), "team_id", None),
        Dimension("agent", gettext_noop("Agent"), "agent_id", None),
        Dimension("topic", gettext_noop("Topic"), "topic"),
        Dimension("channel", gettext_noop("Channel"), "channel"),
        Dimension("language", gettext_noop("Language"), "language"),
        Dimension("rules_version", gettext_noop("Version of the rules"), "rules_version", 0, numbers=True),
        Dimension("knowledge", gettext_noop("Version of the knowledge"), "knowledge_number", 0, numbers=True),
        Dimension("part", gettext_noop("Who answered"), "part"),
        Dimension("weekday", gettext_noop("Weekday"), numbers=True),
        Dimension("hour", gettext_noop("Hour of the day"), numbers=True),
        Dimension("trigger", gettext_noop("Reason of the handover"), "trigger"),
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
    return str(Locale(speaking.now()).languages.get(text, text))


def _choice(choices: type[TextChoices], text: str) -> str:
    label = str(dict(choices.choices).get(text, text))
    return gettext(label) if text in choices.values else label


def _version(number: str) -> str:
    return gettext("Version {number}").format(number=number)


def _trigger(text: str) -> str:
    return str(labels.trigger(text)["label"])


NAMED: Mapping[str, Callable[[str], str]] = {
    "channel": lambda text: _choice(Channel, text),
    "language": _language,
    "rules_version": _version,
    "knowledge": _version,
    "part": lambda text: _choice(Part, text),
    "weekday": lambda text: gettext(WEEKDAYS[int(text) - 1]),
    "hour": lambda text: f"{int(text):02}:00",
    "trigger": _trigger,
}
UNKNOWN = gettext_noop("Unknown")
NOBODY = {
    "team": gettext_noop("No team"),
    "agent": gettext_noop("No agent"),
    "topic": gettext_noop("No topic"),
    "rules_version": gettext_noop("No decision"),
    "knowledge": gettext_noop("No decision"),
    "trigger": gettext_noop("Not handed over"),
}
MODELS: Mapping[str, Any] = {"team": Team, "agent": Agent}


def names(dimension: Dimension, keys: Collection[str]) -> dict[str, str]:
    """What people call these parts; one query for teams and agents, none for others."""
    known: dict[str, str] = {}
    if dimension.key in MODELS:
        found = MODELS[dimension.key].objects.filter(pk__in=[one for one in keys if one != NONE])
        known = dict(found.values_list("pk", "name"))
    told = NAMED.get(dimension.key, _same)
    return {
        one: gettext(NOBODY.get(dimension.key, UNKNOWN)) if one == NONE else known.get(one) or told(one) for one in keys
    }


def _value(dimension: Dimension, text: str) -> Any:
    try:
        if dimension.numbers:
            return _number(text)
        if dimension.blank is None:
            MODELS[dimension.key]._meta.pk.get_prep_value(text)
    except (ValueError, ValidationError) as error:
        told = gettext("{key}: there is no such {name}.").format(
            key=dimension.key, name=speaking.within(gettext(dimension.name))
        )
        raise ParameterError(told, param=dimension.key) from error
    return text


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        raise ValueError(text)
    return int(text)


def _same(text: str) -> str:
    return text
