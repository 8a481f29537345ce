"""Reads the demo's Maildir: what Baton sent, newest first."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from mailbox import Maildir
from pathlib import Path
from typing import Any

from django.conf import settings

from tenants import post

MOST_SHOWN = 100
SHOWN_HEADERS = (
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
    "X-Written-By-AI",
)  # fmt: skip
ADDRESS = re.compile(r"^https?://\S+$", re.MULTILINE)
KEY_TIME = re.compile(r"(\d+)\.M(\d+)")


@dataclass(frozen=True)
class Letter:
    """A mail that Baton sent, as the pages show it."""

    key: str
    at: datetime
    sender: str
    to: str
    reply_to: str
    subject: str
    text: str
    html: str
    headers: tuple[tuple[str, str], ...]
    message_id: str
    references: str

    @property
    def snippet(self) -> str:
        """The first words, after the line that says who wrote where there is one."""
        spoken = self.text if self.by_platform else self.text.partition(":\n")[2]
        return " ".join(spoken.split())[:140]

    @property
    def by_platform(self) -> bool:
        """Whether Baton itself wrote it, and no company: nobody reads an answer to it."""
        return self.reply_to == post.sender()

    @property
    def addresses(self) -> list[str]:
        """The addresses that the text of a platform's letter gives, to open here: its frame opens none."""
        return ADDRESS.findall(self.text) if self.by_platform else []


def folder() -> Path:
    """Where the demo's mails are kept."""
    return Path(settings.DATA_DIR) / "mail"


def letters() -> list[Letter]:
    """The newest mails."""
    keys = sorted(_maildir().keys(), key=_moment, reverse=True)[:MOST_SHOWN] if folder().exists() else []
    return [found for key in keys if (found := letter(key)) is not None]


def letter(key: str) -> Letter | None:
    """One mail, or None when there is none under this key."""
    if not folder().exists():
        return None
    try:
        raw = _maildir().get_bytes(key)
    except KeyError:
        return None
    mail = message_from_bytes(raw, policy=policy.default)
    return Letter(
        key=key,
        at=datetime.fromtimestamp(_moment(key)[0], UTC),
        sender=parseaddr(str(mail["From"]))[0] or str(mail["From"]),
        to=parseaddr(str(mail["To"]))[1],
        reply_to=parseaddr(str(mail["Reply-To"] or mail["From"]))[1],
        subject=str(mail["Subject"] or ""),
        text=_part(mail, "plain"),
        html=_part(mail, "html"),
        headers=tuple((name, str(mail[name])) for name in SHOWN_HEADERS if mail[name]),
        message_id=str(mail["Message-ID"] or ""),
        references=str(mail["References"] or ""),
    )


def _maildir() -> Maildir:
    return Maildir(folder(), create=False)


def _moment(key: str) -> tuple[int, int]:
    """Seconds and microseconds at which the mail came, which a Maildir writes into its names."""
    found = KEY_TIME.match(key)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _part(mail: EmailMessage, kind: str) -> str:
    found: Any = mail.get_body((kind,))
    return "" if found is None else str(found.get_content()).replace("\r\n", "\n")
