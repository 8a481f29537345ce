"""Development's settings with the sabotage app: for the processes that the fault harness starts."""

from config.settings.dev import *  # noqa: F403
from config.settings.dev import INSTALLED_APPS as PRODUCT_APPS

INSTALLED_APPS = [*PRODUCT_APPS, "tests.faults.sabotage"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # as in the process that made the agents
