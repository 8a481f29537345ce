"""Which migrations code of before could not live with while it still runs: what takes away, renames or narrows.

A new version is brought in three steps: one that adds, one that fills and uses what was added, and one, when no
process of the first version runs any more, that takes away. A migration whose author knows better says why, in
`lives_with_old_code`.
"""

from collections.abc import Collection, Iterable, Iterator

from django.conf import settings
from django.db.migrations import Migration, operations
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import ModelOperation
from django.db.migrations.state import ProjectState
from django.db.models import Field, ManyToManyField
from django.db.models.fields import NOT_PROVIDED

from tenants.current import connection
from tenants.migrating.versions import Name

MARK = "lives_with_old_code"
Model = tuple[str, str]  # the label of its app, its name in small letters
HARMLESS = (
    *(operations.CreateModel, operations.AddIndex, operations.RemoveIndex, operations.RenameIndex),
    *(operations.RemoveConstraint, operations.AlterModelOptions, operations.AlterModelManagers),
)
TAKEN = {
    operations.RemoveField: "takes away a column that old code still names",
    operations.RenameField: "renames a column that old code still names",
    operations.DeleteModel: "takes away a table that old code still names",
    operations.RenameModel: "renames a table that old code still names",
    operations.AlterModelTable: "renames a table that old code still names",
    operations.AddConstraint: "may refuse rows that old code still writes",
    operations.AlterUniqueTogether: "may refuse rows that old code still writes",
    operations.RunSQL: f"runs SQL of which nobody said in `{MARK}` why old code lives with it",
    operations.RunPython: f"runs Python of which nobody said in `{MARK}` why old code lives with it",
}


def hindrances(wanted: Collection[Name]) -> list[str]:
    """What of these migrations code of before could not live with, a line each; the order is that of their running."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    return list(_hindrances((migration for migration, _backwards in plan), wanted))


def of_public() -> set[Name]:
    """The migrations that the schema of all tenants lacks; none where it has no table, since nothing lives there."""
    connection.set_schema_to_public()
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        return set()
    shared = {name.rpartition(".")[2] for name in settings.SHARED_APPS}
    targets = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] in shared]
    return {(migration.app_label, migration.name) for migration, _backwards in executor.migration_plan(targets)}


def _hindrances(plan: Iterable[Migration], wanted: Collection[Name]) -> Iterator[str]:
    state, fresh = ProjectState(), set[Model]()
    for migration in plan:
        looks = (migration.app_label, migration.name) in wanted and MARK not in vars(type(migration))
        for operation in _flat(migration.operations):
            model = _model(operation, migration.app_label)
            if looks and isinstance(operation, operations.CreateModel):
                fresh.add(model)
            if looks and model not in fresh and (why := _hindrance(operation, model, state)):
                yield f"{migration.app_label}.{migration.name}: {operation.describe()}: {why}."
            operation.state_forwards(migration.app_label, state)


def _flat(some: Iterable[Operation]) -> Iterator[Operation]:
    for operation in some:
        if isinstance(operation, operations.SeparateDatabaseAndState):
            yield from _flat(operation.database_operations)
            yield from _flat(operation.state_operations)
        else:
            yield operation


def _model(operation: Operation, app: str) -> Model:
    if isinstance(operation, FieldOperation):
        return app, operation.model_name_lower
    if isinstance(operation, ModelOperation):
        return app, operation.name_lower
    return app, vars(operation).get("model_name", "").lower()


def _hindrance(operation: Operation, model: Model, state: ProjectState) -> str:
    """Why old code cannot live with the operation; empty when it can."""
    if isinstance(operation, operations.AddField):
        return (
            "" if _may_be_left_out(operation.field) else "old code writes rows without it: it needs null or db_default"
        )
    if isinstance(operation, operations.AlterField):
        return _narrowing(state.models[model].fields[operation.name], operation.field)
    if isinstance(operation, HARMLESS):
        return ""
    return next((why for kind, why in TAKEN.items() if isinstance(operation, kind)), "is not known here")


def _may_be_left_out(field: Field) -> bool:  # type: ignore[type-arg]
    return field.null or field.db_default is not NOT_PROVIDED or isinstance(field, ManyToManyField)


def _narrowing(before: Field, after: Field) -> str:  # type: ignore[type-arg]
    if before.null and not after.null:
        return "refuses the empty values that old code still writes"
    if after.unique and not before.unique:
        return "may refuse rows that old code still writes"
    if type(before) is not type(after) or (before.db_column, before.max_length) != (after.db_column, after.max_length):
        longer = type(before) is type(after) and before.db_column == after.db_column and _longer(before, after)
        return "" if longer else "changes what a column holds that old code still reads"
    return ""


def _longer(before: Field, after: Field) -> bool:  # type: ignore[type-arg]
    return after.max_length is None or (before.max_length is not None and after.max_length >= before.max_length)
