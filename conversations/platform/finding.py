"""The platform's sign-in: each company has its own, and here one finds the way to it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agents.permissions import open_to_all
from conversations.platform import forms, letters, site
from tenants import brake, hosts, origins, requests, slugs
from tenants.models import Domain

MOST_LETTERS, MOST_FROM_ONE, HOUR = 3, 10, 3600
NOBODY = gettext_noop("There is no workspace at {host}. Look at the address that your desk has, or ask for the letter.")
TOO_MANY = gettext_noop("That was asked for too often from your network. Please try again in an hour.")


@open_to_all("leads people to their own company's sign-in")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Straight to the workspace that the address names; a letter to whom forgot; both forms without either."""
    if request.method == "POST":
        return _send_letter(request)
    if "workspace" in request.GET:
        return _go(request)
    return _page(request, forms.Host(), forms.Finder())


@open_to_all("says the same to everybody")
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "platform/sign_in_sent.html")


def _send_letter(request: HttpRequest) -> HttpResponse:
    """Send the letter; the same answer whether the address is known or not."""
    form = forms.Finder(request.POST)
    if not settings.MAIL_LEAVES or not form.is_valid():
        return _page(request, forms.Host(), form)
    if not brake.allows("find", str(requests.address(request)), most=MOST_FROM_ONE, seconds=HOUR):
        form.add_error(None, gettext(TOO_MANY))
        return _page(request, forms.Host(), form, status=429)
    email = form.cleaned_data["email"].lower()
    if brake.allows("letter", email, most=MOST_LETTERS, seconds=HOUR):
        letters.write_finder(email, origin=origins.of_platform(request))
    return redirect("/sign-in/sent/")


def _go(request: HttpRequest) -> HttpResponse:
    form = forms.Host(request.GET)
    if not form.is_valid():
        return _page(request, form, forms.Finder())
    host = _host_of(form.cleaned_data["workspace"])
    domain = Domain.objects.select_related("tenant").filter(domain=host).first()
    if domain is None:
        form.add_error("workspace", gettext(NOBODY).format(host=host))
        return _page(request, form, forms.Finder(), status=404)
    return redirect(f"{origins.first_of(domain.tenant, seen_from=origins.of_platform(request))}/sign-in/")


def _host_of(told: str) -> str:
    """The host name that somebody means by `acme`, `acme.baton.example` or the whole address of their desk."""
    bare = told.strip().lower().partition("://")[2] or told.strip().lower()
    host = hosts.without_port(bare.partition("/")[0])
    return host if "." in host else slugs.host_of(host)


def _page(request: HttpRequest, host: forms.Host, finder: forms.Finder, *, status: int = 200) -> HttpResponse:
    context = {"host": host, "form": finder, "mail_leaves": settings.MAIL_LEAVES, "domain": settings.WORKSPACE_DOMAIN}
    response = render(request, "platform/sign_in.html", context, status=status)
    return site.leading_to_workspaces(request, response)
