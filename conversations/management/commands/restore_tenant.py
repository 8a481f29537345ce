"""`manage.py restore_tenant FOLDER`: one company, back under its name, in its place, or as a copy."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from conversations.backups import arriving, replacing
from tenants import erased
from tenants.backups.errors import BackupError


class Command(BaseCommand):
    """Proves the backup before anything is touched; all other companies go on meanwhile."""

    help = "Put one company back: where it is missing or moves to, with --replace in its place, with --name as a copy."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which backup, and how it comes back."""
        parser.add_argument("folder", type=Path, help="the folder of one backup of one company")
        parser.add_argument("--replace", action="store_true", help="put it in the place of the company of that name")
        parser.add_argument("--name", help="a copy to look things up, under this name")
        parser.add_argument("--host", help="the host name of the copy")
        parser.add_argument("--erased", type=Path, metavar="FILE", help="a list that `manage.py erased` printed later")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Put it back and say how it is reached."""
        if bool(options["name"]) != bool(options["host"]) or (options["name"] and options["replace"]):
            raise CommandError("--name and --host belong together, and not with --replace.")
        try:
            self._put_back(options)
        except (BackupError, OSError, ValueError) as error:
            raise CommandError(str(error)) from error

    def _put_back(self, options: dict[str, Any]) -> None:
        place, say = options["folder"], self.stdout.write
        also = erased.parsed(options["erased"].read_text()) if options["erased"] else []
        if options["replace"]:
            done, before = replacing.replace(place, also=also, say=say)
            say(f"How it was until now lies in {before.folder}.")
        elif options["name"]:
            done = arriving.beside(place, options["name"], host=options["host"], also=also, say=say)
            say("The copy is suspended; resume it below /operators/ to look into it.")
        else:
            done = arriving.arrive(place, also=also, say=say)
        for host in done.without_hosts:
            say(f"{host} leads to another company, and was left there.")
        say(f"{done.tenant.name} is back as {done.tenant.schema_name}. Erased again: {done.erased_again} customers.")
