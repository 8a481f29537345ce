"""A line in the log for each request, and its figures: by the route alone, since addresses carry names and tokens."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from prometheus_client import Gauge

from tenants.observing import about, meters, minutes, spans

NO_ROUTE = "unknown"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
API = "api/v1/"

logger = logging.getLogger(__name__)


class Access:
    """Writes down each request that Django answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then tell."""
        began = time.perf_counter()
        method = request.method if request.method in METHODS else meters.OTHER
        with spans.work("request", method=str(method)) as span:
            response = self.get_response(request)
            route = route_of(request.resolver_match)
            span.says(route=route, status=response.status_code)
        tell(str(method), route, response.status_code, time.perf_counter() - began)
        return response

    def process_view(
        self, request: HttpRequest, _view: object, _args: Sequence[object], kwargs: Mapping[str, Any]
    ) -> None:
        """Know which conversation it is about before the view begins."""
        about.conversation(kwargs.get("conversation_id"))


def route_of(match: ResolverMatch | None) -> str:
    """The route as the code has it, with names in place of what stood in the address."""
    return NO_ROUTE if match is None else match.route or "/"


def section_of(route: str) -> str:
    """The first parts of a route, which are few: `api/v1/conversations`, `files`."""
    below = route.removeprefix(API)
    first = below.partition("/")[0] or "/"
    first = "widget" if first.startswith("<") else first
    return f"{API}{first}" if below != route else first


def poll(path: str) -> Gauge:
    """Counts those who wait for news at one of the addresses of long polls."""
    return meters.polls.labels("widget" if "/widget/" in path else "desk")


def polled(path: str, status: int) -> None:
    """Count a long poll that was answered, whose path is one of two, and write its line."""
    route = path.removeprefix("/")
    meters.http_requests.labels(route, "GET", meters.status(status)).inc()
    logger.info("A poll was answered.", extra={"route": route, "status": status})


def tell(method: str, route: str, status: int, seconds: float) -> None:
    """Count an answered request, and write its line."""
    section = section_of(route)
    meters.http_requests.labels(section, method, meters.status(status)).inc()
    meters.http_seconds.labels(section).observe(seconds)
    minutes.took("http", seconds)
    if status >= 500:
        minutes.happened("http_failed")
    told = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
    logger.log(logging.ERROR if status >= 500 else logging.INFO, "A request was answered.", extra=told)
