"""What a customer's browser asks of transcripts."""

from rest_framework import serializers


class TranscriptForm(serializers.Serializer[None]):
    """Where the conversation is to go."""

    email = serializers.CharField(
        max_length=254, required=False, allow_blank=True, default="", help_text="Empty for the address that is proven."
    )


class TranscriptCodeForm(serializers.Serializer[None]):
    """The code that came by mail."""

    code = serializers.RegexField(r"^\d{6}\Z", error_messages={"invalid": "The code has six digits."})
