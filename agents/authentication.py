"""How the REST interface finds out who asks: an API token in the header, or the browser's session."""

from rest_framework.authentication import BaseAuthentication, SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from agents import acting, presented
from agents.models import Agent
from agents.tokens import Token


class BearerToken(BaseAuthentication):
    """`Authorization: Bearer baton_…`; its `Token` is `request.auth`.

    `request.user` is the agent for whom the program acts, if the request names one, and the token otherwise.
    """

    def authenticate(self, request: Request) -> tuple[Agent | Token, Token] | None:
        """Who acts, and the token; None when no bearer token came, AuthenticationFailed with one that is not good here.

        Raises UnknownAgentError and InactiveAgentError where `Baton-Agent` names nobody who works here.
        """
        if presented.bearer(get_authorization_header(request).decode("latin-1")) is None:
            return None
        found = presented.token(request)
        if found is None:
            raise AuthenticationFailed
        return acting.named(request.headers) or found, found

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing sign-in a 401 instead of a 403."""
        return 'Bearer realm="api"'


class DeskSession(SessionAuthentication):
    """An agent signed in with a browser session; writes need the CSRF token."""
