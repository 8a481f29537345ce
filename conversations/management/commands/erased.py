"""`manage.py erased`: the list of what was erased, to be kept where no restore reaches it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from conversations.backups import whole


class Command(BaseCommand):
    """Prints ids and moments, a line each; `restore --erased` and `restore_tenant --erased` take it."""

    help = "Print the ids of customers and companies that were erased, for keeping beside the backups."

    def add_arguments(self, parser: CommandParser) -> None:
        """How far back."""
        parser.add_argument("--days", type=int, default=400, help="as long as the oldest backup is kept, or longer")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the list."""
        self.stdout.write(whole.since(options["days"]), ending="")
