"""Coming in by the company's own account: people who are here, and those whom an open invitation names."""

import requests
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from agents import invitations, sign_on
from agents.entrance import door, joining, provider
from agents.entrance.provider import BroughtBy
from agents.models import Agent
from agents.permissions import open_to_all
from agents.sign_on import Brought
from billing.errors import SeatsFullError

WRONG = (OAuth2Error, requests.RequestException, ValueError, KeyError, TypeError)
NOT_REACHED = {
    "title": gettext_lazy("Your company's sign-in did not work"),
    "why": gettext_lazy("Try again in a minute. If it goes on, show this to an admin of your company."),
    "onward": "/sso/",
    "label": gettext_lazy("Try again"),
}
STRANGER = {
    "title": gettext_lazy("Nobody here has this account"),
    "why": gettext_lazy("Your company knows you, but you were not invited to this desk. Ask an admin to invite you."),
}
RESTS = {
    "title": gettext_lazy("Sign in with a password"),
    "why": (
        gettext_lazy(
            "Your company's plan has no single sign-on at the moment. If you have no password yet, we mail you a link "
            "to choose one. Everything else is as it was."
        )
    ),
    "onward": "/reset/",
    "label": gettext_lazy("Get a link for a password"),
}


@open_to_all("it is how one signs in")
@never_cache
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Send the browser to the company's provider."""
    if _rests():
        return render(request, "agents/no_way.html", RESTS, status=403)
    try:
        return provider.begin(request, door.target_of(request))
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except WRONG as error:
        return _failed(request, error)


@open_to_all("it is how one signs in")
@never_cache
@require_GET
def callback(request: HttpRequest) -> HttpResponse:
    """The provider sends somebody back."""
    if _rests():
        return render(request, "agents/no_way.html", RESTS, status=403)
    try:
        response: HttpResponse = OAuth2CallbackView.adapter_view(provider.client(request))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except BroughtBy as found:
        return _lead_in(request, found.brought, found.target)
    except WRONG as error:
        return _failed(request, error)
    return response


def _rests() -> bool:
    """Whether there is a provider that the plan does not let anybody use."""
    return sign_on.provider() is not None and sign_on.in_use() is None


def _lead_in(request: HttpRequest, brought: Brought, target: str) -> HttpResponse:
    try:
        agent = sign_on.known(brought) or _invited(request, brought)
    except SeatsFullError:
        return render(request, "agents/no_way.html", joining.NO_SEAT, status=409)
    if agent is None or not agent.is_active:
        return render(request, "agents/no_way.html", STRANGER, status=403)
    return door.come_in(request, agent, target=target)


def _invited(request: HttpRequest, brought: Brought) -> Agent | None:
    """The new agent when an open invitation names the address that the provider vouches for."""
    invitation = invitations.open_now().filter(email=brought.email.lower()).first()
    if invitation is None or not brought.email_verified:
        return None
    agent = joining.accept(request, invitation, (brought.name or invitation.name or brought.email)[:80], None)
    if agent is not None:
        sign_on.link(agent, brought)
    return agent


def _failed(request: HttpRequest, error: Exception) -> HttpResponse:
    return render(request, "agents/no_way.html", {**NOT_REACHED, "detail": provider.in_words(error)}, status=502)
