"""What the requests about plan and use may carry."""

from typing import Any

from rest_framework import serializers

from conversations.allowance.limits import MOST_CENTS


class BillingLimitsForm(serializers.Serializer[None]):
    """Whether more is bought; the limit is named with it, and null says aloud that there is none."""

    overage = serializers.BooleanField()
    overage_limit_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, allow_null=True)


class DaysQuery(serializers.Serializer[None]):
    """The days, both included; those of the period under way where they are left out."""

    def get_fields(self) -> dict[str, Any]:
        """By names that Python keeps for itself."""
        return {
            "from": serializers.DateField(required=False, default=None),
            "to": serializers.DateField(required=False, default=None),
            **super().get_fields(),
        }
