"""Browsers for tests, each at one host name."""

from typing import Any

from django.test import Client

from tenants.current import connection


class HostClient(Client):
    """Django's test client at a host name; a request leaves the test in the tenant it had entered."""

    def __init__(self, host: str, **defaults: Any) -> None:
        super().__init__(headers={"host": host}, **defaults)

    def request(self, **request: Any) -> Any:
        """Send the request; its door enters and leaves the tenant of the host, as it does for real."""
        before = connection.tenant
        try:
            return super().request(**request)
        finally:
            connection.set_tenant(before)
