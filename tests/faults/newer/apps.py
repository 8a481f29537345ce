"""The made-up app of the next version."""

from django.apps import AppConfig

from tests.faults.newer import writing


class NewerConfig(AppConfig):
    """Its migration stands in each company's schema, and its code writes what that added."""

    name = "tests.faults.newer"

    def ready(self) -> None:
        """Write the new column from now on."""
        writing.install()
