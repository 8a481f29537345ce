"""What the requests about topics may carry; anything else is an error that names the field."""

from rest_framework import serializers

from assistant import examples
from assistant.models import Mode
from conversations.settings.forms import OneLine


class TopicForm(serializers.Serializer[None]):
    """A topic; a change names some of it. An empty mode is that of the whole assistant."""

    name = OneLine(max_length=examples.LONGEST_NAME)
    description = OneLine(max_length=examples.LONGEST_DESCRIPTION, required=False, allow_blank=True)
    examples = serializers.ListField(
        child=OneLine(max_length=examples.LONGEST_EXAMPLE), max_length=examples.MOST_EXAMPLES, required=False
    )
    mode = serializers.ChoiceField(choices=Mode.choices, required=False, allow_blank=True)
    tag = OneLine(max_length=40, required=False, allow_blank=True)
    team = OneLine(max_length=80, required=False, allow_blank=True)

    def validate_examples(self, texts: list[str]) -> list[str]:
        """Each once, however it is written."""
        first: dict[str, str] = {}
        for text in texts:
            first.setdefault(text.casefold(), text)
        return list(first.values())


class TopicTryForm(serializers.Serializer[None]):
    """What a customer might write."""

    text = serializers.CharField(max_length=2000)
