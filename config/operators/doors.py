"""Who may see the operators' pages: people of the platform's own company with the operator flag, and nobody else."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver

from agents import actors
from agents.models import Agent
from tenants import current
from tenants.trail.audit import Actor
from tenants.trail.models import ActorKind

View = Callable[..., HttpResponseBase]


def is_operator(request: HttpRequest) -> bool:
    """Whether an operator is signed in, at the host of the platform's own company."""
    who: object = request.user
    return current.tenant().is_platform and isinstance(who, Agent) and who.is_active and who.is_operator


def operators_only(view: View) -> View:
    """Marks a page that is there for operators alone; for everybody else there is no such page."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_operator(request):
            raise Http404
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    setattr(checked, "operators_only", True)  # noqa: B010  a function has no such attribute for the type checker
    return checked


def guarded(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The same addresses, each for operators only, in whatever depth."""
    kept = list(patterns)
    for pattern in kept:
        if isinstance(pattern, URLResolver):
            guarded(pattern.url_patterns)
        elif not hasattr(pattern.callback, "operators_only"):
            pattern.callback = operators_only(pattern.callback)
    return kept


def actor(request: HttpRequest) -> Actor:
    """The operator of the request, as the audit logs name them."""
    told = actors.of(request)
    return Actor(ActorKind.OPERATOR, id=told.id, name=told.name, address=told.address, request_id=told.request_id)
