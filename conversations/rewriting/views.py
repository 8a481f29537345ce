"""Rewriting over REST."""

from typing import cast

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.access import access_conversation
from conversations.canned.forms import LANGUAGE
from conversations.rewriting import offering
from conversations.settings.forms import body
from tenants.openapi.operation import operation


class RewriteForm(serializers.Serializer[None]):
    """The words, in which way, and for a translation into which language."""

    text = serializers.CharField(max_length=8000)
    way = serializers.CharField(max_length=20)
    language = serializers.RegexField(LANGUAGE, max_length=8, required=False, allow_blank=True, default="")


class Rewrite(APIView):
    """`POST /conversations/{id}/rewrite`: the agent's own words in other words; nothing is stored or sent."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(offering.Rewritten, asks=RewriteForm)
    def post(self, request: Request, conversation_id: str) -> Response:
        """Rewrite words for a conversation, and get which facts are gone or new in them.

        503 while the language model is away.
        """
        asked = body(request, RewriteForm)
        conversation = access_conversation(cast("Agent", request.user), conversation_id)
        return Response(offering.rewrite(conversation, asked["text"], way=asked["way"], language=asked["language"]))
