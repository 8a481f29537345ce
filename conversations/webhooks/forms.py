"""What the requests about webhooks may carry; anything else is an error that names the field."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from rest_framework import serializers

from conversations.models import EndpointState, WebhookDeliveryState
from conversations.settings.forms import OneLine
from conversations.webhooks.catalogue import EVERYTHING, TEST, TYPES
from tenants import guard
from tenants.guard import GuardError

LONGEST_URL = 500
LONGEST_RANGE = timedelta(days=30)


class WebhookForm(serializers.Serializer[None]):
    """A webhook: where to, and of what. A change names some of it."""

    url = serializers.CharField(
        max_length=LONGEST_URL, help_text="Begins with https:// and leads to the public internet"
    )
    description = OneLine(max_length=200, required=False, allow_blank=True, default="")
    types = serializers.ListField(
        child=serializers.ChoiceField([EVERYTHING, *TYPES]),
        min_length=1,
        max_length=len(TYPES) + 1,
        help_text="The types of events to hear of, or * for all, also those to come",
    )

    def validate_url(self, url: str) -> str:
        """An address of the public internet, to which nothing goes unencrypted."""
        url = url.strip()
        if not url.startswith("https://") and not settings.BATON_ALLOW_LOOPBACK:
            raise serializers.ValidationError(gettext("must begin with https://."))
        if "#" in url:
            raise serializers.ValidationError(gettext("must have no # in it: that part would not be sent."))
        try:
            guard.check(url)
        except GuardError as error:
            raise serializers.ValidationError(str(error)) from error
        return url

    def validate_types(self, types: list[str]) -> list[str]:
        """Each once, in the order of the catalogue; * stands alone."""
        return [EVERYTHING] if EVERYTHING in types else [one for one in TYPES if one in types]


class WebhookChange(WebhookForm):
    """What changes of a webhook; `state` switches it on or off."""

    state = serializers.ChoiceField(EndpointState.choices, required=False)


class WebhookDeliveriesQuery(serializers.Serializer[None]):
    """Which part of the log."""

    state = serializers.ChoiceField(WebhookDeliveryState.choices, required=False, default="", allow_blank=True)
    type = serializers.ChoiceField([*TYPES, TEST], required=False, default="", allow_blank=True)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class WebhookReplayForm(serializers.Serializer[None]):
    """Which events are sent once more: those of a time, all of them or those that were not delivered."""

    since = serializers.DateTimeField()
    until = serializers.DateTimeField(required=False, default=timezone.now)
    missed_only = serializers.BooleanField(
        required=False, default=True, help_text="Only what this webhook has not got, be it that it was switched off"
    )

    def validate_since(self, since: datetime) -> datetime:
        """Older events are not kept."""
        if since < timezone.now() - LONGEST_RANGE - timedelta(days=1):
            raise serializers.ValidationError(gettext("must be within the last 30 days: older events are not kept."))
        return since

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The range has a beginning and an end."""
        if asked["until"] <= asked["since"]:
            raise serializers.ValidationError({"until": gettext("must be after since.")})
        return asked
