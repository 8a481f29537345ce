"""What every HTTP request passes: its id, the content policy, and the tenant by host name."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext

from tenants import csp, current, errors, hosts, requests, speaking
from tenants.limits import counted
from tenants.observing import about

Next = Callable[[HttpRequest], HttpResponse]


class RequestId:
    """Gives each request an id and sends it back."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the header X-Request-Id."""
        about.forget()
        made = requests.begin(requests.of_proxy(request.headers.get("X-Request-Id", "")))
        response = self.get_response(request)
        response["X-Request-Id"] = made
        return response


class ContentSecurityPolicy:
    """Sets the strict policy on every response whose view set none."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with a Content-Security-Policy and refuse framing, unless the view allowed it."""
        nonce = secrets.token_urlsafe(16)
        request.META["baton.csp_nonce"] = nonce
        response = self.get_response(request)
        if csp.HEADER not in response:
            response[csp.HEADER] = csp.policy(nonce=nonce, host=request.get_host())
            response["X-Frame-Options"] = "DENY"
        return response


class BrowsersLanguage:
    """Speaks the language that the browser, or another program, asks for; a person's own comes before it later."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language, and tell caches what the answer goes by."""
        if not speaking.at(request.path):
            return self.get_response(request)
        with speaking.in_language(speaking.asked_by(request.headers.get("Accept-Language", ""))):
            response = self.get_response(request)
        patch_vary_headers(response, ["Accept-Language"])
        return response


class TenantByHost:
    """Enters the tenant of the host name for the whole request; the one door for HTTP."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside the tenant; on our own host with the public pages; 404 on any other.

        403 where the company is suspended, or closed to its customers; 503 where its schema is not of the code's
        version yet.
        """
        host = hosts.without_port(request.get_host())
        current.leave()
        try:
            tenant = hosts.tenant_of(host)
            hosts.check_customers(tenant, request.path)
        except hosts.UnknownHostError:
            if not hosts.is_public(host):
                return _nobody_here(request)
            request.urlconf = settings.PUBLIC_SCHEMA_URLCONF  # type: ignore[attr-defined]
            return self.get_response(request)
        except errors.BatonError as error:
            return _closed(request, error)
        request.META["baton.tenant"] = tenant
        about.tenant(str(tenant.schema_name))
        with current.entered(tenant):
            return self.get_response(request)


def _nobody_here(request: HttpRequest) -> HttpResponse:
    message = gettext("No company uses Baton at this address.")
    if request.path.startswith("/api/"):
        return counted.stranger(request, lambda: errors.answer(errors.NotFoundError(message)))
    return render(request, "tenants/nobody_here.html", {"message": message}, status=404)


def _closed(request: HttpRequest, error: errors.BatonError) -> HttpResponse:
    """The refusal of a company that may not be entered now, as a page or in the API's shape."""
    if request.path.startswith("/api/"):
        response: HttpResponse = counted.stranger(request, lambda: errors.answer(error))
    else:
        waits = isinstance(error, errors.NotNowError)
        context = {
            "title": gettext("One moment") if waits else gettext("Closed for now"),
            "message": error.message,
            "waits": waits,
        }
        response = render(request, "tenants/closed.html", context, status=error.status)
        if isinstance(error, hosts.ClosedError):  # the widget's frame says so on the company's site
            nonce = request.META["baton.csp_nonce"]
            response[csp.HEADER] = csp.policy(nonce=nonce, host=request.get_host(), more={"frame-ancestors": "*"})
    if error.retry_after is not None and "Retry-After" not in response:
        response["Retry-After"] = str(error.retry_after)
    response["Cache-Control"] = "no-store"
    return response


def page_context(request: HttpRequest) -> Mapping[str, Any]:
    """What every template may use: the company of this host, the language, the nonce, legal pages, the demo."""
    return {
        "language": get_language() or speaking.ENGLISH,
        "company": request.META.get("baton.tenant"),
        "csp_nonce": request.META.get("baton.csp_nonce", ""),
        "demo_runs": settings.DEMO,
        "legal": settings.LEGAL_PAGES,
    }
