"""A program at acme: a client with a token, which may act for somebody."""

from typing import Any

from agents import acting, tokens
from agents.models import Agent, ApiToken, Role
from tenants.trail import audit
from tests import cast
from tests.clients import HostClient

API = "/api/v1"


class Program:
    """Calls the REST interface with one token."""

    def __init__(self, *scopes: str, name: str = "Warehouse", by: Agent | None = None) -> None:
        maker = by or Agent.objects.filter(role=Role.OWNER).first() or cast.agent("olga", Role.OWNER)
        actor = audit.by_system()
        self.token, self.secret = tokens.issue(maker, name, scopes=scopes, expires_at=None, actor=actor)
        self.client = HostClient("acme.localhost", enforce_csrf_checks=True)

    def get(self, path: str, *, for_whom: Agent | str | None = None) -> Any:
        """Read."""
        return self.client.get(f"{API}/{path}", headers=self._headers(for_whom))

    def post(self, path: str, body: Any = None, *, for_whom: Agent | str | None = None) -> Any:
        """Do something."""
        headers = self._headers(for_whom)
        return self.client.post(f"{API}/{path}", body or {}, content_type="application/json", headers=headers)

    def upload(self, path: str, file: Any) -> Any:
        """Send a file."""
        return self.client.post(f"{API}/{path}", {"file": file}, headers=self._headers(None))

    def revoke(self) -> None:
        """The token opens nothing from now on."""
        tokens.revoke(str(ApiToken.objects.get(pk=self.token.pk).id), actor=audit.by_system())

    def _headers(self, for_whom: Agent | str | None) -> dict[str, str]:
        who = str(for_whom.id) if isinstance(for_whom, Agent) else for_whom
        return {"authorization": f"Bearer {self.secret}"} | ({} if who is None else {acting.HEADER: who})


def error(reply: Any) -> tuple[int, str, str | None]:
    """Status, code and field of a refusal."""
    about = reply.json()["error"]
    return reply.status_code, about["code"], about["param"]
