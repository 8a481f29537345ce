"""Offers over REST: an agent declines one, and the desk looks why somebody was chosen."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response
from typing_extensions import TypedDict

from agents.models import Agent
from agents.rest.asking import all_of
from agents.routing import Ask, Verdict
from conversations import rows, wire
from conversations.access import Reader, access_conversation, access_id
from conversations.inbox import forms, writes
from conversations.inbox.views import HANDS_OVER, READS, ReadView, WriteView
from conversations.models import Conversation, OfferEnd, RoutingChoice
from conversations.settings.forms import body
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

MOST = 50


class RoutingNeed(TypedDict):
    """What was asked for, by name; null: nothing of that kind."""

    team: str | None
    language: str | None
    skill: str | None
    level: int | None


class RoutingCandidate(TypedDict):
    """Somebody who was looked at."""

    agent_id: str
    name: str
    verdict: Verdict
    """Why they were chosen or passed over."""
    load: int
    capacity: int


class RoutingChoiceRow(TypedDict):
    """One look for somebody who takes a conversation."""

    id: str
    at: str
    cause: str
    """Why somebody was looked for then, such as `handed_over`."""
    agent: rows.Colleague | None
    """Who was chosen; null where nobody could take it."""
    why: str
    """A sentence."""
    need: RoutingNeed
    widened: list[Ask]
    """What was asked for no more."""
    candidates: list[RoutingCandidate]
    until: str | None
    """When the offer ends by itself."""
    end: OfferEnd
    ended_at: str | None


class Decline(WriteView):
    """`POST /conversations/{id}/decline`: not me; the next person is asked."""

    scopes = HANDS_OVER

    @operation(rows.ConversationRow, asks=forms.EpochForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Decline a conversation that is offered to the agent.

        409 when it is not offered to them any more.
        """
        asked = body(request, forms.EpochForm)
        agent = cast("Agent", request.user)
        found = access_id(agent, conversation_id)
        return Response(rows.row(writes.decline(found, agent, epoch=asked["epoch"])))


class Routing(ReadView):
    """`GET /conversations/{id}/routing`: every choice of a person, with why, and why each other was passed over."""

    scopes = READS

    @operation(Listed[RoutingChoiceRow])
    def get(self, request: Request, conversation_id: str) -> Response:
        """List how a conversation found its people, the newest choice first."""
        found = access_conversation(cast("Reader", request.user), conversation_id)
        return Response(all_of(choices(found)))


def choices(conversation: Conversation) -> list[RoutingChoiceRow]:
    """The newest choices for the conversation. One query."""
    found = RoutingChoice.objects.filter(conversation=conversation).select_related("agent")
    return [shown(one) for one in found[:MOST]]


def shown(one: RoutingChoice) -> RoutingChoiceRow:
    """A choice as the desk reads it; needs the agent loaded."""
    return {
        "id": one.id,
        "at": wire.stamp(one.at),
        "cause": one.cause,
        "agent": rows.colleague(one.agent),
        "why": one.why,
        "need": {
            "team": one.need.get("team"),
            "language": one.need.get("language"),
            "skill": one.need.get("skill"),
            "level": one.need.get("level"),
        },
        "widened": cast("list[Ask]", one.widened),
        "candidates": one.candidates,
        "until": wire.stamp(one.until) if one.until else None,
        "end": OfferEnd(one.end),
        "ended_at": wire.stamp(one.ended_at) if one.ended_at else None,
    }
