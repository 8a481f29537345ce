"""What a customer's browser sends over REST; `frames` reads it, as it reads the same over a socket."""

from rest_framework import serializers

from conversations.frames import MOST_ATTACHMENTS
from tenants import cursors, wholes


class WidgetHelloForm(serializers.Serializer[None]):
    """Who somebody was, and what they have of which conversation."""

    token = serializers.CharField(required=False, allow_null=True, help_text="Of the last time.")
    conversation_id = serializers.CharField(required=False, allow_null=True)
    last_seq = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST, required=False, default=0)
    identity = serializers.CharField(
        required=False, allow_null=True, help_text="What the company's server signed about this visitor."
    )


class WidgetWriteForm(serializers.Serializer[None]):
    """The id under which what somebody writes may safely be repeated."""

    client_id = serializers.UUIDField()


class WidgetPersonForm(WidgetWriteForm):
    """A wish for a person."""

    greeting = serializers.CharField(
        required=False,
        allow_null=True,
        help_text="Id of the greeting on the page that it answers, if it opens the talk.",
    )


class WidgetMessageForm(WidgetPersonForm):
    """A message: words, uploads, or both."""

    text = serializers.CharField(allow_blank=True)
    attachments = serializers.ListField(child=serializers.CharField(), max_length=MOST_ATTACHMENTS, required=False)


class WidgetCorrectionForm(WidgetWriteForm):
    """What is right instead of a line, from 0, of what entry `seq` said is passed on."""

    seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST)
    line = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST)
    text = serializers.CharField()


class WidgetAttributesForm(serializers.Serializer[None]):
    """What the page around the widget says of its visitor: numbers, truth values and short texts by name."""

    attributes = serializers.DictField(child=serializers.JSONField())


class WidgetAnswersForm(serializers.Serializer[None]):
    """What a visitor filled in, by the names of the fields, and whether they agreed."""

    values = serializers.DictField(child=serializers.CharField(allow_blank=True, max_length=500), default=dict)
    consent = serializers.BooleanField(default=False)


class WidgetTypingForm(serializers.Serializer[None]):
    """Whether somebody writes."""

    active = serializers.BooleanField()


class WidgetSeenForm(serializers.Serializer[None]):
    """How far somebody has read."""

    seq = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST)


class WidgetHistoryQuery(serializers.Serializer[None]):
    """Which page of earlier conversations."""

    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")


class WidgetLogQuery(serializers.Serializer[None]):
    """Which part of a log."""

    after_seq = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST, default=0)
