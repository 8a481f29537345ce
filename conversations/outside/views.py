"""Turns of an AI outside over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import acting
from agents.permissions import ForPrograms, Right, may
from agents.tokens import Token
from conversations.outside import forms, replying, showing
from conversations.outside.asking import SCOPE
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

ACTS = ForPrograms(SCOPE)


class OutsideView(APIView):
    """A view for the company's own AI alone: nobody signs in to speak as the assistant."""

    permission_classes: list[type[BasePermission]] = [may(Right.SUPERVISE_ASSISTANT)]
    scopes = {"GET": ACTS, "POST": ACTS}


class Turns(OutsideView):
    """`GET /assistant/turns`."""

    @operation(Listed[showing.AssistantTurnRow], query=forms.OutsideTurnsQuery)
    def get(self, request: Request) -> Response:
        """List the turns in which your own AI is asked for the answer, the newest first.

        Without `state`, those that wait for a reply now. The webhook event `assistant.turn_requested` tells of each.
        """
        return Response(showing.listed(**parsed(forms.OutsideTurnsQuery, request.query_params)))


class Turn(OutsideView):
    """`GET /assistant/turns/{id}`."""

    @operation(showing.AssistantTurn)
    def get(self, _request: Request, turn_id: str) -> Response:
        """Get a turn with all that your AI may know and do: the conversation, passages to cite, tools, the deadline."""
        return Response(showing.whole(showing.access(turn_id)))


class Reply(OutsideView):
    """`POST /assistant/turns/{id}/reply`."""

    @operation(showing.OutsideOutcome, asks=forms.OutsideReplyForm, errors=(409,))
    def post(self, request: Request, turn_id: str) -> Response:
        """Reply to a turn, as the assistant.

        The reply is checked as a language model's is: it may state only what the passages that it cites say, the rules
        look at it before the customer does, and modes and supervisors count. The answer tells what became of it.
        With 409 nothing was written: `turn_taken_over`, `turn_customer_wrote_again`, `turn_expired`, `turn_answered`,
        `turn_guided_anew`, `turn_tools_misused` or `turn_over` says why.
        """
        said = body(request, forms.OutsideReplyForm)
        return Response(replying.reply(showing.access(turn_id), said, by=program(request)))


class Tools(OutsideView):
    """`POST /assistant/turns/{id}/tools`."""

    @operation(showing.OutsideToolResult, asks=forms.OutsideToolForm, errors=(409,))
    def post(self, request: Request, turn_id: str) -> Response:
        """Call a tool of a turn.

        What it finds can be cited from then on. A skill, which writes to the customer itself, and `hand_over` end the
        turn: `outcome` tells what became of it. With the third misuse Baton answers in your AI's place.
        """
        asked = body(request, forms.OutsideToolForm)
        row = showing.access(turn_id)
        return Response(replying.use(row, asked["name"], asked["arguments"], by=program(request)))


def program(request: Request) -> Token:
    """The program that acts as the assistant."""
    token = acting.token_of(request)
    if token is None:
        raise NotAuthenticated
    return token
