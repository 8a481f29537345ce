"""`manage.py restore FOLDER`: a backup of all, back into an empty database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from conversations.backups import whole
from tenants import erased
from tenants.backups.errors import BackupError


class Command(BaseCommand):
    """Proves the backup, reads it in, proves each table, and erases again what was erased since."""

    help = "Put a backup of all back into the empty database of DATABASE_URL. Stop web, workers and sweeper before."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which backup, and what else was erased."""
        parser.add_argument("folder", type=Path, help="the folder of one backup")
        parser.add_argument("--erased", type=Path, metavar="FILE", help="a list that `manage.py erased` printed later")
        parser.add_argument("--lost-key", action="store_true", help="go on although sealed secrets cannot be read")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Put it back and say how it went."""
        try:
            also = erased.parsed(options["erased"].read_text()) if options["erased"] else []
            done = whole.put_back(options["folder"], also=also, lost_key=options["lost_key"], say=self.stdout.write)
        except (BackupError, OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        held = done.counted
        self.stdout.write(
            f"{held.companies} companies, {held.tables:,} tables, {held.rows:,} rows and {held.files:,} files are as "
            f"they were, after {done.seconds:.0f} s. Erased again: {done.gone['companies']} companies, "
            f"{done.gone['customers']} customers."
        )
