"""Signing in with e-mail and password, and out again."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy, gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agents import brake, people, sign_on
from agents.entrance import door
from agents.models import Agent, Presence, SignOn, Step
from agents.permissions import open_to_all
from tenants import requests

WRONG = gettext_noop("E-mail and password do not match. Check both and try again.")
BY_COMPANY = gettext_noop("Your company signs in with its own account. Use the button below.")


class SignIn(forms.Form):
    """E-mail and password."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    password = forms.CharField(label=gettext_lazy("Password"), max_length=200, strip=False, widget=forms.PasswordInput)

    def __init__(self, request: HttpRequest, data: Any = None, *, provider: SignOn | None = None) -> None:
        super().__init__(data)
        self.request = request
        self.provider = provider
        self.agent: Agent | None = None

    def clean(self) -> dict[str, Any]:
        """Find the agent; every failure reads the same, whether the address exists or not."""
        given = super().clean() or {}
        if self.errors:
            return given
        email = str(given["email"]).lower()
        try:
            found = brake.tried_from(requests.address(self.request), lambda: self._known(email, given["password"]))
        except brake.TooManyTriesError as error:
            raise forms.ValidationError(error.message, code="too_many") from None
        if found is None:
            raise forms.ValidationError(gettext(WRONG), code="wrong")
        if not sign_on.password_is_enough(found, self.provider):
            raise forms.ValidationError(gettext(BY_COMPANY), code="by_company")
        self.agent = found
        return given

    def _known(self, email: str, password: str) -> Agent | None:
        """Whose address and password these are. Raises TooManyTriesError."""
        found = brake.tried(Step.PASSWORD, email, lambda: authenticate(self.request, username=email, password=password))
        return found if isinstance(found, Agent) else None


@open_to_all("it is how one signs in")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is, then lead on to where they wanted to go."""
    target = door.target_of(request)
    if request.user.is_authenticated:
        return redirect(target)
    provider = sign_on.in_use()
    form = SignIn(request, request.POST if request.method == "POST" else None, provider=provider)
    if request.method == "POST" and form.is_valid() and form.agent is not None:
        return door.come_in(request, form.agent, target=target)
    status = 422 if form.is_bound else 200
    context = {"form": form, "next": target, "provider": provider}
    return render(request, "agents/sign_in.html", context, status=status)


@open_to_all("a stranger has nothing to leave")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave the desk."""
    if isinstance(request.user, Agent):
        people.set_presence(str(request.user.id), Presence.OFFLINE)
    logout(request)
    return redirect("/sign-in/")
