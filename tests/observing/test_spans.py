"""Traces where they are wanted: one for all that follows from a request, with no words and no values."""

import pytest
from django.test import Client
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from pytest_django import Settings

from tenants import current, jobs
from tenants.models import Tenant
from tenants.observing import spans


@pytest.fixture
def made(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    """The spans that are made, kept in memory."""
    kept, of = InMemorySpanExporter(), TracerProvider()
    of.add_span_processor(SimpleSpanProcessor(kept))
    settings.TRACES = "http://collector.example/v1/traces"
    monkeypatch.setattr(spans, "tracer", lambda _process: of.get_tracer("tests"))
    return kept


def test_a_request_and_its_job_are_one_trace_with_the_questions_to_the_database(
    made: InMemorySpanExporter, acme: Tenant, acme_client: Client
) -> None:
    answer = acme_client.get("/sign-in/?next=/canary/")
    with current.entered(acme):
        jobs.run(jobs.write("turn", {"asked_seq": 1}), lambda _held: None)
    told = made.get_finished_spans()
    roots = {span.name: span for span in told if span.name in {"request", "job"}}
    assert set(roots) == {"request", "job"}
    of_request = roots["request"].attributes or {}
    assert (of_request["baton.route"], of_request["baton.request"]) == ("sign-in/", answer["X-Request-Id"])
    assert len({span.context.trace_id for span in told}) == 1
    questions = [dict(span.attributes or {}) for span in told if span.name == "database"]
    assert {"tenants_job"} & {str(one["baton.table"]) for one in questions}
    assert "canary" not in "".join(span.to_json() for span in told)


def test_an_error_is_told_by_its_kind(made: InMemorySpanExporter, in_acme: Tenant) -> None:
    def fail(_held: object) -> None:
        raise ValueError("carol-canary")

    with pytest.raises(ValueError, match="canary"):
        jobs.run(jobs.write("turn", {}), fail)
    (job,) = [span for span in made.get_finished_spans() if span.name == "job"]
    assert (job.status.description, job.events) == ("ValueError", ())


def test_where_nobody_traces_nothing_is_made() -> None:
    assert spans.span("anything") is spans.work("anything") is spans.NOTHING
