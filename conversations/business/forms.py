"""What the requests about records may carry; anything else is an error that names the field."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from assistant.models import RowAction
from assistant.records.importing.lines import DATES
from assistant.records.kinds import KINDS
from conversations import places

MOST_AT_ONCE = 500


class RecordsQuery(serializers.Serializer[None]):
    """Which part of the records of a kind. `key` is a whole number, SKU or e-mail address."""

    search = serializers.CharField(max_length=120, required=False, allow_blank=True, default="")
    state = serializers.RegexField(r"^[a-z_]*\Z", max_length=20, required=False, allow_blank=True, default="")
    key = serializers.CharField(max_length=254, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


@extend_schema_field({"type": "object", "additionalProperties": {}})
class Told(serializers.Field[Any, Any, Any, Any]):
    """A record as it came; it is checked when it is written, so that a wrong one stops no other."""

    def to_internal_value(self, data: Any) -> Any:
        """As it is."""
        return data

    def to_representation(self, value: Any) -> Any:
        """As it is."""
        return value


class RecordsForm(serializers.Serializer[None]):
    """Records to be written together, each as it would be sent alone; one that exists may be told in part."""

    data = serializers.ListField(  # type: ignore[assignment]  # is no field of ours
        child=Told(allow_null=True), min_length=1, max_length=MOST_AT_ONCE
    )


class RecordKindForm(serializers.Serializer[None]):
    """What a file holds."""

    kind = serializers.ChoiceField(list(KINDS))


class RecordColumnsForm(serializers.Serializer[None]):
    """How a file is to be read: `mapping` names the column of each field."""

    mapping = serializers.DictField(child=serializers.CharField(max_length=80, trim_whitespace=False))
    attributes = serializers.ListField(child=serializers.CharField(max_length=80), max_length=100, default=list)
    dates = serializers.ChoiceField(list(DATES), default="iso")


class RecordImportsQuery(serializers.Serializer[None]):
    """Which part of the imports."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class RecordLinesQuery(serializers.Serializer[None]):
    """Which part of a file's lines."""

    action = serializers.ChoiceField(RowAction.choices, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")
