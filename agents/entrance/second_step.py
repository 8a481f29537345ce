"""The second step of the sign-in, and setting it up where the company asks for it before anything else."""

import base64
from textwrap import wrap
from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy, gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agents import brake, enrolling, second_factor
from agents.entrance import door
from agents.entrance.forms import worded
from agents.models import Agent, Step
from agents.permissions import Right, open_to_all, requires
from tenants import speaking
from tenants.errors import BatonError

WRONG = gettext_noop("This code is not right. Wait for the next one and try again.")
PAGE = ["GET", "HEAD", "POST"]


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        error_messages={"required": gettext_lazy("Enter the code.")},
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "spellcheck": "false"}
        ),
    )


@open_to_all("whoever passed the first step is in the session")
@never_cache
@require_http_methods(PAGE)
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for a code of whoever passed the first step."""
    who = door.waiting(request)
    if who is None:
        return redirect("/sign-in/")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        try:
            if brake.tried(Step.SECOND_FACTOR, who.agent.email, lambda: second_factor.accept(who.agent, code)):
                return door.open_desk(request, who.agent, target=who.target)
            form.add_error("code", gettext(WRONG))
        except BatonError as error:
            form.add_error(None, error.message)
    return render(request, "agents/second_step.html", {"form": worded(form)}, status=422 if form.errors else 200)


@open_to_all("a stranger has nothing to leave")
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget who passed the first step."""
    request.session.flush()
    return redirect("/sign-in/")


@requires(Right.OWN_ACCOUNT)
@never_cache
@require_http_methods(PAGE)
def set_up(request: HttpRequest) -> HttpResponse:
    """Let somebody of whom the company asks it scan a secret and prove it, then show the recovery codes once."""
    agent, target = cast("Agent", request.user), door.target_of(request)
    if agent.second_factor_at is not None:
        return redirect(target)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            codes = enrolling.finish(request, agent, form.cleaned_data["code"])
        except BatonError as error:
            form.add_error(None, error.message)
        else:
            if codes is not None:
                return render(request, "agents/recovery_codes.html", {"codes": codes, "next": target})
            form.add_error("code", gettext(WRONG))
    begun = enrolling.under_way(request, agent)
    context = {
        "form": worded(form),
        "role": speaking.within(str(agent.get_role_display())),
        "secret": " ".join(wrap(begun.secret, 4)),
        "uri": begun.uri,
        "picture": base64.b64encode(begun.svg.encode()).decode(),
        "next": target,
    }
    return render(request, "agents/set_up.html", context, status=422 if form.errors else 200)
