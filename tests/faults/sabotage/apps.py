"""The sabotage app: once all apps are loaded, it wraps the product's functions."""

from importlib import import_module

from django.apps import AppConfig


class SabotageConfig(AppConfig):
    """Installs the failpoints and the seeded bugs, all switched off."""

    name = "tests.faults.sabotage"

    def ready(self) -> None:
        """Wrap what is named; bugs first, so that a failpoint may kill inside one."""
        for part in ("haste", "bugs", "failpoints"):  # which import models, so not before now
            import_module(f"tests.faults.sabotage.{part}").install()
