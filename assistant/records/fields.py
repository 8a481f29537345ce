"""Fields of records as they come in, by REST, from a file or from the connector; each wrong one names itself."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

LONGEST_MAP = 8000  # letters as JSON
DEEPEST = 4
ADDRESS = ("line", "line2", "town", "region", "postcode", "country")


class OneLine(serializers.CharField):
    """A text in one line, without signs that nobody sees."""

    def to_internal_value(self, data: Any) -> str:
        """The words with single spaces."""
        text = " ".join(super().to_internal_value(data).split())
        if not text.isprintable():
            raise serializers.ValidationError(gettext("This has signs that cannot be shown."))
        return text


class Moment(serializers.DateTimeField):
    """A moment as RFC 3339, or a date, which stands for its first minute in UTC."""

    def to_internal_value(self, value: Any) -> datetime:
        """The moment in UTC."""
        try:
            day: date | None = parse_date(value.strip()) if isinstance(value, str) else None
        except ValueError:
            day = None  # well formed, and no date
        if day is not None:
            return datetime.combine(day, time(), tzinfo=timezone.get_default_timezone())
        return super().to_internal_value(value.strip() if isinstance(value, str) else value)


class Amount(serializers.DecimalField):
    """An amount of money that is not negative."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=10, decimal_places=2, min_value=0, **options)


class Currency(serializers.RegexField):
    """An ISO 4217 code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            r"^[A-Z]{3}\Z", error_messages={"invalid": "A currency is written like EUR."}, default="EUR", **options
        )


class State(serializers.ChoiceField):
    """One of a few words; a wrong one is told which there are."""

    def __init__(self, choices: Any, **options: Any) -> None:
        there = ", ".join(str(value) for value, _ in choices)
        says = f'"{{input}}" is none of {there}.'
        super().__init__(choices, error_messages={"invalid_choice": says}, **options)


@extend_schema_field({"type": "object", "additionalProperties": {}})
class Attributes(serializers.Field[Any, Any, Any, Any]):
    """A JSON object of the tenant's own, small enough to be shown."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, default=dict, **options)

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """The object, when it can be stored."""
        if not isinstance(data, Mapping):
            raise serializers.ValidationError(gettext('This must be an object such as {"colour": "red"}.'))
        _check_plain(data, DEEPEST)
        if len(json.dumps(data)) > LONGEST_MAP:
            raise serializers.ValidationError(
                gettext("This is longer than {longest_map} letters.").format(longest_map=LONGEST_MAP)
            )
        return dict(data)

    def to_representation(self, value: Any) -> Any:
        """As it is."""
        return value


class Address(serializers.Serializer[None]):
    """A postal address."""

    line = OneLine(max_length=200, required=False, allow_blank=True)
    line2 = OneLine(max_length=200, required=False, allow_blank=True)
    town = OneLine(max_length=120, required=False, allow_blank=True)
    region = OneLine(max_length=120, required=False, allow_blank=True)
    postcode = OneLine(max_length=20, required=False, allow_blank=True)
    country = OneLine(max_length=60, required=False, allow_blank=True)


def _check_plain(value: Any, deep: int) -> None:
    if not deep:
        raise serializers.ValidationError(
            gettext("This is nested deeper than {deepest} levels.").format(deepest=DEEPEST)
        )
    match value:
        case Mapping():
            for name, one in value.items():
                _check_plain(name, deep)
                _check_plain(one, deep - 1)
        case list():
            for one in value:
                _check_plain(one, deep - 1)
        case str():
            if "\x00" in value or (not value.isprintable() and any("\ud800" <= sign <= "\udfff" for sign in value)):
                raise serializers.ValidationError(gettext("This has signs that cannot be stored."))
