"""What requests of the control room may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.request import Request

from conversations.control_room.acts import Wish
from conversations.control_room.tiers import Wanted
from conversations.models import DismissReason, GuidanceKind, Tier
from conversations.settings.forms import OneLine, body
from tenants import wholes
from tenants.errors import ParameterError

LONGEST_GUIDANCE, LONGEST_BECAUSE = 1000, 300
APPROVAL_TIERS = [Tier.RAISED, Tier.HIGH]
NAMES = {GuidanceKind.ARTICLE: "article_id", GuidanceKind.PASS_ON: "team_id"}


class ControlRoomQuery(serializers.Serializer[None]):
    """Which live conversations; nothing is all of them."""

    team = serializers.CharField(max_length=40, default="", allow_blank=True)
    topic = serializers.CharField(max_length=80, default="", allow_blank=True)
    tier = serializers.ChoiceField(choices=Tier.choices, default="", allow_blank=True)
    held = serializers.BooleanField(default=False)


class HoldForm(serializers.Serializer[None]):
    """On which state of the baton somebody acts."""

    epoch = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST)


class GuidanceForm(HoldForm):
    """An instruction for the next turn."""

    kind = serializers.ChoiceField(choices=GuidanceKind.choices)
    text = serializers.CharField(max_length=LONGEST_GUIDANCE, default="", allow_blank=True)
    article_id = serializers.CharField(max_length=40, default="", allow_blank=True)
    team_id = serializers.CharField(max_length=40, default="", allow_blank=True)


class RiskDismissalForm(serializers.Serializer[None]):
    """Why a risk is put aside."""

    reason = serializers.ChoiceField(choices=DismissReason.choices)
    because = OneLine(max_length=LONGEST_BECAUSE, default="", allow_blank=True)


class TopicApprovalForm(serializers.Serializer[None]):
    """A topic that goes its own way."""

    topic = serializers.CharField(max_length=80)
    approve_from = serializers.ChoiceField(choices=APPROVAL_TIERS, allow_null=True)


class ControlRoomSettingsForm(serializers.Serializer[None]):
    """All of the settings."""

    raised_from = serializers.IntegerField(min_value=1, max_value=99)
    high_from = serializers.IntegerField(min_value=2, max_value=100)
    approve_from = serializers.ChoiceField(choices=APPROVAL_TIERS, allow_null=True)
    topics = serializers.ListField(child=TopicApprovalForm(), max_length=200)
    alerts = serializers.BooleanField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The tiers stand in their order."""
        if attrs["raised_from"] >= attrs["high_from"]:
            raise serializers.ValidationError({"high_from": gettext("High has to begin above raised.")})
        return attrs


def wish(request: Request) -> tuple[Wish, int]:
    """What a supervisor wants of the next turn, and the epoch; ParameterError naming what is missing for it."""
    asked = body(request, GuidanceForm)
    kind, text = GuidanceKind(asked["kind"]), str(asked["text"]).strip()
    param = NAMES.get(kind, "text")
    about = "" if param == "text" else str(asked[param])
    if not (about or (param == "text" and text)):
        raise ParameterError(gettext("{param}: say what the assistant is to do.").format(param=param), param=param)
    return Wish(kind, text, about), asked["epoch"]


def settings(request: Request) -> Wanted:
    """The settings that somebody wants."""
    asked = body(request, ControlRoomSettingsForm)
    topics = {one["topic"]: one["approve_from"] or "" for one in asked["topics"]}
    return Wanted(asked["raised_from"], asked["high_from"], asked["approve_from"] or "", topics, asked["alerts"])
