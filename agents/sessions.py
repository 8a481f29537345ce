"""Who is behind a session cookie, for doors that Django's middleware does not stand before."""

from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from agents.models import Agent


def signed_in(session_key: str) -> Agent | None:
    """The active agent of the session in the tenant entered now, or None."""
    if not session_key:
        return None
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    return user if isinstance(user, Agent) and user.is_active else None
