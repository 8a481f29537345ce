"""A real SMTP server in a thread, which keeps what it gets, or refuses as a test tells it."""

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Postbox:
    """What came, as (envelope's sender, envelope's recipients, bytes); answers `says` to each mail's end."""

    port: int = 0
    says: str = "250 OK"
    came: list[tuple[str, list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the mail unless told otherwise."""
        if self.says.startswith("250"):
            self.came.append(
                (envelope.mail_from or "", list(envelope.rcpt_tos), cast("bytes", envelope.original_content))
            )
        return self.says

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails that came, parsed."""
        return [message_from_bytes(raw, policy=policy.default) for *_, raw in self.came]

    def only(self) -> EmailMessage:
        """The one mail that came."""
        assert len(self.came) == 1, [(sender, to) for sender, to, _ in self.came]
        return self.mails[0]


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    return part(mail, "plain")


def part(mail: EmailMessage, kind: str) -> str:
    """The body of that kind, plain or html."""
    found: Any = mail.get_body((kind,))
    return str(found.get_content())


@contextmanager
def postbox(address: str = "127.0.0.1") -> Iterator[Postbox]:
    """Run the server at an address of this machine until the block ends."""
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    box = Postbox()
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(
        loop.create_server(lambda: SMTP(box, loop=loop, enable_SMTPUTF8=True), host=address, port=0)
    )
    box.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        loop.call_soon_threadsafe(server.close)  # in its own thread, where connections take their leave of it too
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
