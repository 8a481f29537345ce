"""The Django application `conversations`."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Registers the application."""

    name = "conversations"
    default_auto_field = "django.db.models.BigAutoField"
