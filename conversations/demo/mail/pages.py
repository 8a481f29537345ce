"""The demo's mail pages: a customer's mailbox as it were, with what Baton sent, and a way to answer."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_http_methods, require_safe

from conversations.demo import addresses
from conversations.demo.content import company
from conversations.demo.mail import box, customers, forms
from conversations.demo.mail.box import Letter
from conversations.demo.mail.customers import NotDeliveredError
from conversations.demo.shop import only_in_demo
from tenants import csp

LOCKED_UP = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"


@only_in_demo
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """All mails that Baton sent, the newest first."""
    context = {"letters": box.letters(), "written": "written" in request.GET, "after": settings.MAIL_AFTER}
    return _page(request, "list", context)


@only_in_demo
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, key: str) -> HttpResponse:
    """One mail, and a reply to it."""
    found = _letter(key)
    form = forms.Reply(request.POST or None)
    if request.method == "POST" and not found.by_platform and form.is_valid():
        try:
            customers.reply(request, found, form.cleaned_data["text"])
        except NotDeliveredError as error:
            form.add_error("text", str(error))
        else:
            return redirect(f"/mail/{found.key}/?answered")
    return _page(request, "letter", {"letter": found, "form": form, "answered": "answered" in request.GET})


@only_in_demo
@xframe_options_exempt
@require_safe
def designed(_request: HttpRequest, key: str) -> HttpResponse:
    """The mail's HTML, in a frame where it can run and load nothing."""
    response = HttpResponse(_letter(key).html)
    response[csp.HEADER] = LOCKED_UP
    return response


@only_in_demo
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A first mail to the company."""
    form = forms.NewMail(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            customers.write(request, **form.cleaned_data)
        except NotDeliveredError as error:
            form.add_error("text", str(error))
        else:
            return redirect("/mail/?written")
    return _page(request, "new", {"form": form})


def _letter(key: str) -> Letter:
    found = box.letter(key)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    about = {"shop": company().name, "inbox": f"{addresses.company_origin(request)}/console/"}
    return render(request, f"demo/mail/{name}.html", {**about, **context})
