"""The metrics as Prometheus reads them, and who may: whoever has the token, or without one a private address."""

import ipaddress
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

import psycopg
from django.conf import settings
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from tenants import health
from tenants.health import Health

KIND = CONTENT_TYPE_LATEST
REFUSAL = {
    "type": "permission_error",
    "code": "forbidden",
    "message": "The metrics are for who has BATON_METRICS_TOKEN, or where none is set for private addresses.",
    "param": None,
}
NOISIEST = 10  # companies
JOBS = """
SELECT kind, state, count(*), coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE state <> 'dead')), 0)
FROM public.tenants_job GROUP BY kind, state
"""
OF_COMPANIES = """
SELECT schema_name, count(*) FROM public.tenants_job WHERE state <> 'dead' AND run_at <= now()
GROUP BY schema_name ORDER BY count(*) DESC, schema_name LIMIT %s
"""
COMPANIES = """
SELECT CASE WHEN closing_at IS NOT NULL THEN 'closing' WHEN suspended_at IS NOT NULL THEN 'suspended' ELSE 'open' END,
    count(*) FROM public.tenants_tenant GROUP BY 1
"""
NOTICES = "SELECT pg_notification_queue_usage()"


def may(headers: Mapping[str, str], nearest: str) -> bool:
    """Whether who asks may read. Who comes through a proxy has an address that anybody may be behind."""
    if settings.METRICS_TOKEN:
        told = headers.get("authorization", "").removeprefix("Bearer ").strip()
        return secrets.compare_digest(told.encode(), settings.METRICS_TOKEN.encode())
    if {"x-forwarded-for", "forwarded", "x-real-ip"} & set(headers):
        return False
    try:
        return ipaddress.ip_address(nearest).is_private
    except ValueError:
        return False


def text(found: Health | None) -> bytes:
    """All metrics of the processes of this machine; with what all of Baton shares, where its health was looked at."""
    registry = CollectorRegistry()
    folder = os.environ.get("PROMETHEUS_MULTIPROC_DIR", "")
    if folder:
        _forget_the_dead(Path(folder))
        MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
    else:
        registry = REGISTRY
    shared = b"" if found is None else generate_latest(_of(_Shared(found)))
    return generate_latest(registry) + shared


def _of(collector: Collector) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(collector)
    return registry


def _forget_the_dead(folder: Path) -> None:
    """What a process had open when it died is open no more; what it counted stays."""
    for file in folder.glob("gauge_live*_*.db"):
        number = file.stem.rpartition("_")[2]
        if number.isdecimal() and not Path("/proc", number).exists():
            file.unlink(missing_ok=True)


class _Shared(Collector):
    """What stands in the database for all processes: how the parts are, the jobs, the companies."""

    def __init__(self, found: Health) -> None:
        self.found = found

    def collect(self) -> Iterator[Metric]:
        """Look now; a database that is away leaves only the parts' health."""
        up = GaugeMetricFamily("baton_part_up", "Whether a part of Baton is well", labels=["part"])
        for part, state in {**self.found.checks, **self.found.beside}.items():
            up.add_metric([part], float(state == health.OK))
        yield up
        if self.found.serves:
            try:
                with psycopg.connect(settings.DATABASE_URL, autocommit=True, **health.LINE) as line:
                    yield from self._rows(line)
            except psycopg.Error:
                return

    def _rows(self, line: psycopg.Connection) -> Iterator[Metric]:
        number = GaugeMetricFamily("baton_jobs_open", "Jobs that wait, run or are dead", labels=["kind", "state"])
        late = GaugeMetricFamily("baton_oldest_job_seconds", "How long the oldest job is overdue", labels=["kind"])
        latest: dict[str, float] = {}
        for kind, state, count, seconds in line.execute(JOBS).fetchall():
            number.add_metric([kind, state], count)
            latest[kind] = max(latest.get(kind, 0.0), float(seconds))
        for kind, seconds in latest.items():
            late.add_metric([kind], seconds)
        due = GaugeMetricFamily("baton_company_jobs_due", "Jobs due, of those with the most", labels=["tenant"])
        for schema, count in line.execute(OF_COMPANIES, [NOISIEST]).fetchall():
            due.add_metric([schema], count)
        companies = GaugeMetricFamily("baton_companies", "Companies, by state", labels=["state"])
        for state, count in line.execute(COMPANIES).fetchall():
            companies.add_metric([state], count)
        notices = GaugeMetricFamily("baton_notices_queue_share", "How full PostgreSQL's queue of notices is")
        for (share,) in line.execute(NOTICES).fetchall():
            notices.add_metric([], share)
        yield from (number, late, due, companies, notices)
