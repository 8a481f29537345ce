"""`manage.py openapi`: the OpenAPI document of the REST interface."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from tenants.openapi import document


class Command(BaseCommand):
    """Prints the document, for clients to be made from."""

    help = "Print the OpenAPI 3.1 document of the REST interface."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print it."""
        self.stdout.write(json.dumps(document.whole(), indent=1, ensure_ascii=False))
