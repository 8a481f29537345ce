"""What the requests to the reports may carry; anything else is an error that names the field."""

from datetime import date
from typing import Any

from babel.numbers import list_currencies
from django.utils.translation import gettext
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from conversations import reach
from conversations.insights import asking, pricing
from conversations.insights.asking import Asked
from conversations.insights.dimensions import DIMENSIONS, FILTERS
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Compared, Period, Step
from conversations.settings.forms import OneLine, parsed
from tenants.errors import ParameterError

MOST_DAYS = 1100
MOST_KEYS = 100  # of one filter
MOST_POINTS = 400
YEARS = range(2000, 2200)
Json = dict[str, Any]


@extend_schema_field(OpenApiTypes.STR)
class MetricsField(serializers.Field[list[str], str, str, object]):
    """Keys of metrics with commas between them."""

    def to_internal_value(self, data: Any) -> list[str]:
        """Each once, in their order."""
        keys = list(dict.fromkeys(one.strip() for one in str(data).split(",") if one.strip()))
        unknown = [one for one in keys if one not in METRICS]
        if unknown or not keys:
            raise serializers.ValidationError(
                gettext("There is no metric {unknown}.").format(unknown=unknown[0])
                if unknown
                else gettext("Name some metrics.")
            )
        return keys


class KeysField(serializers.ListField):
    """Keys of parts of a dimension."""

    def __init__(self) -> None:
        one = serializers.CharField(max_length=80, allow_blank=True)
        super().__init__(child=one, max_length=MOST_KEYS, required=False)


class ReportDay(serializers.DateField):
    """A day of which there may be a report, so that a year before it and four weeks around it are days too."""

    def to_internal_value(self, value: Any) -> date:
        """The day; ValidationError for one of another age."""
        day = super().to_internal_value(value)
        if day.year not in YEARS:
            raise serializers.ValidationError(
                gettext("Choose a day from {first} to {last}.").format(first=YEARS.start, last=YEARS.stop - 1)
            )
        return day


class ReportQuery(serializers.Serializer[None]):
    """Which days, and which conversations; a filter may be named several times."""

    def get_fields(self) -> dict[str, Any]:
        """Days by names that Python keeps for itself, and a filter for each dimension."""
        filters = {name: KeysField() for name in FILTERS}
        return {
            "from": ReportDay(required=False, default=None),
            "to": ReportDay(required=False, default=None),
            **filters,
            **super().get_fields(),
        }


class ReportFiguresQuery(ReportQuery):
    """Which metrics, compared with what."""

    metrics = MetricsField(required=False, help_text="Keys with commas between them; all unless it is given")
    compare = serializers.ChoiceField(choices=[one.value for one in Compared], default=Compared.NONE.value)


class ReportSeriesQuery(ReportQuery):
    """The course of which metrics, in which steps."""

    metrics = MetricsField()
    by = serializers.ChoiceField(choices=[one.value for one in Step], default=Step.DAY.value)


class ReportBreakdownQuery(ReportQuery):
    """Which metrics of the parts of which dimension."""

    metrics = MetricsField()
    by = serializers.ChoiceField(choices=list(DIMENSIONS))


class ReportEpisodesQuery(ReportQuery):
    """The conversations behind which number."""

    metric = serializers.ChoiceField(choices=list(METRICS))
    which = serializers.ChoiceField(choices=["counted", "hit", "missed_hit"], default="counted")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)
    cursor = serializers.CharField(max_length=200, default="", allow_blank=True)


class ChartMarkForm(serializers.Serializer[None]):
    """What happened on a day."""

    on = serializers.DateField()
    title = OneLine(max_length=120)


class ReportPricesForm(serializers.Serializer[None]):
    """What work costs; null for a price that nobody named."""

    agent_hour = serializers.DecimalField(max_digits=9, decimal_places=2, min_value=0, allow_null=True)
    tokens_per_million = serializers.DecimalField(max_digits=9, decimal_places=2, min_value=0, allow_null=True)
    currency = serializers.CharField(max_length=3)

    def validate_currency(self, code: str) -> str:
        """One of those that there are, in capitals."""
        if code.upper() not in list_currencies():
            raise serializers.ValidationError(gettext("This is no currency. Write it like EUR."))
        return code.upper()


def read(request: Request, form: type[ReportQuery]) -> tuple[Asked, Json]:
    """The question of a request at the company's prices, and its other fields."""
    told = parsed(form, request.query_params)
    filters = {name: tuple(dict.fromkeys(one for one in told.get(name, ()) if one)) for name in FILTERS}
    chosen = {name: keys for name, keys in filters.items() if keys}
    question = asking.asked(first=told["from"], last=told["to"], filters=chosen, rates=pricing.rates())
    _check(question.period, told)
    since = reach.begins()
    return question if since is None else question.reaching(since.astimezone(question.period.zone).date()), told


def _check(period: Period, told: Json) -> None:
    if period.last < period.first:
        raise ParameterError(gettext("to: This must not be before the first day."), param="to")
    if period.days > MOST_DAYS:
        raise ParameterError(
            gettext("from: Choose at most {most_days} days.").format(most_days=MOST_DAYS), param="from"
        )
    if told.get("by") == Step.DAY and period.days > MOST_POINTS:
        raise ParameterError(
            gettext("by: Choose weeks or months for more than {most_points} days.").format(most_points=MOST_POINTS),
            param="by",
        )
