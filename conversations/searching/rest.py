"""`GET /search`: what the command palette finds, a few of each kind."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.permissions import Right, may
from conversations.inbox.listing.rest import agent
from conversations.searching import everywhere
from conversations.searching.asked import LONGEST
from conversations.settings.forms import parsed


class SearchQuery(serializers.Serializer[None]):
    """The words."""

    q = serializers.CharField(max_length=LONGEST, trim_whitespace=False)


class Everywhere(APIView):
    """Conversations, customers and articles at once."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request) -> Response:
        """The best five of each kind that the agent may read."""
        return Response(everywhere.found(parsed(SearchQuery, request.query_params)["q"], agent(request)))
