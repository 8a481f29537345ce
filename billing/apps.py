"""The Django application `billing`."""

from django.apps import AppConfig


class BillingConfig(AppConfig):
    """Registers the application."""

    name = "billing"
    default_auto_field = "django.db.models.BigAutoField"
