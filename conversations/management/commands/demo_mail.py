"""The demo's mail server, started by the supervisor on a socket that it holds."""

import signal
import socket
import sys
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from conversations.demo.mail import box, server


class Command(BaseCommand):
    """`manage.py demo_mail --fd 5`: keep what Baton sends, until told to end."""

    help = "Take the demo's mails on an inherited listening socket and keep them in the data folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The number of the inherited file."""
        parser.add_argument("--fd", type=int, required=True, help="the listening socket's file number")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Serve until SIGTERM."""
        signal.signal(signal.SIGTERM, _end)
        server.serve(socket.socket(fileno=options["fd"]), box.folder())


def _end(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)
