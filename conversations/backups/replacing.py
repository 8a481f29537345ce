"""A company put back in its own place, while the platform and all other companies go on.

What it wrote and how it is set up becomes what it was. Who may come in, what was paid, what is on record and what was
erased stay as they are now: a restore gives nobody a right back, bills nothing twice, and rewrites no log.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.utils import timezone
from psycopg import errors, sql

from billing import arriving as stripe
from billing import pushing, writes
from conversations import closing
from conversations.allowance import telling as usage
from conversations.backups import arriving, recording
from conversations.backups.arriving import ON_ITS_WAY, SIGNED_IN, Arrived, Built
from conversations.erasing import customers
from conversations.subscribing import leaving, telling
from tenants import hosts, jobs, migrating, owner
from tenants.backups import company, uploads
from tenants.backups.errors import BackupError
from tenants.backups.folder import Backup
from tenants.backups.programs import Say
from tenants.erased import Erased
from tenants.models import Job, JobState, Tenant

OF_BEFORE = "pool_gone_"  # begins the name of a schema that was replaced, until it is dropped
# Tables whose rows stay as they are now. None of them points to a table that comes back.
STAYS = (
    *("agents_agent", "agents_apitoken", "agents_signon", "agents_invitation", "agents_signinfailure"),
    *("mfa_authenticator", "socialaccount_socialaccount", "conversations_identitysettings"),
    *("billing_usagerecord", "billing_subscription", "billing_stripewrite", "billing_resolution", "billing_credit"),
    *("billing_dispute", "billing_usagenotice", "conversations_subscriptionnews", "conversations_erasure"),
)
ONLY_GROWS = "trail_auditentry"
JOBS_STAY = (
    *(stripe.EVENT, stripe.FOLLOW, writes.AGAIN, pushing.KIND, usage.LETTER, telling.LETTER),
    *(leaving.CLOSED, leaving.GONE, closing.LETTER, closing.DOORS, customers.KIND),
)
COMES_BACK = frozenset({"name", "accent", "logo", "time_zone", "languages", "allowed_sites", "retention_days"})
LONGEST_JOB = jobs.LONGEST_RUN + jobs.LEASE.total_seconds()
PATIENCE, MOST_TRIES = "2s", 30
COLUMNS = """
SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum),
       (array_agg(a.attname::text) FILTER (WHERE a.attidentity <> ''))[1]
FROM pg_attribute a
WHERE a.attrelid = format('%%I.%%I', %s::text, %s::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attgenerated = ''
"""
COUNT_ON = """
SELECT setval(
    pg_get_serial_sequence({text}, {column_text}), (SELECT coalesce(max({column}), 0) + 1 FROM {table}), false
)
"""
ALL_TABLES = """
SELECT string_agg(format('%%I.%%I', nspname, relname), ', ' ORDER BY relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = %s AND relkind = 'r'
"""
# What processes remember of the knowledge goes by its number, so that number never comes twice.
KNOWLEDGE_MOVES = """
UPDATE {fresh}.assistant_knowledgeversion
SET number = 1 + greatest(number, (SELECT coalesce(max(number), 0) FROM {living}.assistant_knowledgeversion))
"""


def replace(
    place: Path, *, also: Sequence[Erased] = (), shut_for: float = hosts.REMEMBERED_SECONDS, say: Say
) -> tuple[Arrived, Backup]:
    """Put a company back in its place; gives it, and the backup of how it was until now: the way back.

    Its doors are shut for `shut_for` seconds, in which every process hears of it, until its jobs have ended and the
    change is made. BackupError, with the company as it was and its doors open.
    """
    backup = arriving.opened(place)
    tenant = Tenant.objects.filter(schema_name=backup.manifest.of).first()
    if tenant is None:
        raise BackupError(f"{backup.manifest.of} is not here; put it back without --replace.")
    if migrating.is_behind(tenant.schema_version):
        raise BackupError(f"{backup.manifest.of} is not of the code's version yet: run migrate_tenants first.")
    with arriving.built(backup, say=say) as made, _shut(tenant):
        say("Doors: shut")
        time.sleep(shut_for)
        _wait_for_jobs(tenant)
        media = Path(settings.MEDIA_ROOT)
        before = company.back_up(tenant, place.parent, media=media, secret=settings.BACKUP_KEY, say=say)
        _change_places(made, tenant, say=say)
        tenant.refresh_from_db()
        again = arriving.erase_again(tenant, backup, also)
        changes = {"backup": (before.folder.name, place.name)}
        recording.of_company("workspace.restored", tenant, changes)
    say("Doors: open")
    return Arrived(tenant, again), before


@contextmanager
def _shut(tenant: Tenant) -> Iterator[None]:
    """Nobody is let in during the block; afterwards as before."""
    was = {"suspended_at": tenant.suspended_at, "suspended_for": tenant.suspended_for}
    shut = {"suspended_at": tenant.suspended_at or timezone.now(), "suspended_for": ON_ITS_WAY}
    Tenant.objects.filter(pk=tenant.pk).update(**shut)
    hosts.forget()
    try:
        yield
    finally:
        Tenant.objects.filter(pk=tenant.pk).update(**was)
        hosts.forget()


def _wait_for_jobs(tenant: Tenant) -> None:
    """Until no worker does anything for the company."""
    until = time.monotonic() + LONGEST_JOB
    mine = Job.objects.filter(schema_name=tenant.schema_name, state=JobState.LEASED)
    while mine.filter(lease_until__gt=timezone.now()).exists():
        if time.monotonic() > until:
            raise BackupError("A job of the company does not end; try again.")
        time.sleep(0.1)


def _change_places(made: Built, tenant: Tenant, *, say: Say) -> None:
    slug = str(tenant.schema_name)
    gone = made.schema.replace(arriving.WAITING, OF_BEFORE)
    for attempt in range(1, MOST_TRIES + 1):
        try:
            with owner.unhurried() as line, line.transaction():
                _change(line, made, slug, gone)
            break
        except (errors.LockNotAvailable, errors.DeadlockDetected) as error:
            if attempt == MOST_TRIES:
                raise BackupError("The company's tables are in use all the time; try again.") from error
            say("Tables are in use; trying again")
    uploads.take_the_place(made.files / slug, Path(settings.MEDIA_ROOT) / slug)
    company.drop(gone)
    told = arriving.fields(Tenant, arriving.of_all(made.backup, Tenant)[0])
    Tenant.objects.filter(pk=tenant.pk).update(**{name: told[name] for name in COMES_BACK if name in told})
    Job.objects.filter(schema_name=slug).exclude(kind__in=JOBS_STAY).delete()
    back = [job for job in arriving.jobs_of(made.backup) if job.kind not in JOBS_STAY]
    Job.objects.bulk_create(back, ignore_conflicts=True)


def _change(line: psycopg.Connection, made: Built, slug: str, gone: str) -> None:
    """In one transaction: wait for whoever is in the tables, carry over what stays, and change the names."""
    line.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
    (every,) = line.execute(ALL_TABLES, [slug]).fetchone() or ("",)
    line.execute(f"LOCK TABLE {every} IN ACCESS EXCLUSIVE MODE".encode())
    for table in STAYS:
        line.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(made.schema, table)))
    for table in (*STAYS, ONLY_GROWS):
        _carry_over(line, table, living=slug, fresh=made.schema)
    for table in SIGNED_IN:
        line.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(made.schema, table)))
    names = {"fresh": sql.Identifier(made.schema), "living": sql.Identifier(slug)}
    line.execute(sql.SQL(KNOWLEDGE_MOVES).format(**names))
    line.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for before, after in ((slug, gone), (made.schema, slug)):
        line.execute(sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(before), sql.Identifier(after)))


def _carry_over(line: psycopg.Connection, table: str, *, living: str, fresh: str) -> None:
    """Let the table have the rows of now; of one that only grows, those that are not in the backup."""
    columns, counted = line.execute(COLUMNS, [living, table]).fetchone() or ([], None)
    listed = sql.SQL(", ").join(map(sql.SQL, columns))
    line.execute(
        sql.SQL("INSERT INTO {fresh} ({columns}) SELECT {columns} FROM {living} ON CONFLICT DO NOTHING").format(
            fresh=sql.Identifier(fresh, table), living=sql.Identifier(living, table), columns=listed
        )
    )
    if counted is not None:
        line.execute(
            sql.SQL(COUNT_ON).format(
                text=sql.Literal(f'"{fresh}"."{table}"'),
                column_text=sql.Literal(counted),
                column=sql.Identifier(counted),
                table=sql.Identifier(fresh, table),
            )
        )
