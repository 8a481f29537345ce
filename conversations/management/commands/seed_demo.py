"""Makes the demo company with its shop, people and past; running it again changes nothing."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from conversations.demo import live, loading, subscribed


class Command(BaseCommand):
    """`manage.py seed_demo`: Larkfield Cycles, the tenant `demo`."""

    help = "Make the demo company (tenant demo) with articles, orders, agents and 300 past conversations."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The host name under which the company is reached."""
        parser.add_argument("--host", default=loading.HOST, help=f"the tenant's host name (default {loading.HOST})")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load what is missing and say what there is."""
        began = time.monotonic()
        there = loading.load(timezone.now(), host=options["host"])
        loading.read_knowledge()
        live.load(timezone.now())
        subscribed.load(timezone.now())
        self.stdout.write(
            f"Larkfield Cycles at {options['host']}: {there.articles} articles, {there.products} products, "
            f"{there.orders} orders, {there.appointments} appointments, "
            f"{there.persons} customers, {there.tickets} tickets, {there.guides} guides, {there.agents} agents, "
            f"{there.conversations} conversations ({time.monotonic() - began:.1f} s)"
        )
