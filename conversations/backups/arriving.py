"""A company out of its backup: under its own name where it is not, as it moves, or beside itself under another."""

import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from psycopg import sql

from billing.arrivals.models import StripeCustomer
from billing.models import StripeWrite, Subscription
from conversations import resealing
from conversations.backups import recording
from conversations.erasing import replaying
from conversations.models import Attachment
from tenants import current, erased, hosts, migrating, owner, provisioning
from tenants.backups import company, folder, origin, uploads
from tenants.backups.errors import BackupError, NotEmptyError, WrongKeyError
from tenants.backups.folder import Backup
from tenants.backups.programs import Say
from tenants.erased import Erased
from tenants.migrating import versions
from tenants.models import Domain, DomainClaim, Job, JobState, Tenant

Json = dict[str, Any]
# Begins the name of a schema that waits for its name; no company's does, and no backup of all has it.
WAITING = "pool_back_"
ON_ITS_WAY = "It is being put back."
A_COPY = "A copy as of {when}, to look things up. It answers nobody."
OF_ITS_OWN = frozenset({"id", "schema_name", "is_platform", "schema_version", "suspended_at", "suspended_for"})
# Whoever was signed in comes in anew, and a copy hears and tells nobody.
SIGNED_IN = ("agents_socketticket", "agents_browsersession", "agents_idempotentrequest")
OF_A_COPY = (*SIGNED_IN, "agents_apitoken", StripeWrite._meta.db_table, Subscription._meta.db_table)
DEAF = "UPDATE conversations_webhookendpoint SET state = 'disabled', disabled_because = 'person', disabled_at = now()"


@dataclass(frozen=True)
class Built:
    """The schema and the folder of files, whole and proven, before anybody is led there."""

    backup: Backup
    schema: str
    files: Path


@dataclass(frozen=True)
class Arrived:
    """The company as it is here now, and what was left out on the way."""

    tenant: Tenant
    erased_again: int
    without_hosts: tuple[str, ...] = ()


def opened(place: Path) -> Backup:
    """The backup of a company that this Baton can take; WrongKeyError, WrongVersionError, DamagedError, BackupError."""
    backup = folder.read(place, secret=settings.BACKUP_KEY)
    with owner.connected() as line:
        company.check(backup, line)
    if not origin.knows_key(backup.manifest.key_mark):
        raise WrongKeyError(
            "The backup was made under another SECRET_KEY. Give that one as one of SECRET_KEY_FALLBACKS, here and in "
            "all processes, and run rotate_keys afterwards."
        )
    return backup


@contextmanager
def built(backup: Backup, *, say: Say) -> Iterator[Built]:
    """Make schema and files, of the code's version; what is not given a name in the block goes again."""
    schema = f"{WAITING}{secrets.token_hex(8)}"
    files = Path(settings.MEDIA_ROOT) / f"_{schema}"
    try:
        company.build(backup, schema, say=say)
        company.load_uploads(backup, files, say=say)
        if backup.manifest.schema_version != versions.version():
            say("Schema: migrating to the version of the code")
            call_command("migrate_schemas", tenant=True, schema_name=schema, verbosity=0)
        yield Built(backup, schema, files)
    finally:
        company.drop(schema)
        shutil.rmtree(files, ignore_errors=True)


def arrive(place: Path, *, also: Sequence[Erased] = (), say: Say) -> Arrived:
    """Put a company back that is not here, with its host names, jobs and plan. NotEmptyError when one has its name."""
    backup = opened(place)
    check_free(backup.manifest.of)
    with built(backup, say=say) as made:
        tenant = _entered_in_the_book(made, backup.manifest.of, name=str(of_all(backup, Tenant)[0]["name"]))
    left_out = _hosts_of(backup, tenant)
    _rows_of(backup, tenant)
    again = erase_again(tenant, backup, also)
    recording.of_company("workspace.restored", tenant, {"backup": (None, place.name)})
    _open(tenant)
    return Arrived(tenant, again, left_out)


def beside(place: Path, slug: str, *, host: str, also: Sequence[Erased] = (), say: Say) -> Arrived:
    """A copy under another name and host, to look things up: suspended, without jobs, tokens, plan and webhooks."""
    backup = opened(place)
    check_free(slug)
    if Domain.objects.filter(domain=host).exists():
        raise NotEmptyError(f"{host} leads to a company already.")
    with built(backup, say=say) as made:
        name = f"{of_all(backup, Tenant)[0]['name']} ({backup.manifest.when:%Y-%m-%d})"
        tenant = _entered_in_the_book(made, slug, name=name)
    Domain.objects.create(tenant=tenant, domain=host, is_primary=True)
    with current.entered(tenant):
        _make_a_copy(of=backup.manifest.of)
    again = erase_again(tenant, backup, also)
    reason = A_COPY.format(when=f"{backup.manifest.when:%Y-%m-%d %H:%M} UTC")
    Tenant.objects.filter(pk=tenant.pk).update(suspended_for=reason)
    recording.of_company("workspace.copied", tenant, {"backup": (None, place.name)})
    hosts.forget()
    return Arrived(tenant, again)


def check_free(slug: str) -> None:
    """NotEmptyError when a company has this name, BackupError when none can have it."""
    if not provisioning.may_name(slug):
        raise BackupError(f"{slug!r} cannot name a company: 2 to 41 of a-z, 0-9 and _, and no reserved word.")
    if Tenant.objects.filter(schema_name=slug).exists():
        raise NotEmptyError(f"{slug} is here: give another name with --name, or put it in its place with --replace.")


def erase_again(tenant: Tenant, backup: Backup, also: Sequence[Erased]) -> int:
    """Take out again what was erased since the backup was made, or before and only known elsewhere; gives how many."""
    erased.add([*(Erased(**one) for one in backup.contents["erased"]), *also])
    return replaying.customers_of(tenant, erased.listed(), of=backup.manifest.of)


def fields(model: type[models.Model], told: Json, *, but: frozenset[str] = frozenset()) -> Json:
    """What a row of a backup says of the model's fields."""
    known = {field.attname: field for field in model._meta.concrete_fields if field.attname not in but}
    return {name: field.to_python(told[name]) for name, field in known.items() if name in told}


def jobs_of(backup: Backup) -> list[Job]:
    """The jobs that waited; one that was under way waits again."""
    ready = {"state": JobState.READY, "lease_token": None, "lease_until": None, "attempts": 0}
    return [Job(**{**fields(Job, row), **ready}) for row in of_all(backup, Job)]


def of_all(backup: Backup, model: type[models.Model]) -> list[Json]:
    """The company's rows in a table that stands in the public schema."""
    rows: list[Json] = backup.contents["of_all"][model._meta.db_table]
    return rows


def _entered_in_the_book(made: Built, slug: str, *, name: str) -> Tenant:
    """The company's row, suspended, with its schema and files."""
    told = fields(Tenant, of_all(made.backup, Tenant)[0], but=OF_ITS_OWN)
    shut = {"suspended_at": timezone.now(), "suspended_for": ON_ITS_WAY, "schema_version": migrating.version()}
    with owner.migrating(), transaction.atomic():
        tenant = Tenant.objects.create(**{**told, **shut, "schema_name": slug, "name": name})
        with current.connection.cursor() as cursor:
            rename = sql.SQL("ALTER SCHEMA {} RENAME TO {}")
            cursor.execute(rename.format(sql.Identifier(made.schema), sql.Identifier(slug)))
        uploads.take_the_place(made.files / made.backup.manifest.of, Path(settings.MEDIA_ROOT) / slug)
    hosts.forget()
    return tenant


def _hosts_of(backup: Backup, tenant: Tenant) -> tuple[str, ...]:
    """Lead its host names to the company; gives those that lead elsewhere by now."""
    taken = []
    for row in of_all(backup, Domain):
        try:
            with transaction.atomic():
                Domain.objects.create(tenant=tenant, domain=row["domain"], is_primary=row["is_primary"])
        except IntegrityError:
            taken.append(str(row["domain"]))
    return tuple(taken)


def _rows_of(backup: Backup, tenant: Tenant) -> None:
    """What stands of it among the rows of all; its jobs begin when its doors open."""
    for row in of_all(backup, DomainClaim):
        with suppress(IntegrityError), transaction.atomic():
            DomainClaim.objects.create(**{**fields(DomainClaim, row, but=frozenset({"id"})), "tenant_id": tenant.pk})
    for row in of_all(backup, StripeCustomer):
        with suppress(IntegrityError), transaction.atomic():
            StripeCustomer.objects.create(tenant=tenant, stripe_id=row["stripe_id"])
    Job.objects.bulk_create(jobs_of(backup), ignore_conflicts=True)
    with current.entered(tenant), current.connection.cursor() as cursor:
        empty(cursor, SIGNED_IN)


def empty(cursor: Any, tables: Sequence[str]) -> None:
    """Remove all rows of these tables of the tenant entered now."""
    for table in tables:
        cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


def _make_a_copy(*, of: str) -> None:
    slug = current.schema_name()
    with transaction.atomic(), current.connection.cursor() as cursor:
        empty(cursor, OF_A_COPY)
        cursor.execute(DEAF)
        moved = models.functions.Replace("stored_as", models.Value(f"{of}/"), models.Value(f"{slug}/"))
        Attachment.objects.filter(stored_as__startswith=f"{of}/").update(stored_as=moved)
    resealing.company(of=of)


def _open(tenant: Tenant) -> None:
    Tenant.objects.filter(pk=tenant.pk).update(suspended_at=None, suspended_for="")
    hosts.forget()
