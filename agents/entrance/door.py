"""The one way in: whoever proved who they are passes here, is asked for a second factor, and gets a new session."""

import time
from dataclasses import dataclass

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from agents import actors, sessions
from agents.models import Agent
from tenants.trail import audit
from tenants.trail.audit import About

HOME = "/console/"
WELCOME = "/console/welcome"
SECOND_STEP = "/second-step/"
WAITING = "entering"
LASTS = 600  # seconds between the first step and the second


@dataclass(frozen=True)
class Waiting:
    """Somebody who passed the first step, and where they want to go."""

    agent: Agent
    target: str


def come_in(request: HttpRequest, agent: Agent, *, target: str = HOME) -> HttpResponse:
    """Lead the agent, who just proved who they are, to the second step if they have one, else to the desk."""
    if agent.second_factor_at is None:
        return open_desk(request, agent, target=target)
    request.session.flush()
    request.session[WAITING] = {"agent": agent.id, "target": target, "at": time.time()}
    request.session.set_expiry(LASTS)
    return redirect(SECOND_STEP)


def waiting(request: HttpRequest) -> Waiting | None:
    """Who waits in this session for the second step; None when nobody does, or waited too long."""
    kept = request.session.get(WAITING)
    if kept is None or kept["at"] < time.time() - LASTS:
        return None
    agent = Agent.objects.filter(pk=kept["agent"], is_active=True).first()
    return None if agent is None else Waiting(agent, kept["target"])


@transaction.atomic
def open_desk(request: HttpRequest, agent: Agent, *, target: str = HOME) -> HttpResponse:
    """Sign the agent in under a new session key, and lead on."""
    request.session.pop(WAITING, None)
    request.session.set_expiry(None)  # as long as any; what came before lasted minutes
    login(request, agent)
    sessions.introduce(request)
    audit.record("session.opened", actor=actors.by(agent, request), about=About("agent", str(agent.id), agent.name))
    return redirect(target)


def target_of(request: HttpRequest) -> str:
    """Where the request wants to go afterwards; the desk when that is on no page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_own(request, wanted) else HOME


def is_own(request: HttpRequest, address: str) -> bool:
    """Whether the address is a path on this host."""
    own = url_has_allowed_host_and_scheme(address, allowed_hosts=None, require_https=request.is_secure())
    return own and address.startswith("/")
