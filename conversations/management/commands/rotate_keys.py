"""`manage.py rotate_keys`: seals every secret in the database anew under the SECRET_KEY of now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from conversations import resealing
from conversations.backups import recording
from conversations.resealing import Resealed
from tenants import current, migrating
from tenants.models import Tenant


class Command(BaseCommand):
    """Goes through all companies; may be stopped and begun again, and changes nothing that is done already."""

    help = "Seal the stored secrets of all companies under SECRET_KEY, reading those of SECRET_KEY_FALLBACKS."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which companies."""
        parser.add_argument("--name", help="of one company's schema; all without it")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Seal anew, with progress; fails when a secret cannot be read, after all others were done."""
        chosen = {"schema_name": options["name"]} if options["name"] else {}
        companies = list(Tenant.objects.filter(**chosen).order_by("schema_name"))
        total, behind = Resealed(), []
        for number, tenant in enumerate(companies, start=1):
            if migrating.is_behind(tenant.schema_version):
                behind.append(str(tenant.schema_name))
                continue
            with current.entered(tenant):
                total += resealing.company()
            if number % 50 == 0:
                self.stdout.write(f"{number} of {len(companies)} companies")
        recording.of_all("keys.rotated", {"secrets": (total.found, total.renewed)})
        self.stdout.write(f"{total.found} secrets in {len(companies)} companies; {total.renewed} were sealed anew.")
        if total.broken or behind:
            lines = [f"  {name} cannot be read with any key" for name in total.broken]
            lines += [f"  {schema} is not migrated yet" for schema in behind]
            raise CommandError("\n".join(["Keep the old key until these are put right:", *lines]))
