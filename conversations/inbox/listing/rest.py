"""The list over REST: pages, counts, saved filters."""

from typing import cast

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Acting, Right, may
from agents.rest.asking import all_of
from conversations.access import Reader
from conversations.inbox.listing import counts, filters, pages, saved
from conversations.inbox.listing.fields import ConversationFilterForm, FilterField
from conversations.inbox.listing.pages import ListedConversation
from conversations.inbox.listing.views import VIEWS
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS = {"GET": "conversations:read"}  # the scope of tokens
LONGEST_CURSOR = 300


def agent(request: Request) -> Agent:
    """Who asks, where no token may."""
    return cast("Agent", request.user)


class ConversationsQuery(ConversationFilterForm):
    """Which part of the list, narrowed by the fields of a filter."""

    view = serializers.ChoiceField(choices=list(VIEWS), default="all")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=LONGEST_CURSOR, required=False, allow_blank=True, default="")


class SavedFilterForm(serializers.Serializer[None]):
    """A filter to keep, under a name."""

    name = serializers.CharField(max_length=60, trim_whitespace=True)
    view = serializers.ChoiceField(choices=list(VIEWS), default="all")
    filter = FilterField(default=dict)
    shared = serializers.BooleanField(default=False)


class ReadView(APIView):
    """A view that anybody of the desk may use."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]


class Conversations(ReadView):
    """`GET /conversations`: a page of the list."""

    scopes = READS

    @operation(Listed[ListedConversation], query=ConversationsQuery)
    def get(self, request: Request) -> Response:
        """List conversations of one view, narrowed by a filter or found by words.

        Of several values of one field any will do. Who waits comes in the order in which they should be taken, what a
        search found the best first, all else the newest first.
        """
        asked = parsed(ConversationsQuery, request.query_params)
        wanted = filters.read_address(request.query_params)
        reader = cast("Reader", request.user)
        found = pages.page(reader, view=asked["view"], wanted=wanted, limit=asked["limit"], cursor=asked["cursor"])
        data = pages.shown(found)
        return Response({"data": data, "has_more": found.next_cursor is not None, "next_cursor": found.next_cursor})


class Counts(ReadView):
    """`GET /conversations/counts`: how many each view holds, up to a thousand."""

    scopes = {"GET": Acting("conversations:read")}

    @operation(counts.ConversationCounts)
    def get(self, request: Request) -> Response:
        """Count the conversations of each view, up to a thousand.

        Of mentions it counts those that the agent has not seen yet.
        """
        return Response(counts.counts(agent(request)))


class Filters(ReadView):
    """`GET /filters`, `POST /filters`: one's own and those that are shared."""

    @operation(Listed[saved.SavedFilterRow])
    def get(self, request: Request) -> Response:
        """List the filters that one keeps, and those that are shared, by name."""
        data = [saved.shown(one, agent(request)) for one in saved.seen_by(agent(request))]
        return Response(all_of(data))

    @operation(saved.SavedFilterRow, asks=SavedFilterForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Keep a filter under a name.

        409 for a name that one has already.
        """
        made = saved.make(agent(request), **body(request, SavedFilterForm))
        return Response(saved.shown(made, agent(request)), status=201)


class OneFilter(ReadView):
    """`PATCH /filters/{id}`, `DELETE /filters/{id}`: by its owner; supervisors also those that are shared."""

    @operation(saved.SavedFilterRow, asks=SavedFilterForm, partial=True, errors=(409,))
    def patch(self, request: Request, filter_id: str) -> Response:
        """Change the name, the view, the filter or the sharing of a saved filter."""
        asked = parsed(SavedFilterForm, request.data, partial=True)
        given = {name: value for name, value in asked.items() if name in request.data}
        changed = saved.change(filter_id, agent(request), given)
        return Response(saved.shown(changed, agent(request)))

    @operation()
    def delete(self, request: Request, filter_id: str) -> Response:
        """Remove a saved filter."""
        saved.remove(filter_id, agent(request))
        return Response(status=204)
