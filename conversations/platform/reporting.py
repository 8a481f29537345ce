"""`/.well-known/security.txt` (RFC 9116): to whom somebody writes who found a hole, on every host."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from tenants import origins

PATH = ".well-known/security.txt"
GOOD_FOR = timedelta(days=180)


@open_to_all("it is for whoever finds a hole")
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """The operator's address, and until when it holds."""
    lines = [
        f"Contact: mailto:{settings.OPERATOR}",
        f"Expires: {timezone.now() + GOOD_FOR:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: en, de",
        f"Canonical: {origins.of_platform(request)}/{PATH}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
