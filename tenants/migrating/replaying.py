"""Replays the SQL that migrated one schema in another: in one round trip and one transaction, or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import OperationalError, transaction
from psycopg import errors

from tenants.current import connection
from tenants.migrating.recording import RecordingExecutor, can_be_replayed
from tenants.migrating.versions import Name

NOTE = "INSERT INTO django_migrations (app, name, applied) VALUES {rows}"
MARK = """
UPDATE public.tenants_tenant SET schema_version = {version} WHERE schema_name = ANY({schemas});
UPDATE public.tenants_pooledschema SET schema_version = {version} WHERE schema_name = ANY({schemas})
"""


class BusyError(Exception):
    """Somebody held a table of the schema for too long; it makes sense to try again."""


@dataclass(frozen=True)
class Recipe:
    """What took one schema to the version of the code; `replays` when it does the same for others."""

    statements: Sequence[str]
    applied: Sequence[Name]
    replays: bool


def migrate_step_by_step(schema: str, *, version: str) -> Recipe:
    """Migrate one schema in Django's own way, and say what that took.

    It is one transaction where its migrations allow that. BusyError when a lock did not come.
    """
    connection.set_schema(schema)
    try:
        executor = RecordingExecutor()
        plan = executor.pending()
        replays = can_be_replayed(migration for migration, _ in plan)
        with _telling_busy():
            if replays:
                with transaction.atomic():
                    executor.migrate([], plan=plan)
                    mark([schema], version=version)
            else:
                executor.migrate([], plan=plan)
                mark([schema], version=version)
    finally:
        connection.set_schema_to_public()
    return Recipe(executor.statements, executor.applied, replays)


def replay(recipe: Recipe, schema: str, *, version: str) -> None:
    """Do in a schema what the recipe says, or nothing. BusyError when a lock did not come."""
    rows = ", ".join(f"({_text(app)}, {_text(name)}, now())" for app, name in recipe.applied)
    steps = [
        f"SET LOCAL search_path = {connection.ops.quote_name(schema)}, public",
        *recipe.statements,
        NOTE.format(rows=rows),
        _marking([schema], version),
    ]
    with _telling_busy(), connection.cursor() as cursor:
        cursor.execute(";\n".join(steps))  # several statements sent as one are one transaction


def mark(schemas: Sequence[str], *, version: str) -> None:
    """Write down that these schemas have this version."""
    with connection.cursor() as cursor:
        cursor.execute(_marking(schemas, version))


@contextmanager
def _telling_busy() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if isinstance(error.__cause__, errors.LockNotAvailable | errors.DeadlockDetected):
            raise BusyError(str(error.__cause__).partition("\n")[0]) from error
        raise


def _marking(schemas: Sequence[str], version: str) -> str:
    named = f"ARRAY[{', '.join(map(_text, schemas))}]::text[]"
    return MARK.format(version=_text(version), schemas=named).strip()


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
