"""A workshop that takes appointments, a customer who wrote, and a mail server."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from assistant.models import Service
from conversations.models import Conversation
from tenants.models import Tenant
from tests import cast
from tests.appointments.workshop import service, workshop
from tests.mail.postbox import Postbox, postbox


@pytest.fixture
def full(in_acme: Tenant) -> Service:
    """An hour in the workshop."""
    cast.rules()
    cast.knowledge()
    return service(workshop())


@pytest.fixture
def talk(full: Service) -> Conversation:
    """Carol wrote before."""
    return cast.answered(cast.customer(), "How long does delivery take?")


@pytest.fixture
def box(settings: Settings) -> Iterator[Postbox]:
    """A mail server that keeps what it gets."""
    with postbox() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", running.port, 5
        settings.MAIL_LEAVES = True
        yield running
