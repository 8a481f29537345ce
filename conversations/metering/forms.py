"""What the requests to the ledger may carry."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from billing.disputes import LONGEST_REASON
from conversations.metering.listing import PERIODS, STATES
from tenants.errors import ParameterError

MOST_ON_A_PAGE, MOST_EXAMPLES = 100, 50


class DaysQuery(serializers.Serializer[None]):
    """Counted on which days, both included, in the company's time zone, and in which period."""

    period = serializers.ChoiceField(choices=[*PERIODS], required=False, default="")

    def get_fields(self) -> dict[str, Any]:
        """By names that Python keeps for itself."""
        return {
            "from": serializers.DateField(required=False, default=None),
            "to": serializers.DateField(required=False, default=None),
            **super().get_fields(),
        }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The days in their order."""
        if attrs["from"] and attrs["to"] and attrs["from"] > attrs["to"]:
            raise ParameterError(gettext("to: this is before from."), param="to")
        return attrs


class LinesQuery(DaysQuery):
    """Which page of which lines."""

    state = serializers.ChoiceField(choices=[*STATES], required=False, default="")
    limit = serializers.IntegerField(min_value=1, max_value=MOST_ON_A_PAGE, required=False, default=25)
    cursor = serializers.CharField(max_length=200, required=False, default="")


class ExamplesQuery(serializers.Serializer[None]):
    """How many examples."""

    limit = serializers.IntegerField(min_value=1, max_value=MOST_EXAMPLES, required=False, default=10)


class LedgerDisputeForm(serializers.Serializer[None]):
    """Why it was no resolution."""

    reason = serializers.CharField(max_length=LONGEST_REASON, min_length=3)
