"""Bulk actions over REST."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.permissions import Acting, Right, may
from conversations.bulk import beginning, running
from conversations.desk_acts import ActsField
from conversations.inbox.listing import filters
from conversations.inbox.listing.fields import FilterField
from conversations.inbox.listing.rest import agent
from conversations.inbox.listing.views import VIEWS
from conversations.settings.forms import body
from tenants.errors import ParameterError
from tenants.openapi.operation import operation

WRITES: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
SCOPE = Acting("conversations:write")


class BulkForm(serializers.Serializer[None]):
    """What to do, and to which conversations: these, or all that a filtered view shows."""

    acts = ActsField()
    ids = serializers.ListField(child=serializers.CharField(max_length=40), required=False)
    filter = FilterField(required=False)
    view = serializers.ChoiceField(choices=list(VIEWS), default="all")

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        """Either ids or a filter."""
        if ("ids" in given) == ("filter" in given):
            raise ParameterError(gettext("ids: name the conversations, or a filter; not both."), param="ids")
        return given


class Begin(APIView):
    """`POST /conversations/bulk`: do the same to many."""

    permission_classes = WRITES
    scopes = {"POST": SCOPE}

    @operation(running.BulkRunRow, asks=BulkForm, status=201)
    def post(self, request: Request) -> Response:
        """Do the same to many conversations: those named, or all that a filtered view shows.

        A few are done when it answers; many go on, and `GET /bulk/{run_id}` tells how far it is.
        """
        asked = body(request, BulkForm)
        who, acts = agent(request), asked["acts"]
        if "ids" in asked:
            run = beginning.of_ids(who, acts, asked["ids"])
        else:
            wanted = filters.read(asked["filter"], place="filter")
            run = beginning.of_filter(who, acts, view=asked["view"], wanted=wanted)
        return Response(running.shown(run), status=201)


class Progress(APIView):
    """`GET /bulk/{id}`: how far one's run is."""

    permission_classes = WRITES
    scopes = {"GET": SCOPE}

    @operation(running.BulkRunRow)
    def get(self, request: Request, run_id: str) -> Response:
        """Retrieve how far acts on many conversations are, and those that could not be done."""
        return Response(running.shown(beginning.of(run_id, agent(request))))


class Undo(APIView):
    """`POST /bulk/{id}/undo`: take it back, for an hour."""

    permission_classes = WRITES
    scopes = {"POST": SCOPE}

    @operation(running.BulkRunRow, errors=(409,))
    def post(self, request: Request, run_id: str) -> Response:
        """Take back what was done to many conversations, for an hour.

        What others changed since stays.
        """
        return Response(running.shown(beginning.undo(run_id, agent(request))))
