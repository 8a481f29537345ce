"""The address of a client: what our own proxies say counts, and nothing that the client made up."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from tenants import requests


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, None, "10.0.0.9"),
        (0, "1.2.3.4", "10.0.0.9"),
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.8", "1.2.3.4"),
        (2, "1.2.3.4", "1.2.3.4"),
        (1, None, "10.0.0.9"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "nonsense", None),
        (1, "", "10.0.0.9"),
    ],
)
def test_as_many_proxies_are_believed_as_there_are(
    settings: Settings, proxies: int, forwarded: str | None, address: str | None
) -> None:
    settings.PROXIES = proxies
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    request = RequestFactory(REMOTE_ADDR="10.0.0.9").get("/", headers=headers)
    assert requests.address(request) == address
