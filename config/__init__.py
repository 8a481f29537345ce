"""How Baton is put together: settings, addresses, servers and the programs that start them."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
