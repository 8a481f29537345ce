"""`GET /search`: what the command palette finds, a few of each kind."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import acting
from agents.permissions import Acting, Right, may, rights_of
from conversations.inbox.listing.rest import agent
from conversations.searching import everywhere
from conversations.searching.asked import LONGEST
from conversations.settings.forms import parsed
from tenants.openapi.operation import operation

OPENED_BY = {Right.READ_CUSTOMERS: "customers:read", Right.READ_KNOWLEDGE: "knowledge:read"}


class SearchQuery(serializers.Serializer[None]):
    """The words."""

    q = serializers.CharField(max_length=LONGEST, trim_whitespace=False)


class Everywhere(APIView):
    """`GET /search`: conversations, customers and articles at once."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    scopes = {"GET": Acting("conversations:read")}

    @operation(everywhere.SearchResults, query=SearchQuery)
    def get(self, request: Request) -> Response:
        """Search conversations, customers and articles at once: the best five of each kind that the agent may read."""
        typed = parsed(SearchQuery, request.query_params)["q"]
        return Response(everywhere.found(typed, agent(request), reads=_reads(request)))


def _reads(request: Request) -> frozenset[Right]:
    """Of customers and articles those that the agent may read, and the program that acts for them too."""
    rights, token = rights_of(agent(request)), acting.token_of(request)
    opened = {right for right, scope in OPENED_BY.items() if token is None or scope in token.scopes}
    return rights & opened
