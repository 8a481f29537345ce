"""django-tenants' command, run with the rights of the database's owner."""

from typing import Any

from django.core.management.base import CommandError
from django_tenants.management.commands.migrate_schemas import MigrateSchemasCommand

from tenants import owner, role


class Command(MigrateSchemasCommand):  # type: ignore[misc]
    """`manage.py migrate_schemas`: the application's role first, and its rights in what is new."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate as the owner."""
        try:
            owner.prepare()
            with owner.migrating():
                super().handle(*args, **options)
            owner.prepare()
        except role.RoleError as error:
            raise CommandError(str(error)) from error
