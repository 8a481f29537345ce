"""What requests about customers and their doubles may carry."""

from rest_framework import serializers

from conversations.settings.forms import OneLine


class ChangeForm(serializers.Serializer[None]):
    """What can be put right; a change names some of it."""

    name = OneLine(max_length=120)
    email = serializers.EmailField(allow_blank=True, max_length=254)
    language = serializers.RegexField(r"^[a-z]{2,3}\Z", error_messages={"invalid": "A language is written like en."})
    attributes = serializers.DictField()


class NoteForm(serializers.Serializer[None]):
    """A note about a customer."""

    text = serializers.CharField(max_length=2000)


class OtherForm(serializers.Serializer[None]):
    """Another record."""

    customer_id = serializers.CharField(max_length=40)


class MergeThreadForm(serializers.Serializer[None]):
    """In which conversation this one goes on."""

    epoch = serializers.IntegerField(min_value=1)
    into = serializers.CharField(max_length=40)
