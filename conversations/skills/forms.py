"""What the requests about skills may carry; anything else is an error that names the field."""

from rest_framework import serializers


class SkillForm(serializers.Serializer[None]):
    """A change of a skill names some of it; what the policy holds is read by the skill itself."""

    on = serializers.BooleanField(required=False)
    policy = serializers.DictField(required=False)


class PolicyForm(serializers.Serializer[None]):
    """A policy that is not stored."""

    policy = serializers.DictField()
