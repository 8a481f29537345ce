"""Sign-up: a form, a letter, a button, and the workspace is there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agents.permissions import open_to_all
from conversations.platform import forms, opening, site
from conversations.platform.opening import LinkError
from tenants import origins, requests, sign_ups
from tenants.errors import RateLimitedError


@open_to_all("strangers become customers here")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """The form; once it is filled in, a letter to its address, and the same answer whoever asks."""
    form = forms.SignUp(request.POST if request.method == "POST" else None, initial=_chosen_in(request))
    if not settings.MAIL_LEAVES or not form.is_valid():
        return _form(request, form)
    try:
        sign_ups.ask(form.wish(), address=requests.address(request), origin=origins.of_platform(request))
    except RateLimitedError as error:
        form.add_error(None, error.message)
        response = _form(request, form, status=429)
        response["Retry-After"] = str(error.retry_after)
        return response
    return redirect("/sign-up/sent/")


@open_to_all("says the same to everybody")
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "platform/sign_up_sent.html")


@open_to_all("the link's token proves the address")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """Where the letter leads: one button, since mail programs look at links; pressed, it opens the workspace."""
    if request.method == "POST":
        return _open(request, token)
    asked = sign_ups.found(token)
    if asked is None or sign_ups.ran_out(asked):
        return _too_late(request)
    return site.leading_to_workspaces(request, render(request, "platform/verify.html", {"asked": asked}))


def _open(request: HttpRequest, token: str) -> HttpResponse:
    try:
        opened = opening.open_workspace(token, origin=origins.of_platform(request), address=requests.address(request))
    except LinkError:
        return _too_late(request)
    return redirect(opened.address)


def _form(request: HttpRequest, form: forms.SignUp, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "chosen": form.chosen(),
        **site.trial(),
        "mail_leaves": settings.MAIL_LEAVES,
    }
    return render(request, "platform/sign_up.html", context, status=status)


def _chosen_in(request: HttpRequest) -> dict[str, str]:
    """What the address says of a plan, and nothing else that could fill the form in."""
    return {name: request.GET.get(name, "") for name in ("plan", "interval")}


def _too_late(request: HttpRequest) -> HttpResponse:
    return render(request, "platform/link_too_old.html", status=404)
