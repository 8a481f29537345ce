"""How answers travel: below /api/ never unencrypted, and what is private is kept by no cache on its way."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.middleware.security import SecurityMiddleware
from django.utils.translation import gettext

from tenants import errors

INTERFACE = "/api/"
PRIVATE = (INTERFACE, "/console/", "/operators/")  # what is for one person, or for one program


class Transport(SecurityMiddleware):
    """Django's headers; a program that speaks without TLS is refused, where a browser is led to https."""

    def process_request(self, request: HttpRequest) -> HttpResponsePermanentRedirect | JsonResponse | None:  # type: ignore[override]
        """None when the request may go on.

        A program that was led on would never be noticed to have sent its token in the clear.
        """
        if self.redirect and not request.is_secure() and request.path.startswith(INTERFACE):
            message = gettext("Ask by https. If a token came with this request, revoke it: it travelled in the clear.")
            said = errors.shape("invalid_request_error", "https_required", message)
            return JsonResponse({"error": said}, status=403)
        return super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The answer with its headers; what says nothing else of caches and is private is kept by none."""
        if "Cache-Control" not in response and request.path.startswith(PRIVATE):
            response["Cache-Control"] = "no-store"
        return super().process_response(request, response)
