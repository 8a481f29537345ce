"""What a request for actions may carry; anything else is an error that names the field."""

from rest_framework import serializers

from assistant.models import ActionState


class ActionsQuery(serializers.Serializer[None]):
    """Which actions: of one conversation, or in one state, or all."""

    conversation = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    state = serializers.ChoiceField(choices=ActionState.choices, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
