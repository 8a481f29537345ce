"""A company's own program for the tests: it has a token of the running demo company, and finds its host."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agents import tokens
from agents.models import Agent, Role
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tests.running import Running


@dataclass(frozen=True)
class Program:
    """Where the company's interface is, and a token with every scope."""

    host: str
    token: str = field(repr=False)

    @property
    def env(self) -> Mapping[str, str]:
        """What the guides ask for."""
        return {"BATON_HOST": self.host, "BATON_TOKEN": self.token}


def of_the_demo(running: Running) -> Program:
    """A program of the demo company; needs the running database entered."""
    with current.entered(Tenant.objects.get(schema_name="demo")):
        owner = Agent.objects.filter(role=Role.OWNER).earliest("created_at")
        _, secret = tokens.issue(owner, "Tests", scopes=tokens.SCOPES, expires_at=None, actor=audit.by_system())
    return Program(running.address("demo.localhost", ""), secret)
