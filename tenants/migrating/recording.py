"""Migrates one schema in Django's own way, and keeps the SQL that this took."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations import Migration, RunPython, SeparateDatabaseAndState
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from tenants.current import connection
from tenants.migrating.versions import Name, labels


class RecordingEditor(DatabaseSchemaEditor):
    """Runs each statement and keeps it, with its parameters filled in."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(connection)
        self.kept = kept

    def execute(self, sql: Any, params: Any = ()) -> None:
        """Run a statement of a migration."""
        whole = str(sql) if params is None else connection.ops.compose_sql(str(sql), params)
        self.kept.append(whole.rstrip().rstrip(";"))
        super().execute(whole, None)


class RecordingExecutor(MigrationExecutor):
    """Django's executor in the schema that is set on the connection, for the apps of tenants."""

    def __init__(self) -> None:
        super().__init__(connection)
        self.statements: list[str] = []
        self.applied: list[Name] = []

    def pending(self) -> list[tuple[Migration, bool]]:
        """What the schema lacks, in order."""
        return self.migration_plan([leaf for leaf in self.loader.graph.leaf_nodes() if leaf[0] in labels()])

    def apply_migration(
        self,
        state: ProjectState,
        migration: Migration,
        fake: bool = False,  # noqa: FBT001, FBT002  as Django's own
        fake_initial: bool = False,  # noqa: FBT001, FBT002
    ) -> ProjectState:
        """Apply one migration, keeping its SQL and its name."""
        with RecordingEditor(self.statements) as editor:
            state = migration.apply(state, editor)
        self.record_migration(migration)
        self.applied += migration.replaces or [(migration.app_label, migration.name)]
        return state


def can_be_replayed(migrations: Iterable[Migration]) -> bool:
    """Whether the SQL of one schema does for all: reversible statements that a transaction can hold, and no Python."""
    ours = [migration for migration in migrations if migration.app_label in labels()]
    return all(migration.atomic and all(map(_is_plain, migration.operations)) for migration in ours)


def _is_plain(operation: Operation) -> bool:
    if isinstance(operation, SeparateDatabaseAndState):
        return all(map(_is_plain, operation.database_operations))
    return operation.reversible and operation.reduces_to_sql and not isinstance(operation, RunPython)
