"""The Django application `operators`: templates and the data pages, no tables."""

from django.apps import AppConfig


class OperatorsConfig(AppConfig):
    """Registers the application."""

    name = "config.operators"
    label = "operators"
