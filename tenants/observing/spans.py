"""Traces by OpenTelemetry, where BATON_TRACES names a collector; elsewhere they cost next to nothing.

All that follows from one request, also the jobs of workers, is one trace: its id follows from the request's id.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from typing import Any

from django.conf import settings
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import NonRecordingSpan, SpanContext, Status, StatusCode, TraceFlags

from tenants.current import connection
from tenants.observing import about

TABLE = re.compile(r'(?:FROM|INTO|UPDATE)\s+(?:"?\w+"?\.)?"?(\w+)"?', re.IGNORECASE)
SECONDS = 10  # for a collector to take what it is sent


class Span:
    """One piece of work; where nobody traces, what it says goes nowhere."""

    def __init__(self, of: "trace.Span | None" = None) -> None:
        self.of = of

    def says(self, **told: str | float) -> None:
        """Add what is known now; ids, names of the code and figures only."""
        if self.of is not None:
            self.of.set_attributes({f"baton.{name}": value for name, value in told.items()})


NOTHING: AbstractContextManager[Span] = nullcontext(Span())


def work(name: str, **told: str | float) -> AbstractContextManager[Span]:
    """The first span of a request or a job, with a span for each question to the database within."""
    return _work(name, told) if settings.TRACES else NOTHING


def span(name: str, **told: str | float) -> AbstractContextManager[Span]:
    """A part of the work under way."""
    return _within(name, told) if settings.TRACES else NOTHING


@contextmanager
def _work(name: str, told: dict[str, str | float]) -> Iterator[Span]:
    parent = trace.set_span_in_context(NonRecordingSpan(_root(about.known().get("request", ""))))
    with connection.execute_wrapper(_question), _within(name, told, parent) as made:
        yield made


@contextmanager
def _within(name: str, told: dict[str, str | float], parent: Any = None) -> Iterator[Span]:
    options: dict[str, Any] = {"record_exception": False, "set_status_on_exception": False}
    with tracer(os.getpid()).start_as_current_span(name, context=parent, **options) as made:
        wrapped = Span(made)
        wrapped.says(**told)
        try:
            yield wrapped
        except Exception as error:
            made.set_status(Status(StatusCode.ERROR, type(error).__name__))
            raise
        finally:
            wrapped.says(**about.known())


def _question(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
    """A question to the database, by its verb and its table; its values are nobody's business."""
    text = str(sql).lstrip()
    verb, table = text.partition(" ")[0].upper()[:12], TABLE.search(text)
    with span("database", verb=verb, table=table.group(1) if table else ""):
        return execute(sql, params, many, context)


def _root(request_id: str) -> SpanContext:
    digest = hashlib.blake2b(request_id.encode(), digest_size=24).digest()
    number, first = int.from_bytes(digest[:16], "big"), int.from_bytes(digest[16:], "big")
    return SpanContext(number or 1, first or 1, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))


@cache
def tracer(_process: int) -> trace.Tracer:
    """The tracer of this process, made when it is first needed, since its thread would not survive a fork."""
    return provider(OTLPSpanExporter(endpoint=settings.TRACES, timeout=SECONDS)).get_tracer("baton")


def provider(exporter: SpanExporter) -> TracerProvider:
    """What makes spans and hands them to the exporter, in batches."""
    made = TracerProvider(resource=Resource({"service.name": "baton"}))
    made.add_span_processor(BatchSpanProcessor(exporter))
    return made
