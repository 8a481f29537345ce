"""What requests for files and for scheduled reports may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from conversations.insights import dimensions
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.forms import MetricsField, ReportQuery
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Compared
from conversations.insights.sending.gathering import MOST_METRICS, USUAL
from conversations.models import Cadence, Covers, ReportFormat
from conversations.settings.forms import OneLine
from tenants.errors import ParameterError

MOST_RECIPIENTS = 50
MOST_KEYS = 50
PRINTED = [one for one in DIMENSIONS if one not in {"weekday", "hour"}]
Json = dict[str, Any]


class ReportFileQuery(ReportQuery):
    """Which file of which days: the report with its figures, or all episodes behind it, which only a table holds."""

    format = serializers.ChoiceField(choices=ReportFormat.choices, default=ReportFormat.PDF)
    content = serializers.ChoiceField(choices=["report", "episodes"], default="report")
    metrics = MetricsField(required=False, help_text="Keys with commas between them; the usual ones unless it is given")
    compare = serializers.ChoiceField(choices=[one.value for one in Compared], default=Compared.PREVIOUS.value)
    by = serializers.ChoiceField(choices=["", *DIMENSIONS], default="", allow_blank=True)

    def validate(self, attrs: Json) -> Json:
        """Episodes are a table."""
        told: Json = super().validate(attrs)
        if told["content"] == "episodes" and told["format"] == ReportFormat.PDF:
            raise serializers.ValidationError({"format": gettext("Episodes come as csv only.")})
        return told


@extend_schema_field({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$", "description": "HH:MM"})
class ClockField(serializers.TimeField):
    """A time of the day on the company's clocks."""


class FiltersField(serializers.DictField):
    """Keys of parts by dimension, as in `{"team": ["team_…"]}`."""

    child = serializers.ListField(child=serializers.CharField(max_length=80), max_length=MOST_KEYS)

    def to_internal_value(self, data: Any) -> dict[str, list[str]]:
        """Those that name something; keys that cannot be are an error."""
        told: dict[str, list[str]] = super().to_internal_value(data)
        for name, keys in told.items():
            if name not in DIMENSIONS:
                raise serializers.ValidationError(gettext("Reports cannot be filtered by {name}.").format(name=name))
            try:
                dimensions.condition(DIMENSIONS[name], keys)
            except ParameterError as error:
                raise serializers.ValidationError(error.message) from error
        return {name: list(dict.fromkeys(keys)) for name, keys in told.items() if keys}


class ReportScheduleForm(serializers.Serializer[None]):
    """A scheduled report; a change names some of it, and always the whole of when it goes."""

    name = OneLine(max_length=80)
    cadence = serializers.ChoiceField(choices=Cadence.choices)
    weekday = serializers.IntegerField(min_value=0, max_value=6, allow_null=True, default=None)
    day = serializers.IntegerField(min_value=1, max_value=31, allow_null=True, default=None)
    at = ClockField(input_formats=["%H:%M"])
    covers = serializers.ChoiceField(choices=Covers.choices, default=Covers.FOUR_WEEKS)
    compare = serializers.ChoiceField(choices=[one.value for one in Compared], default=Compared.PREVIOUS.value)
    format = serializers.ChoiceField(choices=ReportFormat.choices, default=ReportFormat.PDF)
    metrics = serializers.ListField(
        child=serializers.ChoiceField(choices=list(METRICS)), min_length=1, max_length=MOST_METRICS, default=list(USUAL)
    )
    by = serializers.ChoiceField(choices=["", *PRINTED], default="", allow_blank=True)
    filters = FiltersField(default=dict)
    recipient_ids = serializers.ListField(
        child=serializers.CharField(max_length=40), min_length=1, max_length=MOST_RECIPIENTS
    )
    paused = serializers.BooleanField(required=False)

    def validate(self, attrs: Json) -> Json:
        """What tells when it goes is whole, and names nothing that its cadence does not know."""
        if "cadence" not in attrs:
            if attrs.keys() & {"weekday", "day"}:
                raise serializers.ValidationError({"cadence": gettext("Say how often, too.")})
            return attrs
        for name, cadence in (("weekday", Cadence.WEEKLY), ("day", Cadence.MONTHLY)):
            if attrs["cadence"] == cadence and attrs.get(name) is None:
                raise serializers.ValidationError({name: gettext("Choose the day on which it goes.")})
            attrs[name] = attrs.get(name) if attrs["cadence"] == cadence else None
        return attrs


class ReportRunsQuery(serializers.Serializer[None]):
    """Which sendings: of one scheduled report, or of all."""

    schedule_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
