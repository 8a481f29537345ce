"""What requests about decisions and promises may carry."""

from rest_framework import serializers

from conversations.models import PromiseState
from conversations.settings.forms import OneLine
from tenants import wholes


class DecidedFactForm(serializers.Serializer[None]):
    """Words, and the message that they stand in."""

    text = OneLine(max_length=500)
    seq = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST, required=False, allow_null=True, default=0)


class PromiseForm(DecidedFactForm):
    """What was promised, by when; `is_promise` is false for words that are none."""

    due_at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    is_promise = serializers.BooleanField(required=False, default=True)


class PromiseChangeForm(serializers.Serializer[None]):
    """What became of a promise, or when it is due."""

    state = serializers.ChoiceField(choices=PromiseState.choices, required=False)
    due_at = serializers.DateTimeField(required=False, allow_null=True)


class PromiseClosingForm(serializers.Serializer[None]):
    """What became of one promise, on a hand-back."""

    id = serializers.CharField(max_length=40)
    state = serializers.ChoiceField(choices=[PromiseState.KEPT, PromiseState.RELEASED, PromiseState.OPEN])


class HandoverSettingsForm(serializers.Serializer[None]):
    """What is asked of who passes a conversation on."""

    transfer_needs_note = serializers.BooleanField()
