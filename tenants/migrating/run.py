"""Brings all schemas to the version of the code: a canary first, each by itself, so that a stopped run can go on."""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tenants import hosts, owner
from tenants.current import connection
from tenants.migrating import expanding, heads, replaying
from tenants.migrating.replaying import BusyError, Recipe
from tenants.migrating.versions import Name, names, version
from tenants.models import MigrationRun, PooledSchema, Tenant

ALONE = 7_203_447  # PostgreSQL's advisory lock around a migration
PATIENCE = "2s"  # for a lock: who wants the table behind us waits as long as we do
MOST_TRIES, PAUSE = 6, 0.5  # at a schema whose tables are in use
MOST_PROBLEMS = 5  # more say that the migration is wrong, not a tenant
SAY_EVERY = 0.5  # seconds

Say = Callable[[str], None]
Left = deque[tuple[str, int]]  # schemas, and which attempt at each comes next


class CanaryError(Exception):
    """The schema that went first did not take the migration; no other was touched."""


def migrate(say: Say, *, most_tries: int = MOST_TRIES) -> MigrationRun:
    """Migrate the schema of all tenants, then each tenant's and each pooled one; gives what came of it.

    A schema whose tables are in use is tried again, `most_tries` times in all.
    Each schema is migrated wholly or not at all, so that a run which was stopped goes on where it was. CanaryError when
    the first one fails.
    """
    with _alone(say):
        migrate_public()
        behind = _behind()
        run = MigrationRun(version=version(), total=sum(map(len, behind.values())))
        began = time.monotonic()
        try:
            _save(run)
            for schemas in behind.values():
                if len(run.problems) < MOST_PROBLEMS:
                    _migrate_alike(run, schemas, say, most_tries=most_tries)
        finally:
            run.ended_at = timezone.now()
            _save(run)
        say(f"{run.done} of {run.total} schemas migrated in {time.monotonic() - began:.1f} s, to {version()}.")
    hosts.forget()
    return run


def migrate_public() -> None:
    """Migrate the schema of all tenants, in Django's own way."""
    connection.set_schema_to_public()
    executor = MigrationExecutor(connection)
    shared = {name.rpartition(".")[2] for name in settings.SHARED_APPS}
    targets = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] in shared]
    plan = executor.migration_plan(targets)
    if plan:
        executor.migrate(targets, plan=plan)


def behind() -> list[str]:
    """The schemas that lack a migration of the code."""
    return [schema for schemas in _behind().values() for schema in schemas]


def missing() -> set[Name]:
    """All migrations that a schema of a company, or the one of all companies, lacks; none in an empty database."""
    connection.set_schema_to_public()
    if Tenant._meta.db_table not in connection.introspection.table_names():
        return set()
    ours = names()
    return {name for applied in _behind() for name in ours - applied} | expanding.of_public()


def _behind() -> Mapping[frozenset[Name], list[str]]:
    """The schemas that lack a migration, those together that have the same ones; writes down which lack none."""
    ours = names()
    alike: dict[frozenset[Name], list[str]] = defaultdict(list)
    noted = {**_tenants(), **dict(PooledSchema.objects.values_list("schema_name", "schema_version"))}
    applied = heads.of(list(noted))
    for schema in noted:
        if schema in applied and not ours <= applied[schema]:
            alike[applied[schema]].append(schema)
    current = [schema for schema, found in applied.items() if ours <= found and noted[schema] < version()]
    if current:
        replaying.mark(current, version=version())
    return alike


def _tenants() -> dict[str, str]:
    """The schema and noted version of each tenant; the platform's own first, then the oldest."""
    ordered = Tenant.objects.order_by("-is_platform", "created_at", "pk")
    return dict(ordered.values_list("schema_name", "schema_version"))


def _migrate_alike(run: MigrationRun, schemas: Sequence[str], say: Say, *, most_tries: int) -> None:
    """Migrate schemas that have the same migrations, by what the first of them took."""
    canary = schemas[0]
    try:
        recipe = _patiently(lambda: replaying.migrate_step_by_step(canary, version=run.version), most_tries)
    except (DatabaseError, BusyError) as error:
        _note(run, canary, error)
        raise CanaryError(f"{canary}, which went first, was not migrated: {_told(error)}") from error
    run.canary, run.done = canary, run.done + 1
    way = f"{len(recipe.statements)} statements for each of the others" if recipe.replays else "the others step by step"
    say(f"{canary} went first and has {', '.join('.'.join(name) for name in recipe.applied)}; {way}.")
    _migrate_the_others(run, recipe, deque((schema, 1) for schema in schemas[1:]), say, most_tries=most_tries)


def _migrate_the_others(run: MigrationRun, recipe: Recipe, left: Left, say: Say, *, most_tries: int) -> None:
    said = time.monotonic()
    while left and len(run.problems) < MOST_PROBLEMS:
        schema, attempt = left.popleft()
        try:
            _migrate_one(recipe, schema, run.version)
            run.done += 1
        except BusyError as error:
            if attempt < most_tries:
                left.append((schema, attempt + 1))
                time.sleep(0 if attempt == 1 else PAUSE)
            else:
                _note(run, schema, error)
        except DatabaseError as error:
            _note(run, schema, error)
        if time.monotonic() - said > SAY_EVERY:
            said = time.monotonic()
            _save(run)
            say(f"{run.done} of {run.total}")


def _migrate_one(recipe: Recipe, schema: str, to: str) -> None:
    if recipe.replays:
        replaying.replay(recipe, schema, version=to)
    else:
        replaying.migrate_step_by_step(schema, version=to)


def _patiently(work: Callable[[], Recipe], most_tries: int) -> Recipe:
    for _ in range(most_tries - 1):
        try:
            return work()
        except BusyError:
            time.sleep(PAUSE)
    return work()


def _note(run: MigrationRun, schema: str, error: Exception) -> None:
    run.problems[schema] = _told(error)
    _save(run)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".partition("\n")[0][:300]


def _save(run: MigrationRun) -> None:
    """Keep how far it came, for whoever looks on; a run without anything to do leaves nothing."""
    run.seen_at = timezone.now()
    if run.total:
        run.save()


@contextmanager
def _alone(say: Say) -> Iterator[None]:
    """Be the database's owner, let one migration at a time run, and let a statement take as long as it takes."""
    owner.prepare()
    with owner.migrating():
        connection.set_schema_to_public()
        while not _asked("SELECT pg_try_advisory_lock(%s)", ALONE):
            say("Another migration runs; waiting for it.")
            time.sleep(1)
        _asked("SELECT set_config('statement_timeout', '0', false), set_config('lock_timeout', %s, false)", PATIENCE)
        yield  # the lock and the limits go with the connection
    owner.prepare()


def _asked(question: str, value: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, [value])
        return cursor.fetchone()[0]
