"""Makes the company that runs Baton, its articles and its first operator; running it again changes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from agents.models import Agent
from conversations.platform import company
from conversations.platform.company import Operator
from tenants import current


class Command(BaseCommand):
    """`manage.py make_platform`: the tenant `baton`, whose chat is on the public site."""

    help = "Make the platform's own company, whose first operator is BATON_OPERATOR (with BATON_OPERATOR_PASSWORD)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to let the operator in without a password."""
        parser.add_argument("--link", action="store_true", help="print a link that lets the first operator in, once")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make what is missing; print how the operator comes in when there is no other way."""
        tenant = company.make(Operator("Operator", settings.OPERATOR, settings.OPERATOR_PASSWORD))
        self.stdout.write(f"{tenant.name}: {len(company.articles())} articles")
        with current.entered(tenant):
            operators = list(Agent.objects.filter(is_operator=True, is_active=True))
        if options["link"] or not any(one.has_usable_password() for one in operators):
            origin = settings.ORIGIN or f"http://{settings.PUBLIC_HOSTS[0]}:8000"
            link = company.link_for_operator(tenant, origin=origin)
            host = link.partition("/enter/")[0]
            self.stdout.write(
                f"The operator ({settings.OPERATOR}) comes in here, once, within five minutes (--link makes another):\n"
                f"  {link}\n"
                f"The operators' pages are at {host}/operators/; a password comes by letter from {host}/reset/"
            )
