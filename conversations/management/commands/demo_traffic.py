"""Lets simulated customers talk to the running demo; `make demo-traffic RATE=6`."""

import asyncio
import socket
import time
from argparse import ArgumentParser
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError

from conversations.demo import loading
from conversations.demo.content import company
from conversations.demo.traffic import script
from conversations.demo.traffic.line import Place
from conversations.demo.traffic.script import Purchase
from conversations.demo.traffic.street import Plan, Tally, stroll
from conversations.demo.traffic.visitor import Temper
from tenants import current
from tenants.models import Tenant

PLAIN_EVERY = 10.0  # seconds between lines where the output is no terminal


class Command(BaseCommand):
    """`manage.py demo_traffic`: customers at a rate, until Ctrl-C."""

    help = "Let simulated customers talk through the widget's socket of the running demo, until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where, how many, and how patient."""
        parser.add_argument("--port", type=int, default=8000, help="the running demo's port (default 8000)")
        parser.add_argument("--address", default="127.0.0.1", help="its address (default 127.0.0.1)")
        parser.add_argument("--rate", type=float, default=6, help="new conversations a minute (default 6)")
        parser.add_argument("--most", type=int, default=40, help="at most so many at once (default 40)")
        parser.add_argument("--conversations", type=int, help="stop after so many (default: at Ctrl-C)")
        parser.add_argument("--patience", type=float, default=300, help="seconds that they wait for a person")
        parser.add_argument("--haste", type=float, default=1, help="1 is a human's pace, 0.1 ten times as fast")
        parser.add_argument("--seed", type=int, help="the same number gives the same customers")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Send customers until all have been there or Ctrl-C."""
        if options["rate"] <= 0 or options["most"] < 1 or options["haste"] <= 0:
            raise CommandError("--rate, --most and --haste must be above 0.")
        place = Place(options["address"], options["port"], loading.HOST)
        _check_home(place)
        plan = Plan(
            rate=options["rate"],
            most_at_once=options["most"],
            in_all=options["conversations"],
            temper=Temper(patience=options["patience"], haste=options["haste"]),
        )
        tally = Tally()
        board = Board(self, tally)
        chance = Random(options["seed"])  # noqa: S311  who comes next is no secret
        self.stdout.write(f"{plan.rate:g} customers a minute go to {place.authority}; Ctrl-C ends it.")
        try:
            asyncio.run(stroll(place, plan, _purchases(), chance, tally=tally, show=board.show))
        except KeyboardInterrupt:
            board.end("Stopped. ")
            return
        board.end("Done. ")
        if tally.nobody_home:
            raise CommandError("The demo does not answer any more.")


class Board:
    """The summary: one line that changes on a terminal, a line now and then elsewhere."""

    def __init__(self, command: BaseCommand, tally: Tally) -> None:
        self.out, self.tally = command.stdout, tally
        self.live = self.out.isatty()
        self.written = 0.0

    def show(self) -> None:
        """Write the line, if it is time."""
        if self.live:
            self.out.write(f"\r\x1b[2K{self.tally.line()}", ending="")
            self.out.flush()
        elif time.monotonic() - self.written >= PLAIN_EVERY:
            self.written = time.monotonic()
            self.out.write(self.tally.line())

    def end(self, word: str) -> None:
        """The last line, which stays."""
        self.out.write(("\r\x1b[2K" if self.live else "") + word + self.tally.line())


def _check_home(place: Place) -> None:
    try:
        socket.create_connection((place.address, place.port), timeout=5).close()
    except OSError as error:
        raise CommandError(
            f"Nothing answers at {place.address}:{place.port}. Start the demo with `make demo`, or give its --port."
        ) from error


def _purchases() -> list[Purchase]:
    try:
        tenant = Tenant.objects.filter(schema_name=company().slug).first()
    except ProgrammingError:  # an empty database, of a folder that no demo has used
        tenant = None
    if tenant is None:
        raise CommandError(
            "There is no demo company in this database. `make demo` makes it; where it runs on a BATON_DATA "
            "(or DATABASE_URL) of its own, give the same one here."
        )
    with current.entered(tenant):
        return script.purchases()
