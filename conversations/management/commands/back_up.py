"""`manage.py back_up FOLDER`: a backup of all, and the end of those that are too old."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from conversations.backups import whole
from tenants.backups import folder
from tenants.backups.errors import BackupError
from tenants.backups.whole import counted


class Command(BaseCommand):
    """Writes a new folder below the one that is named; sealed where BATON_BACKUP_KEY is set."""

    help = "Back up the database with all companies, and their files, while Baton runs. BATON_BACKUP_KEY seals it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how long backups are kept there."""
        parser.add_argument("folder", type=Path, help="where backups lie; a folder of its own is made there")
        parser.add_argument("--keep", type=int, metavar="DAYS", help="remove backups there that are older")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Back up, say what was done; the old ones go only then."""
        try:
            made = whole.back_up(options["folder"], say=self.stdout.write)
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from error
        held = counted(made)
        size = sum(part.size for part in made.manifest.parts.values())
        self.stdout.write(
            f"{made.folder}: {held.companies} companies, {held.tables:,} tables, {held.rows:,} rows, "
            f"{held.files:,} files; {size / 1_000_000:,.1f} MB{', sealed' if made.manifest.sealed else ''}"
        )
        if options["keep"] is not None:
            for name in folder.forget_older(options["folder"], days=options["keep"]):
                self.stdout.write(f"Removed {name}")
