"""Acme with bob and alice at the desk, and carol's conversation in several hands."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.conversations.conftest import alice, asked, bob, bobs, carol, desk, equipped, waiting

__all__ = ["alice", "asked", "bob", "bobs", "carol", "desk", "equipped", "waiting"]

Get = Callable[..., Any]


@pytest.fixture
def listed(desk: Client) -> Get:
    """What bob's list gives for these fields of the address."""

    def get(**fields: Any) -> Any:
        return desk.get("/api/v1/conversations", fields).json()

    return get
