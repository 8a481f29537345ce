"""`manage.py back_up_tenant NAME FOLDER`: a backup of one company."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from conversations.backups import recording
from tenants import migrating
from tenants.backups import company
from tenants.backups.errors import BackupError
from tenants.models import Tenant


class Command(BaseCommand):
    """Writes a new folder below the one that is named; sealed where BATON_BACKUP_KEY is set."""

    help = "Back up one company: its schema, its files, and its rows among those of all. To move it, suspend it before."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which one, and where to."""
        parser.add_argument("name", help="of the company's schema")
        parser.add_argument("folder", type=Path, help="where backups lie; a folder of its own is made there")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Back it up and say what was done."""
        tenant = Tenant.objects.filter(schema_name=options["name"]).first()
        if tenant is None:
            raise CommandError(f"No company is called {options['name']}.")
        if migrating.is_behind(tenant.schema_version):
            raise CommandError(f"{options['name']} is not of the code's version yet: run migrate_tenants first.")
        media, secret = Path(settings.MEDIA_ROOT), settings.BACKUP_KEY
        try:
            made = company.back_up(tenant, options["folder"], media=media, secret=secret, say=self.stdout.write)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        recording.of_company("workspace.backed_up", tenant, {"backup": (None, made.folder.name)})
        rows = sum(rows for rows, _ in made.contents["tables"].values())
        self.stdout.write(f"{made.folder}: {rows:,} rows and {len(made.contents['files']):,} files of {tenant.name}")
