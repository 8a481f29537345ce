"""What the requests about migrations may carry; anything else is an error that names the field."""

from rest_framework import serializers

from conversations import places
from conversations.models import BroughtAction, BroughtKind, MigrationSource
from tenants import cursors


class MigrationForm(serializers.Serializer[None]):
    """Where a file comes from."""

    source = serializers.ChoiceField(choices=MigrationSource.choices)  # type: ignore[assignment]  # is no field of ours


class MigrationsQuery(serializers.Serializer[None]):
    """Which part of the migrations."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")


class MigrationItemsQuery(serializers.Serializer[None]):
    """Which part of what a migration holds."""

    kind = serializers.ChoiceField(choices=BroughtKind.choices, required=False, allow_blank=True, default="")
    action = serializers.ChoiceField(choices=BroughtAction.choices, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")
