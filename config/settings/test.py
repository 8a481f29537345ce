"""Tests: real PostgreSQL, no pool so that databases can be cloned, quick password hashes."""

import os

from config.settings.base import *  # noqa: F403
from config.settings.base import DATA_DIR, DATABASE_URL, MIDDLEWARE, database

os.environ.pop("PROMETHEUS_MULTIPROC_DIR")  # a test looks at the figures of its own process
SECRET_KEY = "only-for-tests-" + "x" * 40
DATABASES = {"default": database(DATABASE_URL, pool=None)}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CELERY_BROKER_URL = "memory://"  # what a worker does with a wake-up is tested against a running worker
CELERY_BROKER_TRANSPORT_OPTIONS = {}
MEDIA_ROOT = DATA_DIR / "tests" / "uploads"
BATON_ALLOW_LOOPBACK = False  # a test that needs a local peer says so
MIDDLEWARE = ["tests.described.Described", *MIDDLEWARE]  # no answer that the document does not know
