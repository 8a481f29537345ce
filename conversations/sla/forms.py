"""What requests about promises may carry."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from conversations.models import Priority, SlaHours
from conversations.sla.policies import PROMISES

Json = dict[str, Any]
LONGEST = 60 * 24 * 90  # minutes
MOST = 60


class Minutes(serializers.IntegerField):
    """How long something may take; null for no promise."""

    def __init__(self) -> None:
        super().__init__(min_value=1, max_value=LONGEST, required=False, allow_null=True, default=None)


class SlaPolicyForm(serializers.Serializer[None]):
    """What is promised for one team or all, and one priority or all."""

    team_id = serializers.CharField(max_length=40, required=False, allow_null=True, default=None)
    priority = serializers.ChoiceField(choices=Priority.choices, required=False, allow_null=True, default=None)
    hours = serializers.ChoiceField(choices=SlaHours.choices, default=SlaHours.TEAM)
    first_reply = Minutes()
    next_reply = Minutes()
    resolution = Minutes()

    def validate(self, attrs: Json) -> Json:
        """It promises something."""
        if not any(attrs[name] for name in PROMISES):
            raise serializers.ValidationError({"first_reply": gettext("Give at least one time, or take the line out.")})
        return attrs


class SlaPoliciesForm(serializers.Serializer[None]):
    """All policies at once, so that a retry undoes nothing."""

    policies = serializers.ListField(child=SlaPolicyForm(), max_length=MOST)


class PreviewQuery(serializers.Serializer[None]):
    """A promise, saved or not, and a moment at which somebody writes."""

    team_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    hours = serializers.ChoiceField(choices=SlaHours.choices, default=SlaHours.TEAM)
    minutes = serializers.IntegerField(min_value=1, max_value=LONGEST)
    at = serializers.DateTimeField(required=False, allow_null=True, default=None)
