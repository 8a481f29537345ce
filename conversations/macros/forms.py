"""What the requests about macros may carry."""

from rest_framework import serializers

from conversations.desk_acts import ActsField
from conversations.settings.forms import OneLine


class MacroForm(serializers.Serializer[None]):
    """A macro; a change names some of it."""

    name = OneLine(max_length=120)
    acts = ActsField()


class MacroRunForm(serializers.Serializer[None]):
    """Which macro runs, and under which id the client may safely ask for the same run again."""

    macro_id = serializers.CharField(max_length=40)
    key = serializers.UUIDField()
