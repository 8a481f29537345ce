"""What the operators' pages show: counts of companies, jobs, schemas, and the last signs of life."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.timesince import timesince

from conversations.backups.whole import BACKED_UP, DRILLED
from tenants import health, migrating, pool
from tenants.current import connection
from tenants.models import Heartbeat, Job, JobState, MigrationRun, Tenant

RUNNING = timedelta(seconds=15)  # since a migration's last sign of life
# The server's own counts: right to a few rows, and the same quick question for a company of any size.
ROWS = """
SELECT n.nspname, c.relname, pg_stat_get_live_tuples(c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s) AND c.relname = ANY(%s)
"""
LAST = """
SELECT {name} AS schema, (SELECT count(*) FROM {schema}.agents_agent WHERE is_active),
    (SELECT max(updated_at) FROM {schema}.conversations_conversation),
    (SELECT max(last_login) FROM {schema}.agents_agent)
"""
# What gives signs of life, what it is, and after how long its silence means something; a backup is only ever done.
SIGNS: Mapping[str, tuple[str, timedelta | None]] = {
    health.WORKER: ("does the jobs: the assistant's turns, mail, webhooks", health.STALE),
    health.SWEEPER: ("finds jobs that nobody took", health.STALE),
    health.MESSAGES: ("a worker heard of a job through the broker, the second way", health.BROKER_STALE),
    BACKED_UP: ("the last backup of all, by manage.py back_up", None),
    DRILLED: ("the last backup that was put back to try, by manage.py drill", None),
}
CONVERSATIONS, CUSTOMERS = "conversations_conversation", "conversations_customer"


@dataclass(frozen=True)
class Activity:
    """How much there is in a company's schema, and when somebody was last there; counts of rows are about right."""

    agents: int
    conversations: int
    customers: int
    written_at: datetime | None
    signed_in_at: datetime | None


@dataclass(frozen=True)
class Companies:
    """How many companies there are, by state."""

    all: int
    suspended: int
    closing: int
    behind: int


class SignState(StrEnum):
    """What a sign of life says."""

    ALIVE = "alive"
    SILENT = "silent"
    DONE = "done"
    NEVER = "not yet"


@dataclass(frozen=True)
class Sign:
    """The last sign of life of a kind of process, or when something was last done; `at` is None for never."""

    name: str
    what: str
    at: datetime | None
    state: SignState
    ago: str


@dataclass(frozen=True)
class Kind:
    """The open jobs of one kind: how many wait, run and are dead, and how long the oldest has been due, in seconds."""

    name: str
    ready: int
    leased: int
    dead: int
    late: int


def companies() -> Companies:
    """Counts of companies by state."""
    found = Tenant.objects.aggregate(
        all=Count("id"),
        suspended=Count("id", filter=Q(suspended_at__isnull=False)),
        closing=Count("id", filter=Q(closing_at__isnull=False)),
        behind=Count("id", filter=~Q(schema_version=migrating.version())),
    )
    return Companies(**found)


def activity(tenants: Sequence[Tenant]) -> Mapping[str, Activity]:
    """For each of some companies, by schema; those whose schema is not of this version are left out."""
    schemas = [str(one.schema_name) for one in tenants if not migrating.is_behind(one.schema_version)]
    if not schemas:
        return {}
    quote = connection.ops.quote_name
    questions = [LAST.format(name="%s", schema=quote(schema)) for schema in schemas]
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [schemas, [CONVERSATIONS, CUSTOMERS]])
        rows = {(schema, table): count for schema, table, count in cursor.fetchall()}
        cursor.execute(" UNION ALL ".join(questions), schemas)
        return {
            schema: Activity(
                agents, rows[schema, CONVERSATIONS], rows[schema, CUSTOMERS], written_at=written, signed_in_at=signed_in
            )
            for schema, agents, written, signed_in in cursor.fetchall()
        }


def signs() -> list[Sign]:
    """The last signs of life, also of processes that never gave one, and when backups were made."""
    seen, now = dict(Heartbeat.objects.values_list("name", "at")), timezone.now()
    return [_sign(name, seen.get(name), now) for name in SIGNS]


def _sign(name: str, at: datetime | None, now: datetime) -> Sign:
    what, stale = SIGNS[name]
    if at is None:
        return Sign(name, what, at, SignState.NEVER if stale is None else SignState.SILENT, "never")
    age = now - at
    state = SignState.DONE if stale is None else SignState.ALIVE if age < stale else SignState.SILENT
    exact = age < timedelta(minutes=2)  # by then it is known what is silent
    return Sign(name, what, at, state, f"{age.total_seconds():.0f} s ago" if exact else f"{timesince(at, now)} ago")


def kinds() -> list[Kind]:
    """All open jobs, by kind."""
    now = timezone.now()
    found = Job.objects.values("kind").annotate(
        ready=Count("id", filter=Q(state=JobState.READY)),
        leased=Count("id", filter=Q(state=JobState.LEASED)),
        dead=Count("id", filter=Q(state=JobState.DEAD)),
        oldest=Min("run_at", filter=Q(state=JobState.READY)),
    )
    return [
        Kind(row["kind"], row["ready"], row["leased"], row["dead"], _late(row["oldest"], now))
        for row in found.order_by("kind")
    ]


def pooled() -> tuple[int, int]:
    """How many schemas wait for companies, and how many should."""
    return pool.ready(), settings.POOL_SIZE


def is_running(run: MigrationRun | None) -> bool:
    """Whether the migration is under way; one that gives no sign of life was stopped, and can be started again."""
    return run is not None and run.ended_at is None and run.seen_at > timezone.now() - RUNNING


def _late(oldest: datetime | None, now: datetime) -> int:
    return 0 if oldest is None else max(0, int((now - oldest).total_seconds()))
