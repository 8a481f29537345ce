"""The app of what arrives from Stripe, before it is known whose it is (public schema)."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    """Events of Stripe, and which of its customers is which company."""

    name = "billing.arrivals"
    label = "arrivals"
    default_auto_field = "django.db.models.BigAutoField"
