"""For whom a program acts: the agent whom a request with a token names."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from rest_framework.request import Request

from agents.models import Agent
from agents.tokens import Token
from tenants.errors import BatonError

HEADER = "Baton-Agent"


class AgentRequiredError(BatonError):
    """A person does this; the token says not for whom it acts."""

    status = 422
    code = "agent_required"

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "{header}: send the id of the agent for whom you do this, such as agt_…; GET /people lists them."
            ).format(header=HEADER),
            param=HEADER,
        )


class UnknownAgentError(BatonError):
    """The header names nobody in this company."""

    status = 403
    type = "permission_error"
    code = "agent_unknown"

    def __init__(self) -> None:
        super().__init__(gettext("{header}: there is no agent with this id here.").format(header=HEADER), param=HEADER)


class InactiveAgentError(BatonError):
    """The header names somebody who is switched off."""

    status = 403
    type = "permission_error"
    code = "agent_inactive"

    def __init__(self) -> None:
        super().__init__(gettext("{header}: this agent is switched off.").format(header=HEADER), param=HEADER)


class AgentMayNotError(BatonError):
    """The token may, and the agent for whom it acts may not."""

    status = 403
    type = "permission_error"
    code = "agent_may_not"

    def __init__(self) -> None:
        super().__init__(
            gettext("{header}: the role of this agent does not allow it.").format(header=HEADER), param=HEADER
        )


class ScopeMissingError(BatonError):
    """The token was not given the scope that this needs."""

    status = 403
    type = "permission_error"
    code = "scope_missing"

    def __init__(self, scope: str) -> None:
        super().__init__(gettext("This token needs the scope {scope} for that.").format(scope=scope))


class NoTokensError(BatonError):
    """A person does this with their own session; there is no scope for it."""

    status = 403
    type = "permission_error"
    code = "session_required"

    def __init__(self) -> None:
        super().__init__(gettext("No token may do this: it needs a person who is signed in."))


def named(headers: Mapping[str, str]) -> Agent | None:
    """The agent whom the header names; None without it. UnknownAgentError, or InactiveAgentError."""
    agent_id = headers.get(HEADER)
    if agent_id is None:
        return None
    try:
        found = Agent.objects.filter(pk=agent_id.strip()).first()
    except ValidationError:
        found = None
    if found is None:
        raise UnknownAgentError
    if not found.is_active:
        raise InactiveAgentError
    return found


def token_of(request: Request) -> Token | None:
    """The token with which the request came, whoever it acts for; None in a person's session."""
    return request.auth if isinstance(request.auth, Token) else None
