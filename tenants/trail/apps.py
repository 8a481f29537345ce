"""The app of what stays on record in each tenant."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """Audit entries, which live in the tenant's schema."""

    name = "tenants.trail"
    label = "trail"
