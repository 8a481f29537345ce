"""What the requests about canned replies may carry."""

from rest_framework import serializers

from conversations.settings.forms import OneLine

LANGUAGE = r"^([a-z]{2,3}(-[A-Za-z]{2,4})?)?\Z"


class CannedReplyForm(serializers.Serializer[None]):
    """A canned reply; a change names some of it."""

    name = OneLine(max_length=120)
    shortcut = serializers.RegexField(
        r"^[^\s/\x00]*\Z",
        max_length=40,
        required=False,
        allow_blank=True,
        default="",
        error_messages={"invalid": "A shortcut is one word, such as refund-late."},
    )
    folder = OneLine(max_length=60, required=False, allow_blank=True, default="")
    language = serializers.RegexField(
        LANGUAGE,
        max_length=8,
        required=False,
        allow_blank=True,
        default="",
        error_messages={"invalid": "A language is written like en, or left empty for any."},
    )
    text = serializers.CharField(max_length=8000)
