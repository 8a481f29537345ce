"""Who stands behind a request, as the audit log names them."""

from dataclasses import replace

from django.http import HttpRequest
from rest_framework.request import Request

from agents import acting
from agents.models import Agent
from agents.tokens import Token
from tenants import requests
from tenants.trail.audit import Actor
from tenants.trail.models import ActorKind


def of(request: Request | HttpRequest) -> Actor:
    """The agent or token of the request, with its address and id; a stranger is known by the address alone.

    Where a program acts for an agent, it is the agent, by way of the token.
    """
    who: object = request.user
    address, request_id = requests.address(request), requests.current_id()
    match who:
        case Token():
            return Actor(ActorKind.TOKEN, id=who.id, name=who.name, address=address, request_id=request_id)
        case Agent():
            token = acting.token_of(request) if isinstance(request, Request) else None
            actor = by(who, request)
            return actor if token is None else replace(actor, via_id=token.id, via_name=token.name)
        case _:
            return Actor(ActorKind.AGENT, name="Somebody not signed in", address=address, request_id=request_id)


def agent(request: Request) -> Agent | None:
    """Who asks, or for whom a program does; None where a program acts by itself."""
    who: object = request.user
    return who if isinstance(who, Agent) else None


def by(agent: Agent, request: Request | HttpRequest) -> Actor:
    """The agent, in a request that is not signed in yet or no more, such as the one that signs in."""
    return Actor(
        ActorKind.AGENT,
        id=str(agent.id),
        name=agent.name,
        address=requests.address(request),
        request_id=requests.current_id(),
    )
