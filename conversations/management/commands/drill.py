"""`manage.py drill`: would a backup of now come back? It is made, put back beside, compared, and thrown away."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from conversations.backups import whole
from tenants.backups.errors import BackupError


class Command(BaseCommand):
    """Fails when one row or one file would be missing; changes nothing of what is there."""

    help = "Back up, restore into a fresh database on the same server, compare all tables and files, drop it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where there is room."""
        parser.add_argument("--below", type=Path, metavar="FOLDER", help="where the backup lies meanwhile")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Practise, and say how long each half took."""
        try:
            done = whole.practise(below=options["below"], say=self.stdout.write)
        except (BackupError, OSError) as error:
            raise CommandError(f"The drill failed. {error}") from error
        held = done.counted
        self.stdout.write(
            f"{held.companies} companies, {held.tables:,} tables, {held.rows:,} rows and {held.files:,} files "
            f"({done.bytes / 1_000_000:,.1f} MB) came back as they were: backed up in {done.backing_up:.1f} s, put "
            f"back and compared in {done.putting_back:.1f} s."
        )
