"""Shorter waits, so that a test sees in seconds what a death or a silence costs; the rules stay the same."""

from datetime import timedelta

from conversations.sockets import JsonSocket
from tenants import jobs


def install() -> None:
    """A lease of 1.5 s instead of 15, a ping after 0.8 s instead of 25, and its pong awaited for 6 s instead of 60."""
    jobs.LEASE = timedelta(seconds=1.5)
    jobs.RENEW_EVERY = 0.5
    JsonSocket.idle, JsonSocket.silent = 0.8, 6.0
