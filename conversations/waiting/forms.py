"""What the requests about waiting may carry; anything else is an error that names the field."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.request import Request

from conversations.settings.forms import body
from conversations.waiting import calls, listing
from conversations.waiting.choosing import ByCall, ByMail, Choice, InChat, Leave, WithAssistant
from tenants import cursors, wholes
from tenants.errors import ParameterError

SIMPLE: Mapping[str, Choice] = {"chat": InChat(), "assistant": WithAssistant(), "leave": Leave()}


class WaitChoiceForm(serializers.Serializer[None]):
    """How a waiting customer wants to go on."""

    choice = serializers.ChoiceField(choices=[*SIMPLE, "mail", "call"])
    email = serializers.CharField(max_length=254, required=False, allow_blank=True, default="")
    phone = serializers.CharField(max_length=40, required=False, default="")
    begins_at = serializers.DateTimeField(required=False, default=None)


class CallOutcomeForm(serializers.Serializer[None]):
    """What came of a call."""

    outcome = serializers.ChoiceField(choices=calls.OUTCOMES)
    again_at = serializers.DateTimeField(required=False, default=None, allow_null=True)


class AssigneeForm(serializers.Serializer[None]):
    """Whom a supervisor gives a conversation, on the state that they saw."""

    agent_id = serializers.CharField(max_length=40)
    epoch = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST)


class CallsQuery(serializers.Serializer[None]):
    """Which calls."""

    state = serializers.ChoiceField(choices=["promised", "over"], default="promised")
    conversation_id = serializers.CharField(max_length=40, default="", allow_blank=True)
    cursor = serializers.CharField(max_length=cursors.LONGEST, default="", allow_blank=True)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)


class QueueReportQuery(serializers.Serializer[None]):
    """Of how many days, and which team; none is all, "desk" is who waits for no team in particular."""

    days = serializers.IntegerField(min_value=1, max_value=366, default=28)
    team_id = serializers.CharField(max_length=40, default="", allow_blank=True)


class WaitsQuery(QueueReportQuery):
    """The waits behind a number of the report."""

    kind = serializers.ChoiceField(choices=list(listing.KINDS))
    cursor = serializers.CharField(max_length=cursors.LONGEST, default="", allow_blank=True)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=30)


def choice(request: Request) -> Choice:
    """What the customer chose; ParameterError naming what is missing for it."""
    asked: dict[str, Any] = body(request, WaitChoiceForm)
    match asked["choice"]:
        case "mail":
            return ByMail(asked["email"])
        case "call":
            if asked["begins_at"] is None:
                raise ParameterError(gettext("begins_at: choose a time."), param="begins_at")
            return ByCall(asked["phone"], asked["begins_at"])
        case simple:
            return SIMPLE[simple]
