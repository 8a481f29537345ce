"""One-time tickets: who can show no cookie where they go proves beforehand who they are."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from agents import tokens
from agents.models import Agent, SocketTicket, TicketPurpose
from agents.tokens import Token
from tenants import current, ids

LASTS = timedelta(seconds=30)
LASTS_FOR: Mapping[TicketPurpose, timedelta] = {
    TicketPurpose.SOCKET: LASTS,
    TicketPurpose.ENTRY: timedelta(minutes=5),
}
LONGEST = 100  # characters of a ticket that are looked at
USE = """
DELETE FROM agents_socketticket WHERE digest = %s AND purpose = %s
RETURNING agent_id, session_id, token_id, expires_at
"""
BYTES = 32


@dataclass(frozen=True)
class Used:
    """Whose ticket it was: a person's, with the session in which it was given out, if any, or a program's.

    A program that acts for somebody has both.
    """

    agent: Agent | None
    session_key: str = ""
    token: Token | None = None


def issue(agent: Agent, *, purpose: TicketPurpose = TicketPurpose.SOCKET, session_key: str | None = None) -> str:
    """A new ticket of 256 random bits for the agent; only its digest is stored. Drops those that ran out.

    With a session it is worth nothing once that session ends.
    """
    return _issued(purpose, agent=agent, session_id=session_key)


def issue_to(token: Token, *, acting_for: Agent | None) -> str:
    """The same for a socket of a program, worth nothing once its token is."""
    return _issued(TicketPurpose.SOCKET, agent=acting_for, token_id=token.id)


def use(ticket: str, *, purpose: TicketPurpose = TicketPurpose.SOCKET) -> Used | None:
    """Whose the ticket is, which is worth nothing from now on; None when it is unknown, used, too old, or nobody's now.

    One statement takes the ticket, so of two who come with the same one only one gets in.
    """
    if len(ticket) > LONGEST:
        return None
    with current.connection.cursor() as cursor:
        cursor.execute(USE, [_digest(ticket), purpose])
        taken = cursor.fetchone()
    if taken is None or taken[-1] <= timezone.now():
        return None
    agent_id, session_key, token_id, _ = taken
    agent = None if agent_id is None else Agent.objects.filter(pk=agent_id, is_active=True).first()
    token = None if token_id is None else tokens.good(ids.encode("tok", token_id))
    if (agent is None and agent_id is not None) or (token is None and token_id is not None):
        return None
    return Used(agent, session_key or "", token)


def _issued(purpose: TicketPurpose, **whose: Any) -> str:
    ticket = secrets.token_urlsafe(BYTES)
    now = timezone.now()
    SocketTicket.objects.filter(expires_at__lt=now).delete()
    SocketTicket.objects.create(digest=_digest(ticket), purpose=purpose, expires_at=now + LASTS_FOR[purpose], **whose)
    return ticket


def _digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode(errors="replace")).hexdigest()
