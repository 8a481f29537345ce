"""What is refused stands in the log, without a word of who came."""

import logging
from typing import Any

import pytest
from django.test import Client

from agents.models import Agent
from tenants import refused
from tests import cast
from tests.clients import HostClient

GUESS = "a guess that is wrong"


@pytest.fixture
def bob(in_acme: Any) -> Agent:
    """An agent of acme."""
    return cast.agent("bob")


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What `refused` wrote."""
    return [one.getMessage() for one in caplog.records if one.name == refused.__name__]


def test_refused_sign_ins_are_logged_without_whom_they_named(
    acme_client: Client, bob: Agent, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(6):
        acme_client.post("/sign-in/", {"email": bob.email, "password": GUESS})
    about = refused.digest(bob.email)
    assert lines(caplog) == [f"Refused: wrong password. about={about}"] * 5 + [
        f"Refused: too many tries, password. about={about}"
    ]
    assert bob.email not in caplog.text
    assert GUESS not in caplog.text


def test_refused_rights_are_logged(acme_client: Client, bob: Agent, caplog: pytest.LogCaptureFixture) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    assert desk.get("/api/v1/tokens").status_code == 403
    assert HostClient("acme.localhost").get("/api/v1/account").status_code == 401
    assert [line for line in lines(caplog) if line.startswith("Refused: ")] == [
        "Refused: forbidden.",
        "Refused: unauthenticated.",
    ]


def test_nobody_writes_lines_of_their_own_into_the_log(acme_client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    forged = "x\r\nERROR tenants.jobs All is lost"
    acme_client.post("/sign-in/", {"email": forged, "password": forged}, headers={"user-agent": "x ERROR"})
    acme_client.get("/api/v1/x%0d%0aERROR%20tenants.jobs%20All%20is%20lost")
    assert caplog.records
    assert [one.getMessage() for one in caplog.records if "\n" in one.getMessage() or "\r" in one.getMessage()] == []
