"""Offers over REST: an agent declines one, and the desk looks why somebody was chosen."""

from typing import Any, cast

from rest_framework.request import Request
from rest_framework.response import Response

from agents.models import Agent
from conversations import rows, wire
from conversations.access import Reader, access_conversation, access_id
from conversations.inbox import forms, writes
from conversations.inbox.views import READS, ReadView, WriteView
from conversations.models import Conversation, RoutingChoice

Json = dict[str, Any]
MOST = 50


class Decline(WriteView):
    """`POST /conversations/{id}/decline`: not me; the next person is asked."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """409 when it is not offered to the agent any more."""
        asked = forms.AtEpoch(data=request.data)
        asked.is_valid(raise_exception=True)
        agent = cast("Agent", request.user)
        found = access_id(agent, conversation_id)
        return Response(rows.row(writes.decline(found, agent, epoch=asked.validated_data["epoch"])))


class Routing(ReadView):
    """`GET /conversations/{id}/routing`: every choice of a person, with why, and why each other was passed over."""

    scopes = READS

    def get(self, request: Request, conversation_id: str) -> Response:
        """The newest first."""
        found = access_conversation(cast("Reader", request.user), conversation_id)
        return Response({"data": choices(found), "has_more": False, "next_cursor": None})


def choices(conversation: Conversation) -> list[Json]:
    """The newest choices for the conversation. One query."""
    found = RoutingChoice.objects.filter(conversation=conversation).select_related("agent")
    return [shown(one) for one in found[:MOST]]


def shown(one: RoutingChoice) -> Json:
    """A choice as the desk reads it; needs the agent loaded."""
    need = {name: one.need.get(name) for name in ("team", "language", "skill", "level")}
    return {
        "id": one.id,
        "at": wire.stamp(one.at),
        "cause": one.cause,
        "agent": rows.colleague(one.agent),
        "why": one.why,
        "need": need,
        "widened": one.widened,
        "candidates": one.candidates,
        "until": wire.stamp(one.until) if one.until else None,
        "end": one.end,
        "ended_at": wire.stamp(one.ended_at) if one.ended_at else None,
    }
