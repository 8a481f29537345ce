"""What the requests about gaps may carry; anything else is an error that names the field."""

from rest_framework import serializers

from conversations import places
from conversations.models import GapState
from conversations.settings.forms import OneLine


class GapsQuery(serializers.Serializer[None]):
    """Which part of the gaps."""

    state = serializers.ChoiceField(choices=GapState.choices, default=GapState.OPEN)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")


class GapDismissForm(serializers.Serializer[None]):
    """Why a gap is put aside."""

    because = OneLine(max_length=300, required=False, allow_blank=True, default="")
