"""`python -m billing.sandbox`: the sandbox as a process of its own, never beside production settings."""

import argparse
import os
import sys
from pathlib import Path

import uvicorn

from billing.sandbox import catalogue, webhooks
from billing.sandbox.server import Application
from billing.sandbox.store import Store
from billing.sandbox.world import World

PRODUCTION = "config.settings.prod"
REFUSES = "The sandbox moves no real money and takes any test key, so it does not start with production settings."
SECRET = "STRIPE_WEBHOOK_SECRET"  # noqa: S105  the name of it


def main() -> None:
    """Serve until told to stop."""
    asked = argparse.ArgumentParser(description="A small Stripe for machines without one.")
    asked.add_argument("--host", default="127.0.0.1")
    asked.add_argument("--port", type=int, default=12111)
    asked.add_argument("--fd", type=int, default=None, help="A socket that listens already")
    asked.add_argument("--data", type=Path, default=None, help="The file that keeps its state; in memory without one")
    asked.add_argument("--origin", default="", help="Where browsers reach it")
    asked.add_argument("--tell", default="", help=f"Where all events go, signed with {SECRET} of the environment")
    wanted = asked.parse_args()
    if os.environ.get("DJANGO_SETTINGS_MODULE") == PRODUCTION:
        sys.exit(REFUSES)
    origin = wanted.origin or f"http://{wanted.host}:{wanted.port}"
    world = World(Store(wanted.data), origin=origin)
    world.settle()
    catalogue.welcome(world)
    if wanted.tell:
        webhooks.forward(world, wanted.tell, secret=os.environ[SECRET])
    at = {"host": wanted.host, "port": wanted.port} if wanted.fd is None else {"fd": wanted.fd}
    uvicorn.run(Application(world), **at, log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
