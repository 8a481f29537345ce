"""Who asks, as far as can be told before a view begins: a program, a person, a visitor, the mail server, or nobody."""

from dataclasses import dataclass

from django.http import HttpRequest

from agents import presented, sessions, tokens
from agents.models import Agent
from conversations.inbound.views import is_mail_server
from conversations.widget import visitors
from tenants.limits.allowance import Limit
from tenants.models import Tenant

TOKEN = Limit("token", 600)
SESSION = Limit("session", 1200)  # the busiest page of the console asks 30 times a minute, and people have many open
VISITOR = Limit("visitor", 300)  # a widget without a socket asks some 40 times a minute while its owner types
MAIL_SERVER = Limit("mail server", 6000)
WHO = "baton.who"
Found = tuple[str, str, Limit]
OF_VISITORS, OF_MAIL = "/api/v1/widget/", "/api/v1/mail/"


@dataclass(frozen=True)
class Who:
    """Somebody whose credentials are ours: `id` is nobody else's in this company, `counted_as` is told to the limit."""

    id: str
    counted_as: str
    limit: Limit


def of(request: HttpRequest) -> Who | None:
    """Who sent the request; None for a stranger. What it looks up is kept for the view.

    A visitor's token is believed for its signature: the view looks whether it still counts.
    """
    tenant = request.META.get("baton.tenant")
    if not isinstance(tenant, Tenant):
        return None
    if WHO not in request.META:
        request.META[WHO] = _who(tenant, _known(request))
    who: Who | None = request.META[WHO]
    return who


def of_poll(tenant: Tenant, *, authorization: str, session_key: str) -> Who | None:
    """Who asks for news, of the tenant entered now, by a request that no view sees; None for a stranger."""
    secret = presented.bearer(authorization)
    if secret is None:
        agent = sessions.signed_in(session_key)
        return _who(tenant, None if agent is None else (str(agent.id), session_key, SESSION))
    token = tokens.known(secret) if secret.startswith(tokens.PREFIX) else None
    return _who(tenant, _visitor(secret) if token is None else (token.id, token.id, TOKEN))


def _who(tenant: Tenant, found: Found | None) -> Who | None:
    return None if found is None else Who(found[0], f"{tenant.schema_name}:{found[1]}", found[2])


def _visitor(secret: str) -> Found | None:
    named = visitors.named_by(secret)
    return None if named is None else (named, named, VISITOR)


def _known(request: HttpRequest) -> Found | None:
    authorization = request.META.get("HTTP_AUTHORIZATION", "")
    secret = presented.bearer(authorization)
    if secret is None:
        return None if request.path.startswith((OF_VISITORS, OF_MAIL)) else _person(request)
    if request.path.startswith(OF_MAIL):
        return ("mail server", "mail server", MAIL_SERVER) if is_mail_server(authorization) else None
    if not secret.startswith(tokens.PREFIX):
        return _visitor(secret)
    token = presented.token(request)
    return None if token is None else (token.id, token.id, TOKEN)


def _person(request: HttpRequest) -> Found | None:
    user: object = request.user
    if not isinstance(user, Agent) or not user.is_active:
        return None
    return str(user.id), request.session.session_key or "", SESSION
