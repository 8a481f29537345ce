"""What the requests about skills may carry; anything else is an error that names the field."""

from django.utils.translation import gettext
from rest_framework import serializers

from conversations.skills import using


class SkillSettingsForm(serializers.Serializer[None]):
    """A change of a skill names some of it; what the policy holds is read by the skill itself."""

    on = serializers.BooleanField(required=False)
    policy = serializers.DictField(required=False)


class RehearsalLineForm(serializers.Serializer[None]):
    """A line of a rehearsal."""

    role = serializers.ChoiceField(choices=["customer", "assistant"])
    text = serializers.CharField(max_length=4000)


class RehearsalForm(serializers.Serializer[None]):
    """A rehearsal: what was said so far, the last line the customer's, with the task of the reply before."""

    lines = serializers.ListField(child=RehearsalLineForm(), min_length=1, max_length=60)
    task = serializers.DictField(required=False, allow_null=True, default=None)
    policy = serializers.DictField(required=False, allow_null=True, default=None)
    email = serializers.EmailField(required=False, allow_blank=True, default="")
    proven = serializers.BooleanField(required=False, default=False)

    def validate_lines(self, lines: list[dict[str, str]]) -> list[dict[str, str]]:
        """Somebody has to have asked."""
        if lines[-1]["role"] != "customer":
            raise serializers.ValidationError(gettext("The last line has to be the customer's."))
        return lines


class SkillUsesQuery(serializers.Serializer[None]):
    """Which conversations of a skill."""

    outcome = serializers.ChoiceField(choices=using.OUTCOMES)


class SkillPolicyForm(serializers.Serializer[None]):
    """A policy that is not stored."""

    policy = serializers.DictField()
