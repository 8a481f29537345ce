"""Accepting an invitation: the address is the invitation's, the name and the password are the newcomer's."""

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agents import accounts, actors, invitations, sign_on
from agents.entrance import door
from agents.entrance.forms import new_password, worded
from agents.models import Agent, Invitation, Role, SignOn
from agents.permissions import open_to_all
from agents.roster import about
from billing.errors import SeatsFullError
from tenants import speaking
from tenants.errors import BatonError
from tenants.trail import audit

NO_SEAT = {
    "title": gettext_lazy("No seat is left"),
    "why": (
        gettext_lazy(
            "Every seat of your company's plan is taken, so the invitation waits. Ask whoever invited you to add a "
            "seat, then open the link again."
        )
    ),
}
PAGE = ["GET", "HEAD", "POST"]
GONE = {
    "title": gettext_lazy("This invitation is not good any more"),
    "why": gettext_lazy("It was used, taken back, or is older than a week. Ask whoever invited you to send it again."),
}


class Joining(forms.Form):
    """Who joins."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=80,
        error_messages={"required": gettext_lazy("Tell your colleagues your name.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    password = new_password()


@open_to_all("the link proves who it is")
@never_cache
@require_http_methods(PAGE)
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Show the invitation, then make its agent and sign them in."""
    invitation = invitations.by_token(token)
    if invitation is None:
        return render(request, "agents/no_way.html", GONE, status=404)
    provider = sign_on.in_use()
    if not _by_password(invitation, provider):
        return render(request, "agents/join.html", {**_about(invitation), "provider": provider})
    form = Joining(request.POST if request.method == "POST" else None, initial={"name": invitation.name})
    if form.is_valid():
        try:
            agent = accept(request, invitation, form.cleaned_data["name"], form.cleaned_data["password"])
        except SeatsFullError:
            return render(request, "agents/no_way.html", NO_SEAT, status=409)
        except BatonError as error:
            form.add_error("password", error.message.removeprefix("password: "))
        else:
            return _onward(request, agent)
    context = {"form": worded(form), **_about(invitation), "provider": provider}
    return render(request, "agents/join.html", context, status=422 if form.errors else 200)


@transaction.atomic
def accept(request: HttpRequest, invitation: Invitation, name: str, password: str | None) -> Agent | None:
    """The new agent, whom the audit log names; None when the invitation is not open any more. Raises SeatsFullError."""
    if password is not None:
        accounts.check_password(password, Agent(name=name, email=invitation.email), param="password")
    agent = invitations.accept(invitation, name=name, password=password)
    if agent is not None:
        changes = {"role": (None, agent.role)}
        audit.record("invitation.accepted", actor=actors.by(agent, request), about=about(agent), changes=changes)
    return agent


def _about(invitation: Invitation) -> dict[str, object]:
    return {"invitation": invitation, "role": speaking.within(str(invitation.get_role_display()))}


def _onward(request: HttpRequest, agent: Agent | None) -> HttpResponse:
    if agent is None:
        return render(request, "agents/no_way.html", GONE, status=404)
    request.session.flush()  # somebody else may have been signed in here
    return door.come_in(request, agent)


def _by_password(invitation: Invitation, provider: SignOn | None) -> bool:
    return provider is None or not provider.only or invitation.role == Role.OWNER
