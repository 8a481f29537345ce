"""What is known already, and how often it was asked again, over REST."""

from typing import ClassVar, cast

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import access_conversation
from conversations.known_already import asking, knowing, reporting
from conversations.settings.forms import body, parsed


class TextForm(serializers.Serializer[None]):
    """What somebody is about to send."""

    text = serializers.CharField(max_length=8000, trim_whitespace=True, allow_blank=True)


class DaysQuery(serializers.Serializer[None]):
    """Over how many days."""

    days = serializers.IntegerField(min_value=1, max_value=365, default=30)


class AsksKnownView(APIView):
    """`POST /conversations/{id}/asks_known`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, conversation_id: str) -> Response:
        """What the text would ask for although it is known, with the value and its message."""
        conversation = access_conversation(cast("Agent", request.user), conversation_id)
        found = knowing.asks_known(conversation, body(request, TextForm)["text"])
        data = [
            {
                "name": one.known.name,
                "label": asking.LABELS[one.known.name],
                "value": one.known.value,
                "seq": one.known.seq or None,
                "sentence": one.sentence,
            }
            for one in found
        ]
        return Response({"data": data, "has_more": False, "next_cursor": None})


class RepeatsView(APIView):
    """`GET /handovers/repeats`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes: ClassVar = {"GET": "rules:read"}

    def get(self, request: Request) -> Response:
        """How often customers had to say again what was known, and in which conversations."""
        return Response(reporting.report(**parsed(DaysQuery, request.query_params)))
