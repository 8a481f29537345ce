"""What requests about drafts may carry; anything else is an error that names the field."""

from rest_framework import serializers

from conversations.models import DraftKind


class DraftsQuery(serializers.Serializer[None]):
    """Which drafts: those that wait, of one kind or all."""

    state = serializers.ChoiceField(choices=["waiting"], default="waiting")
    kind = serializers.ChoiceField(choices=DraftKind.choices, required=False, allow_null=True, default=None)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")


class DraftApprovalForm(serializers.Serializer[None]):
    """A yes, with other words where the agent changed them."""

    text = serializers.CharField(max_length=8000, required=False, allow_null=True, default=None)


class DraftRejectionForm(serializers.Serializer[None]):
    """A no, and why."""

    reason = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")
