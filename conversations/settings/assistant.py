"""The assistant's modes and threshold over REST."""

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.models import Mode
from assistant.records import numbers
from conversations.settings import forms, modes, threshold
from conversations.settings.modes import AssistantModes
from conversations.settings.threshold import ThresholdTrial
from tenants.openapi.operation import operation


class ModesForm(serializers.Serializer[None]):
    """How far the assistant acts by itself; a change names some of it."""

    mode = serializers.ChoiceField(choices=Mode.choices)
    draft_minutes = serializers.IntegerField(min_value=1, max_value=60)
    threshold = serializers.FloatField(min_value=0, max_value=1, allow_null=True)
    order_numbers = serializers.CharField(max_length=200, allow_blank=True)

    def validate_order_numbers(self, text: str) -> str:
        """Examples such as LC-104233, each with a digit or a question mark for one."""
        wrong = next((one for one in numbers.parts(text) if not numbers.is_example(one)), None)
        if wrong is not None:
            raise serializers.ValidationError(
                gettext("“{wrong}” is no example of an order number. Write it like LC-104233.").format(wrong=wrong)
            )
        return text.strip()


class ThresholdQuery(serializers.Serializer[None]):
    """Which threshold to try."""

    at = serializers.FloatField(min_value=0, max_value=1, required=False, allow_null=True, default=None)


class ModesView(APIView):
    """`GET`, `PATCH /assistant/modes`: the mode, the time for drafts, and the threshold."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "assistant:read", "PATCH": "assistant:write"}
    open_while_locked = "the assistant can be switched off at any time"

    @operation(AssistantModes)
    def get(self, _request: Request) -> Response:
        """Get how far the assistant acts by itself, with the topics that have a mode of their own."""
        return Response(modes.shown())

    @operation(AssistantModes, asks=ModesForm, partial=True)
    def patch(self, request: Request) -> Response:
        """Change how far the assistant acts by itself.

        What is left out stays.
        """
        modes.change(forms.parsed(ModesForm, request.data, partial=True), actor=actors.of(request))
        return Response(modes.shown())


class ThresholdView(APIView):
    """`GET /assistant/threshold?at=0.6`: the curve, and what that threshold would have done to the last 30 days."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]
    scopes = {"GET": "assistant:read"}

    @operation(ThresholdTrial, query=ThresholdQuery)
    def get(self, request: Request) -> Response:
        """Get what another threshold would have done to the last 30 days.

        The curve, and the conversations behind each number; nothing is changed.
        """
        return Response(threshold.shown(at=forms.parsed(ThresholdQuery, request.query_params)["at"]))
