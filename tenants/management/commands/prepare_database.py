"""Makes the application's role in the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tenants import owner, role


class Command(BaseCommand):
    """`manage.py prepare_database`: as often as one likes; migrating does it too."""

    help = f"Make the role {role.NAME} and give it its rights in all schemas, present and future."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Say that it is done, or what an administrator must do."""
        try:
            owner.prepare()
        except role.RoleError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The role {role.NAME} is ready.")
