"""What the requests about quality may carry; anything else is an error that names the field."""

from typing import Any

from rest_framework import serializers

from conversations.models import ReviewVerdict, Verdict
from conversations.quality.counting import TRIGGERS
from conversations.quality.listing import KINDS
from tenants import cursors, wholes

MOST_DAYS = 366


class TriggerField(serializers.ChoiceField):
    """The name of a trigger that a rule may have."""

    default_error_messages = {"invalid_choice": "This is no trigger of the rules."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=TRIGGERS, **kwargs)


class HandoverLabelForm(serializers.Serializer[None]):
    """What somebody says of a handover; without an id of the newest."""

    verdict = serializers.ChoiceField(choices=Verdict.choices)
    trigger = TriggerField(allow_null=True, default=None)
    handover_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")


class HandoverLabelQuery(serializers.Serializer[None]):
    """Which handover of the conversation; without an id the newest."""

    handover_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")


class ReviewsQuery(serializers.Serializer[None]):
    """Which part of the reviews."""

    state = serializers.ChoiceField(choices=["open", "done"], default="open")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")


class ReviewForm(serializers.Serializer[None]):
    """What somebody says of a conversation that was drawn; null takes it back."""

    verdict = serializers.ChoiceField(choices=ReviewVerdict.choices, allow_null=True)
    trigger = TriggerField(allow_null=True, default=None)
    at_seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, allow_null=True, default=None)


class QualityQuery(serializers.Serializer[None]):
    """How far back, and in which parts."""

    days = serializers.IntegerField(min_value=7, max_value=MOST_DAYS, default=90)
    by = serializers.ChoiceField(choices=["week", "version"], default="week")


class QualityConversationsQuery(serializers.Serializer[None]):
    """Which conversations stand behind a number."""

    kind = serializers.ChoiceField(choices=sorted(KINDS))
    trigger = TriggerField(required=False, allow_blank=True, default="")
    days = serializers.IntegerField(min_value=7, max_value=MOST_DAYS, default=90)
    week = serializers.DateField(required=False, allow_null=True, default=None, help_text="Its first day")
    version = serializers.IntegerField(
        min_value=0, max_value=wholes.LARGEST, required=False, allow_null=True, default=None
    )
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")
