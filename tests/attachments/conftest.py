"""A visitor and an agent who upload, and a folder for what they send."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from agents.models import Agent
from conversations.models import Customer
from conversations.widget import visitors
from tenants.models import Tenant
from tests import cast

Upload = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where uploads lie during the test."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer of acme."""
    return cast.customer()


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of acme, online."""
    return cast.agent("bob")


@pytest.fixture
def carols(acme_client: Client, carol: Customer) -> Upload:
    """Uploads as carol: bytes and a name in, the response out."""
    return as_visitor(acme_client, carol)


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, "bob@example.com")


def as_visitor(client: Client, customer: Customer) -> Upload:
    """A function that uploads with the customer's token."""
    headers = bearer(customer)

    def upload(content: bytes, name: str, kind: str = "application/octet-stream") -> Any:
        file = SimpleUploadedFile(name, content, content_type=kind)
        return client.post("/api/v1/widget/attachments", {"file": file}, headers=headers)

    return upload


def bearer(customer: Customer) -> dict[str, str]:
    """The header that says who the visitor is."""
    return {"authorization": f"Bearer {visitors.token(customer)}"}
