"""The door for what Stripe tells: who signed it may leave it here, on the platform's own host."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from agents.permissions import open_to_all
from billing import arriving, stripe_client
from billing.errors import ForgedEventError
from tenants import errors

LARGEST = 256 * 1024
SIGNATURE = "Stripe-Signature"


@open_to_all("Stripe's signature proves who tells it")
@csrf_exempt
@require_POST
def events(request: HttpRequest) -> HttpResponse:
    """`POST /stripe/events/`: 200 once the event is stored, 400 where nobody known signed it, 413 where it is too long.

    Stripe sends again for days whatever was not answered with 200.
    """
    if not stripe_client.is_on():
        return _refused(404, "Nobody is billed here.")
    raw = request.read(LARGEST + 1)
    if len(raw) > LARGEST:
        return _refused(413, "This is too long for an event.")
    try:
        arriving.take(raw, request.headers.get(SIGNATURE, ""))
    except ForgedEventError as error:
        return JsonResponse({"error": errors.body(error)}, status=error.status)
    return JsonResponse({"received": True})


def _refused(status: int, message: str) -> HttpResponse:
    return JsonResponse({"error": errors.shape("invalid_request_error", "invalid", message)}, status=status)
