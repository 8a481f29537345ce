"""`POST /api/v1/socket_tickets`: the right to open one desk socket once, for a client that sends no cookie."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response
from typing_extensions import TypedDict

from agents import acting, tickets
from agents.models import Agent
from conversations.inbox.views import ReadView
from tenants.openapi.operation import operation


class SocketTicketRow(TypedDict):
    """The right to open one desk socket once."""

    ticket: str
    """Open `/ws/desk/?ticket=…` with it."""
    expires_in: int
    """Seconds."""


class SocketTickets(ReadView):
    """`POST /socket_tickets`: so that no lasting secret stands in an address."""

    scopes = {"POST": "conversations:read"}

    @operation(SocketTicketRow, status=201)
    def post(self, request: Request) -> Response:
        """Get a ticket for one desk socket, good for half a minute.

        With a token the socket follows what the desk sees. With `Baton-Agent` too it is that agent's: where the token
        has `conversations:write` it writes, and they count as present. The socket closes with 4401 within seconds once
        the token is revoked or runs out, or the agent is switched off or has another role.
        """
        told: SocketTicketRow = {"ticket": _issued(request), "expires_in": int(tickets.LASTS.total_seconds())}
        return Response(told, status=201)


def _issued(request: Request) -> str:
    who: object = request.user
    agent, token = who if isinstance(who, Agent) else None, acting.token_of(request)
    if token is not None:
        return tickets.issue_to(token, acting_for=agent)
    return tickets.issue(cast("Agent", agent), session_key=request.session.session_key)
