"""What the requests about rules may carry; what is wrong within a document is told with its place, and kept."""

import json
import math
from typing import Any

from django.utils.translation import gettext
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from conversations.settings.forms import OneLine
from tenants import wholes

DEEPEST = 40
LONGEST = 500_000  # letters


@extend_schema_field(OpenApiTypes.OBJECT)
class DocumentField(serializers.Field[Any, Any, Any, Any]):
    """A document of rules as the builder has it, right or not: any object that can be stored."""

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """The document; nothing of it is changed."""
        if not isinstance(data, dict):
            raise serializers.ValidationError(gettext("must be an object."))
        _check(data)
        if len(json.dumps(data)) > LONGEST:
            raise serializers.ValidationError(gettext("is longer than {longest:,} letters.").format(longest=LONGEST))
        return data

    def to_representation(self, value: Any) -> Any:
        """As it is."""
        return value


class RuleDraftForm(serializers.Serializer[None]):
    """A draft, and the revision that was changed: 0 where there was none."""

    document = DocumentField()
    revision = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST)
    based_on = serializers.IntegerField(
        min_value=0, max_value=wholes.LARGEST, required=False, allow_null=True, default=None
    )


class RuleDraftQuery(serializers.Serializer[None]):
    """Which draft is thrown away, whichever there is where no revision is named."""

    revision = serializers.IntegerField(
        min_value=0, max_value=wholes.LARGEST, required=False, allow_null=True, default=None
    )


class RulesRestoreForm(serializers.Serializer[None]):
    """Why an older version comes back."""

    note = OneLine(max_length=300, required=False, allow_blank=True, default="")


class RulesPublishForm(RulesRestoreForm):
    """What is published, and why."""

    revision = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST)


class RulesVersionsQuery(serializers.Serializer[None]):
    """Which page; the cursor is the number of the last version on the page before."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=20)
    cursor = serializers.IntegerField(
        min_value=1, max_value=wholes.LARGEST, required=False, allow_null=True, default=None
    )


class RulesAgainstQuery(serializers.Serializer[None]):
    """The version that another is compared with, the one before it where none is named."""

    against = serializers.IntegerField(
        min_value=1, max_value=wholes.LARGEST, required=False, allow_null=True, default=None
    )


def _check(data: Any) -> None:
    """That the database takes it; a document can be deeper than Python's stack."""
    level = [data]
    for _ in range(DEEPEST):
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below += [*value.keys(), *value.values()]
            elif isinstance(value, list):
                below += value
            elif not _can_be_stored(value):
                raise serializers.ValidationError(gettext("has signs or numbers that cannot be stored."))
        if not below:
            return
        level = below
    raise serializers.ValidationError(gettext("is nested more than {deepest} deep.").format(deepest=DEEPEST))


def _can_be_stored(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, str) or _is_text(value)


def _is_text(value: str) -> bool:
    """Whether it is text, and no half of a sign that takes two."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in value
