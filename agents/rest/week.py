"""A week over REST: parts of weekdays, as teams are open and people work."""

from datetime import time
from itertools import pairwise
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext, gettext_noop
from rest_framework import serializers

from agents import hours
from agents.hours import Stretch

Json = dict[str, Any]
MOST_STRETCHES = 70
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d\Z"
CLOSING = r"^(([01]\d|2[0-3]):[0-5]\d|24:00)\Z"
WRITTEN: dict[str, Any] = {"invalid": gettext_noop("A time is written like 09:30.")}


class StretchForm(serializers.Serializer[None]):
    """A part of a weekday."""

    weekday = serializers.IntegerField(min_value=0, max_value=6)
    opens = serializers.RegexField(CLOCK, error_messages=WRITTEN)
    closes = serializers.RegexField(CLOSING, error_messages=WRITTEN)

    def validate(self, attrs: Json) -> Json:
        """It closes after it opens; work through the night is two parts."""
        if attrs["closes"] <= attrs["opens"]:
            message = gettext(
                "This must be later than the opening. For a night, write one part up to 24:00 and one from 00:00."
            )
            raise serializers.ValidationError({"closes": message})
        return attrs


class WeekField(serializers.ListField):
    """A whole week, none of whose parts lies over another."""

    def __init__(self, **options: Any) -> None:
        super().__init__(child=StretchForm(), max_length=MOST_STRETCHES, **options)

    def to_internal_value(self, data: Any) -> list[Json]:
        """The parts in their order."""
        weekly = super().to_internal_value(data)
        ordered = sorted(weekly, key=lambda one: (one["weekday"], one["opens"]))
        for one, following in pairwise(ordered):
            if one["weekday"] == following["weekday"] and following["opens"] < one["closes"]:
                raise serializers.ValidationError(gettext("Two parts of a day lie over each other."))
        return ordered


class ZoneField(serializers.CharField):
    """The name of a time zone, such as Europe/Paris."""

    def to_internal_value(self, data: Any) -> str:
        """The name, when there is such a zone."""
        name = super().to_internal_value(data)
        if name and name not in available_timezones():
            raise serializers.ValidationError(gettext("There is no such time zone. Write it like Europe/Paris."))
        return name


def stretch(one: Json) -> Stretch:
    """A part of a weekday, as it is asked about."""
    closes = hours.END_OF_DAY if one["closes"] == "24:00" else time.fromisoformat(one["closes"])
    return Stretch(one["weekday"], time.fromisoformat(one["opens"]), closes)
