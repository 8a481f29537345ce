"""A real mail server, and what is read in its letters."""

import re
from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from conversations import tasks
from tenants import jobs
from tests.mail.postbox import Postbox, postbox, text_of

LINK = re.compile(r"^http://localhost(/\S+)$", re.MULTILINE)


@pytest.fixture
def box(settings: Settings) -> Iterator[Postbox]:
    """A mail server that Baton sends by."""
    with postbox() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", running.port, 5
        settings.MAIL_LEAVES, settings.MAIL_FROM = True, ""
        settings.POOL_SIZE = 0
        yield running


def do_jobs() -> None:
    """Do all that is due."""
    while jobs.run_next(tasks.work):
        pass


def newest(box: Postbox) -> str:
    """The text of the newest letter."""
    return text_of(box.mails[-1]).replace("\r\n", "\n")


def link_in(text: str) -> str:
    """The path of the platform's link in a letter."""
    found = LINK.findall(text)
    assert len(found) == 1, text
    return str(found[0])
