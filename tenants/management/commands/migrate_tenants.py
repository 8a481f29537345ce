"""`manage.py migrate_tenants`: brings the database, and every tenant's schema in it, to the version of the code."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tenants.migrating import expanding, run


class Command(BaseCommand):
    """Migrates all schemas, or says which are behind."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add `--check` and `--rolling`."""
        parser.add_argument("--check", action="store_true", help="only say which are behind, and fail if any is")
        told = "refuse what processes of the version before could not live with, which run on meanwhile"
        parser.add_argument("--rolling", action="store_true", help=told)

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate and print the progress; fails when a schema stays behind."""
        if options["check"]:
            self._check()
            return
        if options["rolling"]:
            _refuse_to_narrow()
        try:
            done = run.migrate(self._say if options["verbosity"] else _quiet)
        except run.CanaryError as error:
            raise CommandError(str(error)) from error
        if done.problems:
            lines = [f"  {schema}: {what}" for schema, what in done.problems.items()]
            raise CommandError("\n".join(["Run it again once these are put right:", *lines]))

    def _check(self) -> None:
        late = run.behind()
        if late:
            raise CommandError(f"{len(late)} schemas are behind: {', '.join(late[:20])}{' …' if late[20:] else ''}")
        self._say("Every schema has the version of the code.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _refuse_to_narrow() -> None:
    found = expanding.hindrances(run.missing())
    if found:
        lines = [f"  {line}" for line in found]
        raise CommandError("\n".join(["Old code cannot live with this; stop it first, or bring it in steps:", *lines]))


def _quiet(_line: str) -> None:
    """Print nothing."""
