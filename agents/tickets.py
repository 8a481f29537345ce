"""One-time tickets for sockets: an agent who cannot send a cookie with the handshake proves the session before it."""

import hashlib
import secrets
from datetime import timedelta

from django.utils import timezone

from agents.models import Agent, SocketTicket
from tenants import current

LASTS = timedelta(seconds=30)
LONGEST = 100  # characters of a ticket that are looked at
USE = "DELETE FROM agents_socketticket WHERE digest = %s RETURNING agent_id, expires_at"
BYTES = 32


def issue(agent: Agent) -> str:
    """A new ticket of 256 random bits for the agent; only its digest is stored. Drops those that ran out."""
    ticket = secrets.token_urlsafe(BYTES)
    now = timezone.now()
    SocketTicket.objects.filter(expires_at__lt=now).delete()
    SocketTicket.objects.create(digest=_digest(ticket), agent=agent, expires_at=now + LASTS)
    return ticket


def use(ticket: str) -> Agent | None:
    """The active agent of the ticket, which is worth nothing from now on; None when it is unknown, used, or too old.

    One statement takes the ticket, so of two sockets with the same one only one opens.
    """
    if len(ticket) > LONGEST:
        return None
    with current.connection.cursor() as cursor:
        cursor.execute(USE, [_digest(ticket)])
        taken = cursor.fetchone()
    if taken is None or taken[1] <= timezone.now():
        return None
    return Agent.objects.filter(pk=taken[0], is_active=True).first()


def _digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode(errors="replace")).hexdigest()
