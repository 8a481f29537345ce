"""What the desk's requests may carry; anything else is an error that names the field."""

from rest_framework import serializers


class Reply(serializers.Serializer[None]):
    """A message or a note: the words, and the id under which the client may safely repeat them."""

    client_id = serializers.UUIDField()
    text = serializers.CharField(max_length=8000, trim_whitespace=True)


class AtEpoch(serializers.Serializer[None]):
    """A change of control, made on the state that the client last saw."""

    epoch = serializers.IntegerField(min_value=1)


class HandBack(AtEpoch):
    """A hand-back, with a brief for whoever looks next."""

    brief = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")


class ListQuery(serializers.Serializer[None]):
    """Which part of the conversation list."""

    view = serializers.ChoiceField(choices=["waiting", "mine", "assistant", "team", "all", "resolved"], default="all")
    q = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class EventsQuery(serializers.Serializer[None]):
    """Which part of a conversation's log."""

    after_seq = serializers.IntegerField(min_value=0, default=0)
    limit = serializers.IntegerField(min_value=1, max_value=200, default=200)
