"""A new password by mail: the same answer, after the same work, for every address."""

from django import forms
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agents import accounts, actors, brake, letters, sign_on
from agents.entrance import door
from agents.entrance.forms import new_password, worded
from agents.models import Agent, Step
from agents.permissions import open_to_all
from tenants.errors import BatonError

PAGE = ["GET", "HEAD", "POST"]
GONE = {
    "title": gettext_lazy("This link is not good any more"),
    "why": gettext_lazy("A link for a new password works once, and for one hour."),
    "onward": "/reset/",
    "label": gettext_lazy("Ask for a new one"),
}


class Asking(forms.Form):
    """The address."""

    email = forms.EmailField(
        label="E-mail",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )


class Choosing(forms.Form):
    """The new password."""

    password = new_password()


@open_to_all("who forgot a password is a stranger")
@never_cache
@require_http_methods(PAGE)
def ask(request: HttpRequest) -> HttpResponse:
    """Take an address; whether somebody has it is found out later, by the job that writes the letter."""
    form = Asking(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "agents/reset.html", {"form": worded(form)}, status=422 if form.errors else 200)
    email = form.cleaned_data["email"].lower()
    if brake.allows(Step.RESET, email):
        with transaction.atomic():
            letters.write_reset(email, origin=letters.origin(request))
    return redirect("/reset/sent/")


@open_to_all("it says nothing about anybody")
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """A link may be on its way."""
    return render(request, "agents/reset_sent.html")


@open_to_all("the link proves who it is")
@never_cache
@require_http_methods(PAGE)
def choose(request: HttpRequest, agent_id: str, token: str) -> HttpResponse:
    """Let whoever has the letter choose a new password, once, and sign them in."""
    agent = _known(agent_id, token)
    if agent is None:
        return render(request, "agents/no_way.html", GONE, status=404)
    form = Choosing(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            changed = _change(request, agent_id, token, form.cleaned_data["password"])
        except BatonError as error:
            form.add_error("password", error.message.removeprefix("new: "))
        else:
            return _onward(request, changed)
    context = {"form": worded(form), "agent": agent}
    return render(request, "agents/new_password.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _change(request: HttpRequest, agent_id: str, token: str, password: str) -> Agent | None:
    """The agent with the new password; None when somebody used the link a moment before."""
    Agent.objects.select_for_update().filter(pk=agent_id).first()
    agent = _known(agent_id, token)
    if agent is not None:
        accounts.set_password(agent, password, actor=actors.by(agent, request))
    return agent


def _onward(request: HttpRequest, agent: Agent | None) -> HttpResponse:
    if agent is None:
        return render(request, "agents/no_way.html", GONE, status=404)
    if not sign_on.password_is_enough(agent, sign_on.in_use()):
        return redirect("/sign-in/")
    return door.come_in(request, agent)


def _known(agent_id: str, token: str) -> Agent | None:
    """The active agent of a link that is good now."""
    try:
        agent = Agent.objects.filter(pk=agent_id, is_active=True).first()
    except ValidationError:
        return None
    return agent if agent is not None and default_token_generator.check_token(agent, token) else None
