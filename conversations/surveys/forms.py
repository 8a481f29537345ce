"""What the requests about surveys may carry; anything else is an error that names the field."""

from rest_framework import serializers

from conversations.models.surveys import MOST
from conversations.settings.forms import OneLine
from conversations.surveys import answering, listing
from tenants import cursors

LONGEST_REPLY = 4000
LONGEST_DELAY = 7 * 24 * 60  # minutes


class RatingForm(serializers.Serializer[None]):
    """What a customer answers."""

    satisfaction = serializers.IntegerField(min_value=1, max_value=MOST)
    effort = serializers.IntegerField(min_value=1, max_value=MOST, required=False, allow_null=True, default=None)
    comment = serializers.CharField(
        max_length=answering.LONGEST, required=False, allow_blank=True, default="", trim_whitespace=True
    )


class SurveySettingsForm(serializers.Serializer[None]):
    """When customers are asked; a change names some of it."""

    in_widget = serializers.BooleanField()
    by_mail = serializers.BooleanField()
    mail_after = serializers.IntegerField(min_value=5, max_value=LONGEST_DELAY)
    every_days = serializers.IntegerField(min_value=0, max_value=366)
    asks_effort = serializers.BooleanField()
    low_from = serializers.IntegerField(min_value=1, max_value=MOST - 1)
    alerts = serializers.BooleanField()
    reopens = serializers.BooleanField()
    not_tagged = serializers.ListField(child=OneLine(max_length=40), max_length=20)

    def validate_not_tagged(self, tags: list[str]) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(tags))


class SurveyFiguresQuery(serializers.Serializer[None]):
    """Which surveys: asked in so many days, and of whom."""

    days = serializers.IntegerField(min_value=1, max_value=3660, default=90)
    holder = serializers.ChoiceField(choices=["", "assistant", "agent", "queue"], default="", allow_blank=True)
    channel = serializers.ChoiceField(choices=["", "widget", "mail"], default="", allow_blank=True)
    team_id = serializers.CharField(max_length=40, default="", allow_blank=True)
    agent_id = serializers.CharField(max_length=40, default="", allow_blank=True)
    conversation_id = serializers.CharField(max_length=40, default="", allow_blank=True)
    customer_id = serializers.CharField(max_length=40, default="", allow_blank=True)


class SurveysQuery(SurveyFiguresQuery):
    """A page of what stands behind a number."""

    which = serializers.ChoiceField(choices=list(listing.WHICH), default="asked")
    satisfaction = serializers.IntegerField(min_value=1, max_value=MOST, required=False, default=None)
    cursor = serializers.CharField(max_length=cursors.LONGEST, default="", allow_blank=True)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)


class SurveyReplyForm(serializers.Serializer[None]):
    """What a person writes back to a customer who rated."""

    text = serializers.CharField(max_length=LONGEST_REPLY)
    client_id = serializers.UUIDField()
