"""The Django application `agents`."""

from django.apps import AppConfig


class AgentsConfig(AppConfig):
    """Registers the application."""

    name = "agents"
    default_auto_field = "django.db.models.BigAutoField"
