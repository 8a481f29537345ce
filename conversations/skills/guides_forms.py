"""What the requests about guides may carry; anything else is an error that names the field."""

from typing import Any

from rest_framework import serializers

from assistant.skills.troubleshooting.checking import MOST_ANSWERS, MOST_STEPS
from conversations.settings.forms import OneLine
from tenants import wholes

LONGEST_STEP = 600
LONGEST_ANSWER = 80
IDS = r"^[a-z0-9_-]{1,40}\Z"


class _Whole(serializers.Serializer[None]):
    """Something within a list, which is whole even where a change leaves out most of what is around it."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Nothing is missing."""
        required = {name: one.error_messages["required"] for name, one in self.fields.items() if name not in attrs}
        if required:
            raise serializers.ValidationError(required)
        return attrs


class GuideAnswerForm(_Whole):
    """An answer, other words for it, and where it leads; empty texts are faults, not errors."""

    label = OneLine(max_length=LONGEST_ANSWER, allow_blank=True)  # type: ignore[assignment]
    also = serializers.ListField(child=OneLine(max_length=LONGEST_ANSWER), max_length=20)
    to = serializers.CharField(max_length=40, allow_blank=True)


class GuideStepForm(_Whole):
    """A question, or an end."""

    id = serializers.RegexField(IDS)
    kind = serializers.ChoiceField(choices=["question", "solved", "person"])
    says = serializers.CharField(max_length=LONGEST_STEP, allow_blank=True)
    answers = serializers.ListField(child=GuideAnswerForm(), max_length=MOST_ANSWERS)


class GuideForm(serializers.Serializer[None]):
    """A guide."""

    title = OneLine(max_length=120)
    examples = serializers.ListField(child=OneLine(max_length=300), max_length=100, required=False)
    steps = serializers.ListField(child=GuideStepForm(), max_length=MOST_STEPS, required=False)
    on = serializers.BooleanField(required=False)


class GuideChangeForm(GuideForm):
    """What to change of a guide, with the version that the writer saw."""

    version = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, required=False, allow_null=True)


class GuideDraftForm(serializers.Serializer[None]):
    """A guide as it is typed."""

    title = OneLine(max_length=120, allow_blank=True)
    examples = serializers.ListField(child=OneLine(max_length=300), max_length=100)
    steps = serializers.ListField(child=GuideStepForm(), max_length=MOST_STEPS)
