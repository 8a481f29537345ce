"""The Django application `assistant`."""

from django.apps import AppConfig


class AssistantConfig(AppConfig):
    """Registers the application."""

    name = "assistant"
    default_auto_field = "django.db.models.BigAutoField"
