"""`manage.py stripe_set_up`: makes at Stripe, or in the sandbox, what Baton sells; as often as one likes."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from billing import catalogue, stripe_client
from tenants.errors import BatonError

PATH = "/stripe/events/"


class Command(BaseCommand):
    """Meter, products, prices, the pages of Stripe's own, and where it tells what happens."""

    help = "Make at Stripe what is missing: meter, products, prices, portal and, with --url, the webhook endpoint."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where Stripe reaches Baton."""
        parser.add_argument("--url", default="", help=f"the platform's address, such as {settings.ORIGIN}")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make what is missing, and say what was made."""
        if not stripe_client.is_on():
            raise CommandError("STRIPE_API_KEY is not set.")
        try:
            new = [*catalogue.set_up(), *catalogue.set_up_portal()]
            doors, secret = self._door(str(options["url"]))
        except BatonError as error:
            raise CommandError(error.message) from error
        for one in [*new, *doors]:
            self.stdout.write(f"made: {one}")
        if secret:
            self.stdout.write(f"STRIPE_WEBHOOK_SECRET={secret}")
        if not new and not doors:
            self.stdout.write("Everything is there.")

    def _door(self, url: str) -> tuple[list[str], str]:
        if not url:
            return [], ""
        return catalogue.set_up_door(url if url.endswith(PATH) else url.rstrip("/") + PATH)
