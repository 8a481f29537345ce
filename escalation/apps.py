"""The Django application `escalation`."""

from django.apps import AppConfig


class EscalationConfig(AppConfig):
    """Registers the application."""

    name = "escalation"
    default_auto_field = "django.db.models.BigAutoField"
