"""Acme with mail: a real SMTP server beside the tests, a secret for mail that comes in, and a poster of mails."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from conversations.models import Customer
from tenants.models import Tenant
from tests import cast
from tests.mail.postbox import Postbox, postbox

SECRET = "only-the-mail-server-knows"
Post = Callable[..., Any]


@pytest.fixture
def box() -> Iterator[Postbox]:
    """A mail server that keeps what it gets, with nothing in it."""
    with postbox() as running:
        yield running


@pytest.fixture
def mail_leaves(box: Postbox, settings: Settings, tmp_path: Path) -> Postbox:
    """The mail server, with Baton set up to send by it."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
    settings.EMAIL_TIMEOUT = 5
    settings.MAIL_LEAVES = True
    settings.MEDIA_ROOT = tmp_path
    settings.INBOUND_MAIL_SECRET = SECRET
    return box


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """Carol, who wrote in acme's widget and left her address."""
    cast.knowledge()
    cast.rules()
    return cast.customer()


@pytest.fixture
def post(mail_leaves: Postbox, acme_client: Client) -> Post:
    """Posts a mail as the mail server does; gives the response."""

    def posted(raw: bytes, *, secret: str = SECRET, client: Client = acme_client) -> Any:
        return client.post(
            "/api/v1/mail/inbound",
            data=raw,
            content_type="message/rfc822",
            headers={"authorization": f"Bearer {secret}"},
        )

    return posted
