"""`POST /api/v1/socket_tickets`: the right to open one desk socket once, for a client that sends no cookie."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response

from agents import tickets
from agents.models import Agent
from conversations.inbox.views import ReadView


class SocketTickets(ReadView):
    """A ticket for `/ws/desk/?ticket=…`, so that no lasting secret stands in an address."""

    def post(self, request: Request) -> Response:
        """201 with the ticket, which is good for a few seconds."""
        issued = tickets.issue(cast("Agent", request.user), session_key=request.session.session_key)
        return Response({"ticket": issued, "expires_in": int(tickets.LASTS.total_seconds())}, status=201)
