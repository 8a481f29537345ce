"""A company with a secret for signed identity, and letters that leave."""

import time
from typing import Any

import jwt
import pytest
from pytest_django.fixtures import Settings

from conversations.identity import codes, secrets
from conversations.models import Conversation, Customer, OneTimeCode
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A visitor of acme, of whom nothing is known."""
    return Customer.objects.create(name="Visitor 1A2B")


@pytest.fixture
def talk(carol: Customer) -> Conversation:
    """Her conversation."""
    return cast.says(carol, "Where is my order?")


@pytest.fixture
def secret(in_acme: Tenant) -> str:
    """The secret of acme's server."""
    return secrets.rotate(keep_old=True, actor=audit.by_system())


@pytest.fixture
def letters_leave(settings: Settings) -> None:
    """Letters go into `mail.outbox`."""
    settings.MAIL_LEAVES = True


def signed(secret: str, sub: str = "u1", email: str = "jane@example.org", *, lasts: int = 300, **claims: Any) -> str:
    """What acme's server would sign."""
    told = {"sub": sub, "email": email, "exp": int(time.time()) + lasts, **claims}
    return jwt.encode(told, secret, algorithm="HS256")


def sent_code(conversation: Conversation, email: str = "jane@example.org") -> str:
    """Send a code and give its digits."""
    assert codes.send(conversation, email)
    return codes.digits(OneTimeCode.objects.all()[0])
