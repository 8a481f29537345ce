"""What it costs to find the company of a request's host: Baton's way, django-tenants' own, and none at all."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from statistics import median

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory, override_settings
from django.urls import path

from tenants import current

PLAIN = "plain"
QUESTION = "SELECT count(*) FROM agents_team"
AROUND = [
    "django.middleware.security.SecurityMiddleware",
    "{tenant}",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
WAYS = {
    "plain Django": "",
    "Baton's look-up": "tenants.middleware.TenantByHost",
    "django-tenants' middleware": "django_tenants.middleware.main.TenantMainMiddleware",
}
ROUND = 200  # requests of one way before the next has its turn


def plain(_request: HttpRequest) -> HttpResponse:
    """Ask one question on a connection of Django's own backend."""
    with connections[PLAIN].cursor() as cursor:
        cursor.execute(QUESTION)
        return HttpResponse(cursor.fetchone()[0])


def tenants(_request: HttpRequest) -> HttpResponse:
    """Ask the same inside the tenant."""
    with current.connection.cursor() as cursor:
        cursor.execute(QUESTION)
        return HttpResponse(cursor.fetchone()[0])


urlpatterns = [path("plain", plain), path("tenants", tenants)]


def measure(hosts: Sequence[str], *, rounds: int) -> dict[str, float]:
    """Milliseconds of processor time a request by way, the median of the rounds; the hosts come in turn."""
    with _plain_connection(), override_settings(ROOT_URLCONF=__name__, PUBLIC_SCHEMA_URLCONF=__name__):
        handlers = {way: _handler(middleware) for way, middleware in WAYS.items()}
        took: dict[str, list[float]] = {way: [] for way in WAYS}
        turns = {way: cycle(hosts) for way in WAYS}
        for number in range(rounds + 1):  # the first warms
            for way, handler in handlers.items():
                spent = _round(handler, "/plain" if way == "plain Django" else "/tenants", turns[way])
                if number:
                    took[way].append(spent)
    current.leave()
    return {way: median(times) for way, times in took.items()}


def _round(handler: Callable[[HttpRequest], HttpResponseBase], address: str, hosts: Iterator[str]) -> float:
    requests = [RequestFactory().get(address, headers={"host": next(hosts)}) for _ in range(ROUND)]
    began = time.thread_time()
    for request in requests:
        assert handler(request).status_code == 200
    return (time.thread_time() - began) * 1000 / ROUND


def _handler(middleware: str) -> Callable[[HttpRequest], HttpResponseBase]:
    stack = [name.format(tenant=middleware) for name in AROUND]
    with override_settings(MIDDLEWARE=[name for name in stack if name]):
        handler = BaseHandler()
        handler.load_middleware()
    return handler.get_response


@contextmanager
def _plain_connection() -> Iterator[None]:
    """A second connection to the same database, of Django's own backend, that sees one company's tables alone."""
    told = {name: value for name, value in current.connection.settings_dict.items() if name != "SCHEMA"}
    engine = {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {"options": "-c search_path=acme"}}
    databases = {**settings.DATABASES, PLAIN: {**told, **engine}}
    connections.settings[PLAIN] = databases[PLAIN]
    try:
        yield
    finally:
        connections[PLAIN].close()
        del connections[PLAIN]
        del connections.settings[PLAIN]
