"""What is known already, and how often it was asked again, over REST."""

from typing import cast

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Acting, Right, may
from agents.rest.asking import all_of
from conversations.access import access_conversation
from conversations.known_already import asking, knowing, reporting
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class ReplyTextForm(serializers.Serializer[None]):
    """What somebody is about to send."""

    text = serializers.CharField(max_length=8000, trim_whitespace=True, allow_blank=True)


class RepeatsQuery(serializers.Serializer[None]):
    """Over how many days."""

    days = serializers.IntegerField(min_value=1, max_value=365, default=30)


class KnownAlready(TypedDict):
    """Something that a text asks for although it is known."""

    name: str
    label: str
    value: str
    seq: int | None
    """The message that says so; null where the customer's record does."""
    sentence: str
    """The one that asks."""


class AsksKnownView(APIView):
    """`POST /conversations/{id}/asks_known`: does a reply ask for what is known?"""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(Listed[KnownAlready], asks=ReplyTextForm)
    def post(self, request: Request, conversation_id: str) -> Response:
        """List what a reply would ask the customer for although it is known, with the value and its message."""
        conversation = access_conversation(cast("Agent", request.user), conversation_id)
        found = knowing.asks_known(conversation, body(request, ReplyTextForm)["text"])
        data: list[KnownAlready] = [
            {
                "name": one.known.name,
                "label": asking.LABELS[one.known.name],
                "value": one.known.value,
                "seq": one.known.seq or None,
                "sentence": one.sentence,
            }
            for one in found
        ]
        return Response(all_of(data))


class RepeatsView(APIView):
    """`GET /handovers/repeats`: what customers had to say again."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"GET": "rules:read"}

    @operation(reporting.RepeatsReport, query=RepeatsQuery)
    def get(self, request: Request) -> Response:
        """Report how often customers had to say again what was known, and in which conversations."""
        return Response(reporting.report(**parsed(RepeatsQuery, request.query_params)))
