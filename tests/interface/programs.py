"""A company's own program for the tests: it has a token of the running demo company, and finds its host."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from agents import tokens
from agents.models import Agent, Role
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tests.running import Running

BROWSERS_FIND_IT = ".localhost"


@dataclass(frozen=True)
class Program:
    """Where the company's interface is, and a token with every scope."""

    host: str
    token: str = field(repr=False)

    @property
    def env(self) -> Mapping[str, str]:
        """What the guides ask for."""
        return {"BATON_HOST": self.host, "BATON_TOKEN": self.token}


def of_the_demo(running: Running, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program of the demo company; needs the running database entered.

    Names below localhost are found on this machine, as browsers and curl do it and Python does not.
    """
    asked = socket.getaddrinfo

    def found(host: Any, *how: Any, **more: Any) -> Any:
        return asked("127.0.0.1" if str(host).endswith(BROWSERS_FIND_IT) else host, *how, **more)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with current.entered(Tenant.objects.get(schema_name="demo")):
        owner = Agent.objects.filter(role=Role.OWNER).earliest("created_at")
        _, secret = tokens.issue(owner, "Tests", scopes=tokens.SCOPES, expires_at=None, actor=audit.by_system())
    return Program(running.address("demo.localhost", ""), secret)
