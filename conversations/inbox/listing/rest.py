"""The list over REST: pages, counts, saved filters."""

from typing import cast

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Right, may
from conversations import rows
from conversations.access import Reader
from conversations.inbox.listing import counts, filters, pages, saved
from conversations.inbox.listing.views import VIEWS
from conversations.settings.forms import body, parsed

READS = {"GET": "conversations:read"}  # the scope of tokens
LONGEST_CURSOR = 300


def agent(request: Request) -> Agent:
    """Who asks, where no token may."""
    return cast("Agent", request.user)


class ListQuery(serializers.Serializer[None]):
    """Which part of the list; the fields of a filter are read beside it."""

    view = serializers.ChoiceField(choices=list(VIEWS), default="all")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=LONGEST_CURSOR, required=False, allow_blank=True, default="")


class FilterForm(serializers.Serializer[None]):
    """A filter to keep, under a name."""

    name = serializers.CharField(max_length=60, trim_whitespace=True)
    view = serializers.ChoiceField(choices=list(VIEWS), default="all")
    filter = serializers.JSONField(default=dict)
    shared = serializers.BooleanField(default=False)


class ReadView(APIView):
    """A view that anybody of the desk may use."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]


class Conversations(ReadView):
    """`GET /conversations`: a page of the list."""

    scopes = READS

    def get(self, request: Request) -> Response:
        """Rows of one view, narrowed by a filter, by cursor; with what a search found in each."""
        asked = parsed(ListQuery, request.query_params)
        wanted = filters.read_address(request.query_params)
        reader = cast("Reader", request.user)
        found = pages.page(reader, view=asked["view"], wanted=wanted, limit=asked["limit"], cursor=asked["cursor"])
        data = [rows.row(row) | _found(found, row.id) for row in found.rows]
        return Response({"data": data, "has_more": found.next_cursor is not None, "next_cursor": found.next_cursor})


def _found(page: pages.Page, key: str) -> dict[str, object]:
    return {"found": page.found[key]} if key in page.found else {}


class Counts(ReadView):
    """`GET /conversations/counts`: how many each view holds, up to a thousand."""

    def get(self, request: Request) -> Response:
        """One number for each view."""
        return Response(counts.counts(agent(request)))


class Filters(ReadView):
    """`GET /filters`, `POST /filters`: one's own and those that are shared."""

    def get(self, request: Request) -> Response:
        """All of them, by name."""
        data = [saved.shown(one, agent(request)) for one in saved.seen_by(agent(request))]
        return Response({"data": data, "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """A new one; 409 for a name that one has already."""
        made = saved.make(agent(request), **body(request, FilterForm))
        return Response(saved.shown(made, agent(request)), status=201)


class OneFilter(ReadView):
    """`PATCH /filters/{id}`, `DELETE /filters/{id}`: by its owner; supervisors also those that are shared."""

    def patch(self, request: Request, filter_id: str) -> Response:
        """As it is now."""
        asked = parsed(FilterForm, request.data, partial=True)
        given = {name: value for name, value in asked.items() if name in request.data}
        changed = saved.change(filter_id, agent(request), given)
        return Response(saved.shown(changed, agent(request)))

    def delete(self, request: Request, filter_id: str) -> Response:
        """It is gone."""
        saved.remove(filter_id, agent(request))
        return Response(status=204)
