"""Development and the demo: the embedded parts, plain HTTP on this machine only."""

from config import env
from config.settings.base import *  # noqa: F403

SECRET_KEY = SECRET_KEY or "only-for-development-" + "x" * 40  # noqa: F405
BATON_ALLOW_LOOPBACK = env.flag("BATON_ALLOW_LOOPBACK", default=False)  # may outgoing requests reach this machine?
