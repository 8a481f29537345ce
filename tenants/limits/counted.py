"""Answers to requests that are counted: refused when there were too many, with the headers that say what is left."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_noop

from tenants import errors, requests
from tenants.limits import counting
from tenants.limits.allowance import Allowance
from tenants.models import Tenant

BEYOND = gettext_noop("Too many requests; Retry-After says when to go on.")


def answered(allowance: Allowance, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer, or 429 where the allowance is spent; what is left stands on either."""
    if allowance.retry_after is None:
        response = answer()
    else:
        response = errors.answer(errors.RateLimitedError(gettext(BEYOND), retry_after=allowance.retry_after))
    for name, value in allowance.headers():
        response[name] = value
    return response


def stranger(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer to somebody of whom nothing is known but the network that they come from."""
    return answered(of_network(request), answer)


def of_network(request: HttpRequest) -> Allowance:
    """The allowance of the network that the request came from, counted with this request."""
    tenant = request.META.get("baton.tenant")
    schema = tenant.schema_name if isinstance(tenant, Tenant) else ""
    return counting.charge_address(schema, requests.address(request))
