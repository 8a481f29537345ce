"""The command that learns from the skills' examples which of them a customer means."""

from typing import Any

from django.core.management.base import BaseCommand

from assistant.skills import choosing


class Command(BaseCommand):
    """Write the weights by which a skill is chosen, to be run whenever examples changed."""

    help = "Learn from the examples of all skills, and write assistant/skills/choosing.npz."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Fit and store."""
        made = choosing.fit()
        choosing.store(made)
        size = choosing.WEIGHTS.stat().st_size
        self.stdout.write(f"{len(made.names)} skills, {size / 1024:.0f} kB.")
