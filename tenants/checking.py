"""What a request carries, read by its form: an error names its field, and for a choice what there is."""

from collections.abc import Mapping
from typing import Any, cast

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

WRONG = "invalid_choice"
MOST_NAMED = 20  # of more, such as time zones, nobody reads a list in an error


def checked(read: serializers.Serializer[None]) -> dict[str, Any]:
    """The checked fields; ValidationError for the first that is wrong."""
    try:
        read.is_valid(raise_exception=True)
    except serializers.ValidationError as error:
        raise serializers.ValidationError(_with_choices(error.detail, read)) from error
    return cast("dict[str, Any]", read.validated_data)


def _with_choices(detail: Any, field: Any) -> Any:
    """The same, where each value that is none of a few is told what these are."""
    if isinstance(detail, Mapping):
        inside = getattr(field, "fields", {})
        child = getattr(field, "child", None)
        return {name: _with_choices(one, inside.get(name, child)) for name, one in detail.items()}
    if isinstance(detail, list):
        return [_with_choices(one, field if isinstance(one, str) else getattr(field, "child", field)) for one in detail]
    choices = getattr(field, "choices", None) or getattr(getattr(field, "child", None), "choices", {})
    if getattr(detail, "code", "") != WRONG or not 0 < len(choices) <= MOST_NAMED or "none of" in detail:
        return detail
    there = ", ".join(str(value) for value in choices if value != "")
    return ErrorDetail(gettext("{says} There are {there}.").format(says=detail, there=there), WRONG)
