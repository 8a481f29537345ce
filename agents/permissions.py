"""Who may do what at the desk: every view names its permission, and the default is nobody."""

from typing import Any

from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from agents.models import Agent, Role

ORDER = [Role.VIEWER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.OWNER]


def at_least(agent: Agent, role: Role) -> bool:
    """Whether the agent's role is `role` or a higher one."""
    return ORDER.index(Role(agent.role)) >= ORDER.index(role)


class DeskSession(SessionAuthentication):
    """An agent signed in with a browser session; writes need the CSRF token."""

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing sign-in a 401 instead of a 403."""
        return 'Session realm="desk"'


class Nobody(BasePermission):
    """The default: a view that names no permission answers nobody."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Never."""
        return False


class MayRead(BasePermission):
    """Any agent of the tenant, viewers included."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether somebody is signed in."""
        return isinstance(request.user, Agent)


class MayWrite(BasePermission):
    """Agents and above; a viewer may not."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether an agent or above is signed in."""
        return isinstance(request.user, Agent) and at_least(request.user, Role.AGENT)
