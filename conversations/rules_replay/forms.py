"""What the requests for counts and replays may carry; anything else is an error that names the field."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from conversations.rules_replay.keeping import CHANGED
from escalation.replay.comparing import Change

LONGEST = timedelta(days=400)
HOURS = 7 * 24
Json = dict[str, Any]


@extend_schema_field(OpenApiTypes.OBJECT)
class DocumentField(serializers.JSONField):
    """A rule book as a document, or null for the draft."""


class RulesCountForm(serializers.Serializer[None]):
    """Which rules are tried on how many days."""

    document = DocumentField(allow_null=True)
    days = serializers.IntegerField(min_value=1, max_value=90, default=30)


class RuleReplayForm(serializers.Serializer[None]):
    """Which rules are tried on which time, and what is known better than it was measured."""

    document = DocumentField(allow_null=True, default=None)
    handling_minutes = serializers.FloatField(min_value=0.1, max_value=1440, allow_null=True, default=None)
    hourly_cost = serializers.FloatField(min_value=0, max_value=10_000, allow_null=True, default=None)
    agents = serializers.IntegerField(min_value=1, max_value=10_000, allow_null=True, default=None)

    def get_fields(self) -> Json:
        """The ends of the time have names that Python keeps for itself."""
        return {"from": serializers.DateTimeField(), "to": serializers.DateTimeField(), **super().get_fields()}

    def validate(self, attrs: Json) -> Json:
        """The time goes forward, and is not too long."""
        if not timedelta() < attrs["to"] - attrs["from"] <= LONGEST:
            raise serializers.ValidationError(
                {"to": gettext("This must be later than “from”, by {days} days at most.").format(days=LONGEST.days)}
            )
        return attrs


class ReplayedQuery(serializers.Serializer[None]):
    """Which of the conversations behind a number, and which page of them."""

    change = serializers.ChoiceField(
        choices=[*CHANGED, Change.SAME.value, "cannot_tell", "handed_over"], required=False, default=""
    )
    side = serializers.ChoiceField(choices=["before", "after"], default="after")
    rule = serializers.CharField(max_length=80, required=False, allow_blank=True, default=None, allow_null=True)
    hour = serializers.IntegerField(min_value=0, max_value=HOURS - 1, required=False, allow_null=True, default=None)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
