"""The demo's mail server: takes every mail that Baton sends, and keeps it in a Maildir."""

import asyncio
import logging
import socket
from mailbox import Maildir
from pathlib import Path
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope, Session


class Keeper:
    """Keeps each mail as it came."""

    def __init__(self, folder: Path) -> None:
        self.box = Maildir(folder, create=True)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Store the mail before saying so."""
        await asyncio.to_thread(self.box.add, cast("bytes", envelope.original_content))
        return "250 Kept"


def serve(listener: socket.socket, folder: Path) -> None:
    """Take mails on the listening socket until the process is told to end."""
    logging.getLogger("mail.log").setLevel(logging.WARNING)  # it would log every address
    folder.parent.mkdir(parents=True, exist_ok=True)
    keeper = Keeper(folder)

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(lambda: SMTP(keeper), sock=listener)
        await server.serve_forever()

    asyncio.run(run())
