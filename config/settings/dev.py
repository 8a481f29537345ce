"""Development and the demo: the embedded parts, plain HTTP on this machine only."""

from config.settings.base import *  # noqa: F403

SECRET_KEY = SECRET_KEY or "only-for-development-" + "x" * 40  # noqa: F405
