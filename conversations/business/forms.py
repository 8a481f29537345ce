"""What the requests about records may carry; anything else is an error that names the field."""

from rest_framework import serializers

MOST_AT_ONCE = 500


class ListQuery(serializers.Serializer[None]):
    """Which part of a list."""

    search = serializers.CharField(max_length=120, required=False, allow_blank=True, default="")
    state = serializers.RegexField(r"^[a-z_]*\Z", max_length=20, required=False, allow_blank=True, default="")
    key = serializers.CharField(max_length=254, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class ManyForm(serializers.Serializer[None]):
    """Records to be written together."""

    data = serializers.ListField(min_length=1, max_length=MOST_AT_ONCE)  # type: ignore[assignment]  # is no field of ours
