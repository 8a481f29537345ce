"""One-time tickets: who can show no cookie where they go proves beforehand who they are."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from agents.models import Agent, SocketTicket, TicketPurpose
from tenants import current

LASTS = timedelta(seconds=30)
LASTS_FOR: Mapping[TicketPurpose, timedelta] = {
    TicketPurpose.SOCKET: LASTS,
    TicketPurpose.ENTRY: timedelta(minutes=5),
}
LONGEST = 100  # characters of a ticket that are looked at
USE = """
DELETE FROM agents_socketticket WHERE digest = %s AND purpose = %s RETURNING agent_id, session_id, expires_at
"""
BYTES = 32


@dataclass(frozen=True)
class Used:
    """Whose ticket it was, and the session in which it was given out, if any."""

    agent: Agent
    session_key: str


def issue(agent: Agent, *, purpose: TicketPurpose = TicketPurpose.SOCKET, session_key: str | None = None) -> str:
    """A new ticket of 256 random bits for the agent; only its digest is stored. Drops those that ran out.

    With a session it is worth nothing once that session ends.
    """
    ticket = secrets.token_urlsafe(BYTES)
    now = timezone.now()
    SocketTicket.objects.filter(expires_at__lt=now).delete()
    SocketTicket.objects.create(
        digest=_digest(ticket),
        purpose=purpose,
        agent=agent,
        session_id=session_key,
        expires_at=now + LASTS_FOR[purpose],
    )
    return ticket


def use(ticket: str, *, purpose: TicketPurpose = TicketPurpose.SOCKET) -> Used | None:
    """The active agent of the ticket, which is worth nothing from now on; None when it is unknown, used, or too old.

    One statement takes the ticket, so of two who come with the same one only one gets in.
    """
    if len(ticket) > LONGEST:
        return None
    with current.connection.cursor() as cursor:
        cursor.execute(USE, [_digest(ticket), purpose])
        taken = cursor.fetchone()
    if taken is None or taken[2] <= timezone.now():
        return None
    agent = Agent.objects.filter(pk=taken[0], is_active=True).first()
    return None if agent is None else Used(agent, taken[1] or "")


def _digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode(errors="replace")).hexdigest()
