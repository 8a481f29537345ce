"""Signing in and out of a tenant's desk, with a brake on guessing."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from agents import people
from agents.models import Agent, Presence, SignInFailure
from agents.permissions import open_to_all

MOST_FAILURES = 5
WITHIN = timedelta(minutes=15)
WRONG = "E-mail and password do not match. Check both and try again."
TOO_MANY = "Too many tries for this address. Wait 15 minutes, then try again."


class SignIn(forms.Form):
    """E-mail and password."""

    email = forms.EmailField(label="E-mail", max_length=254)
    password = forms.CharField(label="Password", max_length=200, strip=False, widget=forms.PasswordInput)

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        self.request = request
        self.agent: Agent | None = None

    def clean(self) -> dict[str, Any]:
        """Find the agent; every failure reads the same, whether the address exists or not."""
        given = super().clean() or {}
        if self.errors:
            return given
        email = str(given["email"]).lower()
        recent = SignInFailure.objects.filter(email=email, at__gt=timezone.now() - WITHIN)
        if recent.count() >= MOST_FAILURES:
            raise forms.ValidationError(TOO_MANY, code="too_many")
        found = authenticate(self.request, username=email, password=given["password"])
        if found is None:
            SignInFailure.objects.create(email=email)
            raise forms.ValidationError(WRONG, code="wrong")
        SignInFailure.objects.filter(email=email).delete()
        self.agent = found
        return given


@open_to_all("it is how one signs in")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is, then lead on to where they wanted to go."""
    target = _target(request)
    if request.user.is_authenticated:
        return redirect(target)
    form = SignIn(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and form.agent is not None:
        login(request, form.agent)
        return redirect(target)
    status = 422 if form.is_bound else 200
    return render(request, "agents/sign_in.html", {"form": form, "next": target}, status=status)


@open_to_all("a stranger has nothing to leave")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave the desk."""
    if isinstance(request.user, Agent):
        people.set_presence(str(request.user.id), Presence.OFFLINE)
    logout(request)
    return redirect("/sign-in/")


def _target(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None, require_https=request.is_secure())
    return wanted if own and wanted.startswith("/") else "/console/"
