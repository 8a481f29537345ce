"""What the requests of an AI outside may carry; anything else is an error that names the field."""

from typing import Any, get_args

from django.utils.translation import gettext
from rest_framework import serializers

from assistant.engines.reply import SIGNALS, Action
from assistant.engines.telling import LONGEST_TEXT
from conversations.models import OutsideTurnState
from tenants import wholes

LONGEST_QUOTE = 2000
MOST_CITED, MOST_HEARD = 20, 20


class OutsideSignalForm(serializers.Serializer[None]):
    """Something heard in a line of the customer; it counts where the quote stands in that line, word for word."""

    name = serializers.ChoiceField(SIGNALS)
    value = serializers.FloatField(min_value=0, max_value=1, help_text="How strong it is")
    quote = serializers.CharField(max_length=LONGEST_QUOTE)
    line = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST)


class OutsideCitationForm(serializers.Serializer[None]):
    """A passage that the answer rests on; it counts where the quote stands in it, word for word."""

    passage = serializers.CharField(max_length=20, help_text="The id of a passage of this turn")
    quote = serializers.CharField(max_length=LONGEST_QUOTE)


class OutsideReplyForm(serializers.Serializer[None]):
    """A reply, in the form in which a language model of Baton's gives it."""

    action = serializers.ChoiceField(get_args(Action))
    confidence = serializers.FloatField(
        min_value=0, max_value=1, help_text="The probability that the answer is right and complete"
    )
    signals = serializers.ListField(child=OutsideSignalForm(), required=False, default=list, max_length=MOST_HEARD)
    citations = serializers.ListField(child=OutsideCitationForm(), required=False, default=list, max_length=MOST_CITED)
    text = serializers.CharField(
        max_length=LONGEST_TEXT,
        required=False,
        allow_blank=True,
        default="",
        help_text="What the customer would read; needed to answer",
    )
    client_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="Sent again with the same one, it is one reply"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """An answer has words."""
        if attrs["action"] == "answer" and not attrs["text"].strip():
            raise serializers.ValidationError({"text": gettext("is needed for an answer.")})
        return attrs


class OutsideToolForm(serializers.Serializer[None]):
    """A tool of the turn, with its arguments."""

    name = serializers.CharField(max_length=60)
    arguments = serializers.DictField(required=False, default=dict, help_text="As the tool's `parameters` say")


class OutsideTurnsQuery(serializers.Serializer[None]):
    """Which turns."""

    state = serializers.ChoiceField(OutsideTurnState.choices, required=False, default=OutsideTurnState.WAITING)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
